#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace spreadmap::text {

/// Cuts of Inter that the furniture uses; what a cut lacks is taken from Noto, glyph by glyph.
enum class Face : std::uint8_t { kRegular, kMedium, kSemiBold, kBold, kDisplaySemiBold, kDisplayBold };

/// One way of setting text. Sizes in framebuffer pixels (em size).
struct TextStyle {
  Face face = Face::kRegular;
  float size_px = 16.0F;
  float tracking_px = 0.0F;  ///< extra advance after each cluster but the last; none inside Arabic, whose letters join
  bool tabular_figures = false;  ///< every figure as wide as the widest (OpenType `tnum`): for figures that change
  bool operator==(const TextStyle&) const = default;
};

/// A glyph at its pen position relative to the run's origin (baseline start): x right, y down, framebuffer pixels.
struct PlacedGlyph {
  std::uint32_t glyph_id = 0;
  std::uint16_t font = 0;  ///< index into the font set, fallback fonts included
  float x_px = 0.0F;
  float y_px = 0.0F;
  std::uint32_t letter = 0;  ///< the first code point of the line that it stands for, as `code_points_of` counts them
};

/// A shaped line: kerned, in visual order.
struct ShapedText {
  std::vector<PlacedGlyph> glyphs;
  float width_px = 0.0F;
  float ascent_px = 0.0F;   ///< of the face, above the baseline, positive
  float descent_px = 0.0F;  ///< of the face, below the baseline, positive
  float cap_height_px = 0.0F;
};

/// Where the ink of a line begins and ends, from its origin; both 0 where there is none. Figures stand in wider boxes than their
/// ink, and what is set large has to be put flush by its ink.
struct InkSpan {
  float left_px = 0.0F;
  float right_px = 0.0F;
};

/// 8-bit coverage of one glyph. `left_px`, `top_px`: from the pen position to the bitmap's top-left pixel, y down.
struct GlyphBitmap {
  int left_px = 0;
  int top_px = 0;
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> coverage;  ///< row-major, top row first
};

/// The name of the file that has a letter which no cut of Inter has, in the fonts' folder: that of the letter's script, else the general one. Whether it
/// has the letter is another question.
const char* fallback_font_file(std::uint32_t code_point);

/// A font of an exhibit's own.
struct OwnFont {
  std::filesystem::path file;  ///< empty: none
  std::string asked_by;        ///< what an error begins with, as `x.toml:3: 'brand.font'`
};

/// The fonts, and the memory of what was shaped. Opens a face when it is first used. One thread at a time.
class FontSet {
 public:
  /// `folder` holds the font files (the build copies them to assets/fonts). Errors: a missing or unreadable file, by name.
  /// `regular` stands in place of Inter, `bold` of its heavier cuts and of Inter Display (none: `regular`); what they lack is taken from
  /// Inter, then from Noto.
  static Result<FontSet> load(const std::filesystem::path& folder, const OwnFont& regular = {},
                              const OwnFont& bold = {});
  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;
  ~FontSet();

  /// Shapes one line of UTF-8 (HarfBuzz; right-to-left runs ordered by FriBidi). Ill-formed bytes become U+FFFD, control
  /// characters spaces; a code point that no font has becomes the face's own .notdef. The reference stays valid until the
  /// memory is trimmed, which happens only in `trim`.
  [[nodiscard]] const ShapedText& shape(std::string_view utf8, const TextStyle& style) const;
  /// The ink of a line that this font set shaped in that style. Not remembered: reads the outlines.
  [[nodiscard]] InkSpan ink_of(const ShapedText& line, const TextStyle& style) const;
  /// Coverage of a glyph at a size, its pen moved right by `quarter_px`/4 pixel (0..3). Empty for spaces and below 1 px.
  [[nodiscard]] GlyphBitmap rasterize(std::uint16_t font, std::uint32_t glyph_id, float size_px, int quarter_px) const;
  /// Forgets shaped lines when there are more than `most`, those not asked for since the last call first. Call between frames
  /// only.
  void trim(std::size_t most) const;
  /// The file of a font index, fallback fonts included: for formats that keep text as text. Lives as long as the font set.
  [[nodiscard]] const std::filesystem::path& font_file(std::uint16_t font) const;
  /// The family of the font that stands in place of Inter, as it calls itself; empty where none does.
  [[nodiscard]] std::string own_family() const;

 private:
  struct Impl;
  explicit FontSet(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace spreadmap::text
