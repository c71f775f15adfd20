#include "scene/map_geometry.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_map>

#include "geo/polygons.h"

namespace spreadmap::scene {
namespace {

bool is_placed(geo::MapPoint point) { return std::isfinite(point.x_m) && std::isfinite(point.y_m); }

std::vector<geo::MapPoint> projected(const std::vector<geo::LonLat>& points, const geo::Projection& projection) {
  std::vector<geo::MapPoint> out(points.size());
  projection.map_from_lon_lat(points, out);
  return out;
}

/// The points of one part, or nothing when any of them has no place on this map.
std::span<const geo::MapPoint> placed_part(const std::vector<geo::MapPoint>& points,
                                           const std::vector<std::uint32_t>& part_ends, std::size_t part) {
  const std::uint32_t begin = part == 0 ? 0 : part_ends[part - 1];
  const auto whole = std::span(points).subspan(begin, part_ends[part] - begin);
  return std::all_of(whole.begin(), whole.end(), is_placed) ? whole : std::span<const geo::MapPoint>{};
}

Result<void> add_triangles(MapGeometry& geometry, const geo::Rings& rings) {
  const auto triangles = geo::triangulate(rings);
  if (!triangles) return tl::unexpected(triangles.error().within("the land cannot be filled"));
  const auto first = static_cast<std::uint32_t>(geometry.land_vertices.size());
  for (const geo::MapPoint vertex : triangles->vertices) {
    geometry.land_bounds.include(vertex);
    geometry.land_vertices.push_back(geo::local_from_map(vertex, geometry.origin));
  }
  for (const std::uint32_t index : triangles->indices) geometry.land_indices.push_back(first + index);
  return {};
}

/// Feature by feature: edges shared by neighbours would make one tessellation of them all ten times as slow.
Result<void> add_land(MapGeometry& geometry, const std::vector<geo::MapPoint>& points, const data::Shapes& shapes) {
  geo::Rings rings;
  std::size_t part = 0;
  for (const std::uint32_t feature_end : shapes.feature_part_ends) {
    rings.points.clear();
    rings.ring_ends.clear();
    for (; part < feature_end; ++part) {
      const auto ring = placed_part(points, shapes.part_ends, part);
      if (ring.empty()) continue;
      rings.points.insert(rings.points.end(), ring.begin(), ring.end());
      rings.ring_ends.push_back(static_cast<std::uint32_t>(rings.points.size()));
    }
    if (rings.ring_ends.empty()) continue;
    if (auto added = add_triangles(geometry, rings); !added) return added;
  }
  return {};
}

void add_lines(MapGeometry& geometry, exhibit::BaseRole role, const std::vector<geo::MapPoint>& points,
               const data::Shapes& shapes) {
  LocalLines lines;
  lines.role = role;
  for (std::size_t part = 0; part < shapes.part_ends.size(); ++part) {
    const auto line = placed_part(points, shapes.part_ends, part);
    if (line.empty()) continue;
    for (const geo::MapPoint point : line) lines.points.push_back(geo::local_from_map(point, geometry.origin));
    lines.part_ends.push_back(static_cast<std::uint32_t>(lines.points.size()));
  }
  geometry.lines.push_back(std::move(lines));
}

/// The local space's zero: the middle of all that is placed, so that 32-bit floats are finest where the map is.
geo::MapOrigin origin_of(const std::vector<std::vector<geo::MapPoint>>& sets) {
  geo::MapBounds bounds;
  for (const auto& set : sets) {
    for (const geo::MapPoint point : set) {
      if (is_placed(point)) bounds.include(point);
    }
  }
  if (bounds.is_empty()) return {};
  return {std::round(bounds.centre().x_m), std::round(bounds.centre().y_m)};
}

Spots spots_of(const std::vector<geo::LonLat>& points) {
  const auto hash = [](const geo::LonLat& point) {
    return std::hash<double>()(point.lon_deg) * 31U ^ std::hash<double>()(point.lat_deg);
  };
  const auto is_same = [](const geo::LonLat& a, const geo::LonLat& b) {
    return a.lon_deg == b.lon_deg && a.lat_deg == b.lat_deg;
  };
  std::unordered_map<geo::LonLat, std::uint32_t, decltype(hash), decltype(is_same)> spot_at(points.size(), hash,
                                                                                            is_same);
  Spots spots;
  spots.of_row.reserve(points.size());
  for (const geo::LonLat& point : points) {
    // A point that is not known (NaN) is equal to none, so each has a spot of its own.
    const auto [entry, is_new] = spot_at.try_emplace(point, spots.count);
    if (is_new) ++spots.count;
    spots.of_row.push_back(entry->second);
  }
  return spots;
}

/// The land and the marks near it: one record on the far side of the world must not make a speck of the map. Without land, all marks.
geo::MapBounds fit_bounds_of(const MapGeometry& geometry) {
  geo::MapBounds bounds = geometry.land_bounds;
  for (const auto& marks : geometry.marks) {
    for (const geo::MapPoint mark : marks) {
      if (is_placed(mark) && is_near_land(mark, geometry)) bounds.include(mark);
    }
  }
  return bounds;
}

}  // namespace

bool is_near_land(geo::MapPoint mark, const MapGeometry& geometry) {
  const geo::MapBounds& land = geometry.land_bounds;
  if (land.is_empty()) return true;
  const double reach_x_m = kNearLand * land.width_m(), reach_y_m = kNearLand * land.height_m();
  return mark.x_m >= land.min_x_m - reach_x_m && mark.x_m <= land.max_x_m + reach_x_m &&
         mark.y_m >= land.min_y_m - reach_y_m && mark.y_m <= land.max_y_m + reach_y_m;
}

Result<MapGeometry> build_map_geometry(const exhibit::Exhibit& exhibit, const data::Tables& tables,
                                       const geo::Projection& projection) {
  MapGeometry geometry;
  std::vector<std::vector<geo::MapPoint>> base;
  for (const auto& shapes : tables.base) base.push_back(projected(shapes.points, projection));
  for (const auto& layer : tables.layers) {
    geometry.marks.push_back(projected(layer.lon_lat, projection));
    geometry.spots.push_back(spots_of(layer.lon_lat));
  }
  geometry.places = projected(tables.places.lon_lat, projection);
  geometry.origin = base.empty() ? origin_of(geometry.marks) : origin_of(base);
  for (std::size_t i = 0; i < base.size(); ++i) {
    const exhibit::BaseRole role = exhibit.map.base[i].role;
    if (role == exhibit::BaseRole::kLand) {
      if (auto added = add_land(geometry, base[i], tables.base[i]); !added) return tl::unexpected(added.error());
    } else {
      add_lines(geometry, role, base[i], tables.base[i]);
    }
  }
  geometry.fit_bounds = fit_bounds_of(geometry);
  return geometry;
}

}  // namespace spreadmap::scene
