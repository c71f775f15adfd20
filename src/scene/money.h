#pragma once
#include "style/layer_style.h"

namespace spreadmap::scene {

/// Radius in points of a circle for an amount: area is proportional to it.
double money_radius_pt(const style::LayerStyle& style, double amount_usd);
/// Wide enough to be seen round the mark of an agency in the same town.
inline constexpr double kUnknownAmountRadiusPt = 9.0;

}  // namespace spreadmap::scene
