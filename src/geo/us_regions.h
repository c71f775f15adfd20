#pragma once
#include <cstdint>
#include <span>

#include "geo/spaces.h"

namespace spreadmap::geo {

/// The parts of the composite US map. `kNone`: the islands of the Pacific other than Hawaii's inhabited ones, which
/// have no inset (Guam, American Samoa, the Northern Marianas, Midway, Wake).
enum class UsRegion : std::uint8_t { kLower48, kAlaska, kHawaii, kPuertoRico, kNone };

/// The part that shows a place (longitudes from -180 to 180). Alaska is a polygon that follows the border with Canada a
/// kilometre or so outside of it and crosses the antimeridian to Attu; Hawaii, and Puerto Rico with the Virgin Islands,
/// are boxes; what is left, Canada and Mexico among it, is `kLower48`.
UsRegion us_region_of(LonLat place);

/// The outline of the places of a region, with longitudes from -276 to 84: beyond the antimeridian they run on westward. Of `kNone` it goes round Hawaii as well; `kLower48`, which is what the others leave, has none.
std::span<const LonLat> us_outline(UsRegion region);

}  // namespace spreadmap::geo
