#pragma once
#include <random>
#include <vector>

#include "geo/spaces.h"

namespace spreadmap::geo {

/// A box of longitudes and latitudes to draw places from.
struct LonLatBox {
  double west_deg, east_deg, south_deg, north_deg;
};

/// The same `count` places at every run.
inline std::vector<LonLat> random_places(LonLatBox box, std::size_t count) {
  std::mt19937_64 random(20190828);
  std::uniform_real_distribution<double> lon_deg(box.west_deg, box.east_deg);
  std::uniform_real_distribution<double> lat_deg(box.south_deg, box.north_deg);
  std::vector<LonLat> places(count);
  for (LonLat& place : places) place = {lon_deg(random), lat_deg(random)};
  return places;
}

}  // namespace spreadmap::geo
