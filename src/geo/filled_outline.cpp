#include "geo/filled_outline.h"

#include <array>
#include <cmath>

#include "geo/placed_mesh.h"
#include "geo/tessellation.h"

namespace spreadmap::geo {
namespace {

/// Each triangle as a ring that goes round it counter-clockwise, whichever way a map has turned it.
Rings rings_of(const Triangles& triangles) {
  Rings rings;
  for (std::size_t i = 0; i + 2 < triangles.indices.size(); i += 3) {
    std::array<MapPoint, 3> corners{};
    for (std::size_t k = 0; k < 3; ++k) corners.at(k) = triangles.vertices[triangles.indices[i + k]];
    const double area_m2 = signed_area_m2(corners);
    if (!std::isfinite(area_m2) || area_m2 == 0.0) continue;
    if (area_m2 < 0.0) std::swap(corners[1], corners[2]);
    rings.points.insert(rings.points.end(), corners.begin(), corners.end());
    rings.ring_ends.push_back(static_cast<std::uint32_t>(rings.points.size()));
  }
  return rings;
}

}  // namespace

Result<Rings> filled_outline(const Projection& projection, std::span<const LonLat> points,
                             std::span<const std::uint32_t> ring_ends) {
  auto rings = projection.map_rings(points, ring_ends);
  if (!rings || !rings->is_torn) return rings;
  const auto triangles = filled_in_cells(projection, points, ring_ends);
  if (!triangles) return tl::unexpected(triangles.error());
  const auto outlines = tessellated(rings_of(*triangles), Winding::kPositive, Emit::kOutlines);
  if (!outlines) return tl::unexpected(outlines.error());
  Rings joined;
  for (const std::uint32_t index : outlines->indices) joined.points.push_back(outlines->vertices[index]);
  joined.ring_ends = outlines->loop_ends;
  return joined;
}

}  // namespace spreadmap::geo
