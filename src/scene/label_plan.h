#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "scene/label_box.h"
#include "scene/mark_crowd.h"
#include "scene/money.h"
#include "scene/region_rooms.h"

namespace spreadmap::scene {

/// An amount is the sum of one place's money, a count how many records one place holds.
enum class LabelKind : std::uint8_t { kRegion, kPlace, kAmount, kCount, kRecord };
enum class LabelAlign : std::uint8_t { kLeft, kCentre, kRight };

/// Something that may get a label, now or on any other day.
struct LabelCandidate {
  LabelKind kind = LabelKind::kPlace;
  std::uint32_t layer = 0;  ///< of amounts, counts and records
  std::uint32_t index = 0;  ///< of the region, the place, the spot of an amount or count, the record's row
  geo::MapPoint at = {};    ///< what the text stands beside
  double aside_x_pt = 0.0;  ///< where its mark stands, from there; y down
  double aside_y_pt = 0.0;
  std::uint32_t stack_count = 1;       ///< how many marks share its place; the text stands nearest to its own
  double stack_spacing_pt = 0.0;       ///< from one of them to the next
  double gap_pt = 0.0;                 ///< from the mark to the text, across
  double circle_pt = 0.0;              ///< radius of a circle that the text may stand in; 0: none
  double least_zoom = 0.0;             ///< never shown below
  double figure = 0.0;                 ///< of amounts and counts: the largest that it may say
  bool is_great = false;               ///< it would rather cover marks than be left out
  std::vector<RegionRoom> rooms = {};  ///< in place of `at`: where the name of a region may stand
};

/// A mark that no text should cover, and how far from its place it stands once those of one place stand apart; y down.
struct LabelMark {
  geo::MapPoint at;
  double aside_x_pt = 0.0, aside_y_pt = 0.0;
};

/// Where a label stands, and from which scale on it is there.
struct PlannedLabel {
  LabelKind kind = LabelKind::kPlace;
  std::uint32_t layer = 0, index = 0;
  geo::MapPoint at;
  LabelBox box;
  LabelAlign align = LabelAlign::kLeft;
  double from_pt_per_m = 0.0;
};

/// Which labels are shown where at each scale. Nothing in it depends on the day, the filter or the camera's place, so while time plays
/// no label moves; and a label that is there at one scale stands at the same side of its point at every finer one, without touching
/// another (consistent dynamic labelling: Been, Daiches, Yap, "Dynamic Map Labeling", IEEE TVCG 12, 2006). Whoever zooms in sees labels
/// come, never go.
///
/// Scales come in steps of half an octave. Going from coarse to fine, each step places what it can of the candidates that are left, in
/// their order. Steps are planned when they are first asked for.
class LabelPlan {
 public:
  /// The width of a candidate's text, in points.
  using Measure = std::function<double(const LabelCandidate&)>;

  /// `candidates` by priority. `circles`: no text is cut by one. `fit_pt_per_m`: the scale of zoom 1. `marks`: each stands for `mark_weight` of them.
  /// `fit_room`: what is in view at zoom 1, where no label should be cut; empty: that is not known.
  LabelPlan(std::vector<LabelCandidate> candidates, std::vector<FixedCircle> circles, std::vector<LabelMark> marks,
            double mark_weight, double fit_pt_per_m, double line_height_pt, geo::MapBounds fit_room = {});

  /// The labels that may be there at a scale or at a coarser one, each with the scale from which on it is.
  const std::vector<PlannedLabel>& up_to(double pt_per_m, const Measure& measure);

  /// The scale at which a step begins. Zoom 1 lies within step 0, a quarter of an octave above its beginning.
  [[nodiscard]] double step_scale(int step) const;

  /// How many places are considered at a step: at the fit only the largest, and each doubling of the zoom lets four times as many in.
  static std::uint32_t most_places(int step);

 private:
  struct Option {
    PlannedLabel label;
    double detour = 0.0;  ///< how much worse than the best side, in marks
  };
  class Grid;

  void plan_step(int step, const Measure& measure);
  void plan_coarser_step(int step);
  /// Where the marks stand at a scale.
  [[nodiscard]] std::vector<geo::MapPoint> marks_at(double pt_per_m) const;
  /// Whether the first view's room cuts it.
  [[nodiscard]] bool is_cut(const PlannedLabel& label) const;
  [[nodiscard]] bool is_free(const PlannedLabel& label, const std::vector<std::uint32_t>& near, double pt_per_m) const;
  /// Whether a text stands nearer to its own mark than to the others of its place.
  static bool is_by_its_own(const LabelCandidate& candidate, const LabelBox& box);
  [[nodiscard]] double marks_under(const LabelCandidate& candidate, const PlannedLabel& label, const MarkCrowd& crowd,
                                   double pt_per_m) const;
  void list_options(const LabelCandidate& candidate, double width_pt, double pt_per_m);
  void list_sides(const LabelCandidate& candidate, double width_pt);

  std::vector<LabelCandidate> candidates_;
  std::vector<FixedCircle> circles_;
  std::vector<LabelMark> marks_;
  double mark_weight_, fit_pt_per_m_, line_height_pt_;
  geo::MapBounds fit_room_;
  std::vector<double> widths_pt_;       ///< by candidate; negative: not measured
  std::vector<std::uint32_t> waiting_;  ///< candidates without a place, by priority
  std::vector<PlannedLabel> labels_;    ///< in the order in which they were placed
  int next_step_ = 0;
  std::vector<Option> options_;  ///< of the candidate at hand
};

}  // namespace spreadmap::scene
