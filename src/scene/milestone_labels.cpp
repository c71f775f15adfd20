#include "scene/milestone_labels.h"

#include <algorithm>

namespace spreadmap::scene {
namespace {

struct Span {
  double left_pt, right_pt;
};

Span span_of(const MilestoneLabel& label, bool to_the_right) {
  constexpr double kGapPt = 7.0;
  return to_the_right ? Span{label.x_pt + kGapPt, label.x_pt + kGapPt + label.width_pt}
                      : Span{label.x_pt - kGapPt - label.width_pt, label.x_pt - kGapPt};
}

bool is_free(const std::vector<MilestoneLabel>& labels, std::size_t of, int row, bool to_the_right, double left_pt,
             double right_pt) {
  constexpr double kAirPt = 8.0;
  const Span span = span_of(labels[of], to_the_right);
  if (span.left_pt < left_pt || span.right_pt > right_pt) return false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const MilestoneLabel& other = labels[i];
    if (i == of) continue;
    // Every line reaches up to its own label's row, so a label may not lie across the line of one in its row or above; of those not
    // yet placed nothing is known, so their lines are kept clear as well.
    const bool line_passes = i > of || other.row >= row;
    if (line_passes && other.x_pt > span.left_pt - kAirPt / 2 && other.x_pt < span.right_pt + kAirPt / 2) return false;
    if (other.row < 0) continue;
    const Span taken = span_of(other, other.to_the_right);
    if (other.row == row && span.left_pt < taken.right_pt + kAirPt && taken.left_pt < span.right_pt + kAirPt)
      return false;
    // Our own line may not run through a label below us.
    if (other.row < row && labels[of].x_pt > taken.left_pt - kAirPt / 2 &&
        labels[of].x_pt < taken.right_pt + kAirPt / 2)
      return false;
  }
  return true;
}

}  // namespace

void place_milestone_labels(std::vector<MilestoneLabel>& labels, double left_pt, double right_pt) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i].row = -1;
    for (int place = 0; place < 2 * kMilestoneRows && labels[i].row < 0; ++place) {
      const int row = place / 2;
      const bool to_the_right = place % 2 == 0;
      if (!is_free(labels, i, row, to_the_right, left_pt, right_pt)) continue;
      labels[i].row = row;
      labels[i].to_the_right = to_the_right;
    }
  }
}

}  // namespace spreadmap::scene
