#include "scene/area_geometry.h"

#include <cmath>

#include "geo/polygons.h"

namespace spreadmap::scene {
namespace {

double twice_area_m2(geo::LocalPoint a, geo::LocalPoint b, geo::LocalPoint c) {
  const auto from_a = [a](geo::LocalPoint to) {
    return geo::MapPoint{static_cast<double>(to.x_m) - static_cast<double>(a.x_m),
                         static_cast<double>(to.y_m) - static_cast<double>(a.y_m)};
  };
  const geo::MapPoint ab = from_a(b), ac = from_a(c);
  return ab.x_m * ac.y_m - ac.x_m * ab.y_m;
}

void add_area(AreaGeometry& geometry, std::uint32_t area, const geo::Triangles& triangles, geo::MapOrigin origin) {
  const auto first = static_cast<std::uint32_t>(geometry.vertices.size());
  geo::MapBounds bounds;
  for (const geo::MapPoint vertex : triangles.vertices) {
    bounds.include({vertex.x_m - origin.x_m, vertex.y_m - origin.y_m});
    geometry.vertices.push_back({geo::local_from_map(vertex, origin), area});
  }
  geo::LocalPoint middle{std::nanf(""), std::nanf("")};
  double largest_m2 = 0.0;
  for (std::size_t i = 0; i + 2 < triangles.indices.size(); i += 3) {
    const auto corner = [&](std::size_t k) { return geometry.vertices[first + triangles.indices[i + k]].local; };
    const geo::LocalPoint a = corner(0), b = corner(1), c = corner(2);
    const double size_m2 = std::abs(twice_area_m2(a, b, c));
    if (size_m2 <= largest_m2) continue;
    largest_m2 = size_m2;
    middle = {(a.x_m + b.x_m + c.x_m) / 3.0F, (a.y_m + b.y_m + c.y_m) / 3.0F};
  }
  for (const std::uint32_t index : triangles.indices) geometry.indices.push_back(first + index);
  geometry.index_ends.push_back(static_cast<std::uint32_t>(geometry.indices.size()));
  geometry.bounds.push_back(bounds);
  geometry.middle.push_back(middle);
}

}  // namespace

Result<AreaGeometry> build_area_geometry(const data::AreaTable& areas, const geo::Projection& projection,
                                         geo::MapOrigin origin) {
  AreaGeometry geometry;
  Result<void> filled;
  std::uint32_t area = 0;
  areas.shapes.each_feature([&](auto points, auto ring_ends) {
    if (!filled) return;
    const auto triangles = projection.filled(points, ring_ends);
    if (!triangles) {
      filled = tl::unexpected(triangles.error().within(std::string(areas.name[area])));
      return;
    }
    add_area(geometry, area++, *triangles, origin);
  });
  if (!filled) return tl::unexpected(filled.error());
  return geometry;
}

std::optional<std::uint32_t> area_at(const AreaGeometry& geometry, geo::LocalPoint point) {
  for (std::uint32_t area = 0; area < geometry.bounds.size(); ++area) {
    if (!geometry.bounds[area].contains({static_cast<double>(point.x_m), static_cast<double>(point.y_m)})) continue;
    for (std::uint32_t i = area == 0 ? 0 : geometry.index_ends[area - 1]; i < geometry.index_ends[area]; i += 3) {
      const auto corner = [&](std::uint32_t k) { return geometry.vertices[geometry.indices[i + k]].local; };
      const double a = twice_area_m2(corner(0), corner(1), point);
      const double b = twice_area_m2(corner(1), corner(2), point);
      const double c = twice_area_m2(corner(2), corner(0), point);
      if ((a >= 0.0 && b >= 0.0 && c >= 0.0) || (a <= 0.0 && b <= 0.0 && c <= 0.0)) return area;
    }
  }
  return std::nullopt;
}

}  // namespace spreadmap::scene
