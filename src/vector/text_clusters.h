#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/fonts.h"

namespace spreadmap::vector {

/// Glyphs [glyph_begin, glyph_end) of a line, which stand together for some letters of it.
struct TextCluster {
  std::uint32_t glyph_begin = 0, glyph_end = 0;
  std::string utf8;  ///< those letters, well-formed
};

/// Clusters from left to right of one font and one direction.
struct TextStretch {
  std::uint16_t font = 0;
  bool runs_left = false;  ///< its letters are read from the right
  std::vector<TextCluster> clusters;
};

/// What the glyphs of a line stand for, in visual order. Letters without a glyph of their own (marks of direction) go with the one before them; every
/// letter is in exactly one cluster.
std::vector<TextStretch> stretches_of(std::string_view utf8, std::span<const text::PlacedGlyph> glyphs);

}  // namespace spreadmap::vector
