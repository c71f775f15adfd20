#include "scene/map_geometry.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

#include "geo/placed_mesh.h"
#include "geo/polygons.h"
#include "scene/money.h"

namespace spreadmap::scene {
namespace {

std::vector<geo::MapPoint> projected(const std::vector<geo::LonLat>& points, const geo::Projection& projection) {
  std::vector<geo::MapPoint> out(points.size());
  projection.map_from_lon_lat(points, out);
  return out;
}

void include_land(MapGeometry& geometry, const geo::Rings& rings) {
  for (const geo::MapPoint point : rings.points) geometry.land_bounds.include(point);
}

/// A feature of the land on the map.
struct LandFeature {
  geo::Rings rings;
  std::optional<geo::Triangles> triangles = {};  ///< where the map tears the rings
};

Result<void> add_triangles(MapGeometry& geometry, const LandFeature& land) {
  const auto triangles = land.triangles ? Result<geo::Triangles>(*land.triangles) : geo::triangulate(land.rings);
  if (!triangles) return tl::unexpected(triangles.error().within("the land cannot be filled"));
  const auto first = static_cast<std::uint32_t>(geometry.land_vertices.size());
  for (const geo::MapPoint vertex : triangles->vertices) {
    geometry.land_vertices.push_back(geo::local_from_map(vertex, geometry.origin));
  }
  for (const std::uint32_t index : triangles->indices) geometry.land_indices.push_back(first + index);
  return {};
}

/// Each feature, on the map. Feature by feature: edges shared by neighbours would make one tessellation of them all ten times as slow.
Result<std::vector<LandFeature>> land_of(const data::Shapes& shapes, const geo::Projection& projection) {
  std::vector<LandFeature> features;
  Result<void> filled;
  shapes.each_feature([&](auto points, auto ring_ends) {
    if (!filled) return;
    auto rings = projection.map_rings(points, ring_ends);
    if (!rings) {
      filled = tl::unexpected(rings.error().within("the land cannot be filled"));
      return;
    }
    features.push_back({std::move(*rings)});
    if (!features.back().rings.is_torn) return;
    auto triangles = geo::filled_in_cells(projection, points, ring_ends);
    if (!triangles) filled = tl::unexpected(triangles.error().within("the land cannot be filled"));
    if (triangles) features.back().triangles = std::move(*triangles);
  });
  if (!filled) return tl::unexpected(filled.error());
  return features;
}

Result<std::vector<RegionRooms>> regions_of(const data::Shapes& shapes, const geo::Projection& projection) {
  std::vector<RegionRooms> regions;
  Result<void> placed;
  shapes.each_feature([&](auto points, auto ring_ends) {
    // A single point is no shape: the name stands there.
    if (points.size() == 1) {
      regions.push_back(region_at(projection.map_from_lon_lat(points.front()).value_or(geo::kNoMapPoint)));
      return;
    }
    const auto rings = projection.map_rings(points, ring_ends);
    if (rings) regions.push_back(region_rooms_of(*rings));
    if (!rings) placed = tl::unexpected(rings.error().within("a region cannot be placed"));
  });
  if (!placed) return tl::unexpected(placed.error());
  return regions;
}

geo::MapLines lines_of(const data::Shapes& shapes, const geo::Projection& projection) {
  geo::MapLines lines;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : shapes.part_ends) {
    const geo::MapLines part = projection.map_lines(std::span(shapes.points).subspan(begin, end - begin));
    const auto first = static_cast<std::uint32_t>(lines.points.size());
    lines.points.insert(lines.points.end(), part.points.begin(), part.points.end());
    lines.lon_lat.insert(lines.lon_lat.end(), part.lon_lat.begin(), part.lon_lat.end());
    for (const std::uint32_t part_end : part.part_ends) lines.part_ends.push_back(first + part_end);
    begin = end;
  }
  return lines;
}

void add_lines(MapGeometry& geometry, exhibit::BaseRole role, geo::MapLines placed) {
  LocalLines lines;
  lines.role = role;
  for (const geo::MapPoint point : placed.points) lines.points.push_back(geo::local_from_map(point, geometry.origin));
  lines.lon_lat = std::move(placed.lon_lat);
  lines.part_ends = std::move(placed.part_ends);
  geometry.lines.push_back(std::move(lines));
}

/// The local space's zero: the middle of these, so that 32-bit floats are finest where the map is.
geo::MapOrigin origin_of(const geo::MapBounds& bounds) {
  if (bounds.is_empty()) return {};
  return {std::round(bounds.centre().x_m), std::round(bounds.centre().y_m)};
}

geo::MapBounds bounds_of(const std::vector<std::vector<geo::MapPoint>>& sets) {
  geo::MapBounds bounds;
  for (const auto& set : sets) {
    for (const geo::MapPoint point : set) {
      if (is_placed(point)) bounds.include(point);
    }
  }
  return bounds;
}

/// How far beyond the land's bounds a mark still belongs to the fit view, as a share of their width and height.
constexpr double kNearLand = 0.25;

/// Whether a mark lies on the land or near it; every mark does where there is no land.
bool is_near_land(geo::MapPoint mark, const MapGeometry& geometry) {
  const geo::MapBounds& land = geometry.land_bounds;
  if (land.is_empty()) return true;
  const double reach_x_m = kNearLand * land.width_m(), reach_y_m = kNearLand * land.height_m();
  return mark.x_m >= land.min_x_m - reach_x_m && mark.x_m <= land.max_x_m + reach_x_m &&
         mark.y_m >= land.min_y_m - reach_y_m && mark.y_m <= land.max_y_m + reach_y_m;
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

/// The span of one coordinate of the marks; without the outermost hundredth at either end where they would leave the others less than a
/// quarter of it.
std::pair<double, double> span_of(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const std::size_t trim = values.size() / 100;
  const double all = values.back() - values.front();
  const double inner = values[values.size() - 1 - trim] - values[trim];
  constexpr double kMostOfInner = 4.0;
  if (all <= kMostOfInner * inner) return {values.front(), values.back()};
  return {values[trim], values[values.size() - 1 - trim]};
}

/// One end of the fit view: the land's where it ends near the marks, else a little beyond them.
double fit_end(double mark, double land, double size, double outwards) {
  constexpr double kMargin = 0.04;
  const double beyond = (land - mark) * outwards;
  const double margin = kMargin * size;
  return mark + outwards * (beyond <= kNearLand * size ? std::max(beyond, margin) : margin);
}

/// Where the land may be the whole world: the marks, and the land that ends near them. Without marks, the land.
geo::MapBounds fit_bounds_on_the_globe(const MapGeometry& geometry) {
  std::vector<double> xs, ys;
  for (const auto& marks : geometry.marks) {
    for (const geo::MapPoint mark : marks) {
      if (!is_placed(mark)) continue;
      xs.push_back(mark.x_m);
      ys.push_back(mark.y_m);
    }
  }
  if (xs.empty()) return geometry.land_bounds;
  const auto [west, east] = span_of(std::move(xs));
  const auto [south, north] = span_of(std::move(ys));
  const double size = std::max(east - west, north - south);
  const geo::MapBounds& land = geometry.land_bounds;
  if (land.is_empty()) return {west, south, east, north};
  return {fit_end(west, land.min_x_m, size, -1.0), fit_end(south, land.min_y_m, size, -1.0),
          fit_end(east, land.max_x_m, size, 1.0), fit_end(north, land.max_y_m, size, 1.0)};
}

void note_unseen(const data::Tables& tables, MapGeometry& geometry) {
  for (std::size_t layer = 0; layer < geometry.marks.size(); ++layer) {
    auto& unseen = geometry.unseen.emplace_back();
    for (std::uint32_t row = 0; row < geometry.marks[layer].size(); ++row) {
      if (!std::isfinite(tables.layers[layer].lon_lat[row].lon_deg)) continue;
      const geo::MapPoint mark = geometry.marks[layer][row];
      if (!is_placed(mark) || !geometry.fit.bounds.contains(mark)) unseen.push_back(row);
    }
  }
}

/// So that no circle is cut in the first view that is not cut in every other.
void add_circles_to_fit(const std::vector<exhibit::LayerSpec>& layers, const data::Tables& tables,
                        MapGeometry& geometry) {
  FitExtent& fit = geometry.fit;
  if (fit.bounds.is_empty()) return;
  const geo::MapPoint centre = fit.bounds.centre();
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (layers[layer].kind != exhibit::LayerKind::kSubsidies) continue;
    const style::LayerStyle& style = layers[layer].style;
    for (const FixedCircle& circle :
         whole_circles(tables.layers[layer].amount_usd, geometry.marks[layer], geometry.spots[layer], style)) {
      if (!fit.bounds.contains(circle.centre)) continue;
      const double radius_pt = circle.radius_pt + style.line_pt;
      fit.across.push_back({std::abs(circle.centre.x_m - centre.x_m), radius_pt});
      fit.upright.push_back({std::abs(circle.centre.y_m - centre.y_m), radius_pt});
    }
  }
  fit.across = deciding(std::move(fit.across));
  fit.upright = deciding(std::move(fit.upright));
}

}  // namespace

