#include "text/figures.h"

#include <algorithm>

#include "text/owned.h"

namespace spreadmap::text {

int widest_figure_units(hb_font_t* font) {
  const Owned<hb_buffer_t, hb_buffer_destroy> buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), "0123456789", -1, 0, -1);
  hb_buffer_set_script(buffer.get(), HB_SCRIPT_LATIN);
  hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
  hb_shape(font, buffer.get(), &kTabularFigures, 1);
  const unsigned int count = hb_buffer_get_length(buffer.get());
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), nullptr);
  int widest = 0;
  // Not the shaped advances: those would have kerning in them.
  for (unsigned int i = 0; i < count; ++i) {
    widest = std::max(widest, hb_font_get_glyph_h_advance(font, glyphs[i].codepoint));
  }
  return widest;
}

}  // namespace spreadmap::text
