#include "app/gestures.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace spreadmap::app {
namespace {

float distance_px(scene::PixelPoint a, scene::PixelPoint b) { return std::hypot(a.x_px - b.x_px, a.y_px - b.y_px); }

}  // namespace

Gestures::Finger* Gestures::find(FingerId id) {
  const auto found = std::ranges::find(fingers_, id, &Finger::id);
  return found == fingers_.end() ? nullptr : &*found;
}

bool Gestures::is_stuck(const Finger& finger, double now_s) const { return now_s - finger.moved_s > kStuck_s; }

void Gestures::let_go_of_stuck(double now_s) {
  std::erase_if(fingers_, [&](const Finger& finger) { return is_stuck(finger, now_s); });
}

Gestures::Spread Gestures::spread() const {
  Spread spread;
  const auto count = static_cast<float>(fingers_.size());
  for (const Finger& finger : fingers_) {
    spread.middle.x_px += finger.at.x_px / count;
    spread.middle.y_px += finger.at.y_px / count;
  }
  for (const Finger& finger : fingers_) {
    spread.radius_px += static_cast<double>(distance_px(finger.at, spread.middle) / count);
  }
  return spread;
}

void Gestures::begin_together() {
  together_ = Together::kUndecided;
  before_ = spread();
  if (fingers_.size() < 2) return;
  for (Finger& finger : fingers_) finger.was_alone = false;
}

void Gestures::put_down(FingerId id, scene::PixelPoint at, double now_s) {
  let_go_of_stuck(now_s);
  // Told to be down once more it has been lifted unheard.
  std::erase_if(fingers_, [&](const Finger& finger) { return finger.id == id; });
  if (fingers_.size() >= kMostFingers) return;
  fingers_.push_back({.id = id, .began = at, .at = at, .rest = at, .down_s = now_s, .moved_s = now_s});
  begin_together();
}

std::optional<Gesture> Gestures::move(FingerId id, scene::PixelPoint to, double now_s) {
  Finger* finger = find(id);
  if (finger == nullptr) return std::nullopt;
  const bool wavers = distance_px(finger->rest, to) < slop_px_;
  if (wavers && (!finger->has_moved || is_stuck(*finger, now_s))) return std::nullopt;
  const bool begins = !finger->has_moved;
  const scene::PixelPoint from = finger->at;
  finger->at = to;
  finger->has_moved = true;
  if (!wavers) {
    finger->rest = to;
    finger->moved_s = now_s;
  }
  if (begins) {
    // One that was dirt until now must not be half of a pinch.
    const std::size_t before = fingers_.size();
    let_go_of_stuck(now_s);
    if (fingers_.size() != before) {
      before_ = spread();
      together_ = Together::kUndecided;
    }
    finger = find(id);
  }
  if (fingers_.size() > 1) return move_together();
  return Dragged{finger->began, from, to};
}

std::optional<Gesture> Gestures::move_together() {
  const Spread now = spread();
  const float right_px = now.middle.x_px - before_.middle.x_px, down_px = now.middle.y_px - before_.middle.y_px;
  const double wider_px = now.radius_px - before_.radius_px;
  if (together_ == Together::kUndecided) {
    const double along_px = std::abs(static_cast<double>(right_px));
    if (std::max({along_px, std::abs(wider_px), std::abs(static_cast<double>(down_px))}) <
        static_cast<double>(slop_px_))
      return std::nullopt;
    // Side by side along the strip's direction, and no wider: time. Everything else is the map's.
    const bool is_time = along_px > 2.0 * std::abs(wider_px) && along_px > 1.5 * std::abs(static_cast<double>(down_px));
    together_ = is_time ? Together::kTime : Together::kPinch;
  }
  const Spread before = std::exchange(before_, now);
  if (together_ == Together::kTime) return TimeDragged{right_px};
  // Fingers that lie on one another have no spread to speak of.
  const auto least_px = static_cast<double>(slop_px_);
  return Pinched{before.middle, now.middle, std::max(now.radius_px, least_px) / std::max(before.radius_px, least_px)};
}

std::optional<Gesture> Gestures::lift(FingerId id, double now_s) {
  const Finger* found = find(id);
  if (found == nullptr) return std::nullopt;
  const Finger finger = *found;
  std::erase_if(fingers_, [&](const Finger& other) { return other.id == id; });
  begin_together();
  if (!finger.has_moved && finger.was_alone && now_s - finger.down_s <= kTap_s) return Tapped{finger.began};
  if (fingers_.empty()) return LetGo{};
  return std::nullopt;
}

}  // namespace spreadmap::app
