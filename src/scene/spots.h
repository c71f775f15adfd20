#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "geo/spaces.h"

namespace spreadmap::scene {

/// Which rows of a layer share a point: rows at exactly one point have one spot. Spots are numbered in the order of their first rows; a
/// row whose point is not known (NaN) has one of its own.
struct Spots {
  std::vector<std::uint32_t> of_row;
  std::vector<std::uint32_t> order;  ///< by row: how many rows before it share its spot
  std::uint32_t count = 0;
  std::vector<std::uint32_t>
      by_point;  ///< rows with a point, by longitude, latitude and row: those of a spot side by side

  /// The rows at exactly that point, ascending: found in a time that grows with the logarithm of the rows. `points`: those that the spots
  /// were made of.
  [[nodiscard]] std::span<const std::uint32_t> rows_at(const std::vector<geo::LonLat>& points, geo::LonLat at) const;
};

Spots spots_of(const std::vector<geo::LonLat>& points);

}  // namespace spreadmap::scene
