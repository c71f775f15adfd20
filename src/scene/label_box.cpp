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

double LabelBox::reach_pt() const {
  return std::max({std::abs(left_pt), std::abs(right_pt), std::abs(top_pt), std::abs(bottom_pt)});
}

bool stay_apart(geo::MapPoint a, const LabelBox& box_a, geo::MapPoint b, const LabelBox& box_b, double pt_per_m) {
  const Scales across = scales_between(b.x_m - a.x_m, box_a.left_pt - box_b.right_pt, box_a.right_pt - box_b.left_pt);
  const Scales down = scales_between(a.y_m - b.y_m, box_a.top_pt - box_b.bottom_pt, box_a.bottom_pt - box_b.top_pt);
  return std::max({across.from, down.from, pt_per_m}) >= std::min(across.to, down.to);
}

geo::MapBounds covered(geo::MapPoint at, const LabelBox& box, double pt_per_m) {
  return {at.x_m + box.left_pt / pt_per_m, at.y_m - box.bottom_pt / pt_per_m, at.x_m + box.right_pt / pt_per_m,
          at.y_m - box.top_pt / pt_per_m};
}

}  // namespace spreadmap::scene
