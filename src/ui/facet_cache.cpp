#include "ui/facet_cache.h"

namespace spreadmap::ui {
namespace {

constexpr std::size_t kDayBins = 34;

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
