#include "scene/milestone_labels.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace spreadmap::scene {
namespace {

constexpr double kGapPt = 7.0;
constexpr double kAirPt = 8.0;

struct Room {
  double left_pt, right_pt;
  int rows;
};

/// The places of a label in a row, the best first: right of its line, left of it, across its top.
std::array<double, 3> lefts_of(const MilestoneLabel& label, const Room& room) {
  const double across_pt = std::clamp(label.x_pt - label.width_pt / 2.0, room.left_pt,
                                      std::max(room.left_pt, room.right_pt - label.width_pt));
  return {label.x_pt + kGapPt, label.x_pt - kGapPt - label.width_pt, across_pt};
}

bool passes_through(double line_pt, double left_pt, double right_pt) {
  return line_pt > left_pt - kAirPt / 2 && line_pt < right_pt + kAirPt / 2;
}

/// Whether label `of` may stand at `left_pt` in `row`, beside those that have been placed.
bool is_free(const std::vector<MilestoneLabel>& labels, std::size_t of, int row, double left_pt, const Room& room) {
  const double right_pt = left_pt + labels[of].width_pt;
  if (left_pt < room.left_pt || right_pt > room.right_pt) return false;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const MilestoneLabel& other = labels[i];
    if (i == of) continue;
    // A line without a label ends at the bars; one that gets its label later is kept clear by that one's own check.
    if (other.row < 0) continue;
    const double other_right_pt = other.left_pt + other.width_pt;
    // Every line reaches up to its own label's row.
    if (other.row >= row && passes_through(other.x_pt, left_pt, right_pt)) return false;
    if (row >= other.row && passes_through(labels[of].x_pt, other.left_pt, other_right_pt)) return false;
    const bool overlaps = left_pt < other_right_pt + kAirPt && other.left_pt < right_pt + kAirPt;
    if (other.row == row && overlaps) return false;
  }
  return true;
}

/// Looks for the best arrangement, label by label in one order: every place of the first, with every place of the second, and so on,
/// giving up what is already worse than the best that was found.
class Search {
 public:
  Search(std::vector<MilestoneLabel>& labels, const Room& room) : labels_(labels), best_(labels), room_(room) {}

  void look(const std::vector<std::size_t>& order) {
    order_ = &order;
    for (MilestoneLabel& label : labels_) label.row = -1;
    steps_left_ = kMostSteps;
    place_from(0, 0);
  }
  [[nodiscard]] const std::vector<MilestoneLabel>& best() const { return best_; }

 private:
  // A handful of milestones takes a few hundred steps; of very many the first arrangements have to do.
  static constexpr int kMostSteps = 2000;
  // A label without a place is worse than any height.
  static constexpr int kUnplaced = 1000;

  void place_from(std::size_t at, int faults) {
    if (faults >= fewest_ || --steps_left_ < 0) return;
    if (at == order_->size()) {
      fewest_ = faults;
      best_ = labels_;
      return;
    }
    const std::size_t of = (*order_)[at];
    MilestoneLabel& label = labels_[of];
    for (int row = 0; row < room_.rows; ++row) {
      for (const double left_pt : lefts_of(label, room_)) {
        if (!is_free(labels_, of, row, left_pt, room_)) continue;
        label.row = row;
        label.left_pt = left_pt;
        place_from(at + 1, faults + row);
        label.row = -1;
      }
    }
    place_from(at + 1, faults + kUnplaced);
  }

  std::vector<MilestoneLabel>& labels_;
  std::vector<MilestoneLabel> best_;
  const Room room_;
  const std::vector<std::size_t>* order_ = nullptr;
  int fewest_ = std::numeric_limits<int>::max();
  int steps_left_ = 0;
};

}  // namespace

void place_milestone_labels(std::vector<MilestoneLabel>& labels, double left_pt, double right_pt, int rows) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), 0);
  Search search(labels, {left_pt, right_pt, rows});
  search.look(order);
  // The other end is the one that is crowded, as often as not.
  std::reverse(order.begin(), order.end());
  search.look(order);
  labels = search.best();
}

}  // namespace spreadmap::scene
