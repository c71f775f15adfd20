#include "scene/spotlight.h"

#include <algorithm>

namespace spreadmap::scene {
namespace {

// Of the radius. Harder, it is a hole in a sheet; softer, nobody can say what is meant.
constexpr double kSoft = 0.34;
// Of the picture's shorter side: 2 px of 1080, which the last row of a hall just sees.
constexpr double kRim = 2.0 / 1080.0;

}  // namespace

SpotlightDraw spotlight_draw(const model::Spotlight& spotlight, const style::Theme& theme, SizePx size) {
  const double shorter_px = std::min(size.width_px, size.height_px);
  const double radius_px = 0.5 * spotlight.size * shorter_px;
  return {{static_cast<float>(spotlight.x * size.width_px), static_cast<float>(spotlight.y * size.height_px)},
          static_cast<float>((1.0 - 0.5 * kSoft) * radius_px),
          static_cast<float>(kSoft * radius_px),
          with_opacity(theme.spotlight_dim, spotlight.strength),
          with_opacity(theme.spotlight_rim, spotlight.strength),
          static_cast<float>(std::max(kRim * shorter_px, 1.0))};
}

PixelRect bounds_of(const SpotlightDraw& spotlight) {
  const float reach_px = spotlight.radius_px + spotlight.soft_px + spotlight.rim_px + 1.0F;
  return {spotlight.centre.x_px - reach_px, spotlight.centre.y_px - reach_px, spotlight.centre.x_px + reach_px,
          spotlight.centre.y_px + reach_px};
}

}  // namespace spreadmap::scene
