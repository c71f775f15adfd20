#include "ui/facet_cache.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spreadmap::ui {
namespace {

constexpr std::size_t kDayBins = 34;

GroupOrder ordered(const model::CodedColumn& column) {
  std::vector<int> counts(column.values.size(), 0);
  for (const auto code : column.codes) ++counts[code];
  GroupOrder order;
  for (std::size_t group = 0; group < counts.size(); ++group) {
    if (counts[group] > 0) order.groups.push_back(group);
  }
  std::sort(order.groups.begin(), order.groups.end(), [&](std::size_t a, std::size_t b) {
    return std::pair(-counts[a], column.values[a]) < std::pair(-counts[b], column.values[b]);
  });
  if (!order.groups.empty()) order.most = counts[order.groups.front()];
  return order;
}

/// From the finest to the coarsest.
GroupOrder ordered(const std::vector<model::DatePrecision>& precisions) {
  std::array<int, 3> counts{};
  for (const auto precision : precisions) ++counts.at(static_cast<std::size_t>(precision));
  GroupOrder order{{}, *std::max_element(counts.begin(), counts.end())};
  for (std::size_t group = 0; group < counts.size(); ++group) {
    if (counts.at(group) > 0) order.groups.push_back(group);
  }
  return order;
}

}  // namespace

std::optional<std::size_t> FacetCache::layer_of(const model::Story& story, const model::ViewState& view) {
  if (const auto counted = story.counted_layer(); counted && story.shows_records_of(view, *counted)) return counted;
  for (std::size_t layer = 0; layer < story.layer_count(); ++layer) {
    if (story.shows_records_of(view, layer)) return layer;
  }
  return std::nullopt;
}

std::optional<std::size_t> FacetCache::amount_layer_of(const model::Story& story, const model::ViewState& view) {
  for (std::size_t layer = 0; layer < story.layer_count(); ++layer) {
    if (story.shows_records_of(view, layer) && story.rows(layer).knows_amounts) return layer;
  }
  return std::nullopt;
}

void FacetCache::bring_up_to_date(const model::Story& story, const model::Selector& selector,
                                  const model::ViewState& view) {
  const auto layer = layer_of(story, view), amount_layer = amount_layer_of(story, view);
  const std::uint64_t key = selector.selection().key();
  if (of_selection == key && of_layer == layer && of_amount_layer == amount_layer) return;
  if (layer && of_layer != layer) {
    kind_order = ordered(story.rows(*layer).kind);
    region_order = ordered(story.rows(*layer).region);
    precision_order = ordered(story.rows(*layer).precision);
  }
  of_selection = key;
  of_layer = layer;
  of_amount_layer = amount_layer;
  kinds.reset();
  regions.reset();
  precisions.reset();
  if (layer) {
    kinds.emplace(selector.kinds(*layer));
    regions.emplace(selector.regions(*layer));
    precisions.emplace(selector.precisions(*layer));
    days = selector.days(*layer, kDayBins);
  }
  amounts = of_amount_layer ? selector.amounts(*of_amount_layer) : model::Histogram{};
}

}  // namespace spreadmap::ui
