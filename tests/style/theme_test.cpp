#include "style/theme.h"

#include <gtest/gtest.h>

#include "style/blending.h"

namespace spreadmap::style {
namespace {

constexpr double kTextContrast = 4.5;  // WCAG 2.1, 1.4.3 (AA)
constexpr double kMarkContrast = 3.0;  // WCAG 2.1, 1.4.11

TEST(DarkTheme, TextReachesAaWhereItStands) {
  const Theme& theme = dark_theme();
  for (const Srgb8 text : {theme.text, theme.text_second, theme.text_third}) {
    for (const Srgb8 under : {theme.ground, theme.panel, theme.card})
      EXPECT_GE(contrast_ratio(text, under), kTextContrast);
  }
  EXPECT_GE(contrast_ratio(theme.text, theme.land), kTextContrast);
}

TEST(DarkTheme, MarksThatCarryDataReachThreeToOneOnGroundAndLand) {
  const Theme& theme = dark_theme();
  for (const Srgb8 mark : {theme.partnership, theme.money, theme.signatory, theme.playhead}) {
    EXPECT_GE(contrast_ratio(mark, theme.ground), kMarkContrast);
    EXPECT_GE(contrast_ratio(mark, theme.land), kMarkContrast);
  }
}

TEST(Blending, FullAndNoOpacityStayAsTheyAre) {
  const Theme& theme = dark_theme();
  EXPECT_NEAR(linear_opacity(theme.money, theme.ground, 0.0), 0.0, 0.01);
  EXPECT_NEAR(linear_opacity(theme.money, theme.ground, 1.0), 1.0, 0.01);
}

TEST(Blending, BrightOnDarkNeedsLessOpacityInLinearLight) {
  const Theme& theme = dark_theme();
  const double linear = linear_opacity(theme.money, theme.land, 0.18);
  EXPECT_GT(linear, 0.0);
  EXPECT_LT(linear, 0.18);
}

}  // namespace
}  // namespace spreadmap::style
