#include "model/selector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <iterator>
#include <limits>
#include <utility>

#include "base/folded.h"
#include "base/hash.h"
#include "base/parallel.h"

namespace spreadmap::model {
namespace {

/// For each code of a column whether it is among the wanted texts.
std::vector<bool> wanted_codes(const CodedColumn& column, const std::vector<std::string>& wanted) {
  std::vector<bool> is_wanted(column.values.size());
  for (std::size_t code = 0; code < is_wanted.size(); ++code) {
    is_wanted[code] = std::find(wanted.begin(), wanted.end(), column.values[code]) != wanted.end();
  }
  return is_wanted;
}

/// The words of a text, folded.
std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words;
  const std::string all = folded(text);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find(' ', begin), all.size());
    if (end > begin) words.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// What free text is looked for in, folded; fields are kept apart by a character that nobody types.
data::StringColumn searched_texts(const data::PointTable& table) {
  data::StringColumn out;
  std::string text;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    text.clear();
    for (const auto* column : {&table.name, &table.place, &table.county, &table.region, &table.notes}) {
      append_folded((*column)[row], text);
      text.push_back('\x1f');
    }
    for (const data::TextsIn& texts : table.texts_in) {
      append_folded(texts.notes[row], text);
      text.push_back('\x1f');
    }
    out.push_back(text);
  }
  return out;
}

/// The words, the rarest first, as far as a sample of the texts tells: it leaves the fewest rows for the others to be looked for in.
std::vector<std::string> rarest_first(std::vector<std::string> words, const data::StringColumn& texts) {
  constexpr std::size_t kSample = 1000;
  const std::size_t stride = texts.size() / kSample + 1;
  std::vector<std::pair<std::size_t, std::string>> counted;
  for (std::string& word : words) {
    std::size_t hits = 0;
    for (std::size_t row = 0; row < texts.size(); row += stride) {
      if (texts[row].find(word) != std::string_view::npos) ++hits;
    }
    counted.emplace_back(hits, std::move(word));
  }
  std::sort(counted.begin(), counted.end());
  for (std::size_t i = 0; i < words.size(); ++i) words[i] = std::move(counted[i].second);
  return words;
}

/// Marks those rows of [from_row, to_row) whose text holds a word. Looks through all texts at once: rows are many and hits are few.
void find_rows_with(const data::StringColumn& texts, std::string_view word, std::size_t from_row, std::size_t to_row,
                    std::vector<char>& has) {
  const auto begins_at = [&](std::size_t row) -> std::size_t { return row == 0 ? 0 : texts.ends[row - 1]; };
  const std::string_view all = std::string_view(texts.bytes).substr(0, begins_at(to_row));
  std::size_t row = from_row;
  for (std::size_t begin = begins_at(from_row); begin < all.size();) {
    // Several times as fast as string_view's, which stops at each byte that a word may begin with.
    const void* const found = memmem(all.data() + begin, all.size() - begin, word.data(), word.size());
    if (found == nullptr) break;
    const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - all.data());
    while (texts.ends[row] <= at) ++row;
    // A hit that runs on into the next row is none of either.
    const bool is_within = at + word.size() <= texts.ends[row];
    if (is_within) has[row] = 1;
    begin = is_within ? texts.ends[row] : at + 1;
  }
}

/// By row, whether its text has all the words; the fewest have the first.
std::vector<char> rows_with(const data::StringColumn& texts, const std::vector<std::string>& words) {
  constexpr std::size_t kLeastPart = 50'000;
  std::vector<char> has_all(texts.size(), 0);
  for_each_part(texts.size(), kLeastPart, [&](std::size_t from_row, std::size_t to_row) {
    find_rows_with(texts, words.front(), from_row, to_row, has_all);
    for (std::size_t row = from_row; row < to_row; ++row) {
      for (std::size_t i = 1; i < words.size() && has_all[row] != 0; ++i) {
        has_all[row] = texts[row].find(words[i]) != std::string_view::npos ? 1 : 0;
      }
    }
  });
  return has_all;
}

/// 1, 2, 5, 10, … from the last that is not above `least` to the first that is above `most`.
std::vector<double> round_amounts(double least, double most) {
  std::vector<double> edges;
  for (double ten = std::pow(10.0, std::floor(std::log10(least))); edges.empty() || edges.back() <= most; ten *= 10.0) {
    for (const double edge : {ten, 2.0 * ten, 5.0 * ten}) {
      if (!edges.empty() && edges.back() > most) break;
      if (!edges.empty() && edges.back() < least && edge <= least) edges.pop_back();
      edges.push_back(edge);
    }
  }
  return edges;
}

std::uint64_t key_of(const Filter& filter, const std::vector<LayerView>& layers) {
  Fnv1a hash;
  const auto add_texts = [&hash](const std::vector<std::string>& texts) {
    hash.add_value(texts.size());
    for (const std::string& text : texts) {
      hash.add_value(text.size());
      hash.add(text);
    }
  };
  add_texts(filter.regions);
  hash.add_value(filter.days.has_value());
  if (filter.days) hash.add_value(*filter.days);
  hash.add_value(filter.amount_usd.has_value());
  if (filter.amount_usd) hash.add_value(*filter.amount_usd);
  for (const DatePrecision precision : filter.precisions) hash.add_value(precision);
  add_texts({filter.text});
  for (const LayerView& layer : layers) {
    hash.add_value(layer.shows_low_confidence);
    hash.add_value(layer.window_days);
    add_texts(layer.kinds);
  }
  return hash.value();
}

}  // namespace

