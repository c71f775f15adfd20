#pragma once
#include <algorithm>

#include "scene/layout.h"
#include "time/play_range.h"

namespace spreadmap::scene {

/// Positions of the data axis on the strip, in points.
struct StripScale {
  double left_pt = 0.0, right_pt = 0.0;
  time::PlayRange shown;  ///< the part of the axis between its sides

  [[nodiscard]] double x_pt(double position_d) const {
    return left_pt + (position_d - shown.from_d) / shown.length_d() * (right_pt - left_pt);
  }
  /// The same, put on the nearer side where it is not shown.
  [[nodiscard]] double clamped_x_pt(double position_d) const {
    return x_pt(std::clamp(position_d, shown.from_d, shown.to_d));
  }
  [[nodiscard]] double day_pt() const { return (right_pt - left_pt) / shown.length_d(); }
};

}  // namespace spreadmap::scene
