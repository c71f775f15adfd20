#pragma once
#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "text/fonts.h"

namespace spreadmap::text {

inline const std::filesystem::path kFontFolder = SPREADMAP_BUILD_DIR "/assets/fonts";

/// The build's fonts, loaded once for the whole test binary.
inline const FontSet& fonts() {
  static const FontSet kSet = [] {
    Result<FontSet> loaded = FontSet::load(kFontFolder);
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(*loaded);
  }();
  return kSet;
}

inline const ShapedText& shaped(std::string_view utf8, const TextStyle& style = {}) {
  return fonts().shape(utf8, style);
}

inline float width_px(std::string_view utf8, const TextStyle& style = {}) { return shaped(utf8, style).width_px; }

inline std::vector<std::uint32_t> glyph_ids(const ShapedText& line) {
  std::vector<std::uint32_t> ids;
  ids.reserve(line.glyphs.size());
  for (const PlacedGlyph& glyph : line.glyphs) ids.push_back(glyph.glyph_id);
  return ids;
}

inline std::vector<std::uint16_t> fonts_used(const ShapedText& line) {
  std::vector<std::uint16_t> used;
  used.reserve(line.glyphs.size());
  for (const PlacedGlyph& glyph : line.glyphs) used.push_back(glyph.font);
  return used;
}

/// The glyph of a text that is one glyph.
inline PlacedGlyph only_glyph(std::string_view utf8, const TextStyle& style = {}) {
  const ShapedText& line = shaped(utf8, style);
  EXPECT_EQ(line.glyphs.size(), 1U) << utf8;
  return line.glyphs.empty() ? PlacedGlyph{} : line.glyphs.front();
}

}  // namespace spreadmap::text
