#include "scene/mark_crowd.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::scene {

MarkCrowd::MarkCrowd(const std::vector<geo::MapPoint>& points, double weight, double cell_m)
    : weight_(weight), cell_m_(cell_m) {
  cells_.reserve(points.size());
  for (const geo::MapPoint point : points) cells_.push_back(cell_of(point.x_m, point.y_m));
  std::sort(cells_.begin(), cells_.end());
  for (std::uint32_t i = 0; i < cells_.size(); ++i) {
    if (i == 0 || cells_[i].row != cells_[i - 1].row) rows_.push_back({cells_[i].row, i});
  }
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
  auto row =
      std::lower_bound(rows_.begin(), rows_.end(), low.row, [](const Row& a, std::int32_t at) { return a.row < at; });
  for (; row != rows_.end() && row->row <= high.row; ++row) {
    const auto next = std::next(row);
    const auto begin = cells_.begin() + row->begin;
    const auto end = next == rows_.end() ? cells_.end() : cells_.begin() + next->begin;
    const auto from = std::lower_bound(begin, end, Cell{row->row, low.column});
    count += std::upper_bound(from, end, Cell{row->row, high.column}) - from;
  }
  return weight_ * static_cast<double>(count);
}

}  // namespace spreadmap::scene
