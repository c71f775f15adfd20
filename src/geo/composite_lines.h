#pragma once
#include <vector>

#include "geo/clipping.h"
#include "geo/us_composite.h"

namespace spreadmap::geo {

/// Lines in short edges (as `clipped_line` gives them, in degrees), and where the composite map lays their points (no place: NaN): cuts both where a
/// line leaves a region or its part of the plane, to a millimetre. Then each part lies in one region, and all of its points have a place.
void cut_to_regions(const UsComposite& composite, LonLatParts& lines, std::vector<MapPoint>& placed);

}  // namespace spreadmap::geo