Selector::Selector(const Story& story) : story_(story), layers_(story.layer_count()) {
  selection_.whole_ = story.axis().whole();
  selection_.chosen_.resize(story.layer_count());
  selection_.windowed_.resize(story.layer_count());
  for (std::size_t layer = 0; layer < story.layer_count(); ++layer) selection_.layers_.push_back(&story.whole(layer));
  selection_.wholes_ = selection_.layers_;
  // Nothing is asked yet, so that the first view, which may hide what is of low confidence, is looked at.
  asked_.layers.assign(story.layer_count(), {true, true, {}});
  choose();
}

const Selection& Selector::select(const ViewState& view) {
  Asked asked{view.filter, view.layers};
  asked.layers.resize(story_.layer_count());
  // What is hidden, or can hardly be seen, is not refused.
  for (LayerView& layer : asked.layers) {
    layer.visible = true;
    layer.opacity = 1.0;
  }
  if (asked == asked_) return selection_;
  for (std::size_t layer = 0; layer < layers_.size(); ++layer) refuse(layer, asked);
  asked_ = std::move(asked);
  choose();
  return selection_;
}

template <class Refuses>
void Selector::set(std::size_t layer, Dimension dimension, bool is_asked, const Refuses& refuses) {
  std::vector<std::uint8_t>& refusals = layers_[layer].refusals;
  if (refusals.empty()) {
    if (!is_asked) return;
    refusals.assign(story_.rows(layer).days.row_count(), 0);
  }
  const std::uint8_t bit = bit_of(dimension);
  const auto others = static_cast<std::uint8_t>(~bit);
  for (std::size_t row = 0; row < refusals.size(); ++row) {
    const auto kept = static_cast<std::uint8_t>(refusals[row] & others);
    refusals[row] = is_asked && refuses(row) ? static_cast<std::uint8_t>(kept | bit) : kept;
  }
}

void Selector::set_text(std::size_t layer, const std::string& text) {
  const std::vector<std::string> words = words_in(text);
  data::StringColumn& texts = layers_[layer].searched;
  if (words.empty()) return set(layer, Dimension::kText, false, [](std::size_t /*row*/) { return false; });
  if (texts.size() == 0) texts = searched_texts(*story_.rows(layer).table);
  const std::vector<char> has_all = rows_with(texts, rarest_first(words, texts));
  set(layer, Dimension::kText, true, [&](std::size_t row) { return has_all[row] == 0; });
}

void Selector::refuse(std::size_t layer, const Asked& asked) {
  const LayerRows& rows = story_.rows(layer);
  const data::PointTable& table = *rows.table;
  const Filter &now = asked.filter, &before = asked_.filter;
  if (asked.layers[layer].kinds != asked_.layers[layer].kinds) {
    const auto& kinds = asked.layers[layer].kinds;
    const std::vector<bool> wanted = wanted_codes(rows.kind, kinds);
    set(layer, Dimension::kKind, !kinds.empty(), [&](std::size_t row) { return !wanted[rows.kind.codes[row]]; });
  }
  if (now.regions != before.regions) {
    const std::vector<bool> wanted = wanted_codes(rows.region, now.regions);
    set(layer, Dimension::kRegion, !now.regions.empty() && rows.region.says_anything(),
        [&](std::size_t row) { return !wanted[rows.region.codes[row]]; });
  }
  if (now.days != before.days) {
    const time::DayInterval days = now.days.value_or(time::DayInterval{});
    set(layer, Dimension::kDays, now.days.has_value(), [&](std::size_t row) {
      return table.first_day[row].latest < days.earliest || table.first_day[row].earliest > days.latest;
    });
  }
  if (now.amount_usd != before.amount_usd) {
    const AmountRange range = now.amount_usd.value_or(AmountRange{});
    set(layer, Dimension::kAmount, now.amount_usd.has_value() && rows.knows_amounts, [&](std::size_t row) {
      return !(table.amount_usd[row] >= range.from_usd && table.amount_usd[row] <= range.to_usd);
    });
  }
  if (now.precisions != before.precisions) {
    std::array<bool, 3> wanted{};
    for (const DatePrecision precision : now.precisions) wanted.at(static_cast<std::size_t>(precision)) = true;
    set(layer, Dimension::kPrecision, !now.precisions.empty(),
        [&](std::size_t row) { return !wanted.at(static_cast<std::size_t>(rows.precision[row])); });
  }
  if (now.text != before.text) set_text(layer, now.text);
  if (asked.layers[layer].shows_low_confidence != asked_.layers[layer].shows_low_confidence) {
    const auto& hidden = story_.hidden_confidences(layer);
    set(layer, Dimension::kConfidence, !asked.layers[layer].shows_low_confidence && !hidden.empty(),
        [&](std::size_t row) {
          return std::find(hidden.begin(), hidden.end(), table.confidence[row]) != hidden.end();
        });
  }
}

