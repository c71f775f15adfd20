#include "app/cue_cameras.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "exhibit/nearest.h"
#include "scene/build_frame.h"
#include "scene/camera.h"

namespace spreadmap::app {
namespace {

/// Who asks: the line of the exhibit and its key, or the command line.
std::string asker(const World& world, const exhibit::CueCameraSpec& camera, std::string_view key) {
  if (camera.line == 0) return "--view";
  return fmt::format("{}:{}: 'cues[].camera.{}'", world.exhibit.file.string(), camera.line, key);
}

std::optional<geo::MapBounds> bounds_on_map(const geo::Projection& projection, std::span<const geo::LonLat> points) {
  std::vector<geo::MapPoint> placed(points.size());
  projection.map_from_lon_lat(points, placed);
  geo::MapBounds bounds;
  for (const geo::MapPoint point : placed) {
    if (geo::is_placed(point)) bounds.include(point);
  }
  return bounds.is_empty() ? std::nullopt : std::optional(bounds);
}

bool overlap(const geo::MapBounds& a, const geo::MapBounds& b) {
  return a.min_x_m <= b.max_x_m && b.min_x_m <= a.max_x_m && a.min_y_m <= b.max_y_m && b.min_y_m <= a.max_y_m;
}

tl::unexpected<Error> fail_off_the_map(const World& world, const exhibit::CueCameraSpec& camera, std::string_view what,
                                       std::string_view key, const MapSheet& sheet) {
  return fail("{}: {}: {} has no room for it; look elsewhere, or choose another map.crs", asker(world, camera, key),
              what, sheet.crs);
}

/// A square round a place, in degrees.
std::vector<double> around(geo::LonLat place, double radius_km) {
  constexpr double kKmInADegree = 111.2;
  const double north_deg = std::min(radius_km / kKmInADegree, 60.0);
  const double shrink = std::max(std::cos(place.lat_deg * std::numbers::pi / 180.0), 0.05);
  const double east_deg = std::min(north_deg / shrink, 179.0);
  const auto wrapped = [](double lon_deg) { return std::remainder(lon_deg, 360.0); };
  return {wrapped(place.lon_deg - east_deg), std::max(place.lat_deg - north_deg, -90.0),
          wrapped(place.lon_deg + east_deg), std::min(place.lat_deg + north_deg, 90.0)};
}

}  // namespace

std::optional<geo::MapBounds> CueCameras::bounds_of_extent(const geo::Projection& projection,
                                                           const std::vector<double>& extent) {
  // Edges are bent by most projections, and the middle may reach beyond them.
  constexpr int kSteps = 24;
  const double west = extent[0], east = extent[2] < extent[0] ? extent[2] + 360.0 : extent[2];
  std::vector<geo::LonLat> points;
  for (int row = 0; row <= kSteps; ++row) {
    for (int column = 0; column <= kSteps; ++column) {
      points.push_back({std::remainder(std::lerp(west, east, static_cast<double>(column) / kSteps), 360.0),
                        std::lerp(extent[1], extent[3], static_cast<double>(row) / kSteps)});
    }
  }
  return bounds_on_map(projection, points);
}

Result<geo::MapBounds> CueCameras::bounds_of_region(const exhibit::CueCameraSpec& camera) const {
  const data::RegionTable& regions = world_.tables.regions;
  std::vector<std::string> names, codes;
  std::optional<geo::MapBounds> bounds;
  bool is_known = false;
  std::size_t row = 0;
  regions.shapes.each_feature([&](std::span<const geo::LonLat> points, std::span<const std::uint32_t> /*ends*/) {
    names.emplace_back(regions.name[row]);
    codes.emplace_back(regions.code[row++]);
    if (is_known || (names.back() != camera.region && codes.back() != camera.region)) return;
    is_known = true;
    bounds = bounds_on_map(sheet_.projection, points);
  });
  if (bounds) return *bounds;
  if (is_known) return fail_off_the_map(world_, camera, camera.region, "region", sheet_);
  if (names.empty()) {
    return fail("{}: the exhibit names no regions; add [map.regions], or give an extent",
                asker(world_, camera, "region"));
  }
  std::erase(codes, "");
  codes.insert(codes.end(), names.begin(), names.end());
  std::string nearest = exhibit::suggestion(camera.region, codes);
  // A list of what there is would say everything twice with the codes.
  if (!nearest.starts_with("did you mean")) nearest = exhibit::suggestion(camera.region, names);
  return fail("{}: no region is called '{}'; {}", asker(world_, camera, "region"), camera.region, nearest);
}

Result<geo::LonLat> CueCameras::found(const exhibit::CueCameraSpec& camera) {
  if (const auto known = known_.find(camera.place); known != known_.end()) return known->second;
  if (world_.exhibit.map.find.empty()) {
    return fail("{}: the exhibit has no places to find; add [[map.find]], or give an extent",
                asker(world_, camera, "place"));
  }
  if (!find_) {
    auto tables = load_find_tables(world_, places_);
    if (!tables) return tl::unexpected(tables.error());
    find_ = std::move(*tables);
  }
  for (const data::FindTable& table : *find_) {
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      const std::string_view name = table.name[row];
      const bool is_it = name == camera.place || (camera.place.starts_with(name) &&
                                                  camera.place == fmt::format("{}, {}", name, table.region[row]));
      if (is_it) return known_.emplace(camera.place, table.lon_lat[row]).first->second;
    }
  }
  return fail("{}: no place of map.find is called '{}'; write it as the table does, or give an extent",
              asker(world_, camera, "place"), camera.place);
}

Result<geo::MapBounds> CueCameras::bounds_of_place(const exhibit::CueCameraSpec& camera) {
  const auto place = found(camera);
  if (!place) return tl::unexpected(place.error());
  const auto bounds = bounds_of_extent(sheet_.projection, around(*place, camera.radius_km));
  if (!bounds || !sheet_.projection.map_from_lon_lat(*place))
    return fail_off_the_map(world_, camera, camera.place, "place", sheet_);
  return *bounds;
}

Result<geo::MapBounds> CueCameras::bounds_of(const exhibit::CueCameraSpec& camera) {
  if (!camera.region.empty()) return bounds_of_region(camera);
  if (!camera.place.empty()) return bounds_of_place(camera);
  if (camera.extent.empty()) return sheet_.geometry.fit.bounds;
  const auto bounds = bounds_of_extent(sheet_.projection, camera.extent);
  // A plane has places far from all that is drawn on it.
  if (!bounds || !overlap(*bounds, sheet_.geometry.drawn_bounds))
    return fail_off_the_map(world_, camera, "the extent", "extent", sheet_);
  return *bounds;
}

Result<model::Camera> CueCameras::camera_on(const exhibit::CueCameraSpec& camera, Stage& stage,
                                            const model::ViewState& view, const PictureSpec& picture) {
  if (camera.is_whole_map()) return sheet_.fit();
  const auto bounds = bounds_of(camera);
  if (!bounds) return tl::unexpected(bounds.error());
  const scene::PixelRect room = scene::map_look(stage.inputs(view), view, picture.size, picture.px_per_pt).room;
  return scene::camera_on(*bounds, sheet_.geometry.fit, room, picture.px_per_pt);
}

}  // namespace spreadmap::app
