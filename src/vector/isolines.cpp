#include "vector/isolines.h"

#include <array>
#include <cstdint>
#include <unordered_map>

namespace spreadmap::vector {
namespace {

// Marching squares (W. Lorensen and H. Cline 1987 in two dimensions). A cell's sides are 0 top, 1 right, 2 bottom, 3 left; segments run with what is
// inside on their right as they are seen (y down), so each side of two cells is the end of one segment and the start of another.
struct Segment {
  int from = 0, to = 0;
};

class Tracer {
 public:
  Tracer(const Field& field, float level) : field_(field), level_(level) {}

  std::vector<std::vector<scene::PixelPoint>> traced() {
    // One cell beyond the field on each side, where nothing is inside.
    for (int row = -1; row < field_.rows; ++row) {
      for (int column = -1; column < field_.columns; ++column) add_cell(column, row);
    }
    std::vector<std::vector<scene::PixelPoint>> outlines;
    for (const std::uint64_t start : starts_) {
      auto next = next_.find(start);
      if (next == next_.end()) continue;  // of an outline that is there already
      auto& outline = outlines.emplace_back();
      while (next != next_.end()) {
        outline.push_back(point_of(next->first));
        const std::uint64_t to = next->second;
        next_.erase(next);
        next = next_.find(to);
      }
    }
    return outlines;
  }

 private:
  [[nodiscard]] bool is_there(int column, int row) const {
    return column >= 0 && row >= 0 && column < field_.columns && row < field_.rows;
  }
  [[nodiscard]] bool is_inside(int column, int row) const {
    return is_there(column, row) && field_.at(column, row) >= level_;
  }

  void add_cell(int column, int row) {
    const std::array corners{is_inside(column, row), is_inside(column + 1, row), is_inside(column + 1, row + 1),
                             is_inside(column, row + 1)};
    const int shape = (corners[0] ? 1 : 0) + (corners[1] ? 2 : 0) + (corners[2] ? 4 : 0) + (corners[3] ? 8 : 0);
    const auto add = [&](int from, int to) {
      const std::uint64_t start = side(column, row, from);
      next_.emplace(start, side(column, row, to));
      starts_.push_back(start);
    };
    switch (shape) {
      case 1:
        return add(0, 3);
      case 2:
        return add(1, 0);
      case 3:
        return add(1, 3);
      case 4:
        return add(2, 1);
      case 6:
        return add(2, 0);
      case 7:
        return add(2, 3);
      case 8:
        return add(3, 2);
      case 9:
        return add(0, 2);
      case 11:
        return add(1, 2);
      case 12:
        return add(3, 1);
      case 13:
        return add(0, 1);
      case 14:
        return add(3, 0);
      case 5:
      case 10: {
        const bool joined = mean(column, row) >= level_;
        if (shape == 5) {
          joined ? (add(0, 1), add(2, 3)) : (add(0, 3), add(2, 1));
        } else {
          joined ? (add(1, 2), add(3, 0)) : (add(1, 0), add(3, 2));
        }
        return;
      }
      default:
        return;
    }
  }

  [[nodiscard]] float mean(int column, int row) const {
    float sum = 0.0F;
    for (const auto& [x, y] : {std::pair(0, 0), {1, 0}, {1, 1}, {0, 1}}) {
      if (is_there(column + x, row + y)) sum += field_.at(column + x, row + y);
    }
    return sum / 4.0F;
  }

  /// A side of a cell by the corner that it begins at, and whether it runs down: one number for the two cells that share it.
  [[nodiscard]] std::uint64_t side(int column, int row, int which) const {
    if (which == 1) ++column;
    if (which == 2) ++row;
    const auto across = static_cast<std::uint64_t>(column + 1), down = static_cast<std::uint64_t>(row + 1);
    return (down << 32U | across) << 1U | (which % 2 == 1 ? 1U : 0U);
  }

  [[nodiscard]] scene::PixelPoint point_of(std::uint64_t key) const {
    const bool runs_down = (key & 1U) != 0;
    const int column = static_cast<int>(key >> 1U & 0x7fffffffU) - 1, row = static_cast<int>(key >> 33U) - 1;
    const int to_column = runs_down ? column : column + 1, to_row = runs_down ? row + 1 : row;
    float share = 0.5F;
    if (!is_there(column, row)) {
      share = 1.0F;
    } else if (!is_there(to_column, to_row)) {
      share = 0.0F;
    } else {
      const float from = field_.at(column, row), to = field_.at(to_column, to_row);
      share = (level_ - from) / (to - from);
    }
    const auto step = static_cast<float>(field_.step_px);
    const float along = runs_down ? static_cast<float>(row) + share : static_cast<float>(column) + share;
    return {field_.origin.x_px + step * (runs_down ? static_cast<float>(column) : along),
            field_.origin.y_px + step * (runs_down ? along : static_cast<float>(row))};
  }

  const Field& field_;
  float level_;
  std::unordered_map<std::uint64_t, std::uint64_t> next_;
  std::vector<std::uint64_t> starts_;  ///< in the order of the cells, which is that of the outlines
};

}  // namespace

std::vector<std::vector<scene::PixelPoint>> outlines_of(const Field& field, float level) {
  return Tracer(field, level).traced();
}

}  // namespace spreadmap::vector
