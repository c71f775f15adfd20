#pragma once
#include <optional>

#include "model/spotlight.h"

namespace spreadmap::model {

/// From a little larger than a mark with its name to all of a low picture.
inline constexpr double kLeastSpotlight = 0.05, kMostSpotlight = 1.0;
/// Of a key or a step of the wheel.
inline constexpr double kSpotlightStep = 1.15;

/// The spotlight of a talk, on or off, as it comes or goes: a value of which a pure function says what is seen. Where it points is known while it is
/// off too, so that it comes where the pointer is. Times are wall clock seconds.
struct TalkSpotlight {
  bool is_on = false;
  double x = 0.5, y = 0.5;  ///< as Spotlight has them
  double size = 1.0 / 6.0;
  double from = 0.0;  ///< its strength at the start
  double start_s = 0.0;
  double length_s = 0.0;  ///< of its coming or going
};

/// The same that comes, or goes, from what is seen of it now. `is_at_once`: nothing fades.
TalkSpotlight turned(const TalkSpotlight& spotlight, bool is_on, double now_s, bool is_at_once);
/// So many times as large, within the bounds.
TalkSpotlight resized(TalkSpotlight spotlight, double factor);
/// What is seen of it; nullopt: nothing.
std::optional<Spotlight> seen_of(const TalkSpotlight& spotlight, double now_s);
/// Whether it will be seen otherwise without anyone asking.
bool is_fading(const TalkSpotlight& spotlight, double now_s);

}  // namespace spreadmap::model
