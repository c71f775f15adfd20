#include "text/visual_text.h"

#include <fribidi.h>

#include <algorithm>
#include <cstdint>

#include "base/assert.h"
#include "text/code_points.h"

namespace spreadmap::text {
namespace {

using CodePoint = std::uint32_t;

/// Marks that say how others are ordered or joined, and what FriBidi leaves where two letters have become one.
bool is_invisible(CodePoint c) {
  return c == 0x61c || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
         c == FRIBIDI_CHAR_FILL;
}

bool runs_from_the_right(CodePoint c) {
  const bool is_of_the_blocks = (c >= 0x590 && c < 0x900) || (c >= 0xfb1d && c < 0xfe00) || (c >= 0xfe70 && c < 0xff00);
  return is_of_the_blocks || (c >= 0x10800 && c < 0x11000) || (c >= 0x1e800 && c < 0x1f000);
}

std::string utf8_of(const std::vector<CodePoint>& code_points) {
  constexpr std::size_t kMostBytes = 4;
  std::string utf8(kMostBytes * code_points.size() + 1, '\0');
  const auto length = static_cast<FriBidiStrIndex>(code_points.size());
  utf8.resize(static_cast<std::size_t>(
      fribidi_unicode_to_charset(FRIBIDI_CHAR_SET_UTF8, code_points.data(), length, utf8.data())));
  return utf8;
}

std::size_t utf8_length(CodePoint c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

/// A paragraph in logical order: joined, mirrored, without what is invisible.
struct Paragraph {
  explicit Paragraph(std::string_view utf8) : code_points(code_points_of(utf8)) {
    const auto length = static_cast<FriBidiStrIndex>(code_points.size());
    types.resize(code_points.size());
    levels.resize(code_points.size());
    std::vector<FriBidiBracketType> brackets(code_points.size());
    fribidi_get_bidi_types(code_points.data(), length, types.data());
    fribidi_get_bracket_types(code_points.data(), length, types.data(), brackets.data());
    const FriBidiLevel highest_and_one =
        fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), length, &direction, levels.data());
    SM_ASSERT(length == 0 || highest_and_one > 0, "FriBidi ran out of memory on {} code points", length);
    std::vector<FriBidiArabicProp> joining(code_points.size());
    fribidi_get_joining_types(code_points.data(), length, joining.data());
    fribidi_join_arabic(types.data(), length, levels.data(), joining.data());
    fribidi_shape(FRIBIDI_FLAGS_DEFAULT | FRIBIDI_FLAGS_ARABIC, levels.data(), length, joining.data(),
                  code_points.data());
    drop_invisible();
  }

  void drop_invisible() {
    std::size_t left = 0;
    for (std::size_t i = 0; i < code_points.size(); ++i) {
      if (is_invisible(code_points[i])) continue;
      code_points[left] = code_points[i];
      types[left] = types[i];
      levels[left++] = levels[i];
    }
    code_points.resize(left);
    types.resize(left);
    levels.resize(left);
  }

  /// Code points [begin, end) from left to right.
  [[nodiscard]] std::string line(std::size_t begin, std::size_t end) const {
    const auto at = [](const auto& all, std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
    std::vector<CodePoint> visual(at(code_points, begin), at(code_points, end));
    std::vector<FriBidiLevel> own_levels(at(levels, begin), at(levels, end));
    const auto length = static_cast<FriBidiStrIndex>(visual.size());
    // The marks of a letter follow it, as ImGui draws them over what it has just drawn.
    const FriBidiLevel done = fribidi_reorder_line(FRIBIDI_FLAGS_DEFAULT, types.data() + begin, length, 0, direction,
                                                   own_levels.data(), visual.data(), nullptr);
    SM_ASSERT(length == 0 || done > 0, "FriBidi ran out of memory on {} code points", length);
    return utf8_of(visual);
  }

  std::vector<CodePoint> code_points;
  std::vector<FriBidiCharType> types;
  std::vector<FriBidiLevel> levels;
  FriBidiParType direction = FRIBIDI_PAR_ON;
};

}  // namespace

bool is_visual(std::string_view utf8) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  if (std::ranges::all_of(utf8, is_ascii)) return true;
  return std::ranges::none_of(code_points_of(utf8),
                              [](CodePoint c) { return runs_from_the_right(c) || is_invisible(c); });
}

std::string visual_line(std::string_view utf8) {
  if (is_visual(utf8)) return std::string(utf8);
  const Paragraph paragraph(utf8);
  return paragraph.line(0, paragraph.code_points.size());
}

VisualLines visual_lines(std::string_view utf8, const LineFit& fit) {
  const Paragraph paragraph(utf8);
  const std::vector<CodePoint>& all = paragraph.code_points;
  const std::string logical = utf8_of(all);
  VisualLines out;
  out.is_right_to_left = FRIBIDI_IS_RTL(paragraph.direction) != 0;
  std::size_t begin = 0, byte = 0;
  while (begin < all.size()) {
    const std::size_t fitting = byte + fit(std::string_view(logical).substr(byte));
    std::size_t end = begin;
    do {
      byte += utf8_length(all[end++]);
    } while (end < all.size() && byte + utf8_length(all[end]) <= fitting);
    std::size_t last = end;
    while (last > begin && all[last - 1] == U' ') --last;
    out.lines.push_back(paragraph.line(begin, last));
    for (; end < all.size() && all[end] == U' '; ++end) ++byte;
    begin = end;
  }
  return out;
}

}  // namespace spreadmap::text
