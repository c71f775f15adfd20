#include "scene/nearest_record.h"

#include "base/folded.h"
#include "geo/domain.h"

namespace spreadmap::scene {

std::optional<NearestRecord> nearest_record(const SceneInputs& inputs, const PickIndex& index, std::size_t layer,
                                            const SoughtPlace& place) {
  constexpr double kKmPerDegree = 111.195;  // of the mean radius of 6371.0088 km
  // In the plane of a map that enlarges: three times is Web Mercator at 70 degrees. What lies farther on the ground is left out below.
  constexpr double kReach_m = 3.0 * kNearKm * 1000.0;
  const data::PointTable& table = inputs.tables.layers[layer];
  const model::LayerIndex& left = inputs.selection.layer(layer);
  const std::string name = folded(place.name), detail = folded(place.detail), region = folded(place.region);
  const auto away_km = [&](std::uint32_t row) { return geo::angle_deg(place.at, table.lon_lat[row]) * kKmPerDegree; };
  const auto is_near = [&](std::uint32_t row) { return left.entry_of(row).has_value() && away_km(row) <= kNearKm; };
  const auto is_of_place = [&](std::uint32_t row) {
    const std::string there = folded(table.place[row]), its_region = folded(table.region[row]);
    if (there.empty() || (there != name && there != detail)) return false;
    return region.empty() || its_region.empty() || region == its_region;
  };
  const auto nearest = [&](const auto& is_wanted) {
    return index.nearest(layer, place.point, kReach_m, 0.0,
                         [&](std::uint32_t row) { return is_near(row) && is_wanted(row); });
  };
  if (const auto row = nearest(is_of_place)) return NearestRecord{*row, true, away_km(*row)};
  const auto row = nearest([](std::uint32_t /*row*/) { return true; });
  return row ? std::optional(NearestRecord{*row, false, away_km(*row)}) : std::nullopt;
}

}  // namespace spreadmap::scene
