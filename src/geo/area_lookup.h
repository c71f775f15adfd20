#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "geo/spaces.h"

namespace spreadmap::geo {

/// Which of many areas holds a point, in degrees of longitude and latitude, by the even-odd rule: a hole of an area is outside it. A point
/// on a border that two areas share, at exactly the same points, is in one of the two, never in both or none; where areas overlap the
/// first has it. Made once; immutable.
///
/// Even-odd counting of the edges that a ray crosses, each edge closed at its lower end and open at its upper one, and looked at from its
/// lower end whichever way the ring goes: so neighbours reckon with the same numbers. M. Shimrat, Algorithm 112, CACM 5(8), 1962. Each
/// area's edges lie in bands of latitude, so that a point is held against those of one band only.
class AreaLookup {
 public:
  /// Area i owns rings [area_ring_ends[i-1] .. area_ring_ends[i]), ring r points[ring_ends[r-1] .. ring_ends[r]); rings need not repeat
  /// their first point.
  AreaLookup(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends,
             std::span<const std::uint32_t> area_ring_ends);

  /// `point`: longitude from -180 to 180; areas may count on to 360. nullopt: in none.
  [[nodiscard]] std::optional<std::uint32_t> area_at(LonLat point) const;

 private:
  /// An edge from its lower end to its upper one.
  struct Edge {
    LonLat low, high;
  };
  struct Area {
    double south_deg = 0.0, north_deg = 0.0, west_deg = 0.0, east_deg = 0.0;
    std::uint32_t first_band = 0, band_count = 0;  ///< band b of the area has edges_[band_ends_[b-1] .. band_ends_[b])
  };
  void add_area(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends, std::size_t first_ring,
                std::size_t ring_end);
  void fill_cells();
  [[nodiscard]] std::optional<std::uint32_t> area_as_counted(LonLat point) const;
  [[nodiscard]] bool holds(const Area& area, LonLat point) const;

  std::vector<Area> areas_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> band_ends_;
  /// For each whole degree of longitude and latitude the areas whose extent meets it, in order.
  std::vector<std::uint32_t> cell_ends_, cell_areas_;
};

}  // namespace spreadmap::geo
