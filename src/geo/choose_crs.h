#pragma once
#include <optional>
#include <span>
#include <string>

#include "geo/spaces.h"

namespace spreadmap::geo {

/// Names of maps that are made for the records at hand, beside what PROJ knows.
inline constexpr const char* kAutoCrs = "auto";
inline constexpr const char* kAlbersCrs = "albers";
inline constexpr const char* kWebMercatorCrs = "web-mercator";
inline constexpr const char* kEqualEarthCrs = "equal-earth";
inline constexpr const char* kOrthographicCrs = "orthographic";

/// How the places of all records lie on the globe.
struct Extent {
  LonLat centre;                 ///< the middle of them all on the sphere
  double radius_deg = 180.0;     ///< of a circle about it that holds all but the farthest fiftieth
  double middle_lon_deg = 0.0;   ///< opposite the middle of the widest stretch of longitudes without a record
  double empty_lon_deg = 360.0;  ///< how wide that stretch is
  double south_deg = -60.0, north_deg = 60.0;
  double share_in_us = 0.0;  ///< of the records, in the parts that the composite US map shows
};
/// Places that are not known (NaN) do not count; without any the extent is the world.
Extent extent_of(std::span<const LonLat> places);

/// What was asked for as a CRS that Projection knows: the names above made for an extent, a bare number as an EPSG code, anything else as it is.
///
/// `auto`: the composite where two thirds of the records are in the US; Equal Earth, cut where no record is, where they lie more than 60 degrees
/// about their middle; else an azimuthal equal-area map of that middle. `web-mercator` is EPSG:3857, or the same about another meridian where the
/// records lie on both sides of the 180th. `orthographic` is the globe seen from above `above`, or the records' middle.
std::string chosen_crs(const std::string& asked, const Extent& extent, std::optional<LonLat> above = std::nullopt);

}  // namespace spreadmap::geo
