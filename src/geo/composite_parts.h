#pragma once
#include <optional>
#include <span>
#include <vector>

#include "base/result.h"
#include "geo/clipping.h"
#include "geo/us_composite.h"
#include "geo/us_region_parts.h"

namespace spreadmap::geo {

/// The region that draws all of a ring (in short edges, in degrees), and where the composite map has its points: most rings need no cutting. `kNone`, and
/// nothing is laid: the map shows nothing of it. nullopt: it may have to be cut.
std::optional<UsRegion> drawn_whole_in(const UsComposite& composite, std::span<const LonLat> ring,
                                       std::vector<MapPoint>& laid);

/// What of one polygon (rings in short edges, as `clipped_rings` gives them, in degrees) each region of the composite map draws: what lies in the region,
/// cut to the region's part of the plane. `kNone`: what the map does not show. Rings that need no cutting stay as they are. Errors: as `tessellated`.
Result<UsRegionParts> drawn_parts(const UsComposite& composite, const LonLatParts& polygon);

}  // namespace spreadmap::geo
