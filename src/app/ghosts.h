#pragma once
#include <cmath>

#include "scene/frame.h"

namespace spreadmap::app {

/// Tells hands from touches that a worn glass makes up: those come on one spot over and over, with nothing between them.
class Ghosts {
 public:
  /// So many touches of one spot, one after the other, nobody means: a sheet takes at most 40 letters.
  static constexpr int kMost = 45;
  /// Whether a touch there is one of those. `slop_px`: how large a spot is.
  bool take(scene::PixelPoint at, float slop_px) {
    if (std::hypot(at.x_px - spot_.x_px, at.y_px - spot_.y_px) >= slop_px) {
      spot_ = at;
      count_ = 0;
    }
    return ++count_ > kMost;
  }

 private:
  scene::PixelPoint spot_{};
  int count_ = 0;
};

}  // namespace spreadmap::app
