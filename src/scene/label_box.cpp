#include "scene/label_box.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace spreadmap::scene {
namespace {

struct Scales {
  double from = 0.0, to = std::numeric_limits<double>::infinity();
};

/// The scales at which `per_m * scale` lies strictly between two bounds; none where `from >= to`.
Scales scales_between(double per_m, double low_pt, double high_pt) {
  constexpr double kNever = std::numeric_limits<double>::infinity();
  if (per_m == 0.0) return low_pt < 0.0 && high_pt > 0.0 ? Scales{} : Scales{kNever, 0.0};
  const double a = low_pt / per_m, b = high_pt / per_m;
  return {std::min(a, b), std::max(a, b)};
}

}  // namespace

bool stay_apart(geo::MapPoint a, const LabelBox& box_a, geo::MapPoint b, const LabelBox& box_b, double pt_per_m) {
  const double x_m = b.x_m - a.x_m, y_m = a.y_m - b.y_m;
  const double left_pt = box_a.left_pt - box_b.right_pt, right_pt = box_a.right_pt - box_b.left_pt;
  const double top_pt = box_a.top_pt - box_b.bottom_pt, bottom_pt = box_a.bottom_pt - box_b.top_pt;
  // Nearly all are apart and move farther apart, which is seen without a division.
  const auto are_clear = [pt_per_m](double per_m, double low_pt, double high_pt) {
    return per_m > 0.0 ? per_m * pt_per_m >= high_pt : per_m * pt_per_m <= low_pt;
  };
  if (are_clear(x_m, left_pt, right_pt) || are_clear(y_m, top_pt, bottom_pt)) return true;
  const Scales across = scales_between(x_m, left_pt, right_pt), down = scales_between(y_m, top_pt, bottom_pt);
  return std::max({across.from, down.from, pt_per_m}) >= std::min(across.to, down.to);
}

bool stays_outside(geo::MapPoint at, const LabelBox& box, geo::MapPoint centre, double radius_pt, double pt_per_m) {
  if (stay_apart(at, box, centre, {-radius_pt, -radius_pt, radius_pt, radius_pt}, pt_per_m)) return true;
  const auto distance_pt = [&](double scale) {
    const double x_pt = (centre.x_m - at.x_m) * scale, y_pt = (at.y_m - centre.y_m) * scale;
    return std::hypot(x_pt - std::clamp(x_pt, box.left_pt, box.right_pt),
                      y_pt - std::clamp(y_pt, box.top_pt, box.bottom_pt));
  };
  // The distance of a box from a point that moves along a line has one least value.
  constexpr int kSteps = 48;
  constexpr double kFarther = 256.0;
  double from = pt_per_m, to = kFarther * pt_per_m;
  for (int step = 0; step < kSteps; ++step) {
    const double near = from + (to - from) / 3.0, far = to - (to - from) / 3.0;
    if (std::min(distance_pt(near), distance_pt(far)) < radius_pt) return false;
    if (distance_pt(near) < distance_pt(far)) {
      to = far;
    } else {
      from = near;
    }
  }
  return distance_pt(pt_per_m) >= radius_pt && distance_pt(from) >= radius_pt;
}

geo::MapBounds covered(geo::MapPoint at, const LabelBox& box, double pt_per_m) {
  return {at.x_m + box.left_pt / pt_per_m, at.y_m - box.bottom_pt / pt_per_m, at.x_m + box.right_pt / pt_per_m,
          at.y_m - box.top_pt / pt_per_m};
}

}  // namespace spreadmap::scene
