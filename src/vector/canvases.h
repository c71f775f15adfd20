#pragma once
#include <memory>
#include <string>

#include "scene/frame.h"
#include "text/fonts.h"
#include "vector/canvas.h"

namespace spreadmap::vector {

/// `own_family`: of the font in place of Inter; empty: none.
/// The kinds of file. `title`: of the document; `language`: of its texts, as BCP 47. Bytes go to the sink as they come.
std::unique_ptr<Canvas> make_svg_canvas(scene::SizePx size, const std::string& title, const std::string& language,
                                        const std::string& own_family, Sink sink);
/// `fonts` are those that the texts were shaped with, and outlive it.
std::unique_ptr<Canvas> make_pdf_canvas(scene::SizePx size, const std::string& title, const text::FontSet& fonts,
                                        Sink sink);

}  // namespace spreadmap::vector
