#pragma once
#include <optional>

#include "base/colour.h"
#include "style/palettes.h"

namespace spreadmap::style {

/// What is written beside the marks of a layer: nothing, the record's name or its place, or the amount of a circle.
enum class MarkLabel { kNone, kName, kPlace, kAmount };

/// How the marks of one layer look. Lengths in layout points, times in data days.
struct LayerStyle {
  Srgb8 colour;
  std::optional<Srgb8> colour_light;  ///< on the light theme; nullopt: `colour`, made legible there
  double opacity = 1.0;               ///< of all that the layer draws, as it looks where encoded values are blended
  double radius_pt = 3.6;             ///< a point's radius; for graduated circles the radius of `amount_at_radius`
  double rim_pt = 0.8;                ///< ground-coloured rim around a point
  double ring_from_pt = 6.0;          ///< the ring that spreads after a mark appears
  double ring_to_pt = 31.0;
  double ring_days = 14.0;
  double fill_opacity = 0.18;  ///< of graduated circles
  double line_pt = 1.6;
  double window_days = 0.0;          ///< how long a record is there; 0: for good
  double amount_at_radius = 100000;  ///< graduated circles: area is proportional to the amount
  MarkLabel label = MarkLabel::kNone;
  Palette palette = Palette::kViridis;  ///< of classes of areas, and of density
  double bandwidth_pt = 24.0;           ///< of density: the radius of the kernel
};

}  // namespace spreadmap::style
