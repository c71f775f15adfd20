#include "scene/mark_crowd.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::scene {

MarkCrowd::MarkCrowd(const std::vector<geo::MapPoint>& points, double weight, double cell_m)
    : weight_(weight), cell_m_(cell_m) {
  cells_.reserve(points.size());
  for (const geo::MapPoint point : points) cells_.push_back(cell_of(point.x_m, point.y_m));
  std::sort(cells_.begin(), cells_.end());
}

MarkCrowd::Cell MarkCrowd::cell_of(double x_m, double y_m) const {
  constexpr double kMost = 2e9;
  const auto whole = [&](double m) {
    return static_cast<std::int32_t>(std::clamp(std::floor(m / cell_m_), -kMost, kMost));
  };
  return {whole(y_m), whole(x_m)};
}

double MarkCrowd::in(const geo::MapBounds& box) const {
  const Cell low = cell_of(box.min_x_m, box.min_y_m), high = cell_of(box.max_x_m, box.max_y_m);
  std::ptrdiff_t count = 0;
  for (std::int32_t row = low.row; row <= high.row; ++row) {
    const auto from = std::lower_bound(cells_.begin(), cells_.end(), Cell{row, low.column});
    count += std::upper_bound(from, cells_.end(), Cell{row, high.column}) - from;
  }
  return weight_ * static_cast<double>(count);
}

}  // namespace spreadmap::scene
