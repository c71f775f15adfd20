#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "model/facet.h"
#include "model/story.h"

namespace spreadmap::model {

/// A layer of areas with what its records have to do with them. Depends on no filter, day, camera or projection; made when the layer is
/// first shown, immutable.
struct AreaLayer {
  data::AreaTable table;
  std::size_t counted_layer = 0;           ///< whose records are counted
  std::vector<std::uint32_t> area_of_row;  ///< of that layer; `table.row_count()`: in no area
  double per = 0.0;                        ///< people; 0: values are counts
  /// Between the classes of values above 0, as of classes.h. Of every record that exists on the timeline's last day, whatever is filtered
  /// out: so a colour means the same on each day and under each filter. Rates are rounded to two figures, so that a legend can name them.
  std::vector<double> limits;

  /// What an area with so many records has: their number, or so many for each `per` people; nullopt: no data.
  [[nodiscard]] std::optional<double> value(std::size_t area, int count) const;
  [[nodiscard]] std::size_t class_count() const { return limits.size() + 1; }
};

AreaLayer make_area_layer(const exhibit::Exhibit& exhibit, const exhibit::LayerSpec& layer, data::AreaTable table,
                          const Story& story);

/// How many records stand in each area by day, of those that an index of the counted layer holds; the group after the last area has those
/// that are in none. Takes time in proportion to the layer's rows.
Facet area_counts(const AreaLayer& areas, const LayerRows& rows, const LayerIndex& index);

}  // namespace spreadmap::model
