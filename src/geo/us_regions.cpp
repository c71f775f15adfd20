#include "geo/us_regions.h"

#include <array>

namespace spreadmap::geo {
namespace {

// Longitudes run on westward past the antimeridian (Attu is at -187.1). From the Arctic down the 141st meridian, along
// the border of the panhandle some 1.3 km outside of the Census Bureau's line, through Dixon Entrance, south of the
// Aleutians, then the sea border with Russia.
constexpr std::array kAlaskaOutline = std::to_array<LonLat>({
    {-140.99, 75.00}, {-140.99, 60.32}, {-140.47, 60.32}, {-139.99, 60.20}, {-139.71, 60.35},  {-139.09, 60.37},
    {-139.06, 60.32}, {-139.18, 60.09}, {-138.68, 59.92}, {-137.59, 59.25}, {-137.47, 58.99},  {-136.83, 59.17},
    {-136.59, 59.18}, {-136.50, 59.47}, {-136.37, 59.60}, {-136.20, 59.65}, {-135.48, 59.81},  {-135.24, 59.71},
    {-135.10, 59.63}, {-135.00, 59.57}, {-134.95, 59.29}, {-134.69, 59.26}, {-134.47, 59.14},  {-133.82, 58.74},
    {-133.36, 58.43}, {-132.35, 57.36}, {-132.23, 57.22}, {-132.35, 57.10}, {-132.03, 57.06},  {-132.11, 56.88},
    {-131.86, 56.81}, {-131.83, 56.61}, {-131.58, 56.62}, {-130.77, 56.38}, {-130.45, 56.25},  {-130.41, 56.15},
    {-130.34, 56.14}, {-130.25, 56.11}, {-130.09, 56.13}, {-129.996, 56.0}, {-130.006, 55.91}, {-130.07, 55.82},
    {-130.13, 55.76}, {-130.09, 55.68}, {-129.96, 55.28}, {-130.24, 54.98}, {-130.32, 54.91},  {-130.61, 54.70},
    {-132.50, 54.60}, {-133.50, 54.45}, {-140.0, 54.00},  {-150.0, 52.00},  {-165.0, 50.50},   {-188.5, 50.50},
    {-188.5, 54.50},  {-180.0, 60.00},  {-172.5, 64.00},  {-168.97, 65.50}, {-168.97, 75.00},
});

struct Box {
  double west_deg, east_deg, south_deg, north_deg;
  [[nodiscard]] constexpr bool contains(LonLat place) const {
    return place.lon_deg >= west_deg && place.lon_deg <= east_deg && place.lat_deg >= south_deg &&
           place.lat_deg <= north_deg;
  }
  [[nodiscard]] constexpr std::array<LonLat, 4> outline() const {
    return {{{west_deg, south_deg}, {east_deg, south_deg}, {east_deg, north_deg}, {west_deg, north_deg}}};
  }
};

// Nearly every place asked for is in the first, away from all the others.
constexpr Box kMostOfLower48{-129.0, -69.0, 24.0, 54.0};
constexpr Box kHawaii{-160.8, -154.4, 18.5, 22.6}, kPuertoRico{-68.2, -64.3, 17.4, 18.8};
constexpr Box kPacific{-230.0, -154.0, -16.0, 31.0};
constexpr auto kHawaiiOutline = kHawaii.outline(), kPuertoRicoOutline = kPuertoRico.outline(),
               kPacificOutline = kPacific.outline();

// Longitudes run on westward, as the outlines' do.
LonLat run_on(LonLat place) { return {place.lon_deg > 0.0 ? place.lon_deg - 360.0 : place.lon_deg, place.lat_deg}; }

// Even-odd rule: how many edges lie east of the place.
bool is_in_alaska(LonLat place) {
  if (place.lat_deg < 50.5 || place.lat_deg > 75.0) return false;
  const double lon_deg = run_on(place).lon_deg;
  if (lon_deg < -188.5 || lon_deg > -129.9) return false;
  bool is_inside = false;
  LonLat a = kAlaskaOutline.back();
  for (const LonLat b : kAlaskaOutline) {
    if ((a.lat_deg > place.lat_deg) != (b.lat_deg > place.lat_deg)) {
      const double share = (place.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
      if (lon_deg < a.lon_deg + share * (b.lon_deg - a.lon_deg)) is_inside = !is_inside;
    }
    a = b;
  }
  return is_inside;
}

}  // namespace

UsRegion us_region_of(LonLat place) {
  if (kMostOfLower48.contains(place)) return UsRegion::kLower48;
  if (is_in_alaska(place)) return UsRegion::kAlaska;
  if (kHawaii.contains(place)) return UsRegion::kHawaii;
  if (kPuertoRico.contains(place)) return UsRegion::kPuertoRico;
  return kPacific.contains(run_on(place)) ? UsRegion::kNone : UsRegion::kLower48;
}

std::span<const LonLat> us_outline(UsRegion region) {
  switch (region) {
    case UsRegion::kAlaska:
      return kAlaskaOutline;
    case UsRegion::kHawaii:
      return kHawaiiOutline;
    case UsRegion::kPuertoRico:
      return kPuertoRicoOutline;
    case UsRegion::kNone:
      return kPacificOutline;
    case UsRegion::kLower48:
      break;
  }
  return {};
}

}  // namespace spreadmap::geo
