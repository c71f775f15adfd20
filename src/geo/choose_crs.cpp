#include "geo/choose_crs.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "geo/degrees.h"
#include "geo/domain.h"
#include "geo/projection.h"
#include "geo/us_regions.h"

namespace spreadmap::geo {
namespace {

LonLat middle_of(const std::vector<LonLat>& places) {
  double x = 0.0, y = 0.0, z = 0.0;
  for (const LonLat place : places) {
    x += std::cos(place.lat_deg * kRad) * std::cos(place.lon_deg * kRad);
    y += std::cos(place.lat_deg * kRad) * std::sin(place.lon_deg * kRad);
    z += std::sin(place.lat_deg * kRad);
  }
  const double level = std::hypot(x, y);
  // Records on all sides of the globe have no middle.
  if (std::hypot(level, z) < 1e-6 * static_cast<double>(places.size())) return {0.0, 0.0};
  return {std::atan2(y, x) / kRad, std::atan2(z, level) / kRad};
}

/// Of the lower 48 the composite shows Canada and Mexico too; they are no reason to choose it.
bool is_in_us(LonLat place) {
  const UsRegion region = us_region_of(place);
  const bool is_lower48 = region == UsRegion::kLower48 && place.lon_deg > -125.0 && place.lon_deg < -66.5 &&
                          place.lat_deg > 24.3 && place.lat_deg < 49.5;
  return is_lower48 || (region != UsRegion::kLower48 && region != UsRegion::kNone);
}

/// As a person writes a centre: whole degrees, and no minus before a zero.
double whole(double deg) { return std::round(deg) + 0.0; }
double lon_within(double deg) { return std::remainder(deg, 360.0); }

void set_longitudes(Extent& extent, std::vector<LonLat> places) {
  // A pole lies on every meridian.
  constexpr double kAtPole_deg = 89.9;
  std::erase_if(places, [](LonLat place) { return std::abs(place.lat_deg) > kAtPole_deg; });
  if (places.empty()) return;
  std::sort(places.begin(), places.end(), [](LonLat a, LonLat b) { return a.lon_deg < b.lon_deg; });
  extent.empty_lon_deg = 0.0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool is_last = i + 1 == places.size();
    const double next_deg = is_last ? places.front().lon_deg + 360.0 : places[i + 1].lon_deg;
    const double empty_deg = next_deg - places[i].lon_deg;
    if (empty_deg <= extent.empty_lon_deg) continue;
    extent.empty_lon_deg = empty_deg;
    extent.middle_lon_deg = lon_within(places[i].lon_deg + empty_deg / 2.0 + 180.0);
  }
}

/// The meridian about which a map of the world is cut where no record is. About Greenwich, as people know the world, where nothing is cut so.
double world_middle_deg(const Extent& extent) {
  const double lon_deg = lon_within(10.0 * std::round(extent.middle_lon_deg / 10.0)) + 0.0;
  const double cut_from_greenwich_deg = std::abs(std::remainder(extent.middle_lon_deg, 360.0));
  const bool cuts_no_record = cut_from_greenwich_deg < extent.empty_lon_deg / 2.0;
  constexpr double kNoGap_deg = 30.0;
  return cuts_no_record || extent.empty_lon_deg < kNoGap_deg ? 0.0 : lon_deg;
}

std::string albers_of(const Extent& extent) {
  // A sixth of the way in from either end, as is usual (Snyder 1987, chapter 14). A cone needs a side of the equator to stand on.
  const double sixth_deg = (extent.north_deg - extent.south_deg) / 6.0;
  double lat_1 = whole(extent.south_deg + sixth_deg), lat_2 = whole(extent.north_deg - sixth_deg);
  if (std::abs(lat_1 + lat_2) < 2.0) lat_2 += 2.0;
  const double lat_0 = whole((extent.south_deg + extent.north_deg) / 2.0);
  return fmt::format("+proj=aea +lat_1={:g} +lat_2={:g} +lat_0={:g} +lon_0={:g} +datum=WGS84", lat_1, lat_2, lat_0,
                     whole(lon_within(extent.middle_lon_deg)));
}

std::string world_of(const Extent& extent) {
  return fmt::format("+proj=eqearth +lon_0={:g} +datum=WGS84", world_middle_deg(extent));
}

}  // namespace

Extent extent_of(std::span<const LonLat> places) {
  std::vector<LonLat> known;
  std::copy_if(places.begin(), places.end(), std::back_inserter(known),
               [](LonLat place) { return std::isfinite(place.lon_deg) && std::isfinite(place.lat_deg); });
  Extent extent;
  if (known.empty()) return extent;
  extent.centre = middle_of(known);
  std::vector<double> away_deg;
  away_deg.reserve(known.size());
  for (const LonLat place : known) away_deg.push_back(angle_deg(extent.centre, place));
  std::sort(away_deg.begin(), away_deg.end());
  const std::size_t farthest = known.size() / 50;
  extent.radius_deg = away_deg[known.size() - 1 - farthest];
  const auto [south, north] =
      std::minmax_element(known.begin(), known.end(), [](LonLat a, LonLat b) { return a.lat_deg < b.lat_deg; });
  extent.south_deg = south->lat_deg;
  extent.north_deg = north->lat_deg;
  extent.share_in_us =
      static_cast<double>(std::count_if(known.begin(), known.end(), is_in_us)) / static_cast<double>(known.size());
  set_longitudes(extent, std::move(known));
  return extent;
}

std::string chosen_crs(const std::string& asked, const Extent& extent, std::optional<LonLat> above) {
  constexpr double kMostlyUs = 2.0 / 3.0 - 1e-9;
  constexpr double kRegion_deg = 60.0;
  if (asked == kAutoCrs) {
    if (extent.share_in_us >= kMostlyUs) return kUsComposite;
    if (extent.radius_deg > kRegion_deg) return world_of(extent);
    return fmt::format("+proj=laea +lat_0={:g} +lon_0={:g} +datum=WGS84", whole(extent.centre.lat_deg),
                       whole(extent.centre.lon_deg));
  }
  if (asked == kAlbersCrs) return albers_of(extent);
  if (asked == kEqualEarthCrs) return world_of(extent);
  if (asked == kWebMercatorCrs) {
    const double lon_deg = world_middle_deg(extent);
    return lon_deg == 0.0 ? "EPSG:3857" : fmt::format("+proj=webmerc +lon_0={:g} +datum=WGS84", lon_deg);
  }
  if (asked == kOrthographicCrs) {
    const LonLat eye = above.value_or(extent.centre);
    return fmt::format("+proj=ortho +lat_0={:g} +lon_0={:g} +datum=WGS84", whole(eye.lat_deg),
                       whole(lon_within(eye.lon_deg)));
  }
  const bool is_number =
      !asked.empty() && std::all_of(asked.begin(), asked.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_number ? "EPSG:" + asked : asked;
}

}  // namespace spreadmap::geo
