#pragma once
#include "base/colour.h"

namespace spreadmap::style {

/// The opacity that, blended in linear light, looks as `opacity` does when encoded values are blended: `colour` over `ground`. The
/// tokens of the look were chosen with the second; the program draws with the first. Matched by luminance.
double linear_opacity(Srgb8 colour, Srgb8 ground, double opacity);

/// The other way: the opacity that, blended as encoded values, looks as `opacity` does in linear light. For formats whose viewers blend encoded values.
double encoded_opacity(Srgb8 colour, Srgb8 ground, double opacity);

}  // namespace spreadmap::style
