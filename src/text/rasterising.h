#pragma once
#include <ft2build.h>
#include FT_FREETYPE_H

#include <cstdint>
#include <span>
#include <vector>

#include "text/font_face.h"
#include "text/fonts.h"
#include "text/owned.h"

namespace spreadmap::text {

/// Turns glyphs into coverage. Starts FreeType, and opens a font with it, at the first glyph that needs them.
class Rasteriser {
 public:
  /// `fonts` outlive the rasteriser.
  explicit Rasteriser(std::span<const FontFace> fonts) : fonts_(fonts), opened_(fonts.size()) {}

  /// Coverage of an unhinted glyph, its pen moved right by `quarter_px`/4 pixel (0..3). Without width and height for a glyph
  /// without ink, below a size of 1 px, and, with a line in the log, for one that FreeType refuses.
  [[nodiscard]] GlyphBitmap bitmap(std::uint16_t font, std::uint32_t glyph_id, float size_px, int quarter_px);

 private:
  FT_Face face(std::uint16_t font);

  std::span<const FontFace> fonts_;
  Owned<FT_LibraryRec_, FT_Done_FreeType> library_;
  std::vector<Owned<FT_FaceRec_, FT_Done_Face>> opened_;  ///< by font index; after library_, which has to outlive them
};

}  // namespace spreadmap::text
