#pragma once
#include <hb.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace spreadmap::text {

/// Code points [begin, end) of a line that share a direction and a script.
struct TextRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint8_t level = 0;  ///< embedding level of the bidirectional algorithm (UAX #9): odd is right to left
  hb_script_t script = HB_SCRIPT_LATIN;

  [[nodiscard]] bool is_right_to_left() const { return level % 2 == 1; }
};

/// The line's runs from left to right as they stand on the page. The first strong character decides the line's direction; a
/// line without one runs left to right. Code points common to all scripts join the script before them.
std::vector<TextRun> visual_runs(std::span<const std::uint32_t> code_points);

}  // namespace spreadmap::text
