#include "geo/domain.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "geo/degrees.h"

namespace spreadmap::geo {
namespace {

// A hundredth of a metre short of the tear, lest rounding carry a point over it to the other side of the map.
constexpr double kShort_deg = 1e-7;

/// What stands behind the last `+name=`; empty when it is not there. The projection is a pipeline's last step that has parameters of its own.
std::string_view value_of(std::string_view steps, std::string_view name) {
  const std::string key = std::string(name) + "=";
  std::size_t at = steps.rfind(key);
  // Not the end of a longer name, as `lat_0=` is of `+o_lat_0=`.
  while (at != std::string_view::npos && at > 0 && steps[at - 1] != '+' && steps[at - 1] != ' ') {
    at = at == 0 ? std::string_view::npos : steps.rfind(key, at - 1);
  }
  if (at == std::string_view::npos) return {};
  const std::string_view rest = steps.substr(at + key.size());
  return rest.substr(0, rest.find(' '));
}

double number_of(std::string_view steps, std::string_view name, double otherwise) {
  const std::string_view text = value_of(steps, name);
  double value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// A projection that is cut at a circle about its centre, and how far from it. The stereographic one runs to infinity at the antipode, the
/// gnomonic at a right angle; equal-area and equidistant ones show all but a speck, which would become a ring.
struct CapOf {
  std::string_view name;
  double radius_deg;
};
constexpr std::array<CapOf, 11> kCaps{{{"ortho", 90.0},
                                       {"gnom", 70.0},
                                       {"stere", 120.0},
                                       {"sterea", 120.0},
                                       {"ups", 120.0},
                                       {"laea", 178.0},
                                       {"aeqd", 178.0},
                                       {"airy", 90.0},
                                       {"omerc", 60.0},
                                       {"somerc", 60.0},
                                       {"krovak", 40.0}}};
constexpr std::array<std::string_view, 5> kTransverse{"tmerc", "etmerc", "utm", "gstmerc", "cass"};
constexpr double kTransverseReach_deg = 60.0;
constexpr double kSquareMercator_deg = 85.0511287798066;

/// The name of the last step that is a projection at all.
std::string_view projection_name(std::string_view steps) {
  constexpr std::array<std::string_view, 6> kOthers{"pipeline", "unitconvert", "axisswap", "noop", "push", "pop"};
  std::string_view rest = steps, name;
  for (std::size_t at = rest.find("proj="); at != std::string_view::npos; at = rest.find("proj=")) {
    rest = rest.substr(at + 5);
    const std::string_view found = rest.substr(0, rest.find(' '));
    if (std::find(kOthers.begin(), kOthers.end(), found) == kOthers.end()) name = found;
  }
  return name;
}

bool is_pole(LonLat place) { return std::abs(place.lat_deg) > 90.0 - 1e-9; }

}  // namespace

double angle_deg(LonLat a, LonLat b) {
  const double d_lat = (b.lat_deg - a.lat_deg) * kRad / 2.0, d_lon = (b.lon_deg - a.lon_deg) * kRad / 2.0;
  const double haversine = std::sin(d_lat) * std::sin(d_lat) +
                           std::cos(a.lat_deg * kRad) * std::cos(b.lat_deg * kRad) * std::sin(d_lon) * std::sin(d_lon);
  return 2.0 * std::asin(std::min(1.0, std::sqrt(haversine))) / kRad;
}

double azimuth_deg(LonLat from, LonLat to) {
  // From a pole directions are longitudes, and stay so even to the other pole.
  if (is_pole(from)) return from.lat_deg > 0.0 ? 180.0 - (to.lon_deg - from.lon_deg) : to.lon_deg - from.lon_deg;
  const double d_lon = (to.lon_deg - from.lon_deg) * kRad;
  const double lat_a = from.lat_deg * kRad, lat_b = to.lat_deg * kRad;
  return std::atan2(std::sin(d_lon) * std::cos(lat_b),
                    std::cos(lat_a) * std::sin(lat_b) - std::sin(lat_a) * std::cos(lat_b) * std::cos(d_lon)) /
         kRad;
}

LonLat place_at(LonLat from, double azimuth_deg, double away_deg) {
  if (is_pole(from)) {
    return from.lat_deg > 0.0 ? LonLat{from.lon_deg + 180.0 - azimuth_deg, 90.0 - away_deg}
                              : LonLat{from.lon_deg + azimuth_deg, away_deg - 90.0};
  }
  const double lat = from.lat_deg * kRad, away = away_deg * kRad, azimuth = azimuth_deg * kRad;
  const double sine = std::sin(lat) * std::cos(away) + std::cos(lat) * std::sin(away) * std::cos(azimuth);
  const double to_lat = std::asin(std::clamp(sine, -1.0, 1.0));
  const double d_lon =
      std::atan2(std::sin(azimuth) * std::sin(away) * std::cos(lat), std::cos(away) - std::sin(lat) * std::sin(to_lat));
  return {from.lon_deg + d_lon / kRad, to_lat / kRad};
}

bool Domain::contains(LonLat place) const {
  switch (kind) {
    case Kind::kWhole:
      return true;
    case Kind::kBand:
      return std::abs(std::remainder(place.lon_deg - lon_0_deg, 360.0)) <= half_width_deg + 2.0 * kShort_deg &&
             place.lat_deg >= south_deg && place.lat_deg <= north_deg;
    case Kind::kCap:
      return angle_deg({lon_0_deg, lat_0_deg}, place) <= radius_deg;
  }
  return true;
}

LonLat Domain::nearest(LonLat place, double beside_deg) const {
  if (kind == Kind::kBand) {
    const double beside = std::remainder(beside_deg - lon_0_deg, 360.0);
    const double east = beside + std::remainder(place.lon_deg - beside_deg, 360.0);
    return {lon_0_deg + std::clamp(east, -half_width_deg, half_width_deg),
            std::clamp(place.lat_deg, south_deg, north_deg)};
  }
  if (kind == Kind::kWhole || contains(place)) return place;
  const LonLat centre{lon_0_deg, lat_0_deg};
  constexpr double kJustInside_deg = 1e-6;
  return place_at(centre, azimuth_deg(centre, place), radius_deg - kJustInside_deg);
}

bool is_torn(LonLat a, LonLat b, MapPoint a_m, MapPoint b_m, double most_stretch) {
  constexpr double kMPerDeg = 111.2e3, kSpeck_deg = 0.1;
  const double apart_deg =
      std::max(std::abs(std::remainder(b.lon_deg - a.lon_deg, 360.0)), std::abs(b.lat_deg - a.lat_deg));
  return std::hypot(b_m.x_m - a_m.x_m, b_m.y_m - a_m.y_m) > most_stretch * kMPerDeg * (apart_deg + kSpeck_deg);
}

Domain domain_of(std::string_view steps) {
  const std::string_view name = projection_name(steps);
  Domain domain{.kind = Domain::Kind::kBand, .half_width_deg = 180.0 - kShort_deg};
  domain.lon_0_deg = number_of(steps, "lon_0", number_of(steps, "lonc", 0.0));
  domain.lat_0_deg = number_of(steps, "lat_0", 0.0);
  if (name == "utm") domain.lon_0_deg = number_of(steps, "zone", 31.0) * 6.0 - 183.0;
  if (name == "ups") domain.lat_0_deg = steps.find("+south") == std::string_view::npos ? 90.0 : -90.0;
  const auto* cap = std::find_if(kCaps.begin(), kCaps.end(), [name](const CapOf& of) { return of.name == name; });
  if (cap != kCaps.end()) {
    domain.kind = Domain::Kind::kCap;
    domain.radius_deg = cap->radius_deg - kShort_deg;
  }
  if (std::find(kTransverse.begin(), kTransverse.end(), name) != kTransverse.end())
    domain.half_width_deg = kTransverseReach_deg;
  if (name == "merc" || name == "webmerc") {
    domain.south_deg = -kSquareMercator_deg;
    domain.north_deg = kSquareMercator_deg;
  }
  if (name == "lcc") {
    // A cone that opens towards the far pole, where it is infinite.
    const double lat_1_deg = number_of(steps, "lat_1", domain.lat_0_deg);
    constexpr double kFarSide_deg = -60.0;
    const bool is_southern = lat_1_deg + number_of(steps, "lat_2", lat_1_deg) < 0.0;
    if (is_southern) domain.north_deg = -kFarSide_deg;
    if (!is_southern) domain.south_deg = kFarSide_deg;
  }
  return domain;
}

}  // namespace spreadmap::geo
