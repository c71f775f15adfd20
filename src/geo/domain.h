#pragma once
#include <span>
#include <string_view>

#include "geo/spaces.h"

namespace spreadmap::geo {

/// The part of the earth that a projection shows, cut where its plane is torn or runs to infinity.
struct Domain {
  enum class Kind {
    kWhole,  ///< nothing is cut: the composite, which has rules of its own
    kBand,   ///< between two meridians, `half_width_deg` either side of `lon_0_deg`, and two parallels
    kCap,  ///< within `radius_deg` of (lon_0_deg, lat_0_deg), latitudes taken as on a sphere: the near side of a globe
  };
  Kind kind = Kind::kWhole;
  double lon_0_deg = 0.0, lat_0_deg = 0.0;
  double half_width_deg = 180.0;
  double south_deg = -90.0, north_deg = 90.0;
  double radius_deg = 90.0;

  [[nodiscard]] bool contains(LonLat place) const;
  /// More than a map with this domain stretches anything, in the sense of is_torn(): the composite, whose insets lie far from their neighbours,
  /// stretches nothing much.
  [[nodiscard]] double most_stretch() const { return kind == Kind::kWhole ? 3.0 : 20.0; }
  /// The place itself where the domain holds it, else one on its edge: from a globe's far side on the horizon, in the direction in which it lies.
  /// `beside_deg`: a longitude near it; of the meridian that is the map's left and right edge both, it says which is meant.
  [[nodiscard]] LonLat nearest(LonLat place, double beside_deg) const;
};

/// The domain of an operation in PROJ's own terms (a pipeline in the PROJ.5 style), by its projection. What is not known by name is
/// cut at the meridian opposite its centre. Web Mercator's latitude is 2 atan(e^pi) - 90 degrees, where its map is square.
Domain domain_of(std::string_view steps);

/// Whether a map is torn between two places that lie side by side, since they are more than so many times as far apart on it as on the ground, counted by
/// degrees: along a pole, which may be a line, they are not one place.
bool is_torn(LonLat a, LonLat b, MapPoint a_m, MapPoint b_m, double most_stretch);

/// The angle between two places in degrees, on a sphere.
double angle_deg(LonLat a, LonLat b);
/// The direction from one place to another in degrees, clockwise from north, on a sphere.
double azimuth_deg(LonLat from, LonLat to);
/// The place so far away in that direction, on a sphere; its longitude is not brought back to -180 to 180.
LonLat place_at(LonLat from, double azimuth_deg, double away_deg);

}  // namespace spreadmap::geo
