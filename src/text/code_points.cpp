#include "text/code_points.h"

#include <hb.h>

#include <limits>

#include "base/assert.h"
#include "text/owned.h"

namespace spreadmap::text {
namespace {

bool is_control(std::uint32_t code_point) {
  const bool c0 = code_point < 0x20;
  const bool delete_or_c1 = code_point >= 0x7f && code_point < 0xa0;
  const bool line_or_paragraph_end = code_point == 0x2028 || code_point == 0x2029;
  return c0 || delete_or_c1 || line_or_paragraph_end;
}

}  // namespace

std::vector<std::uint32_t> code_points_of(std::string_view utf8) {
  SM_ASSERT(utf8.size() <= std::numeric_limits<int>::max() / 4, "a line of {} bytes", utf8.size());
  // HarfBuzz's decoder refuses overlong forms and surrogates, and goes on at the byte after an ill-formed one.
  const Owned<hb_buffer_t, hb_buffer_destroy> buffer(hb_buffer_create());
  const int length = static_cast<int>(utf8.size());
  hb_buffer_add_utf8(buffer.get(), utf8.data(), length, 0, length);
  unsigned int count = 0;
  const hb_glyph_info_t* decoded = hb_buffer_get_glyph_infos(buffer.get(), &count);
  std::vector<std::uint32_t> code_points(count);
  for (unsigned int i = 0; i < count; ++i) {
    // No font has glyphs for controls: they would show as boxes.
    code_points[i] = is_control(decoded[i].codepoint) ? U' ' : decoded[i].codepoint;
  }
  return code_points;
}

}  // namespace spreadmap::text
