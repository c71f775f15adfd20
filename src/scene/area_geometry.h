#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "data/tables.h"
#include "geo/projection.h"
#include "geo/spaces.h"

namespace spreadmap::scene {

/// A corner of a triangle of an area. Mirrors the vertex layout of shaders/area.vert.
struct AreaVertex {
  geo::LocalPoint local;   // offset 0
  std::uint32_t area = 0;  // offset 8: row of the table
};
static_assert(sizeof(AreaVertex) == 12);

/// The areas of one layer as triangles in local space: made once for each projection, uploaded once.
struct AreaGeometry {
  std::vector<AreaVertex> vertices;
  std::vector<std::uint32_t> indices;
  /// Area i has indices [index_ends[i-1] .. index_ends[i]); none where it has no place on this map. Cut to the projection's domain.
  std::vector<std::uint32_t> index_ends;
  std::vector<geo::MapBounds> bounds;   ///< by area, relative to the origin
  std::vector<geo::LocalPoint> middle;  ///< by area: a point inside it, in its largest triangle
};

/// Errors: a polygon that the tessellator refuses.
Result<AreaGeometry> build_area_geometry(const data::AreaTable& areas, const geo::Projection& projection,
                                         geo::MapOrigin origin);

/// The area under a point of the local space.
std::optional<std::uint32_t> area_at(const AreaGeometry& geometry, geo::LocalPoint point);

}  // namespace spreadmap::scene
