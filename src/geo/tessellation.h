#pragma once
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "geo/polygons.h"

namespace spreadmap::geo {

/// What of the plane is inside, by how often the rings go round it counter-clockwise.
enum class Winding : std::uint8_t {
  kOdd,       ///< an odd number of times: the direction of the rings does not matter
  kPositive,  ///< at least once
  kTwice,     ///< at least twice, either way round
};
enum class Emit : std::uint8_t { kTriangles, kOutlines };

/// What GLU's tessellator makes of rings.
struct Tessellated {
  std::vector<MapPoint> vertices;        ///< the rings' points, then the crossings of their edges
  std::vector<std::uint32_t> indices;    ///< of triangles three each, or of outlines
  std::vector<std::uint32_t> loop_ends;  ///< of outlines: as `Rings::ring_ends`, over the indices
};

/// Outlines have what is inside on their left, and meet nothing but in points. In any unit. Crossings of edges are found within 1e-7 of the edges'
/// length. Errors: the tessellator's own words, and a point that is not finite. Source: libtess in GLU 1.3.
Result<Tessellated> tessellated(const Rings& rings, Winding winding, Emit emit);

}  // namespace spreadmap::geo