void Selector::choose() {
  selection_.event_days_ = story_.milestone_days();
  for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
    const auto& refusals = layers_[layer].refusals;
    const bool refuses_any = std::any_of(refusals.begin(), refusals.end(), [](std::uint8_t bits) { return bits != 0; });
    auto& chosen = selection_.chosen_[layer];
    chosen.reset();
    const int window_days = asked_.layers[layer].window_days;
    auto& windowed = selection_.windowed_[layer];
    if (window_days == 0) {
      windowed.reset();
    } else if (!windowed || windowed->window_days() != window_days) {
      windowed.emplace(story_.rows(layer), story_.axis(), std::vector<std::uint8_t>{}, window_days);
    }
    selection_.wholes_[layer] = windowed ? &*windowed : &story_.whole(layer);
    if (refuses_any) chosen.emplace(story_.rows(layer), story_.axis(), refusals, window_days);
    selection_.layers_[layer] = chosen ? &*chosen : selection_.wholes_[layer];
    const auto& days = selection_.layers_[layer]->event_days();
    selection_.event_days_.insert(selection_.event_days_.end(), days.begin(), days.end());
  }
  std::vector<double>& days = selection_.event_days_;
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  selection_.key_ = key_of(asked_.filter, asked_.layers);
}

Facet Selector::kinds(std::size_t layer) const {
  const CodedColumn& kind = story_.rows(layer).kind;
  return {story_.rows(layer).days, asked_.layers[layer].window_days,
          kind.values.size(),      [&](std::uint32_t row) { return kind.codes[row]; },
          layers_[layer].refusals, Dimension::kKind};
}

Facet Selector::regions(std::size_t layer) const {
  const CodedColumn& region = story_.rows(layer).region;
  return {story_.rows(layer).days, asked_.layers[layer].window_days,
          region.values.size(),    [&](std::uint32_t row) { return region.codes[row]; },
          layers_[layer].refusals, Dimension::kRegion};
}

Facet Selector::precisions(std::size_t layer) const {
  const auto& precision = story_.rows(layer).precision;
  return {story_.rows(layer).days,
          asked_.layers[layer].window_days,
          3,
          [&](std::uint32_t row) { return static_cast<std::size_t>(precision[row]); },
          layers_[layer].refusals,
          Dimension::kPrecision};
}

Histogram Selector::days(std::size_t layer, std::size_t bin_count) const {
  const RowDays& days = story_.rows(layer).days;
  const auto& refusals = layers_[layer].refusals;
  const auto others = static_cast<std::uint8_t>(~bit_of(Dimension::kDays));
  const double length_d = story_.axis().whole().to_d + 1.0;
  Histogram histogram;
  histogram.counts.resize(bin_count);
  histogram.left.resize(bin_count);
  for (std::size_t bin = 0; bin <= bin_count; ++bin) {
    histogram.edges.push_back(length_d * static_cast<double>(bin) / static_cast<double>(bin_count));
  }
  for (std::size_t row = 0; row < days.row_count(); ++row) {
    const int day = days.earliest[row];
    if (!days.is_exact(row) || day < 0 || day >= length_d) continue;
    if (!refusals.empty() && (refusals[row] & others) != 0) continue;
    const auto bin = static_cast<std::size_t>(day / length_d * static_cast<double>(bin_count));
    ++histogram.counts[bin];
    if (refusals.empty() || refusals[row] == 0) ++histogram.left[bin];
  }
  return histogram;
}

Histogram Selector::amounts(std::size_t layer) const {
  const auto& amounts = story_.rows(layer).table->amount_usd;
  const auto& refusals = layers_[layer].refusals;
  const auto others = static_cast<std::uint8_t>(~bit_of(Dimension::kAmount));
  // The bins are those of all rows, so that they stay where they are while other filters change.
  double least_usd = std::numeric_limits<double>::infinity(), most_usd = 0.0;
  for (const double usd : amounts) {
    if (!(usd > 0.0)) continue;
    least_usd = std::min(least_usd, usd);
    most_usd = std::max(most_usd, usd);
  }
  Histogram histogram;
  if (most_usd <= 0.0) return histogram;
  histogram.edges = round_amounts(least_usd, most_usd);
  histogram.counts.resize(histogram.edges.size() - 1);
  histogram.left.resize(histogram.counts.size());
  for (std::size_t row = 0; row < amounts.size(); ++row) {
    if (!(amounts[row] > 0.0) || (!refusals.empty() && (refusals[row] & others) != 0)) continue;
    const auto above = std::upper_bound(histogram.edges.begin(), std::prev(histogram.edges.end()), amounts[row]);
    const auto bin = static_cast<std::size_t>(above - histogram.edges.begin()) - 1;
    ++histogram.counts[bin];
    if (refusals.empty() || refusals[row] == 0) ++histogram.left[bin];
  }
  return histogram;
}

}  // namespace spreadmap::model
