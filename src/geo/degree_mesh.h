#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "geo/clipping.h"
#include "geo/spaces.h"
#include "geo/us_composite.h"

namespace spreadmap::geo {

/// Cells of a mesh reach so far in degrees: what is straight in a cell is so on any map, to less than a pixel of a whole one.
inline constexpr int kMeshCell_deg = 2;

/// Polygons as triangles in degrees, cut along the meridians and parallels of a grid, so that they can be laid on any map, and on what lies
/// between two of them: no triangle is larger than a cell, and none runs over the antimeridian. On the composite map a mesh can be laid that has also been cut
/// along what each region draws.
struct DegreeMesh {
  std::vector<LonLat> vertices;
  std::vector<std::uint32_t> indices;  ///< three each
  /// What one feature has in one cell and region. Its vertices and indices run from the end of the cell before it; cells share no vertex.
  struct Cell {
    std::uint32_t feature = 0;
    LonLat middle;                         ///< of the cell of the grid
    UsRegion region = UsRegion::kLower48;  ///< that draws it; where it was not cut for the composite, as it stands
    std::uint32_t vertex_end = 0, index_end = 0;
  };
  std::vector<Cell> cells;

  /// Adds the rings of the next feature, as `clipped_rings` takes them, cut for the composite map if there is one. Law: its triangles have the area of the
  /// polygon in degrees. Errors: as `tessellated`.
  Result<void> add_feature(std::uint32_t feature, std::span<const LonLat> points,
                           std::span<const std::uint32_t> ring_ends, const UsComposite* composite = nullptr);
};

}  // namespace spreadmap::geo
