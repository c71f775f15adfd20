#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "geo/spaces.h"

namespace spreadmap::geo {

/// Rings one after the other: ring i is points[ring_ends[i-1] .. ring_ends[i]). Rings need not repeat their first
/// point.
struct Rings {
  std::vector<MapPoint> points;
  std::vector<std::uint32_t> ring_ends;
  bool is_torn =
      false;  ///< a map does not hold them together: what lies within them is not what lies within them on the ground
};

/// Triangles over a vertex list: three indices each. Vertices may hold more points than the rings (intersections).
struct Triangles {
  std::vector<MapPoint> vertices;
  std::vector<std::uint32_t> indices;
};

/// Fills rings by the even-odd rule (holes need no orientation) with the GLU tessellator. Law: the area of the
/// triangles is the area of the polygon. Crossings and errors: as `tessellated`.
///
/// One feature at a time: rings that share an edge meet along all of it, which costs some twenty times as long.
Result<Triangles> triangulate(const Rings& rings);

/// Signed area of one ring in square metres (shoelace), positive when counter-clockwise.
double signed_area_m2(std::span<const MapPoint> ring);
/// Sum of the triangles' absolute areas in square metres.
double area_m2(const Triangles& triangles);

}  // namespace spreadmap::geo
