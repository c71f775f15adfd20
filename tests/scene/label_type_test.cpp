#include <gtest/gtest.h>

#include <algorithm>

#include "scene/label_text.h"
#include "style/theme.h"

namespace spreadmap::scene {
namespace {

/// WCAG's contrast of a text that lets some of what it stands on through, blended in linear light.
double contrast_over(Srgb8 text, Srgb8 under) {
  const double opacity = text.a / 255.0, below = relative_luminance(under);
  const double blended = opacity * relative_luminance(text) + (1.0 - opacity) * below;
  constexpr double kFlare = 0.05;
  return (std::max(blended, below) + kFlare) / (std::min(blended, below) + kFlare);
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

}  // namespace
}  // namespace spreadmap::scene
