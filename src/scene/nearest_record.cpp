#include "scene/nearest_record.h"

#include <cmath>

#include "base/folded.h"
#include "geo/domain.h"

namespace spreadmap::scene {

std::optional<NearestRecord> nearest_record(const SceneInputs& inputs, std::size_t layer, const SoughtPlace& place) {
  constexpr double kKmPerDegree = 111.195;  // of the mean radius of 6371.0088 km
  const data::PointTable& table = inputs.tables.layers[layer];
  const model::LayerIndex& left = inputs.selection.layer(layer);
  const std::string name = folded(place.name), detail = folded(place.detail), region = folded(place.region);
  const auto is_of_place = [&](std::uint32_t row) {
    const std::string there = folded(table.place[row]), its_region = folded(table.region[row]);
    if (there.empty() || (there != name && there != detail)) return false;
    return region.empty() || its_region.empty() || region == its_region;
  };
  std::optional<NearestRecord> own, nearest;
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    const geo::LonLat at = table.lon_lat[row];
    // No way is shorter than that between the parallels, which is quickly asked.
    const double least_km = std::abs(at.lat_deg - place.at.lat_deg) * kKmPerDegree;
    const bool may_be_nearest = !nearest || least_km < nearest->away_km;
    const bool may_be_own = least_km <= (own ? own->away_km : kOfPlaceKm);
    if (!std::isfinite(least_km) || (!may_be_nearest && !may_be_own) || !left.entry_of(row)) continue;
    const double away_km = geo::angle_deg(place.at, at) * kKmPerDegree;
    if (!nearest || away_km < nearest->away_km) nearest = {row, false, away_km};
    if (away_km <= kOfPlaceKm && (!own || away_km < own->away_km) && is_of_place(row)) own = {row, true, away_km};
  }
  return own ? own : nearest;
}

}  // namespace spreadmap::scene
