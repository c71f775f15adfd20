#pragma once
#include <vector>

#include "geo/spaces.h"

namespace spreadmap::scene {

/// What the first view shows: an extent, and circles on it whose size no zoom changes and that are whole all the same.
struct FitExtent {
  struct Circle {
    double distance_m = 0.0;  ///< of its middle from the extent's, along one axis
    double radius_pt = 0.0;
  };

  geo::MapBounds bounds;
  std::vector<Circle> across, upright;  ///< those that decide: of any two, one is farther out and the other larger
  double least_m = 1e5;                 ///< that much is shown of an extent that is smaller

  /// Pixels a metre at which the extent fills a room as far as its shape allows, `kFitMarginPt` inside it so that marks at
  /// the extent's edge are whole. An extent of no size (a single mark, or none) shows `least_m` about it.
  [[nodiscard]] double px_per_m(double room_width_px, double room_height_px, double px_per_pt) const;
};

inline constexpr double kFitMarginPt = 14.0;

/// Leaves those of the circles that decide.
std::vector<FitExtent::Circle> deciding(std::vector<FitExtent::Circle> circles);

}  // namespace spreadmap::scene
