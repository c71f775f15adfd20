#pragma once
#include <optional>
#include <string_view>

#include "geo/projection.h"
#include "scene/frame.h"

namespace spreadmap::scene {

/// A bar is at most so long.
inline constexpr double kMostBarPt = 120.0;

/// Metres on the ground in a pixel of the map's middle; nullopt where no one figure says it: the middle is no place of the earth, lies in an inset,
/// or the scale differs by more than a tenth somewhere in the picture, in any direction. Insets, which have scales of their own, do not count.
std::optional<double> even_scale_m_per_px(const geo::Projection& projection, const MapView& map, const PixelRect& room);

/// The largest of 1, 2, 5, 10, … that is not above `most`.
double bar_length(double most);

/// Whether a language is of a country that measures roads in miles: the United States, whose is English without a region too, and others.
bool measures_in_miles(std::string_view tag);

}  // namespace spreadmap::scene
