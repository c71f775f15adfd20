#include "style/theme.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "style/blending.h"
#include "style/colour_space.h"

namespace spreadmap::style {
namespace {

constexpr double kTextContrast = 4.5;  // WCAG 2.1, 1.4.3 (AA)
constexpr double kMarkContrast = 3.0;  // WCAG 2.1, 1.4.11

class EachTheme : public ::testing::TestWithParam<ThemeName> {
 protected:
  const Theme& theme_ = theme_of(GetParam());
};
INSTANTIATE_TEST_SUITE_P(Themes, EachTheme, ::testing::Values(ThemeName::kDark, ThemeName::kLight));

TEST_P(EachTheme, TextReachesAaWhereItStands) {
  for (const Srgb8 text : {theme_.text, theme_.text_second, theme_.text_third, theme_.link, theme_.failure}) {
    for (const Srgb8 under : {theme_.ground, theme_.panel, theme_.card, theme_.control})
      EXPECT_GE(contrast_ratio(text, under), kTextContrast);
  }
  for (const Srgb8 text : {theme_.text, theme_.text_second}) {
    EXPECT_GE(contrast_ratio(text, theme_.land), kTextContrast);
    EXPECT_GE(contrast_ratio(text, theme_.control_active), kTextContrast);
  }
}

TEST_P(EachTheme, MarksThatCarryDataReachThreeToOneWhereTheyStand) {
  for (const Srgb8 mark : {theme_.partnership, theme_.money, theme_.signatory, theme_.playhead}) {
    for (const Srgb8 under : {theme_.ground, theme_.land, theme_.panel, theme_.card})
      EXPECT_GE(contrast_ratio(mark, under), kMarkContrast);
  }
  // Bars of what is yet to come stand on the strip and in the panels' histograms; knobs and borders are of their colour.
  for (const Srgb8 under : {theme_.ground, theme_.panel, theme_.card})
    EXPECT_GE(contrast_ratio(theme_.bar_ahead, under), kMarkContrast);
}

RC_GTEST_PROP(Branded, IsReadableWhateverGroundItStandsOn, ()) {
  const auto part = [](int from, int to) { return static_cast<std::uint8_t>(*rc::gen::inRange(from, to)); };
  const bool is_dark = *rc::gen::arbitrary<bool>();
  const int from = is_dark ? 0 : 170, to = is_dark ? 70 : 256;
  BrandColours colours;
  colours.ground = Srgb8{part(from, to), part(from, to), part(from, to), 255};
  if (*rc::gen::arbitrary<bool>()) colours.text = Srgb8{part(0, 256), part(0, 256), part(0, 256), 255};
  const Theme theme = branded(theme_of(is_dark ? ThemeName::kDark : ThemeName::kLight), colours);
  RC_ASSERT(theme.ground == *colours.ground);
  for (const Srgb8 under : {theme.ground, theme.land}) {
    for (const Srgb8 text : {theme.text, theme.text_second, theme.text_third})
      RC_ASSERT(contrast_ratio(text, under) >= kTextContrast);
    for (const Srgb8 mark : {theme.playhead, theme.bar_ahead, theme.partnership})
      RC_ASSERT(contrast_ratio(mark, under) >= kMarkContrast);
  }
}

TEST_P(EachTheme, MarksAreToldApartByEveryEye) {
  // Three times what can just be told apart side by side: marks stand apart from one another.
  constexpr double kLeastDistance = 0.06;
  for (const Vision vision : {Vision::kFull, Vision::kProtan, Vision::kDeutan, Vision::kTritan}) {
    const std::array marks{seen_with(vision, theme_.partnership), seen_with(vision, theme_.money),
                           seen_with(vision, theme_.signatory)};
    for (std::size_t i = 0; i < marks.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        EXPECT_GE(oklab_distance(marks[i], marks[j]), kLeastDistance)
            << static_cast<int>(vision) << ": " << i << ", " << j;
      }
    }
    EXPECT_GE(oklab_distance(marks[0], seen_with(vision, theme_.bar_ahead)), kLeastDistance);
  }
}

RC_GTEST_PROP(Theme, EveryColourIsMadeLegibleAndALegibleOneStays, ()) {
  const Srgb8 colour = srgb(*rc::gen::inRange<std::uint32_t>(0, 0x1000000));
  for (const ThemeName name : {ThemeName::kDark, ThemeName::kLight}) {
    const Theme& theme = theme_of(name);
    const Srgb8 legible = legible_on(theme, colour);
    RC_ASSERT(contrast_ratio(legible, theme.ground) >= kMarkContrast);
    RC_ASSERT(contrast_ratio(legible, theme.land) >= kMarkContrast);
    RC_ASSERT(legible_on(theme, legible) == legible);
    const Srgb8 text = legible_on(theme, colour, kAaText);
    RC_ASSERT(contrast_ratio(text, theme.ground) >= kTextContrast);
    RC_ASSERT(contrast_ratio(text, theme.land) >= kTextContrast);
  }
}

TEST(ColourSpace, OkLabGoesThereAndBack) {
  for (const std::uint32_t rgb : {0x000000U, 0xffffffU, 0xffb454U, 0x3ddbb4U, 0xc9a6ffU, 0x1f56c4U, 0xff0000U}) {
    EXPECT_EQ(srgb_of(oklab_of(srgb(rgb))), srgb(rgb)) << rgb;
  }
  EXPECT_NEAR(oklab_of(srgb(0xffffff)).lightness, 1.0, 1e-6);
}

TEST(ColourSpace, GreysLookAlikeToEveryEyeAndRedAndGreenDoNotToDeutans) {
  for (const Vision vision : {Vision::kProtan, Vision::kDeutan, Vision::kTritan}) {
    const Srgb8 grey = seen_with(vision, srgb(0x808080));
    EXPECT_LE(oklab_distance(grey, srgb(0x808080)), 0.01);
  }
  const Srgb8 red = srgb(0xc05050), green = srgb(0x707a30);
  EXPECT_LT(oklab_distance(seen_with(Vision::kDeutan, red), seen_with(Vision::kDeutan, green)),
            0.5 * oklab_distance(red, green));
}

TEST(Blending, FullAndNoOpacityStayAsTheyAre) {
  const Theme& theme = dark_theme();
  EXPECT_NEAR(linear_opacity(theme.money, theme.ground, 0.0), 0.0, 0.01);
  EXPECT_NEAR(linear_opacity(theme.money, theme.ground, 1.0), 1.0, 0.01);
}

TEST(Blending, BrightOnDarkNeedsLessOpacityInLinearLightAndDarkOnBrightMore) {
  const double on_dark = linear_opacity(dark_theme().money, dark_theme().land, 0.18);
  EXPECT_GT(on_dark, 0.0);
  EXPECT_LT(on_dark, 0.18);
  EXPECT_GT(linear_opacity(light_theme().money, light_theme().land, 0.18), 0.18);
}

TEST(Blending, EncodedOpacityUndoesTheLinearOne) {
  for (const Theme* theme : {&dark_theme(), &light_theme()}) {
    for (const Srgb8 colour : {theme->money, theme->partnership, theme->text}) {
      for (const double opacity : {0.0, 0.1, 0.25, 0.5, 0.8, 1.0}) {
        // Mixed colours are whole numbers in the one, so it is right to a hundredth.
        const double linear = linear_opacity(colour, theme->land, opacity);
        EXPECT_NEAR(encoded_opacity(colour, theme->land, linear), opacity, 0.01);
      }
    }
  }
}

}  // namespace
}  // namespace spreadmap::style
