#include "ui/letters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "text/code_points.h"
#include "text/font_face.h"
#include "text/fonts.h"

namespace spreadmap::ui {
namespace {

struct Range {
  std::size_t first, last;
};

/// What comes at once, so that typing makes no font anew at each letter. `letter` says which font has the script.
struct Script {
  std::uint32_t letter;
  std::span<const Range> ranges;
};

// Latin, spaces, dashes, quotation marks, arrows, minus.
/// What stands for a letter that no font has: a box, as on the map.
constexpr ImWchar kLacking = 0x25a1;

constexpr std::array kFirst{Range{0x20, 0x17f},       Range{0x2009, 0x2009}, Range{0x2010, 0x2027},
                            Range{0x202f, 0x202f},    Range{0x2190, 0x2193}, Range{0x2212, 0x2212},
                            Range{kLacking, kLacking}};
constexpr std::array kLatin{Range{0x180, 0x24f}, Range{0x1e00, 0x1eff}};
constexpr std::array kGreek{Range{0x370, 0x3ff}};
constexpr std::array kCyrillic{Range{0x400, 0x52f}};
constexpr std::array kHebrew{Range{0x590, 0x5ff}, Range{0xfb1d, 0xfb4f}};
// With the forms that text::visual_line makes of the letters; not the ligatures of whole words.
constexpr std::array kArabic{Range{0x600, 0x6ff}, Range{0xfb50, 0xfbff}, Range{0xfe70, 0xfefc}};
constexpr std::array kDevanagari{Range{0x900, 0x97f}};
constexpr std::array kThai{Range{0xe00, 0xe7f}};
constexpr std::array kScripts{Script{U'ế', kLatin},  Script{U'α', kGreek},  Script{U'я', kCyrillic},
                              Script{U'א', kHebrew}, Script{U'ا', kArabic}, Script{U'अ', kDevanagari},
                              Script{U'ก', kThai}};

const Script* script_of(std::uint32_t code_point) {
  const auto* const found = std::ranges::find_if(kScripts, [code_point](const Script& script) {
    return std::ranges::any_of(script.ranges, [code_point](const Range& range) {
      return code_point >= range.first && code_point <= range.last;
    });
  });
  return found == kScripts.end() ? nullptr : found;
}

/// A font's line height as a share of its em. ImGui sizes fonts by it, the map by the em.
float line_em(const text::FontFace& font) { return font.metrics().ascent_em + font.metrics().descent_em; }

}  // namespace

Letters::Letters() {
  for (const Range& range : kFirst) want(range.first, range.last);
}

void Letters::want(std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) wanted_.set(i);
}

void Letters::see(std::string_view utf8) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  if (std::ranges::all_of(utf8, is_ascii)) return;
  for (const std::uint32_t code_point : text::code_points_of(utf8)) {
    if (code_point >= kCodePoints || wanted_[code_point]) continue;
    const Script* const script = script_of(code_point);
    files_.insert(text::fallback_font_file(script != nullptr ? script->letter : code_point));
    if (script == nullptr) {
      want(code_point, code_point);
    } else {
      for (const Range& range : script->ranges) want(range.first, range.last);
    }
    lacks_some_ = true;
  }
}

void Letters::load(const std::filesystem::path& fonts, float scale) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  lacks_some_ = false;
  ImFontGlyphRangesBuilder builder;
  for (std::size_t i = 0; i < kCodePoints; ++i) {
    if (wanted_[i]) builder.AddChar(static_cast<ImWchar>(i));
  }
  ranges_.clear();
  builder.BuildRanges(&ranges_);
  struct Cut {
    const char* file;
    float size_pt;
  };
  for (const Cut& cut :
       {Cut{"Inter-Regular.otf", 16.0F}, Cut{"Inter-SemiBold.otf", 13.0F}, Cut{"Inter-SemiBold.otf", 18.0F}}) {
    const float size_px = std::round(cut.size_pt * scale);
    atlas.AddFontFromFileTTF((fonts / cut.file).c_str(), size_px, nullptr, ranges_.Data);
    if (files_.empty()) continue;
    const auto inter = text::FontFace::map(fonts / cut.file);
    for (const std::string& file : files_) {
      const auto font = text::FontFace::map(fonts / file);
      if (!inter || !font) continue;  // the map, which has the same fonts, has said so
      ImFontConfig merged;
      merged.MergeMode = true;  // letters that are there stay
      atlas.AddFontFromFileTTF((fonts / file).c_str(), size_px * line_em(*font) / line_em(*inter), &merged,
                               ranges_.Data);
    }
  }
  atlas.Build();
  for (ImFont* font : atlas.Fonts) {
    font->FallbackChar = kLacking;
    font->BuildLookupTable();
  }
}

}  // namespace spreadmap::ui
