#pragma once
#include "model/day_axis.h"
#include "scene/frame.h"

namespace spreadmap::scene {

enum class HitTarget { kNothing, kMap, kStrip, kPlayButton };

/// What lies under a point of a frame.
HitTarget hit(const Frame& frame, PixelPoint point);

/// The position of the data axis (days since its epoch) under a point of the strip, clamped to the strip's ends.
double strip_position_d(const Frame& frame, const model::DayAxis& axis, float x_px);

}  // namespace spreadmap::scene
