#include "scene/label_plans.h"

#include <cmath>

#include "scene/build_frame.h"
#include "scene/label_text.h"
#include "scene/stacks.h"

namespace spreadmap::scene {
namespace {

/// All marks, or an even sample where there are very many, and how many marks each stands for.
struct MarkSample {
  std::vector<LabelMark> marks;
  double weight = 1.0;
};

MarkSample sample_of(const SceneInputs& inputs) {
  constexpr std::size_t kMost = 40000;
  std::size_t count = 0;
  for (const auto& marks : inputs.geometry.marks) count += marks.size();
  const std::size_t stride = count / kMost + 1;
  MarkSample sample;
  sample.weight = static_cast<double>(stride);
  for (std::size_t layer = 0; layer < inputs.geometry.marks.size(); ++layer) {
    // A circle is told by its rim, not by its middle.
    if (inputs.exhibit.layers[layer].kind == exhibit::LayerKind::kSubsidies) continue;
    const auto& marks = inputs.geometry.marks[layer];
    const auto& order = inputs.geometry.spots[layer].order;
    const double spacing_pt = stack_spacing_pt(inputs.exhibit.layers[layer]);
    for (std::size_t row = 0; row < marks.size(); row += stride) {
      if (!std::isfinite(marks[row].x_m)) continue;
      const PixelPoint aside = stack_offset(order[row]);
      sample.marks.push_back(
          {marks[row], spacing_pt * static_cast<double>(aside.x_px), spacing_pt * static_cast<double>(aside.y_px)});
    }
  }
  return sample;
}

bool is_same(const geo::MapBounds& a, const geo::MapBounds& b) {
  return a.min_x_m == b.min_x_m && a.min_y_m == b.min_y_m && a.max_x_m == b.max_x_m && a.max_y_m == b.max_y_m;
}

bool is_same(const LabelView& a, const LabelView& b) {
  return a.fit_pt_per_m == b.fit_pt_per_m && a.text_scale == b.text_scale && is_same(a.fit_room, b.fit_room);
}

}  // namespace

struct LabelPlans::Entry {
  Key key;
  LabelPlan plan;
};

LabelPlans::LabelPlans() = default;
LabelPlans::LabelPlans(LabelPlans&&) noexcept = default;
LabelPlans& LabelPlans::operator=(LabelPlans&&) noexcept = default;
LabelPlans::~LabelPlans() = default;

LabelPlans::Entry& LabelPlans::entry(const SceneInputs& inputs, const Key& key) const {
  for (Entry& entry : entries_) {
    const Key& has = entry.key;
    if (has.language == key.language && is_same(has.view, key.view) && has.origin.x_m == key.origin.x_m &&
        has.origin.y_m == key.origin.y_m && is_same(has.bounds, key.bounds)) {
      return entry;
    }
  }
  constexpr std::size_t kMostPlans = 4;
  if (entries_.size() == kMostPlans) entries_.erase(entries_.begin());
  MarkSample sample = sample_of(inputs);
  constexpr double kLineHeight_em = 1.07;
  const double line_height_pt =
      kLineHeight_em * label_type(LabelKind::kPlace, inputs.theme, key.view.text_scale).size_pt;
  entries_.push_back({key, LabelPlan(label_candidates(inputs), label_circles(inputs), std::move(sample.marks),
                                     sample.weight, key.view.fit_pt_per_m, line_height_pt, key.view.fit_room)});
  return entries_.back();
}

const std::vector<PlannedLabel>& LabelPlans::labels(const SceneInputs& inputs, double pt_per_m,
                                                    const LabelView& view) const {
  const Key key{inputs.language.tag(), view, inputs.geometry.origin, inputs.geometry.fit.bounds};
  const auto measure = [&](const LabelCandidate& candidate) {
    const std::string text = label_text(inputs, candidate.kind, candidate.layer, candidate.index, candidate.figure);
    // Widths grow with the size, so those at one pixel a point are those in points.
    std::vector<Shape> no_shapes;
    TextList no_text;
    return Pen(inputs.fonts, 1.0, no_shapes, no_text)
        .width_pt(text, label_type(candidate.kind, inputs.theme, view.text_scale));
  };
  return entry(inputs, key).plan.up_to(pt_per_m, measure);
}

}  // namespace spreadmap::scene
