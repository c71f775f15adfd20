#include "vector/text_clusters.h"

#include <gtest/gtest.h>

#include "text/test_fonts.h"

namespace spreadmap::vector {
namespace {

std::vector<TextStretch> stretches(std::string_view utf8) { return stretches_of(utf8, text::shaped(utf8).glyphs); }

/// What is read: of each stretch its letters in their order.
std::string read(const std::vector<TextStretch>& all) {
  std::string text;
  for (const TextStretch& stretch : all) {
    std::string letters;
    for (const TextCluster& cluster : stretch.clusters) {
      letters = stretch.runs_left ? cluster.utf8 + letters : letters + cluster.utf8;
    }
    text += letters;
  }
  return text;
}

TEST(TextClusters, HoldEveryLetterOnce) {
  for (const char* text :
       {"405 police agencies", "Bâton Rouge", "e\u0301\u0302x", "ffi fl", "١٢٣", "שלום", "a\u2067b"}) {
    const auto all = stretches(text);
    EXPECT_EQ(read(all), text);
    std::uint32_t glyphs = 0;
    for (const auto& stretch : all) {
      for (const auto& cluster : stretch.clusters) glyphs += cluster.glyph_end - cluster.glyph_begin;
    }
    EXPECT_EQ(glyphs, text::shaped(text).glyphs.size()) << text;
  }
}

TEST(TextClusters, OfArabicAreReadFromTheRight) {
  const auto all = stretches("خريطة");
  ASSERT_EQ(all.size(), 1U);
  EXPECT_TRUE(all.front().runs_left);
  EXPECT_EQ(all.front().clusters.front().utf8, "ة") << "the last letter stands at the left";
}

TEST(TextClusters, OfTwoFontsAreTwoStretches) {
  const auto all = stretches("Map خريطة");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_NE(all[0].font, all[1].font);
}

TEST(TextClusters, OfIllFormedBytesAreWellFormed) {
  EXPECT_EQ(read(stretches("a\xff"
                           "b")),
            "a\uFFFD"
            "b");
}

}  // namespace
}  // namespace spreadmap::vector
