#include "model/talk_spotlight.h"

#include <algorithm>
#include <cmath>

#include "time/easing.h"

namespace spreadmap::model {
namespace {

// Long enough for five hundred people to see where it comes, and no flash: WCAG 2.3.1 counts pairs of changes, three of them in a second.
constexpr double kSpotlightFade_s = 0.35;

double strength_of(const TalkSpotlight& spotlight, double now_s) {
  const double to = spotlight.is_on ? 1.0 : 0.0;
  if (!is_fading(spotlight, now_s)) return to;
  return std::lerp(spotlight.from, to, time::eased((now_s - spotlight.start_s) / spotlight.length_s));
}

}  // namespace

TalkSpotlight turned(const TalkSpotlight& spotlight, bool is_on, double now_s, bool is_at_once) {
  TalkSpotlight now = spotlight;
  now.from = strength_of(spotlight, now_s);
  now.is_on = is_on;
  now.start_s = now_s;
  // From half of the way back it is half as long.
  now.length_s = is_at_once ? 0.0 : kSpotlightFade_s * std::abs((is_on ? 1.0 : 0.0) - now.from);
  return now;
}

TalkSpotlight resized(TalkSpotlight spotlight, double factor) {
  spotlight.size = std::clamp(spotlight.size * factor, kLeastSpotlight, kMostSpotlight);
  return spotlight;
}

std::optional<Spotlight> seen_of(const TalkSpotlight& spotlight, double now_s) {
  const double strength = strength_of(spotlight, now_s);
  if (strength <= 0.0) return std::nullopt;
  return Spotlight{spotlight.x, spotlight.y, spotlight.size, strength};
}

bool is_fading(const TalkSpotlight& spotlight, double now_s) { return now_s < spotlight.start_s + spotlight.length_s; }

}  // namespace spreadmap::model
