#include "geo/polygons.h"

#include <cmath>
#include <utility>

#include "geo/tessellation.h"

namespace spreadmap::geo {
namespace {

double twice_signed_area_m2(MapPoint a, MapPoint b, MapPoint c) {
  return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (c.x_m - a.x_m) * (b.y_m - a.y_m);
}

}  // namespace

Result<Triangles> triangulate(const Rings& rings) {
  Result<Tessellated> filled = tessellated(rings, Winding::kOdd, Emit::kTriangles);
  if (!filled) return tl::unexpected(filled.error());
  return Triangles{std::move(filled->vertices), std::move(filled->indices)};
}

double signed_area_m2(std::span<const MapPoint> ring) {
  if (ring.size() < 3) return 0.0;
  // As a fan about the first point: coordinates of millions of metres would eat the digits of a small ring.
  double twice_m2 = 0.0;
  for (std::size_t i = 2; i < ring.size(); ++i) twice_m2 += twice_signed_area_m2(ring[0], ring[i - 1], ring[i]);
  return twice_m2 / 2.0;
}

double area_m2(const Triangles& triangles) {
  double sum_m2 = 0.0;
  for (std::size_t i = 0; i + 2 < triangles.indices.size(); i += 3) {
    const auto corner = [&](std::size_t k) { return triangles.vertices[triangles.indices[i + k]]; };
    sum_m2 += std::abs(twice_signed_area_m2(corner(0), corner(1), corner(2))) / 2.0;
  }
  return sum_m2;
}

}  // namespace spreadmap::geo
