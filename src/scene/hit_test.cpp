#include "scene/hit_test.h"

#include <algorithm>

namespace spreadmap::scene {

HitTarget hit(const Frame& frame, PixelPoint point) {
  if (frame.play_button_rect.contains(point)) return HitTarget::kPlayButton;
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

double strip_position_d(const Frame& frame, const model::DayAxis& axis, float x_px) {
  const time::PlayRange whole = axis.whole();
  const double share =
      static_cast<double>((x_px - frame.strip_rect.left_px) / std::max(frame.strip_rect.width_px(), 1.0F));
  return whole.from_d + std::clamp(share, 0.0, 1.0) * (whole.to_d - whole.from_d);
}

}  // namespace spreadmap::scene
