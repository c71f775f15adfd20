#pragma once
#include "geo/spaces.h"

namespace spreadmap::model {

/// Where the map is looked at from, without regard to any window: zoom 1 shows the fit extent in the room that the map has.
struct Camera {
  geo::MapPoint centre;
  double zoom = 1.0;
  bool operator==(const Camera& other) const {
    return centre.x_m == other.centre.x_m && centre.y_m == other.centre.y_m && zoom == other.zoom;
  }
};
inline constexpr double kLeastZoom = 0.5;
inline constexpr double kMostZoom = 4000.0;

}  // namespace spreadmap::model
