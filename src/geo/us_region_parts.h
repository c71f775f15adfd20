#pragma once
#include <array>
#include <optional>
#include <span>

#include "base/result.h"
#include "geo/clipping.h"
#include "geo/us_regions.h"

namespace spreadmap::geo {

/// What of a polygon lies in each region, by UsRegion: rings in degrees, in short edges, to be filled by the even-odd rule.
using UsRegionParts = std::array<LonLatParts, 5>;

/// The region in which a ring (in short edges) surely lies; nullopt: it may lie in several, or has a point that is no place.
std::optional<UsRegion> region_of_ring(std::span<const LonLat> ring);

/// Cuts the rings of one polygon (in short edges, as `clipped_rings` gives them) along the outlines of the regions, whatever whole turns its longitudes
/// have run on. Rings with a point that is no place are left out. Errors: as `tessellated`.
Result<UsRegionParts> region_parts(const LonLatParts& polygon);

/// What of rings lies within an outline in degrees, whatever whole turns either has run on, and what beyond it. Errors: as `tessellated`.
struct CutAlong {
  LonLatParts inside, outside;
};
Result<CutAlong> cut_along(const LonLatParts& rings, std::span<const LonLat> outline);

/// Adds a ring or line, or those of another's.
void append(LonLatParts& parts, std::span<const LonLat> ring);
void append(LonLatParts& parts, const LonLatParts& more);

}  // namespace spreadmap::geo
