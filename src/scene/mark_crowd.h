#pragma once
#include <cstdint>
#include <vector>

#include "geo/spaces.h"

namespace spreadmap::scene {

/// How many marks lie under a box, counted in cells of one size: made for one scale, whatever the day.
class MarkCrowd {
 public:
  /// Each point stands for `weight` marks; more than a sample of them is not needed.
  MarkCrowd(const std::vector<geo::MapPoint>& points, double weight, double cell_m);
  [[nodiscard]] double in(const geo::MapBounds& box) const;

 private:
  struct Cell {
    std::int32_t row, column;
    bool operator<(const Cell& other) const { return row != other.row ? row < other.row : column < other.column; }
  };
  [[nodiscard]] Cell cell_of(double x_m, double y_m) const;
  double weight_, cell_m_;
  std::vector<Cell> cells_;  ///< one for each point, in order
  /// Rows with points, in order, and where their cells begin.
  struct Row {
    std::int32_t row;
    std::uint32_t begin;
  };
  std::vector<Row> rows_;
};

}  // namespace spreadmap::scene
