#include <gtest/gtest.h>

#include <algorithm>

#include "scene/label_text.h"
#include "style/palettes.h"
#include "style/theme.h"

namespace spreadmap::scene {
namespace {

/// The luminance of a colour that lets some of what it lies on through, blended in linear light.
double luminance_over(Srgb8 colour, double below) {
  const double opacity = colour.a / 255.0;
  return opacity * relative_luminance(colour) + (1.0 - opacity) * below;
}

/// WCAG's contrast of a text with what it stands on.
double contrast_over(Srgb8 text, double below) {
  constexpr double kFlare = 0.05;
  const double blended = luminance_over(text, below);
  return (std::max(blended, below) + kFlare) / (std::min(blended, below) + kFlare);
}
double contrast_over(Srgb8 text, Srgb8 under) { return contrast_over(text, relative_luminance(under)); }
double contrast_over(Srgb8 text, Srgb8 halo, Srgb8 under) {
  return contrast_over(text, luminance_over(halo, relative_luminance(under)));
}

TEST(LabelType, NamesOnTheMapAreReadOnTheLandOfEachTheme) {
  constexpr double kAaText = 4.5;
  for (const style::ThemeName name : {style::ThemeName::kDark, style::ThemeName::kLight}) {
    const style::Theme& theme = style::theme_of(name);
    // Amounts and counts are in their layer's colour, made legible where they are drawn.
    for (const LabelKind kind : {LabelKind::kRegion, LabelKind::kPlace, LabelKind::kRecord}) {
      EXPECT_GE(contrast_over(label_type(kind, theme, 1.0).colour, theme.land), kAaText)
          << static_cast<int>(name) << ", " << static_cast<int>(kind);
    }
  }
}

TEST(LabelType, AndOnTheHaloThatTheyHaveOnEachColourOfAreasAndSurfaces) {
  constexpr double kAaText = 4.5;
  constexpr std::size_t kClasses = 9;
  for (const style::ThemeName name : {style::ThemeName::kDark, style::ThemeName::kLight}) {
    const style::Theme& theme = style::theme_of(name);
    for (const LabelKind kind : {LabelKind::kRegion, LabelKind::kPlace, LabelKind::kRecord}) {
      const Type type = label_type(kind, theme, 1.0, LabelGround::kColours);
      EXPECT_GE(type.halo_pt, 0.15 * type.size_pt) << "wider than a stroke";
      for (const style::Palette palette :
           {style::Palette::kViridis, style::Palette::kCividis, style::Palette::kYellowGreenBlue,
            style::Palette::kYellowOrangeRed, style::Palette::kBlues}) {
        for (std::size_t which = 0; which < kClasses; ++which) {
          const Srgb8 fill = style::class_colour(palette, which, kClasses, name == style::ThemeName::kDark);
          EXPECT_GE(contrast_over(type.colour, type.halo, fill), kAaText)
              << static_cast<int>(name) << ", " << static_cast<int>(kind) << ", class " << which;
        }
      }
    }
  }
}

}  // namespace
}  // namespace spreadmap::scene
