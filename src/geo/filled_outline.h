#pragma once
#include <cstdint>
#include <span>

#include "base/result.h"
#include "geo/polygons.h"
#include "geo/projection.h"
#include "geo/spaces.h"

namespace spreadmap::geo {

/// The outline of what `Projection::filled` fills with triangles: rings in map metres, to be filled by the even-odd rule. Where the map tears a ring,
/// the cells along the tear are left out of it, as they are of the triangles. Errors: as `filled`.
Result<Rings> filled_outline(const Projection& projection, std::span<const LonLat> points,
                             std::span<const std::uint32_t> ring_ends);

}  // namespace spreadmap::geo
