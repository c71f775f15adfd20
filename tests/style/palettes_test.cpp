#include "style/palettes.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace spreadmap::style {
namespace {

constexpr std::array kPalettes{Palette::kViridis, Palette::kCividis, Palette::kYellowGreenBlue,
                               Palette::kYellowOrangeRed, Palette::kBlues};

/// CIE 1976 lightness.
double lightness(Srgb8 colour) { return 116.0 * std::cbrt(relative_luminance(colour)) - 16.0; }

TEST(Palettes, ClassesKeepTheirOrderInGrey) {
  for (const Palette palette : kPalettes) {
    for (std::size_t count = 2; count <= 7; ++count) {
      for (std::size_t which = 1; which < count; ++which) {
        const auto step = [&](bool is_dark) {
          return lightness(class_colour(palette, which, count, is_dark)) -
                 lightness(class_colour(palette, which - 1, count, is_dark));
        };
        EXPECT_GT(step(true), 3.0) << static_cast<int>(palette) << ": class " << which << " of " << count;
        EXPECT_LT(step(false), -3.0) << static_cast<int>(palette) << ": class " << which << " of " << count;
      }
    }
  }
}

TEST(Palettes, WhatIsLittleLiesNearTheGround) {
  for (const Palette palette : kPalettes) {
    EXPECT_LT(lightness(palette_colour(palette, 0.0, true)), 35.0);
    EXPECT_GT(lightness(palette_colour(palette, 0.0, false)), 75.0);
  }
}

}  // namespace
}  // namespace spreadmap::style
