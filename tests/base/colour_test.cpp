#include "base/colour.h"

#include <gtest/gtest.h>

namespace spreadmap {
namespace {

TEST(Colour, HexDigitsAreRedGreenBlue) { EXPECT_EQ(srgb(0xffb454), (Srgb8{0xff, 0xb4, 0x54, 255})); }

TEST(Colour, OpacitiesMultiply) {
  EXPECT_EQ(with_opacity(srgb(0x102030), 0.5).a, 128);
  EXPECT_EQ(with_opacity(with_opacity(srgb(0x102030), 0.5), 0.5).a, 64);
  EXPECT_EQ(with_opacity(srgb(0x102030), 7.0).a, 255);
}

TEST(Colour, PremultipliedChannelsNeverExceedAlpha) {
  for (int alpha = 0; alpha <= 255; alpha += 51) {
    const auto linear = linear_premultiplied({255, 128, 3, static_cast<std::uint8_t>(alpha)});
    for (int channel = 0; channel < 3; ++channel)
      EXPECT_LE(linear[static_cast<std::size_t>(channel)], linear[3] + 1e-6F);
  }
}

// The two examples that WCAG's own definition implies: black on white is 21, a colour on itself is 1.
TEST(Colour, ContrastGoesFromOneToTwentyOne) {
  EXPECT_NEAR(contrast_ratio(srgb(0x000000), srgb(0xffffff)), 21.0, 1e-9);
  EXPECT_NEAR(contrast_ratio(srgb(0xffffff), srgb(0x000000)), 21.0, 1e-9);
  EXPECT_NEAR(contrast_ratio(srgb(0x777777), srgb(0x777777)), 1.0, 1e-9);
}

}  // namespace
}  // namespace spreadmap
