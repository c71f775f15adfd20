#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>

#include "text/test_fonts.h"

namespace spreadmap::text {
namespace {

constexpr std::array kFaces{Face::kRegular, Face::kMedium,          Face::kSemiBold,
                            Face::kBold,    Face::kDisplaySemiBold, Face::kDisplayBold};
constexpr std::uint16_t kRegularFont = 0;

TEST(Shaping, PairsAreKerned) {
  for (const Face face : kFaces) {
    const TextStyle style{.face = face, .size_px = 44.0F};
    EXPECT_LT(width_px("AV", style), width_px("A", style) + width_px("V", style) - 1.0F);
  }
}

TEST(Shaping, TabularFiguresAreAllAsWide) {
  for (const Face face : kFaces) {
    const TextStyle tabular{.face = face, .size_px = 148.0F, .tabular_figures = true};
    const TextStyle proportional{.face = face, .size_px = 148.0F};
    for (const char* figure : {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
      EXPECT_FLOAT_EQ(width_px(figure, tabular), width_px("0", tabular)) << figure;
    }
    EXPECT_FLOAT_EQ(width_px("1111", tabular), width_px("2094", tabular));
    EXPECT_LT(width_px("1", proportional), width_px("1", tabular));
  }
}

TEST(Shaping, NothingMovesWhenTabularFiguresChange) {
  for (const Face face : kFaces) {
    const TextStyle style{.face = face, .size_px = 148.0F, .tabular_figures = true};
    const ShapedText& before = shaped("T11,111.11 (1) 11:11 A1-1x", style);
    const ShapedText& after = shaped("T47,062.74 (7) 04:47 A4-7x", style);
    ASSERT_EQ(before.glyphs.size(), after.glyphs.size());
    EXPECT_FLOAT_EQ(before.width_px, after.width_px);
    for (const std::size_t other_than_figure : {0U, 3U, 7U, 10U, 11U, 13U, 17U, 20U, 21U, 23U, 25U}) {
      EXPECT_FLOAT_EQ(before.glyphs[other_than_figure].x_px, after.glyphs[other_than_figure].x_px) << other_than_figure;
    }
  }
}

TEST(Shaping, AnInvisibleMarkDoesNotChangeATabularFigure) {
  const TextStyle style{.face = Face::kDisplayBold, .size_px = 148.0F, .tabular_figures = true};
  // NOLINTNEXTLINE(misc-misleading-bidirectional): the marks are what is tested, and are written as escapes
  for (const std::string mark : {"\u00ad", "\u200e", "\u2068"}) {
    EXPECT_FLOAT_EQ(width_px(mark + "405", style), width_px("111", style));
  }
}

TEST(Shaping, TabularFiguresStandInTheMiddleOfTheirAdvance) {
  const TextStyle style{.face = Face::kDisplayBold, .size_px = 148.0F, .tabular_figures = true};
  const ShapedText& line = shaped("11", style);
  EXPECT_GE(line.glyphs[0].x_px, 0.0F);
  EXPECT_NEAR(line.glyphs[1].x_px - line.glyphs[0].x_px, line.width_px / 2.0F, 1e-3F);
}

TEST(Shaping, EveryMeasureIsLinearInTheSize) {
  const std::string text = "How Ring reached the police สวัสดี";
  const ShapedText& base = shaped(text, {.size_px = 1.0F});
  for (const float size_px : {7.3F, 13.0F, 20.0F, 44.5F, 148.0F, 840.0F}) {
    const ShapedText& line = shaped(text, {.size_px = size_px});
    EXPECT_NEAR(line.width_px, base.width_px * size_px, 1e-4F * size_px);
    EXPECT_FLOAT_EQ(line.ascent_px, base.ascent_px * size_px);
    EXPECT_FLOAT_EQ(line.descent_px, base.descent_px * size_px);
    EXPECT_FLOAT_EQ(line.cap_height_px, base.cap_height_px * size_px);
    ASSERT_EQ(glyph_ids(line), glyph_ids(base));
    for (std::size_t i = 0; i < line.glyphs.size(); ++i) {
      EXPECT_NEAR(line.glyphs[i].x_px, base.glyphs[i].x_px * size_px, 1e-4F * size_px);
    }
  }
}

TEST(Shaping, VerticalMeasuresAreThoseOfTheFace) {
  const ShapedText& line = shaped("H", {.size_px = 100.0F});
  EXPECT_NEAR(line.cap_height_px, 72.7F, 0.1F);
  EXPECT_GT(line.ascent_px, line.cap_height_px);
  EXPECT_GT(line.descent_px, 0.0F);
  EXPECT_FLOAT_EQ(shaped("สวัสดี", {.size_px = 100.0F}).ascent_px, line.ascent_px) << "a fallback does not move the line";
}

TEST(Shaping, TrackingIsAddedBetweenClusters) {
  for (const float tracking_px : {1.04F, 8.0F, -0.5F}) {
    for (const std::string text : {"PARTNERSHIPS", "2019", "H", "שלום", "a สวย b"}) {
      const ShapedText plain = shaped(text, {.size_px = 13.0F});
      const ShapedText tracked = shaped(text, {.size_px = 13.0F, .tracking_px = tracking_px});
      ASSERT_EQ(plain.glyphs.size(), tracked.glyphs.size());
      const auto gaps = static_cast<float>(plain.glyphs.size() - 1);
      EXPECT_NEAR(tracked.width_px - plain.width_px, gaps * tracking_px, 1e-3F) << text;
      EXPECT_NEAR(tracked.glyphs.back().x_px - plain.glyphs.back().x_px, gaps * tracking_px, 1e-3F) << text;
    }
  }
}

TEST(Shaping, TrackingDoesNotTearArabicOrAnAccentFromItsLetter) {
  const TextStyle tracked{.size_px = 20.0F, .tracking_px = 10.0F};
  EXPECT_FLOAT_EQ(width_px("شرطة", tracked), width_px("شرطة", {.size_px = 20.0F}));
  EXPECT_FLOAT_EQ(width_px("q\u0301", tracked), width_px("q\u0301", {.size_px = 20.0F}));
}

TEST(Shaping, ComposedAndDecomposedLettersAreTheSame) {
  EXPECT_FLOAT_EQ(width_px("Espa\u00f1ola"), width_px("Espan\u0303ola"));
  EXPECT_EQ(glyph_ids(shaped("caf\u00e9")), glyph_ids(shaped("cafe\u0301")));
}

TEST(Shaping, HebrewStandsInVisualOrder) {
  const ShapedText& line = shaped("ab אבג");
  ASSERT_EQ(line.glyphs.size(), 6U);
  EXPECT_EQ(line.glyphs[0].glyph_id, only_glyph("a").glyph_id);
  EXPECT_EQ(line.glyphs[3].glyph_id, only_glyph("ג").glyph_id);
  EXPECT_EQ(line.glyphs[5].glyph_id, only_glyph("א").glyph_id);
  EXPECT_TRUE(std::ranges::is_sorted(line.glyphs, {}, &PlacedGlyph::x_px));
}

TEST(Shaping, BracketsAreMirroredInARightToLeftLine) {
  EXPECT_EQ(shaped("(אב)").glyphs.front().glyph_id, only_glyph("(").glyph_id);
  EXPECT_EQ(shaped("(אב)").glyphs.back().glyph_id, only_glyph(")").glyph_id);
}

TEST(Shaping, ArabicLettersJoin) {
  const PlacedGlyph isolated = only_glyph("ب");
  const ShapedText& joined = shaped("ببب");
  ASSERT_EQ(joined.glyphs.size(), 3U);
  for (const PlacedGlyph& glyph : joined.glyphs) EXPECT_NE(glyph.glyph_id, isolated.glyph_id);
  EXPECT_NE(joined.glyphs[0].glyph_id, joined.glyphs[1].glyph_id) << "final and medial forms";
  const ShapedText& apart = shaped("ب\u200cب");
  EXPECT_EQ(glyph_ids(apart), (std::vector<std::uint32_t>{isolated.glyph_id, isolated.glyph_id})) << "kept apart";
}

TEST(Shaping, WhatInterLacksComesFromAFallback) {
  EXPECT_EQ(fonts().font_file(only_glyph("ก").font).filename(), "NotoSansThai-Regular.ttf");
  EXPECT_EQ(fonts().font_file(only_glyph("न").font).filename(), "NotoSansDevanagari-Regular.ttf");
  EXPECT_EQ(fonts().font_file(only_glyph("א").font).filename(), "NotoSansHebrew-Regular.ttf");
  EXPECT_EQ(fonts().font_file(only_glyph("ب").font).filename(), "NotoSansArabic-Regular.ttf");
  EXPECT_EQ(fonts().font_file(only_glyph("\ufffd").font).filename(), "NotoSans-Regular.ttf");
  for (const PlacedGlyph& glyph : shaped("नमस्ते क्षत्रिय").glyphs) EXPECT_NE(glyph.glyph_id, 0U);
}

TEST(Shaping, OnlyTheMissingClustersComeFromAFallback) {
  const std::uint16_t thai = only_glyph("ก").font;
  EXPECT_EQ(fonts_used(shaped("a กข b")),
            (std::vector<std::uint16_t>{kRegularFont, kRegularFont, thai, thai, kRegularFont, kRegularFont}));
  EXPECT_GT(shaped("กb").glyphs.back().x_px, 0.0F);
}

TEST(Shaping, ACodePointThatNobodyHasIsOneNotdefOfTheFace) {
  for (const Face face : {Face::kRegular, Face::kDisplayBold}) {
    const ShapedText& line = shaped("a\U0001f6d2b", {.face = face});
    ASSERT_EQ(line.glyphs.size(), 3U);
    EXPECT_EQ(line.glyphs[1].glyph_id, 0U);
    EXPECT_EQ(line.glyphs[1].font, static_cast<std::uint16_t>(face));
    EXPECT_GT(line.glyphs[2].x_px, line.glyphs[1].x_px);
  }
}

TEST(Shaping, NothingIsALineWithoutWidth) {
  const ShapedText& line = shaped("", {.size_px = 20.0F, .tracking_px = 2.0F});
  EXPECT_TRUE(line.glyphs.empty());
  EXPECT_EQ(line.width_px, 0.0F);
  EXPECT_GT(line.ascent_px, 0.0F);
  EXPECT_TRUE(shaped(std::string_view{}).glyphs.empty());
  EXPECT_TRUE(shaped("\u200d\u200e").glyphs.empty()) << "invisible characters only";
}

TEST(Shaping, IllFormedBytesAreShownAsReplacementCharacters) {
  EXPECT_EQ(glyph_ids(shaped("Fargo\xff")), glyph_ids(shaped("Fargo\ufffd")));
  std::mt19937 random(11);
  for (int round = 0; round < 300; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 256);
    EXPECT_TRUE(std::isfinite(width_px(bytes)));
  }
}

TEST(Shaping, AnyMixOfScriptsKeepsThePenGoing) {
  // NOLINTNEXTLINE(misc-misleading-bidirectional): an unclosed override is one of the mixes
  const std::array<std::string, 12> parts{"a", " ", "é", "ש", "ب", "ล้", "क्ष", "\u200d", "😀", "7", "\u202e", "\u0301"};
  std::mt19937 random(13);
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t i = random() % 30; i > 0; --i) text += parts[random() % parts.size()];
    const ShapedText& line = shaped(text, {.size_px = 20.0F});
    EXPECT_GE(line.width_px, 0.0F);
    for (const PlacedGlyph& glyph : line.glyphs) {
      EXPECT_GE(glyph.x_px, -20.0F) << text;
      EXPECT_LE(glyph.x_px, line.width_px + 20.0F) << text;
    }
  }
}

TEST(Shaping, AVeryLongLineIsALine) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "Ring שלום ";
  const ShapedText& line = shaped(text);
  EXPECT_EQ(line.glyphs.size(), 200'000U);
  EXPECT_TRUE(std::ranges::is_sorted(line.glyphs, {}, &PlacedGlyph::x_px));
}

}  // namespace
}  // namespace spreadmap::text
