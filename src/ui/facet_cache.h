#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "model/selector.h"

namespace spreadmap::ui {

/// What the filter panel shows of one layer, counted once for each selection: the selector counts every row anew when it is asked.
struct FacetCache {
  std::optional<std::uint64_t> of_selection;
  std::optional<std::size_t> of_layer, of_amount_layer;
  std::optional<model::Facet> kinds, regions, precisions;
  model::Histogram days, amounts;

  /// The layer whose kinds, regions and days are shown: the counted one while it is seen, else the first that is.
  static std::optional<std::size_t> layer_of(const model::Story& story, const model::ViewState& view);
  /// The first layer that is seen and knows amounts.
  static std::optional<std::size_t> amount_layer_of(const model::Story& story, const model::ViewState& view);
  void bring_up_to_date(const model::Story& story, const model::Selector& selector, const model::ViewState& view);
};

/// What the filter panel remembers beside what the view holds: a hand's work in progress.
struct FilterPanelState {
  FacetCache facets;
  std::string text;  ///< what stands in the text field
  bool is_typing = false;
  std::string crs_text;        ///< what stands in the field for a CRS
  bool is_naming_crs = false;  ///< that field has the keyboard
  std::string find_text;       ///< what stands in the field to find in
  bool is_finding = false;     ///< that field has the keyboard
  bool wants_find = false;     ///< that field is to take the keyboard
  std::string key;             ///< a chord that was pressed while a field had the keyboard; of this picture only
  std::size_t found_at = 0;    ///< which of what was found Enter goes to
  bool has_overflow = false;   ///< the panel is longer than its room
  bool shows_all_kinds = false, shows_all_regions = false;
};

}  // namespace spreadmap::ui
