#pragma once
#include <vector>

#include "model/day_axis.h"

namespace spreadmap::scene {

enum class TickRank { kDay, kMonth, kYear };

/// A labelled day of the strip's axis.
struct AxisTick {
  time::Day day{};
  TickRank rank = TickRank::kMonth;
};

/// The days to label so that labels stand at least `least_pt` apart: days of a short axis, months, or round years. `day_pt`: the length of
/// a day on the strip. Ascending, all on the axis.
std::vector<AxisTick> axis_ticks(const model::DayAxis& axis, double day_pt, double least_pt);

}  // namespace spreadmap::scene
