#pragma once
#include "base/result.h"
#include "geo/polygons.h"

namespace spreadmap::geo {

// Polygons as sets of points of a plane, in metres or in degrees. Errors of all: as `tessellated`.

/// The outlines of what rings fill by the even-odd rule: they cross nothing, and have what is inside on their left.
Result<Rings> outlined(const Rings& rings);

/// What both hold. Of outlines, as `outlined` gives them, are both arguments and the result.
Result<Rings> intersection(const Rings& a, const Rings& b);
/// What the first holds and the second does not, which may be outlines that overlap.
Result<Rings> difference(const Rings& a, const Rings& b);

/// Adds the rings of one to another's.
void append(Rings& rings, const Rings& more);

}  // namespace spreadmap::geo
