#include "scene/record_card.h"

#include <fmt/format.h>

#include <cmath>

#include "scene/area_words.h"
#include "scene/words.h"

namespace spreadmap::scene {
namespace {

/// Says the values of a layer's columns in the view's language.
struct Speaker {
  const exhibit::LayerSpec& spec;
  const language::Language& language;
  const std::string& tag;
  [[nodiscard]] std::string value(std::string_view field, std::string_view value) const {
    return exhibit::value_text(spec, field, value, tag);
  }
  [[nodiscard]] std::string sentence(std::string_view field, std::string_view value) const {
    return language.sentence(this->value(field, value));
  }
};

/// Whether nothing is known of where a record is.
bool says_no_place(const data::PointTable& table, std::uint32_t row) {
  return std::isnan(table.lon_lat[row].lon_deg) && table.place[row].empty() && table.region[row].empty();
}

/// "Police · Orlando, FL": what the record says of itself beside its name, each thing once.
/// "Place unknown" where it says and is none.
std::string subtitle_of(const data::PointTable& table, std::uint32_t row, const Speaker& speaker, bool says_kind) {
  std::string place;
  const std::string_view name = table.name[row];
  for (const std::string& part : {std::string(table.place[row]), speaker.value("region", table.region[row])}) {
    if (part.empty() || part == name) continue;  // a record may be named as its place is
    place += (place.empty() ? "" : ", ") + part;
  }
  if (says_no_place(table, row)) place = speaker.language.text("Place unknown");
  const std::string kind = says_kind ? speaker.sentence("kind", table.kind[row]) : "";
  return language::beside(kind, place);
}

const char* day_text(exhibit::LayerKind kind) {
  switch (kind) {
    case exhibit::LayerKind::kPartnerships:
      return language::noted("Since");
    case exhibit::LayerKind::kSubsidies:
      return language::noted("Date");
    case exhibit::LayerKind::kSignatories:
    case exhibit::LayerKind::kAreas:
    case exhibit::LayerKind::kDensity:
      break;
  }
  return language::noted("Signed");
}

std::vector<model::RecordRef> neighbours_of(const SceneInputs& inputs, const model::ViewState& view,
                                            model::RecordRef record) {
  std::vector<model::RecordRef> found;
  const geo::LonLat at = inputs.tables.layers[record.layer].lon_lat[record.row];
  for (std::uint32_t layer = 0; layer < inputs.tables.layers.size(); ++layer) {
    if (!view.layers[layer].visible) continue;
    const model::LayerIndex& index = inputs.selection.layer(layer);
    for (const std::uint32_t row : inputs.geometry.spots[layer].rows_at(inputs.tables.layers[layer].lon_lat, at)) {
      const model::RecordRef other{layer, row};
      if (other != record && index.may_be_there(row, view.playhead_d)) found.push_back(other);
    }
  }
  return found;
}

/// An area's: how many records are in it, how many people live there, and what that makes.
RecordCard area_card(const SceneInputs& inputs, const model::ViewState& view, model::RecordRef record) {
  const AreaInput& input = inputs.areas[record.layer];
  const model::AreaLayer& areas = *input.layer;
  const exhibit::LayerSpec& spec = inputs.exhibit.layers[record.layer];
  const language::Language& language = inputs.language;
  RecordCard card;
  card.title = std::string(areas.table.name[record.row]);
  const std::string_view region = areas.table.region[record.row];
  if (region != card.title) card.subtitle = std::string(region);
  const int count = input.counts->count(record.row, view.playhead_d).certain;
  card.facts.emplace_back(unit_of(inputs.exhibit, spec, view.language), language.number(count));
  if (!spec.population) return card;
  const double people = areas.table.people[record.row];
  const char* no_data = language.text("No data");
  card.facts.emplace_back(fmt::format("{} {}", language.text("Population"), spec.population->year),
                          std::isnan(people) ? std::string(no_data) : language.number(std::llround(people)));
  if (areas.per > 0.0) {
    const auto value = areas.value(record.row, count);
    card.facts.emplace_back(per_people(areas.per, language),
                            value ? rate_text(*value, language) : std::string(no_data));
  }
  card.source = spec.population->credit.in(view.language);
  return card;
}

}  // namespace

bool is_known_area(const SceneInputs& inputs, model::RecordRef record) {
  const model::AreaLayer* areas = inputs.areas[record.layer].layer;
  return areas != nullptr && record.row < areas->table.row_count();
}

RecordCard record_card(const SceneInputs& inputs, const model::ViewState& view, model::RecordRef record) {
  if (inputs.areas[record.layer].layer != nullptr) return area_card(inputs, view, record);
  const data::PointTable& table = inputs.tables.layers[record.layer];
  const exhibit::LayerSpec& spec = inputs.exhibit.layers[record.layer];
  const language::Language& language = inputs.language;
  const std::uint32_t row = record.row;
  const Speaker speaker{spec, language, view.language};
  RecordCard card;
  card.title = std::string(table.name[row]);
  const auto add = [&card](std::string_view what, std::string value) {
    card.facts.emplace_back(what, std::move(value));
  };
  // The kind of money is what happened on its day, and stands beside it.
  const bool is_money = spec.kind == exhibit::LayerKind::kSubsidies;
  card.subtitle = subtitle_of(table, row, speaker, !is_money);
  add(spec.date_label.is_empty() ? language.text(day_text(spec.kind)) : spec.date_label.in(view.language),
      language.long_interval(table.first_day[row]));
  const model::DatePrecision precision = model::precision_of(table.first_day[row]);
  if (precision != model::DatePrecision::kDay) {
    // Of a part of a month something else is known than the month.
    const bool is_part = precision == model::DatePrecision::kMonth && !time::is_whole_month(table.first_day[row]);
    add("", std::string(language.text(precision_text(is_part ? model::DatePrecision::kLess : precision))));
  }
  if (is_money && !table.kind[row].empty())
    add(language.text("What it was"), speaker.sentence("kind", table.kind[row]));
  if (table.last_day[row] != data::kNoEnd) add(language.text("Ended"), language.long_interval(table.last_day[row]));
  const double usd = table.amount_usd[row];
  if (is_money || !std::isnan(usd)) {
    add(language.text("Amount"),
        std::isnan(usd) ? std::string(language.text("Amount unknown")) : language.dollars(usd));
  }
  if (!table.county[row].empty() && table.county[row] != table.name[row]) {
    add(language.text("County"), speaker.value("county", table.county[row]));
  }
  if (!table.confidence[row].empty())
    add(language.text("Confidence"), speaker.sentence("confidence", table.confidence[row]));
  if (std::isnan(inputs.geometry.marks[record.layer][row].x_m) && !says_no_place(table, row)) {
    add("", language.text("Not on this map"));
  }
  const model::LayerIndex& index = inputs.selection.layer(record.layer);
  const auto entry = index.entry_of(row);
  // An order among records of which some are known to the month alone, or are gone again, would be made up.
  if (spec.kind == exhibit::LayerKind::kPartnerships && entry && index.window_days() == 0 &&
      table.first_day[row].is_exact() &&
      index.begun(index.earliest_d(*entry)).certain == index.begun(index.earliest_d(*entry)).possible) {
    const int last = index.begun(index.earliest_d(*entry)).certain;
    const int first = index.begun(index.earliest_d(*entry) - 1.0).certain + 1;
    const std::string order =
        first == last ? language.number(first) : language.range(language.number(first), language.number(last));
    // Ended ones have their place in it, and are among those of which it is one.
    // TRANSLATORS: the place of a record among all that have begun by the day that is shown: "405 of 1,331"
    add(language.text("Order"), language.filled("{} of {}", order, count_text(index.begun(view.playhead_d), language)));
  }
  card.source = speaker.value("source", table.source_in(view.language, row));
  card.source_url = std::string(table.source_url[row]);
  card.notes = speaker.value("notes", table.notes_in(view.language, row));
  card.neighbours = neighbours_of(inputs, view, record);
  return card;
}

RecordCard milestone_card(const exhibit::MilestoneSpec& milestone, const language::Language& language,
                          const std::string& tag) {
  RecordCard card;
  card.title = milestone.label.in(tag);
  card.facts.emplace_back(language.text("Date"), language.long_interval(milestone.day));
  if (!milestone.total.is_empty()) card.notes = milestone.total.in(tag);
  card.source = milestone.source.in(tag);
  card.source_url = milestone.source_url;
  return card;
}

std::string plain_text(const RecordCard& card) {
  std::string text = card.preface.empty() ? "" : card.preface + "\n";
  text += card.title + "\n";
  if (!card.subtitle.empty()) text += card.subtitle + "\n";
  for (const auto& [what, value] : card.facts)
    text += what.empty() ? value + "\n" : fmt::format("{}: {}\n", what, value);
  for (const std::string* line : {&card.notes, &card.source, &card.source_url}) {
    if (!line->empty()) text += *line + "\n";
  }
  return text;
}

}  // namespace spreadmap::scene
