#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "geo/clipping.h"
#include "geo/spaces.h"

namespace spreadmap::geo {

/// Cells of a mesh reach so far in degrees: what is straight in a cell is so on any map, to less than a pixel of a whole one.
inline constexpr int kMeshCell_deg = 2;

/// Polygons as triangles in degrees, cut along the meridians and parallels of a grid, so that they can be laid on any map, and on what lies
/// between two of them: no triangle is larger than a cell, and none runs over the antimeridian.
struct DegreeMesh {
  std::vector<LonLat> vertices;
  std::vector<std::uint32_t> indices;  ///< three each
  /// What one feature has in one cell. Its vertices and indices run from the end of the cell before it; cells share no vertex.
  struct Cell {
    std::uint32_t feature = 0;
    LonLat middle;  ///< of the cell of the grid
    std::uint32_t vertex_end = 0, index_end = 0;
  };
  std::vector<Cell> cells;

  /// Adds the rings of the next feature, as `clipped_rings` takes them. Law: its triangles have the area of the polygon in degrees. Errors: as
  /// `triangulate`.
  Result<void> add_feature(std::uint32_t feature, std::span<const LonLat> points,
                           std::span<const std::uint32_t> ring_ends);
};

}  // namespace spreadmap::geo
