#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "model/selector.h"

namespace spreadmap::ui {

/// The groups of a facet in the order of their rows: by how many records they have in all, whatever is filtered, then by name. So no row
/// moves while somebody filters.
struct GroupOrder {
  std::vector<std::size_t> groups;
  int most = 0;  ///< records that the first of them has
};

/// What the filter panel shows of one layer, counted once for each selection: the selector counts every row anew when it is asked.
struct FacetCache {
  std::optional<std::uint64_t> of_selection;
  std::optional<std::size_t> of_layer, of_amount_layer;
  std::optional<model::Facet> kinds, regions, precisions;
  GroupOrder kind_order, region_order, precision_order;
  model::Histogram days, amounts;

  /// The layer whose kinds, regions and days are shown: the counted one while it is seen, else the first that is.
  static std::optional<std::size_t> layer_of(const model::Story& story, const model::ViewState& view);
  /// The first layer that is seen and knows amounts.
  static std::optional<std::size_t> amount_layer_of(const model::Story& story, const model::ViewState& view);
  void bring_up_to_date(const model::Story& story, const model::Selector& selector, const model::ViewState& view);
};

}  // namespace spreadmap::ui
