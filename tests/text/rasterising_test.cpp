#include <algorithm>
#include <cmath>

#include "text/test_fonts.h"

namespace spreadmap::text {
namespace {

GlyphBitmap bitmap_of(std::string_view letter, float size_px, int quarter_px = 0, Face face = Face::kRegular) {
  const PlacedGlyph glyph = only_glyph(letter, {.face = face, .size_px = size_px});
  return fonts().rasterize(glyph.font, glyph.glyph_id, size_px, quarter_px);
}

int sample_at(const GlyphBitmap& bitmap, int x, int y) {
  return bitmap
      .coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap.width_px) + static_cast<std::size_t>(x)];
}

/// Inked area in pixels.
double area_px2(const GlyphBitmap& bitmap) {
  double sum = 0.0;
  for (const std::uint8_t coverage : bitmap.coverage) sum += coverage / 255.0;
  return sum;
}

/// Where the ink's centre of gravity lies, from the pen position, x right.
double centre_px(const GlyphBitmap& bitmap) {
  double sum = 0.0;
  for (int y = 0; y < bitmap.height_px; ++y) {
    for (int x = 0; x < bitmap.width_px; ++x) sum += (bitmap.left_px + x + 0.5) * sample_at(bitmap, x, y) / 255.0;
  }
  return sum / area_px2(bitmap);
}

TEST(Rasterising, AreaIsTheSameAtEveryQuarterPixel) {
  for (const std::string_view letter : {"H", "g", "R", "8", "@", "i", "ก", "ש"}) {
    for (const float size_px : {13.0F, 20.0F, 44.0F}) {
      const double still = area_px2(bitmap_of(letter, size_px));
      for (int quarter = 1; quarter < 4; ++quarter) {
        EXPECT_NEAR(area_px2(bitmap_of(letter, size_px, quarter)), still, still * 0.01) << letter << ' ' << size_px;
      }
    }
  }
}

TEST(Rasterising, QuartersMoveTheInkRight) {
  for (const std::string_view letter : {"H", "g", "8"}) {
    const double still = centre_px(bitmap_of(letter, 20.0F));
    for (int quarter = 1; quarter < 4; ++quarter) {
      EXPECT_NEAR(centre_px(bitmap_of(letter, 20.0F, quarter)), still + quarter * 0.25, 0.03) << letter;
    }
  }
}

TEST(Rasterising, AreaGrowsWithTheSquareOfTheSize) {
  for (const std::string_view letter : {"H", "S", "न", "ש"}) {
    const double at_44 = area_px2(bitmap_of(letter, 44.0F));
    for (const float size_px : {44.5F, 63.25F, 148.0F}) {
      const double expected = at_44 * std::pow(static_cast<double>(size_px) / 44.0, 2.0);
      EXPECT_NEAR(area_px2(bitmap_of(letter, size_px)), expected, expected * 0.01) << letter << ' ' << size_px;
    }
  }
}

TEST(Rasterising, ALargeHIsSolidInsideAndEmptyOutside) {
  const GlyphBitmap h = bitmap_of("H", 148.0F);
  const float cap_height_px = shaped("H", {.size_px = 148.0F}).cap_height_px;
  EXPECT_NEAR(static_cast<float>(h.height_px), cap_height_px, 1.0F);
  EXPECT_NEAR(static_cast<float>(-h.top_px), cap_height_px, 1.0F) << "it stands on the baseline";
  EXPECT_EQ(h.coverage.size(), static_cast<std::size_t>(h.width_px) * static_cast<std::size_t>(h.height_px));
  const int stem = 6;
  EXPECT_EQ(sample_at(h, stem, h.height_px / 4), 255);
  EXPECT_EQ(sample_at(h, h.width_px - 1 - stem, h.height_px / 4), 255);
  EXPECT_EQ(sample_at(h, h.width_px / 2, h.height_px / 2), 255) << "the bar";
  EXPECT_EQ(sample_at(h, h.width_px / 2, h.height_px / 4), 0) << "above the bar";
  EXPECT_GT(std::ranges::count(h.coverage, 255), static_cast<std::ptrdiff_t>(area_px2(h) * 0.9));
}

TEST(Rasterising, TopRowComesFirst) {
  const GlyphBitmap t = bitmap_of("T", 100.0F);
  EXPECT_EQ(sample_at(t, 3, 4), 255) << "the bar of the T is at the top";
  EXPECT_EQ(sample_at(t, 3, t.height_px - 4), 0);
}

TEST(Rasterising, ABolderCutHasMoreInk) {
  EXPECT_GT(area_px2(bitmap_of("n", 44.0F, 0, Face::kBold)), area_px2(bitmap_of("n", 44.0F, 0, Face::kMedium)));
  EXPECT_GT(area_px2(bitmap_of("n", 44.0F, 0, Face::kMedium)), area_px2(bitmap_of("n", 44.0F, 0, Face::kRegular)));
}

TEST(Rasterising, NoInkNoBitmap) {
  for (const GlyphBitmap& bitmap : {bitmap_of(" ", 20.0F, 3), bitmap_of("\u00a0", 20.0F), bitmap_of("H", 0.0F)}) {
    EXPECT_EQ(bitmap.width_px, 0);
    EXPECT_EQ(bitmap.height_px, 0);
    EXPECT_TRUE(bitmap.coverage.empty());
  }
}

TEST(Rasterising, AGlyphThatTheFontLacksIsEmpty) {
  EXPECT_TRUE(fonts().rasterize(0, 0xffff, 20.0F, 0).coverage.empty());
}

TEST(RasterisingDeathTest, AFontOutsideTheSetIsAFaultOfOurs) {
  EXPECT_DEATH(static_cast<void>(fonts().rasterize(99, 1, 20.0F, 0)), "font 99 of 11");
}

}  // namespace
}  // namespace spreadmap::text
