#pragma once
#include <hb.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/bidi.h"
#include "text/font_face.h"
#include "text/fonts.h"
#include "text/owned.h"

namespace spreadmap::text {

/// The files of a font set, by font index: first the cuts in the order of `Face`, then the fallback fonts.
inline constexpr std::array kFontFiles{"Inter-Regular.otf",          "Inter-Medium.otf",
                                       "Inter-SemiBold.otf",         "Inter-Bold.otf",
                                       "InterDisplay-SemiBold.otf",  "InterDisplay-Bold.otf",
                                       "NotoSans-Regular.ttf",       "NotoSansArabic-Regular.ttf",
                                       "NotoSansHebrew-Regular.ttf", "NotoSansDevanagari-Regular.ttf",
                                       "NotoSansThai-Regular.ttf"};
inline constexpr std::uint16_t kFirstFallback = 6;
inline constexpr std::size_t kFallbackCount = kFontFiles.size() - kFirstFallback;

/// Sets one line at a time, from left to right as it stands on the page.
class Shaper {
 public:
  /// `fonts` are those of kFontFiles, and, where others stand in their place, the cuts of Inter in the order of `Face`; they outlive the shaper.
  explicit Shaper(std::span<const FontFace> fonts) : fonts_(fonts) {}

  [[nodiscard]] ShapedText shaped(std::string_view utf8, const TextStyle& style);

 private:
  /// Attempt 0 is the face that was asked for, then Inter (where that is another), then each fallback font, then the face again for what
  /// nobody has.
  static constexpr std::size_t kAttempts = kFallbackCount + 3;
  using FontChain = std::array<std::uint16_t, kAttempts>;
  [[nodiscard]] FontChain font_chain(Face face, hb_script_t script) const;

  void set_run(const TextRun& run, const FontChain& chain, std::size_t attempt);
  /// Once, of the first: a text of a script that no font has would fill the log.
  void tell_of_missing(const TextRun& cluster);
  hb_buffer_t* shaped_buffer(const TextRun& run, std::uint16_t font, std::size_t attempt);
  [[nodiscard]] bool has_figure(const TextRun& cluster) const;
  int figure_advance_units(std::uint16_t font);
  void place_cluster(std::span<const hb_glyph_info_t> glyphs, std::span<const hb_glyph_position_t> positions,
                     const TextRun& cluster, std::uint16_t font);

  std::span<const FontFace> fonts_;
  /// One an attempt: the glyphs of an attempt are still read while the next one fills a gap in them.
  std::array<Owned<hb_buffer_t, hb_buffer_destroy>, kAttempts> buffers_;

  /// By font index: the advance of a tabular figure in font units, 0 while nobody has asked for it.
  std::array<int, kFontFiles.size() + kFirstFallback> figure_advances_{};

  bool has_told_of_missing_ = false;

  // The line being set.
  std::vector<std::uint32_t> code_points_;
  TextStyle style_;
  ShapedText line_;
  double pen_px_ = 0.0;
  hb_script_t last_script_ = HB_SCRIPT_INVALID;
};

}  // namespace spreadmap::text
