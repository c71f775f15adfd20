#pragma once
#include <vector>

#include "base/result.h"
#include "geo/degree_mesh.h"
#include "geo/polygons.h"
#include "geo/projection.h"

namespace spreadmap::geo {

/// A mesh on one map.
struct PlacedMesh {
  std::vector<MapPoint> vertices;  ///< NaN: those of a cell that has no place there, or is torn apart
  std::vector<bool> is_shown;      ///< by cell
};
/// What the map does not show of a cell that it shows in part lies on the nearest edge of what it shows. The composite takes a mesh that is cut for it.
PlacedMesh placed_mesh(const Projection& projection, const DegreeMesh& mesh);

/// The triangles of one polygon whose rings the map tears (`Rings::is_torn`), cell by cell of a mesh: along a tear a cell is left out. Errors: as
/// `triangulate`.
Result<Triangles> filled_in_cells(const Projection& projection, std::span<const LonLat> points,
                                  std::span<const std::uint32_t> ring_ends);

}  // namespace spreadmap::geo
