#pragma once
#include <string_view>
#include <vector>

#include "data/tables.h"
#include "model/layer_index.h"
#include "scene/parts.h"

namespace spreadmap::scene {

/// Whether a subsidy's row is shown: rows of low confidence are off until asked for.
bool is_shown_row(const PartContext& context, std::size_t layer, std::size_t row);

/// The public money of one layer up to the playhead.
struct MoneySoFar {
  double total_usd = 0.0;     ///< of days that have surely come
  double possible_usd = 0.0;  ///< and of those that may have
  int places = 0;
  double before_timeline_usd = 0.0;  ///< of it, from before the strip begins
  time::DayInterval first_before{};  ///< the first day of that money
};
MoneySoFar money_so_far(const PartContext& context, std::size_t layer);

/// Radius in points of a circle for an amount: area is proportional to it.
double money_radius_pt(const style::LayerStyle& style, double amount_usd);
/// Wide enough to be seen round the mark of an agency in the same town.
inline constexpr double kUnknownAmountRadiusPt = 9.0;

}  // namespace spreadmap::scene
