#include "geo/composite_lines.h"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "geo/us_regions.h"

namespace spreadmap::geo {
namespace {

/// The region that draws a place: `kNone` where it has none on the map.
UsRegion drawn_in(LonLat place, MapPoint placed) { return is_placed(placed) ? us_region_of(place) : UsRegion::kNone; }

struct Spot {
  LonLat place;
  MapPoint placed;
};

/// The last place that a region draws on the way to one that it does not.
Spot last_in(const UsComposite& composite, UsRegion region, Spot inside, LonLat outside) {
  constexpr int kHalvings = 30;  // of half a degree
  for (int i = 0; i < kHalvings; ++i) {
    Spot middle{
        {std::midpoint(inside.place.lon_deg, outside.lon_deg), std::midpoint(inside.place.lat_deg, outside.lat_deg)},
        {}};
    composite.map_from_lon_lat({&middle.place, 1}, {&middle.placed, 1});
    if (drawn_in(middle.place, middle.placed) == region) {
      inside = middle;
    } else {
      outside = middle.place;
    }
  }
  return inside;
}

}  // namespace

void cut_to_regions(const UsComposite& composite, LonLatParts& lines, std::vector<MapPoint>& placed) {
  LonLatParts out;
  std::vector<MapPoint> out_placed;
  const auto add = [&](Spot spot) {
    out.points.push_back(spot.place);
    out_placed.push_back(spot.placed);
  };
  const auto close = [&] {
    const auto end = static_cast<std::uint32_t>(out.points.size());
    if (end > (out.part_ends.empty() ? 0U : out.part_ends.back())) out.part_ends.push_back(end);
  };
  std::size_t i = 0;
  for (const std::uint32_t end : lines.part_ends) {
    UsRegion last_region = UsRegion::kNone;
    for (const std::size_t begin = i; i < end; ++i) {
      const Spot spot{lines.points[i], placed[i]};
      const UsRegion region = drawn_in(spot.place, spot.placed);
      if (i > begin && region != last_region) {
        const Spot last{lines.points[i - 1], placed[i - 1]};
        if (last_region != UsRegion::kNone) add(last_in(composite, last_region, last, spot.place));
        close();
        if (region != UsRegion::kNone) add(last_in(composite, region, spot, last.place));
      }
      if (region != UsRegion::kNone) add(spot);
      last_region = region;
    }
    close();
  }
  lines = std::move(out);
  placed = std::move(out_placed);
}

}  // namespace spreadmap::geo
