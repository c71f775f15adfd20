#pragma once
#include "scene/frame.h"

namespace spreadmap::scene {

enum class HitTarget { kNothing, kMap, kStrip, kAxisLabels, kStretchFrom, kStretchTo, kPlayButton };

/// What lies under a point of a frame.
HitTarget hit(const Frame& frame, PixelPoint point);

/// The position of the data axis (days since its epoch) under a point of the strip, clamped to the strip's ends.
double strip_position_d(const Frame& frame, float x_px);
/// How many days a distance on the strip is.
double strip_days(const Frame& frame, float width_px);

}  // namespace spreadmap::scene
