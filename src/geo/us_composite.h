#pragma once
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/result.h"
#include "geo/proj_operation.h"
#include "geo/spaces.h"
#include "geo/us_regions.h"

namespace spreadmap::geo {

/// How an inset lies in the plane of the lower 48: map = middle of the frame + scale * (own - own middle).
struct UsInset {
  UsRegion region = UsRegion::kNone;
  const char* name = "";
  const char* albers = "";  ///< PROJ's operation to its own plane
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
  /// Errors: PROJ cannot set up one of the four.
  static Result<UsComposite> create();

  /// As Projection's: each part's places go through PROJ in one run.
  void map_from_lon_lat(std::span<const LonLat> places, std::span<MapPoint> out) const;
  [[nodiscard]] std::optional<LonLat> lon_lat_from_map(MapPoint point) const;
  /// Where the Albers of one region (not `kNone`) lays places, as if every place were its own and no frame took any. Sizes must agree.
  void map_as_of(UsRegion region, std::span<const LonLat> places, std::span<MapPoint> out) const;
  /// The frame of an inset in degrees, where the Albers of one region (not `kNone`) has it in the plane: longitudes run on over the antimeridian. To some
  /// hundred metres of the map.
  [[nodiscard]] std::vector<LonLat> frame_in(UsRegion region, const UsInset& inset) const;

 private:
  explicit UsComposite(std::vector<ProjOperation> parts) : parts_(std::move(parts)) {}
  std::vector<ProjOperation> parts_;  // by UsRegion
};

}  // namespace spreadmap::geo
