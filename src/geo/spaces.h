#pragma once
#include <algorithm>
#include <cmath>
#include <limits>

namespace spreadmap::geo {

/// Geographic WGS84. Longitude first, by field name.
struct LonLat {
  double lon_deg = 0.0;
  double lat_deg = 0.0;
};

/// The map plane: metres after projection, x east, y north. A composite's insets lie in the same plane.
struct MapPoint {
  double x_m = 0.0;
  double y_m = 0.0;
};

/// What has no place on a map.
inline constexpr MapPoint kNoMapPoint{std::numeric_limits<double>::quiet_NaN(),
                                      std::numeric_limits<double>::quiet_NaN()};

inline bool is_placed(MapPoint point) { return std::isfinite(point.x_m) && std::isfinite(point.y_m); }

/// Relative to a MapOrigin: the only position that a vertex buffer holds.
struct LocalPoint {
  float x_m = 0.0F;
  float y_m = 0.0F;
};

/// Where the local space has its zero, in the map plane.
using MapOrigin = MapPoint;

inline LocalPoint local_from_map(MapPoint point, MapOrigin origin) {
  return {static_cast<float>(point.x_m - origin.x_m), static_cast<float>(point.y_m - origin.y_m)};
}

/// An axis-aligned extent in the map plane; empty until a point is included.
struct MapBounds {
  double min_x_m = std::numeric_limits<double>::infinity();
  double min_y_m = std::numeric_limits<double>::infinity();
  double max_x_m = -std::numeric_limits<double>::infinity();
  double max_y_m = -std::numeric_limits<double>::infinity();

  void include(MapPoint point) {
    min_x_m = std::min(min_x_m, point.x_m);
    min_y_m = std::min(min_y_m, point.y_m);
    max_x_m = std::max(max_x_m, point.x_m);
    max_y_m = std::max(max_y_m, point.y_m);
  }
  [[nodiscard]] bool is_empty() const { return min_x_m > max_x_m; }
  [[nodiscard]] double width_m() const { return max_x_m - min_x_m; }
  [[nodiscard]] double height_m() const { return max_y_m - min_y_m; }
  [[nodiscard]] MapPoint centre() const { return {(min_x_m + max_x_m) / 2.0, (min_y_m + max_y_m) / 2.0}; }
  [[nodiscard]] bool contains(MapPoint point) const {
    return point.x_m >= min_x_m && point.x_m <= max_x_m && point.y_m >= min_y_m && point.y_m <= max_y_m;
  }
};

}  // namespace spreadmap::geo
