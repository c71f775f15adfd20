#include "vector/pdf_fonts.h"

#include <cairo-ft.h>

#include "base/log.h"

namespace spreadmap::vector {
namespace {

/// Never ended: cairo keeps fonts for later until the process ends, and each ends its face with it.
FT_Library library() {
  static FT_Library freetype = [] {
    FT_Library made = nullptr;
    FT_Init_FreeType(&made);
    return made;
  }();
  return freetype;
}

void end_face(void* face) { FT_Done_Face(static_cast<FT_Face>(face)); }

}  // namespace

cairo_font_face_t* PdfFonts::face(std::uint16_t font) {
  if (faces_.size() <= font) faces_.resize(font + 1U);
  if (faces_[font] != nullptr) return faces_[font].get();
  const std::string file = fonts_->font_file(font).string();
  FT_Face opened = nullptr;
  if (library() == nullptr || FT_New_Face(library(), file.c_str(), 0, &opened) != 0) {
    log_error(fmt::format("{}: the font cannot be embedded; build or install again, which copies it there", file));
    return nullptr;
  }
  cairo_font_face_t* made = cairo_ft_font_face_create_for_ft_face(opened, FT_LOAD_NO_HINTING);
  static const cairo_user_data_key_t kKey{};
  cairo_font_face_set_user_data(made, &kKey, opened, end_face);
  faces_[font].reset(made);
  return made;
}

}  // namespace spreadmap::vector
