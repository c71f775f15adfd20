#include "scene/label_plan.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "scene/label_steps.h"
#include "scene/stacks.h"

namespace spreadmap::scene {
namespace {

// Below zoom 1 nothing new is placed, and some of what is there goes.
constexpr int kCoarsestStep = -2;
constexpr int kFinestStep = 40;
// A text wider than this is no label.
constexpr double kWidest_pt = 320.0;
constexpr double kMostTries = 48;  // of candidates in one square and step
constexpr double kTriesSquare_pt = 320.0;
constexpr double kTile_pt = 128.0;
constexpr double kCrowdCell_pt = 8.0;
// What a mark reaches beyond its point.
constexpr double kMarkReach_pt = 3.0;
constexpr double kRimAir_pt = 2.5;
constexpr double kTooMany = 1e9;  // marks under a label that no patience bears

struct Air {
  double x_pt, y_pt;
};
/// What two labels keep between them. Places are few and far apart; what belongs to a mark stands close to it.
Air air_between(LabelKind a, LabelKind b) {
  if (a == LabelKind::kPlace && b == LabelKind::kPlace) return {56.0, 40.0};
  if (a == LabelKind::kRegion || b == LabelKind::kRegion) return {12.0, 8.0};
  return {7.0, 2.0};
}
constexpr Air kMostAir{56.0, 40.0};

/// How many marks a label may cover: a great one some, any other next to none.
double patience(const LabelCandidate& candidate, int step) {
  if (candidate.kind == LabelKind::kPlace) {
    if (candidate.is_great) return 40.0;
    return candidate.index < LabelPlan::most_places(step) / 6 ? 12.0 : 1.5;
  }
  if (candidate.kind == LabelKind::kAmount) return 4.0;
  if (candidate.kind == LabelKind::kCount) return 8.0;
  return candidate.kind == LabelKind::kRegion ? 2.5 : 1.5;
}

/// The rectangle round two.
LabelBox joined(const LabelBox& a, const LabelBox& b) {
  return {std::min(a.left_pt, b.left_pt), std::min(a.top_pt, b.top_pt), std::max(a.right_pt, b.right_pt),
          std::max(a.bottom_pt, b.bottom_pt)};
}

}  // namespace

/// Labels by the tiles that they reach into, each with its point: two whose rectangles round box and point do not touch stay apart at every
/// finer scale too.
class LabelPlan::Grid {
 public:
  explicit Grid(double pt_per_m) : tile_m_(kTile_pt / pt_per_m), pt_per_m_(pt_per_m) {}
  void add(const PlannedLabel& label, std::uint32_t index) {
    each_tile(label.at, label.box, [&](std::uint64_t tile) { tiles_[tile].push_back(index); });
  }
  /// The labels that may come near a box, each once; valid until the next call.
  const std::vector<std::uint32_t>& near(geo::MapPoint at, const LabelBox& box) {
    near_.clear();
    each_tile(at, box.grown(kMostAir.x_pt, kMostAir.y_pt), [&](std::uint64_t tile) {
      const auto found = tiles_.find(tile);
      if (found != tiles_.end()) near_.insert(near_.end(), found->second.begin(), found->second.end());
    });
    std::sort(near_.begin(), near_.end());
    near_.erase(std::unique(near_.begin(), near_.end()), near_.end());
    return near_;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& last_near() const { return near_; }
  /// Where candidates of one square are counted.
  [[nodiscard]] std::uint64_t square_of(geo::MapPoint at) const {
    const double square_m = kTriesSquare_pt / pt_per_m_;
    return key(whole(at.x_m, square_m), whole(at.y_m, square_m));
  }

 private:
  static std::int64_t whole(double m, double size_m) { return static_cast<std::int64_t>(std::floor(m / size_m)); }
  static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return static_cast<std::uint64_t>(x) << 32U ^ (static_cast<std::uint64_t>(y) & 0xffffffffU);
  }
  template <class Use>
  void each_tile(geo::MapPoint at, const LabelBox& box, const Use& use) const {
    const geo::MapBounds reach = covered(at, joined(box, LabelBox{}), pt_per_m_);
    const std::int64_t first_x = whole(reach.min_x_m, tile_m_), last_x = whole(reach.max_x_m, tile_m_);
    const std::int64_t first_y = whole(reach.min_y_m, tile_m_), last_y = whole(reach.max_y_m, tile_m_);
    for (std::int64_t y = first_y; y <= last_y; ++y) {
      for (std::int64_t x = first_x; x <= last_x; ++x) {
        use(key(x, y));
      }
    }
  }
  double tile_m_, pt_per_m_;
  std::vector<std::uint32_t> near_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> tiles_;
};

LabelPlan::LabelPlan(std::vector<LabelCandidate> candidates, std::vector<FixedCircle> circles,
                     std::vector<LabelMark> marks, double mark_weight, double fit_pt_per_m, double line_height_pt,
                     geo::MapBounds fit_room)
    : candidates_(std::move(candidates)),
      circles_(std::move(circles)),
      marks_(std::move(marks)),
      mark_weight_(mark_weight),
      fit_pt_per_m_(fit_pt_per_m),
      line_height_pt_(line_height_pt),
      fit_room_(fit_room),
      widths_pt_(candidates_.size(), -1.0) {
  waiting_.reserve(candidates_.size());
  for (std::uint32_t i = 0; i < candidates_.size(); ++i) waiting_.push_back(i);
}

double LabelPlan::step_scale(int step) const {
  return fit_pt_per_m_ * std::exp2((step - kFitWithinStep) / kStepsPerOctave);
}

std::uint32_t LabelPlan::most_places(int step) {
  constexpr double kAtFit = 40.0, kMost = 1e9;
  return static_cast<std::uint32_t>(std::min(kAtFit * std::exp2(2.0 * step / kStepsPerOctave), kMost));
}

const std::vector<PlannedLabel>& LabelPlan::up_to(double pt_per_m, const Measure& measure) {
  while (next_step_ <= kFinestStep && (next_step_ == 0 || step_scale(next_step_) <= pt_per_m)) {
    plan_step(next_step_, measure);
    if (next_step_++ > 0) continue;
    for (int step = -1; step >= kCoarsestStep; --step) plan_coarser_step(step);
  }
  return labels_;
}

void LabelPlan::plan_step(int step, const Measure& measure) {
  if (waiting_.empty()) return;
  const double pt_per_m = step_scale(step);
  const MarkCrowd crowd(marks_at(pt_per_m), mark_weight_, kCrowdCell_pt / pt_per_m);
  Grid grid(pt_per_m);
  for (std::uint32_t i = 0; i < labels_.size(); ++i) grid.add(labels_[i], i);
  std::unordered_map<std::uint64_t, double> tries;
  std::vector<std::uint32_t> still_waiting;
  for (const std::uint32_t index : waiting_) {
    const LabelCandidate& candidate = candidates_[index];
    const bool is_early = step_scale(step) < candidate.least_zoom * fit_pt_per_m_ ||
                          (candidate.kind == LabelKind::kPlace && candidate.index >= most_places(step)) ||
                          ++tries[grid.square_of(candidate.at)] > kMostTries;
    if (is_early) {
      still_waiting.push_back(index);
      continue;
    }
    if (widths_pt_[index] < 0.0) widths_pt_[index] = measure(candidate);
    if (widths_pt_[index] <= 0.0 || widths_pt_[index] > kWidest_pt) continue;
    list_options(candidate, widths_pt_[index], pt_per_m);
    if (step == 0) std::erase_if(options_, [&](const Option& option) { return is_cut(option.label); });
    const Option* best = nullptr;
    double least = 0.0;
    // All sides of one point have the same labels about them; each room of a region has others.
    const bool is_of_one_point = candidate.kind != LabelKind::kRegion;
    LabelBox all;
    for (const Option& option : options_) all = joined(all, option.label.box);
    if (is_of_one_point && !options_.empty()) grid.near(candidate.at, all);
    for (Option& option : options_) {
      if (best != nullptr && option.detour >= least) continue;
      const auto& near = is_of_one_point ? grid.last_near() : grid.near(option.label.at, option.label.box);
      if (!is_free(option.label, near, pt_per_m)) continue;
      const double marks = marks_under(candidate, option.label, crowd, pt_per_m);
      if (marks > patience(candidate, step) || (best != nullptr && marks + option.detour >= least)) continue;
      least = marks + option.detour;
      best = &option;
    }
    if (best == nullptr) {
      still_waiting.push_back(index);
      continue;
    }
    grid.add(best->label, static_cast<std::uint32_t>(labels_.size()));
    labels_.push_back(best->label);
    labels_.back().from_pt_per_m = pt_per_m;
  }
  waiting_ = std::move(still_waiting);
}

std::vector<geo::MapPoint> LabelPlan::marks_at(double pt_per_m) const {
  const double m_per_pt = stack_spread(pt_per_m / fit_pt_per_m_) / pt_per_m;
  std::vector<geo::MapPoint> points;
  points.reserve(marks_.size());
  for (const LabelMark& mark : marks_) {
    points.push_back({mark.at.x_m + mark.aside_x_pt * m_per_pt, mark.at.y_m - mark.aside_y_pt * m_per_pt});
  }
  return points;
}

bool LabelPlan::is_cut(const PlannedLabel& label) const {
  if (fit_room_.is_empty()) return false;
  const geo::MapBounds box = covered(label.at, label.box, fit_pt_per_m_);
  return !fit_room_.contains({box.min_x_m, box.min_y_m}) || !fit_room_.contains({box.max_x_m, box.max_y_m});
}

void LabelPlan::plan_coarser_step(int step) {
  // Those of the step above, by their order; the first that leave room for one another stay.
  const double pt_per_m = step_scale(step), above_pt_per_m = step_scale(step + 1);
  Grid grid(pt_per_m);
  for (std::uint32_t i = 0; i < labels_.size(); ++i) {
    PlannedLabel& label = labels_[i];
    if (label.from_pt_per_m > above_pt_per_m || label.kind == LabelKind::kRegion) continue;
    if (!is_free(label, grid.near(label.at, label.box), pt_per_m)) continue;
    label.from_pt_per_m = pt_per_m;
    grid.add(label, i);
  }
}

bool LabelPlan::is_free(const PlannedLabel& label, const std::vector<std::uint32_t>& near, double pt_per_m) const {
  return std::all_of(near.begin(), near.end(), [&](std::uint32_t index) {
    const PlannedLabel& other = labels_[index];
    const Air air = air_between(label.kind, other.kind);
    return stay_apart(label.at, label.box.grown(air.x_pt, air.y_pt), other.at, other.box, pt_per_m);
  });
}

bool LabelPlan::is_by_its_own(const LabelCandidate& candidate, const LabelBox& box) {
  constexpr double kClearly_pt = 2.0;
  const auto away_pt = [&](double x_pt, double y_pt) {
    return std::hypot(x_pt - std::clamp(x_pt, box.left_pt, box.right_pt),
                      y_pt - std::clamp(y_pt, box.top_pt, box.bottom_pt));
  };
  const double own_pt = away_pt(candidate.aside_x_pt, candidate.aside_y_pt);
  for (std::uint32_t other = 0; other < std::min(candidate.stack_count, kMostApart); ++other) {
    const PixelPoint aside = stack_offset(other);
    const double x_pt = candidate.stack_spacing_pt * static_cast<double>(aside.x_px);
    const double y_pt = candidate.stack_spacing_pt * static_cast<double>(aside.y_px);
    const bool is_own = x_pt == candidate.aside_x_pt && y_pt == candidate.aside_y_pt;
    if (!is_own && away_pt(x_pt, y_pt) < own_pt + kClearly_pt) return false;
  }
  return true;
}

double LabelPlan::marks_under(const LabelCandidate& candidate, const PlannedLabel& label, const MarkCrowd& crowd,
                              double pt_per_m) const {
  double marks = crowd.in(covered(label.at, label.box.grown(kMarkReach_pt, kMarkReach_pt - 1.0), pt_per_m));
  const geo::MapBounds box = covered(label.at, label.box, pt_per_m);
  for (const FixedCircle& circle : circles_) {
    const bool is_own =
        candidate.kind == LabelKind::kAmount && circle.centre.x_m == label.at.x_m && circle.centre.y_m == label.at.y_m;
    if (is_own) continue;
    // A figure in the colour of its circle is not read where another's rim runs through it, now or from nearer.
    if (candidate.kind == LabelKind::kAmount) {
      if (!stays_outside(label.at, label.box, circle.centre, circle.radius_pt + kRimAir_pt, pt_per_m)) return kTooMany;
      continue;
    }
    const double x_m = circle.centre.x_m, y_m = circle.centre.y_m, radius_m = circle.radius_pt / pt_per_m;
    const double near_m =
        std::hypot(x_m - std::clamp(x_m, box.min_x_m, box.max_x_m), y_m - std::clamp(y_m, box.min_y_m, box.max_y_m));
    const double far_m =
        std::hypot(std::max(x_m - box.min_x_m, box.max_x_m - x_m), std::max(y_m - box.min_y_m, box.max_y_m - y_m));
    // A rim that runs through a text is worse than a ground that it stands on.
    if (near_m < radius_m) marks += far_m > radius_m ? 1.5 : 0.5;
  }
  return marks;
}

void LabelPlan::list_options(const LabelCandidate& candidate, double width_pt, double pt_per_m) {
  options_.clear();
  if (candidate.kind != LabelKind::kRegion) return list_sides(candidate, width_pt);
  constexpr double kOfRoom = 0.84;  // the name keeps off the borders
  constexpr double kLaterRoom = 0.5;
  const double half_height_pt = line_height_pt_ / 2.0;
  for (std::size_t i = 0; i < candidate.rooms.size(); ++i) {
    const RegionRoom& room = candidate.rooms[i];
    if (width_pt > kOfRoom * room.width_m * pt_per_m) continue;
    const LabelBox box{-width_pt / 2.0, -half_height_pt, width_pt / 2.0, half_height_pt};
    options_.push_back({{candidate.kind, candidate.layer, candidate.index, room.centre, box, LabelAlign::kCentre, 0.0},
                        kLaterRoom * static_cast<double>(i)});
  }
}

void LabelPlan::list_sides(const LabelCandidate& candidate, double width_pt) {
  const double height_pt = line_height_pt_, half_height_pt = height_pt / 2.0, half_width_pt = width_pt / 2.0;
  const auto add = [&](double from_mark_x_pt, double from_mark_y_pt, LabelAlign align, double detour) {
    const double left_pt = candidate.aside_x_pt + from_mark_x_pt, top_pt = candidate.aside_y_pt + from_mark_y_pt;
    const LabelBox box{left_pt, top_pt, left_pt + width_pt, top_pt + height_pt};
    if (candidate.stack_count > 1 && !is_by_its_own(candidate, box)) return;
    options_.push_back({{candidate.kind, candidate.layer, candidate.index, candidate.at, box, align, 0.0}, detour});
  };
  // In its own circle, above or below whatever mark stands in the middle.
  const double inside_pt = 0.42 * candidate.circle_pt;
  if (candidate.circle_pt > 0.0 &&
      std::hypot(half_width_pt + 2.0, inside_pt + half_height_pt - 3.0) < candidate.circle_pt) {
    add(-half_width_pt, inside_pt - half_height_pt, LabelAlign::kCentre, 0.0);
    add(-half_width_pt, -inside_pt - half_height_pt, LabelAlign::kCentre, 0.1);
  }
  constexpr double kFarther_pt = 9.0, kFartherCost = 1.1;
  const int distances = candidate.is_great ? 3 : candidate.kind == LabelKind::kPlace ? 2 : 1;
  for (int distance = 0; distance < distances; ++distance) {
    const double gap_pt = candidate.gap_pt + distance * kFarther_pt, lift_pt = 0.6 * gap_pt;
    const double detour = distance * kFartherCost;
    add(gap_pt, -half_height_pt, LabelAlign::kLeft, detour);
    add(-gap_pt - width_pt, -half_height_pt, LabelAlign::kRight, detour + 0.2);
    add(-half_width_pt, -gap_pt - height_pt + 2.0, LabelAlign::kCentre, detour + 0.3);
    add(-half_width_pt, gap_pt - 2.0, LabelAlign::kCentre, detour + 0.4);
    add(lift_pt, -lift_pt - height_pt + 2.0, LabelAlign::kLeft, detour + 0.5);
    add(lift_pt, lift_pt - 2.0, LabelAlign::kLeft, detour + 0.6);
    add(-lift_pt - width_pt, -lift_pt - height_pt + 2.0, LabelAlign::kRight, detour + 0.7);
    add(-lift_pt - width_pt, lift_pt - 2.0, LabelAlign::kRight, detour + 0.8);
  }
}

}  // namespace spreadmap::scene
