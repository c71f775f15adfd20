#include "text/rasterising.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/assert.h"
#include "base/log.h"

#include FT_OUTLINE_H

namespace spreadmap::text {
namespace {

/// FreeType's outlines are in 1/64 pixel.
constexpr float kUnitsPerPixel = 64.0F;
constexpr FT_Pos kUnitsPerQuarterPixel = 16;
constexpr FT_UInt kDotsPerInch = 72;  ///< at which a point, FreeType's unit of size, is a pixel

/// FreeType draws what is smaller at this size.
constexpr float kLeastSize_px = 1.0F;

/// Leaves the glyph's coverage in the face's slot.
FT_Error render(FT_Face face, std::uint32_t glyph_id, float size_px, int quarter_px) {
  const FT_F26Dot6 size = std::lround(size_px * kUnitsPerPixel);
  FT_Error error = FT_Set_Char_Size(face, 0, size, kDotsPerInch, kDotsPerInch);
  // Hinting would bend the shapes to the grid at one size and not at the next; text that grows in a film would tremble.
  if (error == 0) error = FT_Load_Glyph(face, glyph_id, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
  if (error != 0) return error;
  FT_Outline_Translate(&face->glyph->outline, quarter_px * kUnitsPerQuarterPixel, 0);
  return FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL);
}

GlyphBitmap copy_of(const FT_GlyphSlotRec_& slot) {
  const FT_Bitmap& source = slot.bitmap;
  if (source.width == 0 || source.rows == 0) return {};
  GlyphBitmap bitmap;
  bitmap.left_px = slot.bitmap_left;
  bitmap.top_px = -slot.bitmap_top;
  bitmap.width_px = static_cast<int>(source.width);
  bitmap.height_px = static_cast<int>(source.rows);
  bitmap.coverage.reserve(std::size_t{source.width} * source.rows);
  for (unsigned int row = 0; row < source.rows; ++row) {
    const unsigned char* first = source.buffer + static_cast<std::ptrdiff_t>(row) * source.pitch;
    bitmap.coverage.insert(bitmap.coverage.end(), first, first + source.width);
  }
  return bitmap;
}

}  // namespace

FT_Face Rasteriser::face(std::uint16_t font) {
  if (library_ == nullptr) {
    FT_Library library = nullptr;
    const FT_Error error = FT_Init_FreeType(&library);
    SM_ASSERT(error == 0, "FreeType cannot start: error {}", error);
    library_.reset(library);
  }
  if (opened_[font] == nullptr) {
    const std::span<const unsigned char> bytes = fonts_[font].bytes();
    FT_Face opened = nullptr;
    FT_New_Memory_Face(library_.get(), bytes.data(), static_cast<FT_Long>(bytes.size()), 0, &opened);
    opened_[font].reset(opened);
  }
  return opened_[font].get();
}

GlyphBitmap Rasteriser::bitmap(std::uint16_t font, std::uint32_t glyph_id, float size_px, int quarter_px) {
  SM_ASSERT(font < fonts_.size(), "font {} of {}", font, fonts_.size());
  SM_ASSERT(quarter_px >= 0 && quarter_px < 4, "quarter_px {}", quarter_px);
  SM_ASSERT(std::isfinite(size_px) && size_px >= 0.0F, "size_px {}", size_px);
  if (size_px < kLeastSize_px) return {};
  FT_Face opened = face(font);
  const FT_Error error = opened == nullptr ? FT_Err_Invalid_File_Format : render(opened, glyph_id, size_px, quarter_px);
  if (error != 0) {
    log_warning(fmt::format("{}: glyph {} cannot be drawn at {} px: FreeType error {}", fonts_[font].file().string(),
                            glyph_id, size_px, error));
    return {};
  }
  return copy_of(*opened->glyph);
}

}  // namespace spreadmap::text
