#include "scene/record_card.h"

#include <fmt/format.h>

#include <cmath>

#include "scene/words.h"

namespace spreadmap::scene {
namespace {

/// "Police · Orlando, FL": what the record says of itself beside its name, each thing once.
std::string subtitle_of(const data::PointTable& table, std::uint32_t row, bool says_kind) {
  std::string place;
  const std::string_view name = table.name[row];
  for (const auto* column : {&table.place, &table.region}) {
    const std::string_view part = (*column)[row];
    if (part.empty() || part == name) continue;  // a record may be named as its place is
    place += (place.empty() ? "" : ", ") + std::string(part);
  }
  const std::string kind = says_kind ? sentence_case(table.kind[row]) : "";
  return kind.empty() || place.empty() ? kind + place : kind + " · " + place;
}

std::string precision_note(time::DayInterval day, const std::string& language) {
  switch (model::precision_of(day)) {
    case model::DatePrecision::kDay:
      return {};
    case model::DatePrecision::kMonth:
      return std::string(word(Word::kMonthOnly, language));
    case model::DatePrecision::kLess:
      break;
  }
  return std::string(word(Word::kDayUncertain, language));
}

Word day_word(exhibit::LayerKind kind) {
  switch (kind) {
    case exhibit::LayerKind::kPartnerships:
      return Word::kSinceDay;
    case exhibit::LayerKind::kSubsidies:
      return Word::kDate;
    case exhibit::LayerKind::kSignatories:
      break;
  }
  return Word::kSigned;
}

std::vector<model::RecordRef> neighbours_of(const SceneInputs& inputs, const model::ViewState& view,
                                            model::RecordRef record) {
  std::vector<model::RecordRef> found;
  const geo::LonLat at = inputs.tables.layers[record.layer].lon_lat[record.row];
  for (std::uint32_t layer = 0; layer < inputs.tables.layers.size(); ++layer) {
    if (!view.layers[layer].visible) continue;
    const auto& points = inputs.tables.layers[layer].lon_lat;
    const model::LayerIndex& index = inputs.selection.layer(layer);
    for (std::uint32_t row = 0; row < points.size(); ++row) {
      const bool is_here = points[row].lon_deg == at.lon_deg && points[row].lat_deg == at.lat_deg;
      const model::RecordRef other{layer, row};
      if (is_here && other != record && index.may_have_begun(row, view.playhead_d)) found.push_back(other);
    }
  }
  return found;
}

}  // namespace

RecordCard record_card(const SceneInputs& inputs, const model::ViewState& view, model::RecordRef record) {
  const data::PointTable& table = inputs.tables.layers[record.layer];
  const exhibit::LayerSpec& spec = inputs.exhibit.layers[record.layer];
  const std::string& language = view.language;
  const std::uint32_t row = record.row;
  RecordCard card;
  card.title = std::string(table.name[row]);
  const auto add = [&card](std::string_view what, std::string value) {
    card.facts.emplace_back(what, std::move(value));
  };
  // The kind of money is what happened on its day, and stands beside it.
  const bool is_money = spec.kind == exhibit::LayerKind::kSubsidies;
  card.subtitle = subtitle_of(table, row, !is_money);
  std::string date = long_interval(table.first_day[row], language);
  const std::string note = precision_note(table.first_day[row], language);
  add(spec.date_label.is_empty() ? word(day_word(spec.kind), language) : spec.date_label.in(language), std::move(date));
  if (!note.empty()) add("", note);
  if (is_money && !table.kind[row].empty()) add(word(Word::kWhat, language), sentence_case(table.kind[row]));
  if (table.last_day[row] != data::kNoEnd)
    add(word(Word::kEnded, language), long_interval(table.last_day[row], language));
  if (is_money) {
    const double usd = table.amount_usd[row];
    add(word(Word::kAmount, language),
        std::isnan(usd) ? std::string(word(Word::kAmountUnknown, language)) : dollars(usd, language));
  }
  if (!table.county[row].empty() && table.county[row] != table.name[row]) {
    add(word(Word::kCounty, language), std::string(table.county[row]));
  }
  if (!table.confidence[row].empty()) add(word(Word::kConfidence, language), sentence_case(table.confidence[row]));
  const model::LayerIndex& index = inputs.selection.layer(record.layer);
  const auto entry = index.entry_of(row);
  // An order among records of which some are known to the month alone would be made up.
  if (spec.kind == exhibit::LayerKind::kPartnerships && entry && table.first_day[row].is_exact() &&
      index.count(index.earliest_d(*entry)).certain == index.count(index.earliest_d(*entry)).possible) {
    const int last = index.count(index.earliest_d(*entry)).certain;
    const int first = index.count(index.earliest_d(*entry) - 1.0).certain + 1;
    const std::string order = first == last ? grouped(first, language)
                                            : fmt::format("{}–{}", grouped(first, language), grouped(last, language));
    add(word(Word::kOrder, language), fmt::format(fmt::runtime(word(Word::kOrderOf, language)), order,
                                                  count_text(index.count(view.playhead_d), language)));
  }
  card.source = std::string(table.source[row]);
  card.source_url = std::string(table.source_url[row]);
  card.notes = std::string(table.notes[row]);
  card.neighbours = neighbours_of(inputs, view, record);
  return card;
}

std::string plain_text(const RecordCard& card) {
  std::string text = card.title + "\n";
  if (!card.subtitle.empty()) text += card.subtitle + "\n";
  for (const auto& [what, value] : card.facts)
    text += what.empty() ? value + "\n" : fmt::format("{}: {}\n", what, value);
  for (const std::string* line : {&card.notes, &card.source, &card.source_url}) {
    if (!line->empty()) text += *line + "\n";
  }
  return text;
}

}  // namespace spreadmap::scene
