#include "geo/us_composite.h"

#include <limits>

#include "base/assert.h"

namespace spreadmap::geo {
namespace {

constexpr MapPoint kNowhere{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};

// Standard parallels as the US Geological Survey takes them (Snyder 1987, chapter 14): 29.5 and 45.5 for the
// conterminous states, 55 and 65 for Alaska, 8 and 18 for Hawaii, and, at a like latitude, for Puerto Rico.
constexpr AlbersParameters kLower48{29.5, 45.5, 37.5, -96.0};

// Frames hold the land with 15 km to spare on every side. Their lower edges lie level with Key West; Hawaii's right
// edge stays under the Big Bend of Texas, Puerto Rico's lies under the eastern end of Maine, clear of Florida.
constexpr std::array<UsInset, 3> kInsets{{
    {UsRegion::kAlaska,
     "Alaska",
     {55.0, 65.0, 50.0, -154.0},
     0.35,
     {-337.5e3, 1395.0e3},
     {-2761.0e3, -1340.0e3, -1450.0e3, -624.0e3}},
    {UsRegion::kHawaii,
     "Hawaii",
     {8.0, 18.0, 13.0, -157.0},
     1.0,
     {-54.0e3, 839.5e3},
     {-1405.0e3, -1340.0e3, -805.0e3, -944.0e3}},
    {UsRegion::kPuertoRico,
     "Puerto Rico",
     {8.0, 18.0, 18.0, -66.4},
     1.0,
     {15.0e3, 11.0e3},
     {1870.0e3, -1340.0e3, 2256.0e3, -1218.0e3}},
}};

const UsInset& inset_of(UsRegion region) { return kInsets[static_cast<std::size_t>(region) - 1]; }

MapPoint map_from_own(const UsInset& inset, MapPoint own) {
  const MapPoint middle = inset.frame.centre();
  return {middle.x_m + inset.scale * (own.x_m - inset.own_middle.x_m),
          middle.y_m + inset.scale * (own.y_m - inset.own_middle.y_m)};
}

MapPoint own_from_map(const UsInset& inset, MapPoint map) {
  const MapPoint middle = inset.frame.centre();
  return {inset.own_middle.x_m + (map.x_m - middle.x_m) / inset.scale,
          inset.own_middle.y_m + (map.y_m - middle.y_m) / inset.scale};
}

// The region whose part of the plane a point lies in.
UsRegion owner_of(MapPoint point) {
  for (const UsInset& inset : kInsets) {
    if (inset.frame.contains(point)) return inset.region;
  }
  return UsRegion::kLower48;
}

}  // namespace

const std::array<UsInset, 3>& us_insets() { return kInsets; }

UsComposite::UsComposite()
    : parts_{Albers(kLower48), Albers(kInsets[0].albers), Albers(kInsets[1].albers), Albers(kInsets[2].albers)} {}

MapPoint UsComposite::map_from_lon_lat(LonLat place) const {
  const UsRegion region = us_region_of(place);
  if (region == UsRegion::kNone) return kNowhere;
  MapPoint point = parts_[static_cast<std::size_t>(region)].map_from_lon_lat(place);
  if (region != UsRegion::kLower48) point = map_from_own(inset_of(region), point);
  return owner_of(point) == region ? point : kNowhere;
}

void UsComposite::map_from_lon_lat(std::span<const LonLat> places, std::span<MapPoint> out) const {
  SM_ASSERT(places.size() == out.size(), "places {} out {}", places.size(), out.size());
  for (std::size_t i = 0; i < places.size(); ++i) out[i] = map_from_lon_lat(places[i]);
}

std::optional<LonLat> UsComposite::lon_lat_from_map(MapPoint point) const {
  const UsRegion region = owner_of(point);
  if (region != UsRegion::kLower48) point = own_from_map(inset_of(region), point);
  const std::optional<LonLat> place = parts_[static_cast<std::size_t>(region)].lon_lat_from_map(point);
  return place && us_region_of(*place) == region ? place : std::nullopt;
}

}  // namespace spreadmap::geo
