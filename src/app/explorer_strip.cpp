// What the explore mode does with a hand on the strip, with a wheel, and with the keys of the map.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/explorer.h"
#include "scene/camera.h"

namespace spreadmap::app {
namespace {

constexpr double kZoomPerStep = 1.2;
// How far a step of the wheel moves the strip, as a share of what is shown.
constexpr double kStripShare = 0.05;

bool is_strip(scene::HitTarget target) {
  return target == scene::HitTarget::kStrip || target == scene::HitTarget::kAxisLabels ||
         target == scene::HitTarget::kStretchFrom || target == scene::HitTarget::kStretchTo;
}

scene::PixelPoint middle_of(const scene::PixelRect& rect) {
  return {(rect.left_px + rect.right_px) / 2.0F, (rect.top_px + rect.bottom_px) / 2.0F};
}

}  // namespace

void Explorer::press_strip(const platform::PointerPressed& pressed) {
  const scene::PixelPoint at{pressed.x_px, pressed.y_px};
  if (pressed.is_secondary) drag_.target = scene::HitTarget::kAxisLabels;
  const bool is_on_labels = drag_.target == scene::HitTarget::kAxisLabels;
  const bool was_on_labels = std::exchange(pressed_axis_labels_, is_on_labels);
  if (is_on_labels && was_on_labels && pressed.clicks == 2) return carry_out(model::ViewCommand(model::FitStrip{}));
  if (pressed.with_shift && drag_.target == scene::HitTarget::kStrip) {
    drag_.stretch_from_d = scene::strip_position_d(stage_.frame(), at.x_px);
    return;
  }
  if (drag_.target != scene::HitTarget::kStrip) return;
  // Time stands still under the finger, and goes on when it lets go.
  drag_.plays_on = view_.playback.playing;
  if (drag_.plays_on) carry_out(model::ViewCommand(model::TogglePlay{}));
  move_strip(at);
}

void Explorer::move_strip(scene::PixelPoint to) {
  const double here_d = scene::strip_position_d(stage_.frame(), to.x_px);
  if (drag_.stretch_from_d) {
    const auto [from_d, to_d] = std::minmax(*drag_.stretch_from_d, here_d);
    return carry_out(model::ViewCommand(model::SetStretch{time::PlayRange{from_d, to_d}}));
  }
  switch (drag_.target) {
    case scene::HitTarget::kWipe: {
      const scene::PixelRect& map = stage_.frame().map_rect;
      return carry_out(model::ViewCommand(
          model::SetWipeShare{static_cast<double>((to.x_px - map.left_px) / std::max(map.width_px(), 1.0F))}));
    }
    case scene::HitTarget::kWipeDay:
      return carry_out(model::ViewCommand(model::SetWipeDay{here_d}));
    case scene::HitTarget::kStrip:
      return carry_out(model::ViewCommand(model::Seek{here_d}));
    case scene::HitTarget::kAxisLabels:
      carry_out(model::ViewCommand(model::PanStrip{scene::strip_days(stage_.frame(), drag_.last.x_px - to.x_px)}));
      drag_.last = to;
      return;
    case scene::HitTarget::kStretchFrom:
    case scene::HitTarget::kStretchTo: {
      if (!view_.stretch) return;
      time::PlayRange stretch = *view_.stretch;
      const bool is_from = drag_.target == scene::HitTarget::kStretchFrom;
      // An end stops a day before the other.
      if (is_from) stretch.from_d = std::min(here_d, stretch.to_d - 1.0);
      if (!is_from) stretch.to_d = std::max(here_d, stretch.from_d + 1.0);
      return carry_out(model::ViewCommand(model::SetStretch{stretch}));
    }
    case scene::HitTarget::kNothing:
    case scene::HitTarget::kMap:
    case scene::HitTarget::kMilestone:
    case scene::HitTarget::kPlayButton:
      return;
  }
}

void Explorer::move_map(const model::MoveMap& by) {
  const scene::Frame& frame = stage_.frame();
  const scene::PixelPoint middle = middle_of(frame.map_rect);
  const scene::PixelPoint there{middle.x_px + static_cast<float>(by.right) * frame.map_rect.width_px(),
                                middle.y_px - static_cast<float>(by.up) * frame.map_rect.height_px()};
  const geo::MapPoint from_m = scene::map_from_pixel(middle, frame.map), to_m = scene::map_from_pixel(there, frame.map);
  carry_out(model::ViewCommand(model::PanBy{to_m.x_m - from_m.x_m, to_m.y_m - from_m.y_m}));
}

void Explorer::zoom_map(const model::ZoomMap& by) {
  const scene::Frame& frame = stage_.frame();
  carry_out(
      model::ViewCommand(model::ZoomAbout{scene::map_from_pixel(middle_of(frame.map_rect), frame.map), by.factor}));
}

void Explorer::turn_wheel(const platform::Wheel& wheel) {
  const scene::PixelPoint at{wheel.x_px, wheel.y_px};
  if (is_on_a_panel(at)) return;
  const scene::HitTarget target = scene::hit(stage_.frame(), at);
  const double factor = std::pow(kZoomPerStep, static_cast<double>(wheel.steps));
  if (target == scene::HitTarget::kMap || target == scene::HitTarget::kWipe) {
    carry_out(model::ViewCommand(model::ZoomAbout{scene::map_from_pixel(at, stage_.frame().map), factor}));
  } else if (is_strip(target)) {
    const float steps = wheel.with_shift ? -wheel.steps : wheel.steps_right;
    if (steps != 0.0F) return carry_out(model::ViewCommand(model::PageStrip{kStripShare * static_cast<double>(steps)}));
    carry_out(model::ViewCommand(model::ZoomStrip{scene::strip_position_d(stage_.frame(), at.x_px), factor}));
  }
}

}  // namespace spreadmap::app
