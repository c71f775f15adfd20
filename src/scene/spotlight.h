#pragma once
#include "model/spotlight.h"
#include "scene/frame.h"
#include "style/theme.h"

namespace spreadmap::scene {

/// How a spotlight is drawn on a picture of a size; its edge is soft by a share of its radius, which lies half on either side of it.
SpotlightDraw spotlight_draw(const model::Spotlight& spotlight, const style::Theme& theme, SizePx size);

/// All pixels that are not wholly dimmed.
PixelRect bounds_of(const SpotlightDraw& spotlight);

}  // namespace spreadmap::scene
