#pragma once
#include <vector>

#include "scene/frame.h"

namespace spreadmap::vector {

/// Values at the crossings of a square grid, row by row: value (column, row) lies at origin + (column, row) * step_px.
struct Field {
  scene::PixelPoint origin;
  double step_px = 1.0;
  int columns = 0, rows = 0;
  std::vector<float> values;
  [[nodiscard]] float at(int column, int row) const {
    return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column)];
  }
};

/// The outlines of where a field is at least `level`, its values being interpolated along the grid's lines: closed, to be filled by the even-odd rule. Where
/// the field ends it counts as lower. Where four values leave it open which corners hang together, their mean decides.
std::vector<std::vector<scene::PixelPoint>> outlines_of(const Field& field, float level);

}  // namespace spreadmap::vector