Result<MapGeometry> build_map_geometry(const std::vector<exhibit::LayerSpec>& layers, const data::Tables& tables,
                                       const BaseMap& base, const data::Shapes* backdrop,
                                       const geo::Projection& projection) {
  MapGeometry geometry;
  for (const auto& layer : tables.layers) {
    geometry.marks.push_back(projected(layer.lon_lat, projection));
    geometry.spots.push_back(spots_of(layer.lon_lat));
  }
  geometry.places = projected(tables.places.lon_lat, projection);
  auto regions = regions_of(tables.regions.shapes, projection);
  if (!regions) return tl::unexpected(regions.error());
  geometry.regions = std::move(*regions);

  const bool is_composite = projection.domain().kind == geo::Domain::Kind::kWhole;
  std::vector<std::vector<LandFeature>> land(base.shapes.size());
  std::vector<geo::MapLines> lines(base.shapes.size());
  geo::MapBounds base_bounds;
  for (std::size_t i = 0; i < base.shapes.size(); ++i) {
    if (base.roles[i] == exhibit::BaseRole::kLand) {
      auto features = land_of(base.shapes[i], projection);
      if (!features) return tl::unexpected(features.error());
      land[i] = std::move(*features);
      for (const LandFeature& feature : land[i]) include_land(geometry, feature.rings);
    } else {
      lines[i] = lines_of(base.shapes[i], projection);
      for (const geo::MapPoint point : lines[i].points) base_bounds.include(point);
    }
  }
  if (!geometry.land_bounds.is_empty()) {
    base_bounds.include({geometry.land_bounds.min_x_m, geometry.land_bounds.min_y_m});
    base_bounds.include({geometry.land_bounds.max_x_m, geometry.land_bounds.max_y_m});
  }
  geometry.fit.bounds = is_composite ? fit_bounds_of(geometry) : fit_bounds_on_the_globe(geometry);
  add_circles_to_fit(layers, tables, geometry);
  note_unseen(tables, geometry);
  if (!is_composite) base_bounds = geometry.fit.bounds;
  geometry.origin = origin_of(base_bounds.is_empty() ? bounds_of(geometry.marks) : base_bounds);

  geometry.drawn_bounds = geometry.fit.bounds;
  const auto draws = [&](const geo::MapBounds& bounds) {
    if (bounds.is_empty() || is_composite) return;
    geometry.drawn_bounds.include({bounds.min_x_m, bounds.min_y_m});
    geometry.drawn_bounds.include({bounds.max_x_m, bounds.max_y_m});
  };
  draws(geometry.land_bounds);
  if (backdrop != nullptr) {
    const auto features = land_of(*backdrop, projection);
    if (!features) return tl::unexpected(features.error());
    for (const LandFeature& feature : *features) {
      for (const geo::MapPoint point : feature.rings.points) geometry.drawn_bounds.include(point);
      if (auto added = add_triangles(geometry, feature); !added) return tl::unexpected(added.error());
    }
    geometry.backdrop_index_count = geometry.land_indices.size();
  }
  for (std::size_t i = 0; i < base.shapes.size(); ++i) {
    for (const LandFeature& feature : land[i]) {
      if (auto added = add_triangles(geometry, feature); !added) return tl::unexpected(added.error());
    }
    if (base.roles[i] != exhibit::BaseRole::kLand) add_lines(geometry, base.roles[i], std::move(lines[i]));
  }
  return geometry;
}

}  // namespace spreadmap::scene
