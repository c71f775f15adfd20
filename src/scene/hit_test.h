#pragma once
#include <optional>

#include "scene/frame.h"

namespace spreadmap::scene {

enum class HitTarget {
  kNothing,
  kMap,
  kStrip,
  kAxisLabels,
  kStretchFrom,
  kStretchTo,
  kWipe,
  kWipeDay,
  kMilestone,
  kPlayButton
};

/// What lies under a point of a frame.
HitTarget hit(const Frame& frame, PixelPoint point);

/// The milestone whose label or line lies under a point, or no farther from its line than `slop_px`.
std::optional<std::uint32_t> milestone_at(const Frame& frame, PixelPoint point, float slop_px);

/// The position of the data axis (days since its epoch) under a point of the strip, clamped to the strip's ends.
double strip_position_d(const Frame& frame, float x_px);
/// How many days a distance on the strip is.
double strip_days(const Frame& frame, float width_px);

}  // namespace spreadmap::scene
