#pragma once
#include <cairo.h>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "text/fonts.h"

namespace spreadmap::vector {

/// The fonts of a font set as cairo has them, each opened when it is first used.
class PdfFonts {
 public:
  /// `fonts` outlive it.
  explicit PdfFonts(const text::FontSet& fonts) : fonts_(&fonts) {}
  /// By font index. nullptr, with a line in the log: FreeType does not open it.
  cairo_font_face_t* face(std::uint16_t font);

 private:
  struct Destroy {
    void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
  };
  const text::FontSet* fonts_;
  std::vector<std::unique_ptr<cairo_font_face_t, Destroy>> faces_;
};

}  // namespace spreadmap::vector
