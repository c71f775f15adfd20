#include "app/map_sheets.h"

#include <algorithm>
#include <cmath>

#include "base/assert.h"

namespace spreadmap::app {
namespace {

std::vector<geo::LonLat> all_places(const data::Tables& tables) {
  std::vector<geo::LonLat> places;
  for (const auto& layer : tables.layers) places.insert(places.end(), layer.lon_lat.begin(), layer.lon_lat.end());
  return places;
}

bool holds_a_record(const scene::MapGeometry& geometry) {
  for (const auto& marks : geometry.marks) {
    if (std::any_of(marks.begin(), marks.end(), [](geo::MapPoint mark) { return std::isfinite(mark.x_m); }))
      return true;
  }
  return false;
}

tl::unexpected<SheetError> without(SheetFault fault, const Error& error) {
  return tl::unexpected(SheetError{error, fault});
}

}  // namespace

MapSheets::MapSheets(const exhibit::Exhibit& exhibit, const data::Tables& tables, const Places& places)
    : exhibit_(exhibit), tables_(tables), extent_(geo::extent_of(all_places(tables))), base_maps_(places) {
  for (const auto& spec : exhibit.map.base) own_base_.roles.push_back(spec.role);
  own_base_.shapes = tables.base;
}

std::string MapSheets::crs_of(const std::string& asked, std::optional<geo::LonLat> above) const {
  return geo::chosen_crs(asked.empty() ? exhibit_.map.crs : asked, extent_, above);
}

const MapSheet& MapSheets::at(const std::string& crs) const {
  const auto found = std::find_if(sheets_.begin(), sheets_.end(), [&](const auto& sheet) { return sheet->crs == crs; });
  SM_ASSERT(found != sheets_.end(), "no sheet of {}", crs);
  return **found;
}

tl::expected<const MapSheet*, SheetError> MapSheets::bring(const std::string& crs) {
  const auto found = std::find_if(sheets_.begin(), sheets_.end(), [&](const auto& sheet) { return sheet->crs == crs; });
  if (found != sheets_.end()) return found->get();
  auto projection = geo::Projection::create(crs);
  if (!projection) return without(SheetFault::kUnknownCrs, projection.error());
  const scene::BaseMap* base = &own_base_;
  const data::Shapes* backdrop = nullptr;
  if (exhibit_.map.base.empty()) {
    const auto built_in = base_maps_.built_in(crs);
    if (!built_in) return without(SheetFault::kNoBaseMap, built_in.error());
    base = *built_in;
  } else if (crs != geo::kUsComposite) {
    const auto land = base_maps_.world_land();
    if (!land) return without(SheetFault::kNoBaseMap, land.error());
    backdrop = *land;
  }
  auto geometry = scene::build_map_geometry(exhibit_.layers, tables_, *base, backdrop, *projection);
  if (!geometry) return without(SheetFault::kNoBaseMap, geometry.error());
  const bool has_records = std::any_of(tables_.layers.begin(), tables_.layers.end(),
                                       [](const auto& layer) { return layer.row_count() > 0; });
  if (has_records && !holds_a_record(*geometry))
    return without(SheetFault::kNoRecord, {crs + ": not one record lies on this map"});
  sheets_.push_back(
      std::make_unique<const MapSheet>(MapSheet{crs, std::move(*projection), std::move(*geometry), base, backdrop}));
  return sheets_.back().get();
}

model::Camera same_view(const model::Camera& camera, const MapSheet& from, const MapSheet& to, double aspect) {
  if (camera == from.fit()) return to.fit();
  const auto place = from.projection.lon_lat_from_map(camera.centre);
  const auto there = place ? to.projection.map_from_lon_lat(*place) : std::nullopt;
  if (!there) return to.fit();
  const auto from_scale = from.projection.scale_at(*place), to_scale = to.projection.scale_at(*place);
  const double stretch = from_scale && to_scale && from_scale->mean > 0.0 ? to_scale->mean / from_scale->mean : 1.0;
  // What zoom 1 shows across, whichever side the room is short of.
  const auto across_m = [aspect](const geo::MapBounds& fit) {
    return std::max(fit.width_m(), fit.height_m() * aspect);
  };
  const double zoom =
      camera.zoom * across_m(to.geometry.fit.bounds) / across_m(from.geometry.fit.bounds) / std::max(stretch, 1e-6);
  return {*there, std::clamp(zoom, model::kLeastZoom, model::kMostZoom)};
}

}  // namespace spreadmap::app
