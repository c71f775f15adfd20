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

geo::MapBounds covered(geo::MapPoint at, const LabelBox& box, double pt_per_m) {
  return {at.x_m + box.left_pt / pt_per_m, at.y_m - box.bottom_pt / pt_per_m, at.x_m + box.right_pt / pt_per_m,
          at.y_m - box.top_pt / pt_per_m};
}

}  // namespace spreadmap::scene
