#include "scene/hit_test.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::scene {

HitTarget hit(const Frame& frame, PixelPoint point) {
  if (frame.play_button_rect.contains(point)) return HitTarget::kPlayButton;
  if (frame.wipe_rect.contains(point)) return HitTarget::kWipe;
  if (frame.wipe_day_rect.contains(point)) return HitTarget::kWipeDay;
  const auto is_on_label = [&](const MilestoneTarget& target) { return target.label.contains(point); };
  if (std::any_of(frame.milestones.begin(), frame.milestones.end(), is_on_label)) return HitTarget::kMilestone;
  if (frame.stretch_from_rect.contains(point)) return HitTarget::kStretchFrom;
  if (frame.stretch_to_rect.contains(point)) return HitTarget::kStretchTo;
  if (frame.axis_labels_rect.contains(point)) return HitTarget::kAxisLabels;
  // The knob reaches over the strip's ends, so its hold does too.
  const float reach_px = 12.0F * frame.px_per_pt;
  PixelRect strip = frame.strip_rect;
  if (strip.width_px() > 0.0F) {
    strip.left_px -= reach_px;
    strip.right_px += reach_px;
  }
  if (strip.contains(point)) return HitTarget::kStrip;
  return frame.map_rect.contains(point) ? HitTarget::kMap : HitTarget::kNothing;
}

std::optional<std::uint32_t> milestone_at(const Frame& frame, PixelPoint point, float slop_px) {
  std::optional<std::uint32_t> found;
  float nearest_px = slop_px;
  for (const MilestoneTarget& target : frame.milestones) {
    if (target.label.contains(point)) return target.milestone;
    const float beside_px = std::abs(point.x_px - target.line_top.x_px);
    const bool is_along = point.y_px >= target.line_top.y_px && point.y_px < target.line_bottom_px;
    if (!is_along || beside_px > nearest_px) continue;
    nearest_px = beside_px;
    found = target.milestone;
  }
  return found;
}

double strip_position_d(const Frame& frame, float x_px) {
  const double from_d = frame.strip_shown.from_d + strip_days(frame, x_px - frame.strip_rect.left_px);
  return std::clamp(from_d, frame.strip_shown.from_d, frame.strip_shown.to_d);
}

double strip_days(const Frame& frame, float width_px) {
  return static_cast<double>(width_px) / std::max(static_cast<double>(frame.strip_rect.width_px()), 1.0) *
         frame.strip_shown.length_d();
}

}  // namespace spreadmap::scene
