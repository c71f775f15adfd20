#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "geo/domain.h"
#include "geo/spaces.h"

namespace spreadmap::geo {

/// Rings or lines in degrees, one after the other: part i is points[part_ends[i-1] .. part_ends[i]).
struct LonLatParts {
  std::vector<LonLat> points;
  std::vector<std::uint32_t> part_ends;
};

/// Edges are cut so that none is longer than this in degrees: what is straight in degrees may be a curve on the map.
inline constexpr double kLongestEdge_deg = 0.5;

/// Points one after the other with longitudes that run on over the antimeridian, each the short way round from the one before, but for an edge
/// along a whole parallel.
std::vector<LonLat> unwrapped(std::span<const LonLat> points);

/// Rings of one polygon (even-odd; they need not repeat their first point) cut to a domain. Edges run straight in degrees; one that spans more than
/// half the globe is meant the short way round, over the antimeridian, but for one between -180 and 180 themselves. A ring that goes round the
/// globe holds the pole that it is nearer to. Along the domain's edge rings may run to and fro: the even-odd rule leaves nothing there. Longitudes
/// of the result lie within 180 degrees of the domain's middle.
LonLatParts clipped_rings(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends,
                          const Domain& domain);

/// A line likewise, in as many parts as it is cut into. Stretches along the antimeridian itself are left out: they are where a file was cut.
LonLatParts clipped_line(std::span<const LonLat> points, const Domain& domain);

}  // namespace spreadmap::geo
