#pragma once
#include <vector>

#include "geo/spaces.h"
#include "scene/spots.h"
#include "style/layer_style.h"

namespace spreadmap::scene {

/// Radius in points of a circle for an amount: area is proportional to it.
double money_radius_pt(const style::LayerStyle& style, double amount_usd);
/// Wide enough to be seen round the mark of an agency in the same town.
inline constexpr double kUnknownAmountRadiusPt = 9.0;

/// A circle on the map whose size no zoom changes.
struct FixedCircle {
  geo::MapPoint centre;
  double radius_pt = 0.0;
};

/// Known amounts by spot, of all rows whatever the day. `amounts_usd`: by row, NaN where unknown.
std::vector<double> whole_amounts(const std::vector<double>& amounts_usd, const Spots& spots);
/// The circles of all rows whatever the day: as large as they will ever be, one for each spot. `points`: by row, NaN where a row has no place.
std::vector<FixedCircle> whole_circles(const std::vector<double>& amounts_usd, const std::vector<geo::MapPoint>& points,
                                       const Spots& spots, const style::LayerStyle& style);

}  // namespace spreadmap::scene
