#include "vector/mark_batch.h"

#include <cmath>

namespace spreadmap::vector {
namespace {

constexpr std::size_t kMost = 4096;
constexpr double kApart_px = 1.0;  // the soft edges

double reach_px(const MarkShape& mark) { return mark.radius_px + mark.rim_px + kApart_px / 2.0; }

std::uint64_t key_of(std::int32_t column, std::int32_t row) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32U | static_cast<std::uint32_t>(row);
}

}  // namespace

MarkBatch::Cell MarkBatch::cell_of(const MarkShape& mark) const {
  return {static_cast<std::int32_t>(std::floor(mark.x_px / cell_px_)),
          static_cast<std::int32_t>(std::floor(mark.y_px / cell_px_))};
}

bool MarkBatch::takes(const MarkShape& mark) const {
  if (marks_.empty()) return true;
  const double reach = reach_px(mark);
  // One of another size or opacity may not fit the cells, or is not drawn with them.
  if (marks_.size() >= kMost || 2.0 * reach > cell_px_ || mark.opacity != marks_.front().opacity) return false;
  // Neighbours are counted in cells: a place one cell on may round into the cell after the next.
  const Cell own = cell_of(mark);
  for (int row = -1; row <= 1; ++row) {
    for (int column = -1; column <= 1; ++column) {
      const auto [begin, end] = by_cell_.equal_range(key_of(own.column + column, own.row + row));
      for (auto at = begin; at != end; ++at) {
        const MarkShape& other = marks_[at->second];
        if (std::hypot(other.x_px - mark.x_px, other.y_px - mark.y_px) < reach + reach_px(other)) return false;
      }
    }
  }
  return true;
}

void MarkBatch::add(const MarkShape& mark) {
  // Room for one that pops to more than its size.
  if (marks_.empty()) cell_px_ = 2.0 * reach_px(mark) * 1.5;
  const Cell cell = cell_of(mark);
  by_cell_.emplace(key_of(cell.column, cell.row), static_cast<std::uint32_t>(marks_.size()));
  marks_.push_back(mark);
}

void MarkBatch::clear() {
  marks_.clear();
  by_cell_.clear();
}

}  // namespace spreadmap::vector
