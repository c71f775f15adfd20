#include "geo/polygons.h"

#include <GL/glu.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <memory>

#include "base/assert.h"

namespace spreadmap::geo {
namespace {

struct DeleteTess {
  void operator()(GLUtesselator* tess) const { gluDeleteTess(tess); }
};

/// What the callbacks write to.
struct Filling {
  Triangles triangles;
  std::deque<std::uint32_t> names;  // indices that stay where they are: the tessellator knows a vertex by an address
  GLenum error = 0;

  void* named(std::size_t index) { return &names.emplace_back(static_cast<std::uint32_t>(index)); }
};

void GLAPIENTRY on_vertex(void* name, void* filling) {
  static_cast<Filling*>(filling)->triangles.indices.push_back(*static_cast<const std::uint32_t*>(name));
}

// Two edges cross, or points coincide: the crossing becomes a vertex of its own.
void GLAPIENTRY on_combine(GLdouble* position, void** /*names*/, GLfloat* /*weights*/, void** name, void* data) {
  auto& filling = *static_cast<Filling*>(data);
  *name = filling.named(filling.triangles.vertices.size());
  filling.triangles.vertices.push_back({position[0], position[1]});
}

void GLAPIENTRY on_error(GLenum error, void* filling) { static_cast<Filling*>(filling)->error = error; }

// Its presence alone makes the tessellator emit plain triangles, never fans or strips.
void GLAPIENTRY on_edge_flag(GLboolean, void*) {}

void set_callbacks(GLUtesselator* tess) {
  gluTessCallback(tess, GLU_TESS_VERTEX_DATA, reinterpret_cast<_GLUfuncptr>(on_vertex));
  gluTessCallback(tess, GLU_TESS_COMBINE_DATA, reinterpret_cast<_GLUfuncptr>(on_combine));
  gluTessCallback(tess, GLU_TESS_ERROR_DATA, reinterpret_cast<_GLUfuncptr>(on_error));
  gluTessCallback(tess, GLU_TESS_EDGE_FLAG_DATA, reinterpret_cast<_GLUfuncptr>(on_edge_flag));
}

void add_rings(GLUtesselator* tess, const Rings& rings, Filling& filling) {
  std::uint32_t begin = 0;
  for (const std::uint32_t end : rings.ring_ends) {
    gluTessBeginContour(tess);
    for (std::uint32_t i = begin; i < end; ++i) {
      std::array<GLdouble, 3> position = {rings.points[i].x_m, rings.points[i].y_m, 0.0};  // copied by the call
      gluTessVertex(tess, position.data(), filling.named(i));
    }
    gluTessEndContour(tess);
    begin = end;
  }
}

double twice_signed_area_m2(MapPoint a, MapPoint b, MapPoint c) {
  return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (c.x_m - a.x_m) * (b.y_m - a.y_m);
}

}  // namespace

Result<Triangles> triangulate(const Rings& rings) {
  SM_ASSERT(std::is_sorted(rings.ring_ends.begin(), rings.ring_ends.end()) &&
                (rings.ring_ends.empty() ? 0U : rings.ring_ends.back()) == rings.points.size(),
            "{} rings over {} points", rings.ring_ends.size(), rings.points.size());
  // The tessellator sorts by position and never ends on what has no order.
  for (std::size_t i = 0; i < rings.points.size(); ++i) {
    if (!std::isfinite(rings.points[i].x_m) || !std::isfinite(rings.points[i].y_m)) {
      return fail("point {} of the polygon has no place on the map", i);
    }
  }
  const std::unique_ptr<GLUtesselator, DeleteTess> tess(gluNewTess());
  if (!tess) return fail("the tessellator got no memory");

  Filling filling;
  filling.triangles.vertices = rings.points;
  filling.triangles.indices.reserve(rings.points.size() * 3);
  set_callbacks(tess.get());
  gluTessProperty(tess.get(), GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
  gluTessNormal(tess.get(), 0.0, 0.0, 1.0);  // spares it the search for a plane
  gluTessBeginPolygon(tess.get(), &filling);
  add_rings(tess.get(), rings, filling);
  gluTessEndPolygon(tess.get());

  if (filling.error != 0) {
    return fail("the tessellator reports: {}", reinterpret_cast<const char*>(gluErrorString(filling.error)));
  }
  SM_ASSERT(filling.triangles.indices.size() % 3 == 0, "{} indices", filling.triangles.indices.size());
  return std::move(filling.triangles);
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
