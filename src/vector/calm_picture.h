#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scene/frame.h"
#include "text/fonts.h"

namespace spreadmap::vector {

/// What a calm picture says in one language.
struct CalmWords {
  std::string title, line;
};

/// Pixels row by row, top row first, each 0xffRRGGBB.
struct CalmPicture {
  scene::SizePx size;
  std::vector<std::uint32_t> pixels;
};

/// What a kiosk shows while its exhibit cannot be shown: dots that spread and have stopped for now, and that it will be back. Drawn on the processor from nothing but
/// numbers and `words`, in the dark theme's colours. `fonts`: nullptr: there are none, and nothing is written. `turn`: each has the picture
/// some pixels aside, so that a display that shows it for days does not keep it. Errors: none; a size of nothing is an empty picture.
CalmPicture calm_picture(scene::SizePx size, std::span<const CalmWords> words, const text::FontSet* fonts, int turn);

}  // namespace spreadmap::vector
