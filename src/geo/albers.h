#pragma once
#include <optional>

#include "geo/spaces.h"

namespace spreadmap::geo {

/// What makes one Albers conic out of all: two standard parallels and where the plane has its zero.
struct AlbersParameters {
  double parallel_1_deg = 0.0;
  double parallel_2_deg = 0.0;
  double origin_lat_deg = 0.0;
  double origin_lon_deg = 0.0;
};

/// The Albers equal-area conic of the WGS84 ellipsoid. Law: the area of a figure on the plane, in square metres, is its
/// area on the ellipsoid. Agrees with PROJ's `aea` within a micrometre; it stands here because setting PROJ up opens
/// its database, which takes longer than all the points of a map. Source: Snyder, Map Projections: A Working Manual
/// (USGS PP 1395, 1987), equations 3-12, 3-16, 14-1 to 14-19.
class Albers {
 public:
  /// The parallels lie north of the equator on the whole: their sum is positive.
  explicit Albers(AlbersParameters parameters);

  /// NaN for what is not a place (a latitude beyond a pole). Longitudes may run on past 180.
  [[nodiscard]] MapPoint map_from_lon_lat(LonLat place) const;
  /// nullopt beyond the fan that the earth fills. Longitudes from -180 to 180.
  [[nodiscard]] std::optional<LonLat> lon_lat_from_map(MapPoint point) const;

 private:
  // Snyder's n, C and rho_0.
  double cone_ = 0.0;
  double c_ = 0.0;
  double origin_radius_m_ = 0.0;
  double origin_lon_deg_ = 0.0;
};

}  // namespace spreadmap::geo
