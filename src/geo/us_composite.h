#pragma once
#include <array>
#include <optional>
#include <span>

#include "geo/albers.h"
#include "geo/spaces.h"
#include "geo/us_regions.h"

namespace spreadmap::geo {

/// How an inset lies in the plane of the lower 48: map = middle of the frame + scale * (own - own middle).
struct UsInset {
  UsRegion region = UsRegion::kNone;
  const char* name = "";
  AlbersParameters albers;  ///< of its own plane
  double scale = 1.0;       ///< lengths on the map per length in its own plane
  MapPoint own_middle;      ///< in its own plane: what comes to the middle of the frame
  MapBounds frame;          ///< on the map: what it takes from the plane of the lower 48
};

/// Alaska, Hawaii, Puerto Rico. Frames are disjoint and hold no land of the lower 48.
const std::array<UsInset, 3>& us_insets();

/// The composite map: an Albers equal-area conic for each part, in one plane. One-to-one: a place of the lower 48's
/// Albers that an inset's frame hides (parts of Mexico), and water of an inset beyond its frame, are not defined.
class UsComposite {
 public:
  UsComposite();

  /// As Projection's.
  void map_from_lon_lat(std::span<const LonLat> places, std::span<MapPoint> out) const;
  [[nodiscard]] std::optional<LonLat> lon_lat_from_map(MapPoint point) const;

 private:
  [[nodiscard]] MapPoint map_from_lon_lat(LonLat place) const;
  std::array<Albers, 4> parts_;  // by UsRegion
};

}  // namespace spreadmap::geo
