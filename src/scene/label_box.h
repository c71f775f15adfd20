#pragma once
#include "geo/spaces.h"

namespace spreadmap::scene {

/// A rectangle in layout points round a point of the map: it moves with the point and keeps its size, whatever the zoom. y down.
struct LabelBox {
  double left_pt = 0.0, top_pt = 0.0, right_pt = 0.0, bottom_pt = 0.0;
  [[nodiscard]] double width_pt() const { return right_pt - left_pt; }
  [[nodiscard]] LabelBox grown(double by_x_pt, double by_y_pt) const {
    return {left_pt - by_x_pt, top_pt - by_y_pt, right_pt + by_x_pt, bottom_pt + by_y_pt};
  }
};

/// Whether two boxes stay apart at every scale from `pt_per_m` on: whoever zooms in must not see a label go. Two boxes of fixed size
/// overlap over one interval of scales, of which the ends are found by division.
bool stay_apart(geo::MapPoint a, const LabelBox& box_a, geo::MapPoint b, const LabelBox& box_b, double pt_per_m);

/// Whether a box stays clear of a circle of fixed size at every scale from `pt_per_m` on.
bool stays_outside(geo::MapPoint at, const LabelBox& box, geo::MapPoint centre, double radius_pt, double pt_per_m);

/// What a box covers of the map at a scale.
geo::MapBounds covered(geo::MapPoint at, const LabelBox& box, double pt_per_m);

}  // namespace spreadmap::scene
