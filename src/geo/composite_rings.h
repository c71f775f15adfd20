#pragma once
#include <cstdint>
#include <span>

#include "base/result.h"
#include "geo/clipping.h"
#include "geo/polygons.h"
#include "geo/spaces.h"
#include "geo/us_composite.h"

namespace spreadmap::geo {

/// The rings of one polygon (as `clipped_rings` takes them, in degrees) on the composite map, in metres, to be filled by the even-odd rule: in each region that
/// it touches what the region draws of it, as `drawn_parts`. So a place that the map shows lies in them where the polygon holds it, to some hundred metres
/// along a frame. Errors: as `tessellated`.
Result<Rings> composite_rings(const UsComposite& composite, std::span<const LonLat> points,
                              std::span<const std::uint32_t> ring_ends);

}  // namespace spreadmap::geo
