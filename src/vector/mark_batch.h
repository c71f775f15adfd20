#pragma once
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "vector/canvas.h"

namespace spreadmap::vector {

/// Marks that follow one another and of which none touches another: so they may be drawn in any order, and those of one look as one shape. A page holds
/// far fewer shapes by that, which matters to a million marks.
class MarkBatch {
 public:
  /// Whether the mark still belongs to those that wait: it touches none of them, and they are not too many. If not, take them first.
  [[nodiscard]] bool takes(const MarkShape& mark) const;
  void add(const MarkShape& mark);
  [[nodiscard]] const std::vector<MarkShape>& marks() const { return marks_; }
  void clear();

 private:
  struct Cell {
    std::int32_t column = 0;
    std::int32_t row = 0;
  };
  [[nodiscard]] Cell cell_of(const MarkShape& mark) const;
  std::vector<MarkShape> marks_;
  double cell_px_ = 0.0;  ///< no mark reaches farther than into the cells round its own
  std::unordered_multimap<std::uint64_t, std::uint32_t> by_cell_;
};

}  // namespace spreadmap::vector
