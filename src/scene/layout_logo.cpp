#include <algorithm>

#include "scene/layout_parts.h"

namespace spreadmap::scene {
namespace {

bool is_at_foot(const LogoShape& logo) {
  return logo.place == exhibit::LogoPlace::kBottomRight || logo.place == exhibit::LogoPlace::kBottomLeft;
}
bool is_at_left(const LogoShape& logo) {
  return logo.place == exhibit::LogoPlace::kBottomLeft || logo.place == exhibit::LogoPlace::kTopLeft;
}

constexpr double kLogoGap_pt = 28.0;

}  // namespace

void size_logo(Layout& layout, const LogoShape& logo, double most_high_pt) {
  constexpr double kMostOfWidth = 0.25;
  const double high_pt = std::min(logo.height_pt * format_scale(layout.format), most_high_pt);
  const double width_pt = std::min(high_pt * logo.aspect, kMostOfWidth * (layout.right_pt - layout.left_pt));
  layout.logo = {0.0, 0.0, width_pt, width_pt / logo.aspect};
  layout.has_logo_at_foot = is_at_foot(logo);
  if (!layout.has_logo_at_foot) return;
  if (is_at_left(logo)) layout.credits_left_pt += width_pt + kLogoGap_pt;
  if (!is_at_left(logo)) layout.credits_right_pt -= width_pt + kLogoGap_pt;
}

double logo_row_pt(const Layout& layout) {
  constexpr double kBelow_pt = 24.0;
  const double high_pt = layout.logo.height_pt();
  return layout.has_logo_at_foot ? 0.0 : high_pt + std::min(kBelow_pt, 0.5 * high_pt);
}

void place_logo(Layout& layout, const LogoShape& logo) {
  if (logo.aspect <= 0.0) return;
  constexpr double kBelowBaseline_pt = 3.0, kLeastAir_pt = 6.0;
  const double width_pt = layout.logo.width_pt(), height_pt = layout.logo.height_pt();
  const double left_pt = is_at_left(logo) ? layout.left_pt : layout.right_pt - width_pt;
  // A bare map begins half a margin from the top, or a whole one in a tall picture.
  const double air_pt = logo_row_pt(layout) - height_pt - kLeastAir_pt;
  const double lower_pt = layout.is_tall() ? layout.margin_pt / (layout.gives_up(Thrift::kSmallHead) ? 4.0 : 2.0)
                                           : std::clamp(air_pt, 0.0, layout.margin_pt / 4.0);
  const double top_pt = layout.has_logo_at_foot ? layout.credits_baseline_pt + kBelowBaseline_pt - height_pt
                                                : layout.safe.top_pt + layout.margin_pt / 2.0 + lower_pt;
  layout.logo = {left_pt, top_pt, left_pt + width_pt, top_pt + height_pt};
}

}  // namespace spreadmap::scene
