#pragma once
#include <cstddef>

#include "base/colour.h"

namespace spreadmap::style {

/// Sequential palettes that keep their order for every kind of colour vision, also in grey.
enum class Palette { kViridis, kCividis, kYellowGreenBlue, kYellowOrangeRed, kBlues };

/// The colour at a share of the palette's length, 0 to 1. On a dark ground 0 is its darkest end, on a light one its lightest: what is little
/// always lies near the ground. Mixed between the published stops as encoded values, as their authors do.
Srgb8 palette_colour(Palette palette, double share, bool is_dark_ground);

/// The colour of one of so many classes, the lowest first; the palette's end that lies nearest the ground is left out.
Srgb8 class_colour(Palette palette, std::size_t which, std::size_t count, bool is_dark_ground);

}  // namespace spreadmap::style
