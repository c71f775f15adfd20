#pragma once
#include <string>
#include <vector>

namespace spreadmap::scene {

inline constexpr double kMilestoneRowPt = 21.0;

/// A milestone's label and its line on the strip; lengths in layout points.
struct MilestoneLabel {
  double x_pt = 0.0;  ///< of its line
  double width_pt = 0.0;
  std::string text;
  bool has_come = false;
  int row = -1;          ///< 0 is the row just above the bars; -1: there is no room, only the line is drawn
  double left_pt = 0.0;  ///< where the text begins: right of its line, left of it, or across its top
};

/// Gives each label one of `rows` rows and a side so that no label runs over another or over another's line, all between `left_pt`
/// and `right_pt`. Labels that have no place keep row -1; as few as can be found are. Depends on the widths alone, never on the day.
void place_milestone_labels(std::vector<MilestoneLabel>& labels, double left_pt, double right_pt, int rows);

}  // namespace spreadmap::scene
