#include "geo/tessellation.h"

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
struct Work {
  Tessellated out;
  std::deque<std::uint32_t> names;  // indices that stay where they are: the tessellator knows a vertex by an address
  GLenum error = 0;

  void* named(std::size_t index) { return &names.emplace_back(static_cast<std::uint32_t>(index)); }
};

void GLAPIENTRY on_vertex(void* name, void* work) {
  static_cast<Work*>(work)->out.indices.push_back(*static_cast<const std::uint32_t*>(name));
}

void GLAPIENTRY on_end_of_loop(void* work) {
  auto& out = static_cast<Work*>(work)->out;
  out.loop_ends.push_back(static_cast<std::uint32_t>(out.indices.size()));
}

// Two edges cross, or points coincide: the crossing becomes a vertex of its own.
void GLAPIENTRY on_combine(GLdouble* position, void** /*names*/, GLfloat* /*weights*/, void** name, void* data) {
  auto& work = *static_cast<Work*>(data);
  *name = work.named(work.out.vertices.size());
  work.out.vertices.push_back({position[0], position[1]});
}

void GLAPIENTRY on_error(GLenum error, void* work) { static_cast<Work*>(work)->error = error; }

// Its presence alone makes the tessellator emit plain triangles, never fans or strips.
void GLAPIENTRY on_edge_flag(GLboolean, void*) {}

void set_callbacks(GLUtesselator* tess, Emit emit) {
  gluTessCallback(tess, GLU_TESS_VERTEX_DATA, reinterpret_cast<_GLUfuncptr>(on_vertex));
  gluTessCallback(tess, GLU_TESS_COMBINE_DATA, reinterpret_cast<_GLUfuncptr>(on_combine));
  gluTessCallback(tess, GLU_TESS_ERROR_DATA, reinterpret_cast<_GLUfuncptr>(on_error));
  if (emit == Emit::kTriangles)
    gluTessCallback(tess, GLU_TESS_EDGE_FLAG_DATA, reinterpret_cast<_GLUfuncptr>(on_edge_flag));
  if (emit == Emit::kOutlines) gluTessCallback(tess, GLU_TESS_END_DATA, reinterpret_cast<_GLUfuncptr>(on_end_of_loop));
}

GLdouble rule_of(Winding winding) {
  switch (winding) {
    case Winding::kOdd:
      return GLU_TESS_WINDING_ODD;
    case Winding::kPositive:
      return GLU_TESS_WINDING_POSITIVE;
    case Winding::kTwice:
      return GLU_TESS_WINDING_ABS_GEQ_TWO;
  }
  return GLU_TESS_WINDING_ODD;
}

void add_rings(GLUtesselator* tess, const Rings& rings, Work& work) {
  std::uint32_t begin = 0;
  for (const std::uint32_t end : rings.ring_ends) {
    gluTessBeginContour(tess);
    for (std::uint32_t i = begin; i < end; ++i) {
      std::array<GLdouble, 3> position = {rings.points[i].x_m, rings.points[i].y_m, 0.0};  // copied by the call
      gluTessVertex(tess, position.data(), work.named(i));
    }
    gluTessEndContour(tess);
    begin = end;
  }
}

}  // namespace

Result<Tessellated> tessellated(const Rings& rings, Winding winding, Emit emit) {
  SM_ASSERT(std::is_sorted(rings.ring_ends.begin(), rings.ring_ends.end()) &&
                (rings.ring_ends.empty() ? 0U : rings.ring_ends.back()) == rings.points.size(),
            "{} rings over {} points", rings.ring_ends.size(), rings.points.size());
  // The tessellator sorts by position and never ends on what has no order.
  for (std::size_t i = 0; i < rings.points.size(); ++i) {
    if (!is_placed(rings.points[i])) return fail("point {} of the polygon has no place on the map", i);
  }
  const std::unique_ptr<GLUtesselator, DeleteTess> tess(gluNewTess());
  if (!tess) return fail("the tessellator got no memory");

  Work work;
  work.out.vertices = rings.points;
  work.out.indices.reserve(rings.points.size() * (emit == Emit::kTriangles ? 3 : 1));
  set_callbacks(tess.get(), emit);
  gluTessProperty(tess.get(), GLU_TESS_WINDING_RULE, rule_of(winding));
  gluTessProperty(tess.get(), GLU_TESS_BOUNDARY_ONLY, emit == Emit::kOutlines ? GLU_TRUE : GLU_FALSE);
  gluTessNormal(tess.get(), 0.0, 0.0, 1.0);  // spares it the search for a plane
  gluTessBeginPolygon(tess.get(), &work);
  add_rings(tess.get(), rings, work);
  gluTessEndPolygon(tess.get());

  if (work.error != 0) {
    return fail("the tessellator reports: {}", reinterpret_cast<const char*>(gluErrorString(work.error)));
  }
  SM_ASSERT(emit == Emit::kOutlines || work.out.indices.size() % 3 == 0, "{} indices", work.out.indices.size());
  return std::move(work.out);
}

}  // namespace spreadmap::geo
