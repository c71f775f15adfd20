#include "app/flash_bound.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/export_still.h"
#include "app/flashes.h"
#include "scene/money.h"

namespace spreadmap::app {
namespace {

/// What of a frame is needed to tell.
struct Moment {
  double playhead_d = 0.0;
  bool is_same = false;     ///< as the frame before
  bool only_plays = false;  ///< as the frame before but for the day and what follows from it
};

bool only_time_differs(model::ViewState a, const model::ViewState& b) {
  a.playhead_d = b.playhead_d;
  return a == b;
}

std::vector<Moment> moments_of(const FilmPlan& plan) {
  std::vector<Moment> moments;
  moments.reserve(static_cast<std::size_t>(plan.frame_count()));
  model::ViewState before;
  for (int frame = 0; frame < plan.frame_count(); ++frame) {
    model::ViewState view = plan.view_at(frame);
    const bool is_first = frame == 0;
    moments.push_back({view.playhead_d, !is_first && view == before, !is_first && only_time_differs(before, view)});
    before = std::move(view);
  }
  return moments;
}

/// At most so many square points a record of the layer may change while so many days pass, as a mark that comes or goes and as a ring that moves
/// on; infinite where that is not known. `all_usd`: all amounts of the layer together.
double changed_by_each_pt2(const exhibit::LayerSpec& spec, double days, double all_usd) {
  constexpr double kPi = std::numbers::pi, kRingLine_pt = 3.0;
  const style::LayerStyle& style = spec.style;
  // No circle is larger than one of everything would be.
  const double mark_pt = spec.kind == exhibit::LayerKind::kSubsidies
                             ? std::max(scene::kUnknownAmountRadiusPt, scene::money_radius_pt(style, all_usd))
                             : style.radius_pt;
  const double mark_pt2 = kPi * mark_pt * mark_pt;
  if (style.ring_days <= 0.0 || spec.kind == exhibit::LayerKind::kSubsidies) return mark_pt2;
  const double far_pt = std::max(style.ring_to_pt, style.ring_from_pt);
  const double moved_pt = std::abs(style.ring_to_pt - style.ring_from_pt) / style.ring_days * days + kRingLine_pt;
  return mark_pt2 + std::min(kPi * far_pt * far_pt, 2.0 * kPi * far_pt * moved_pt);
}

/// So many square points may change while the playhead goes from one position to the other, counted once for each change.
double changed_pt2(Stage& stage, const model::ViewState& view, double from_d, double to_d) {
  const World& world = stage.world();
  const model::Selection& selection = stage.select(view);
  double changed = 0.0;
  for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
    if (!view.layers[layer].visible) continue;
    const exhibit::LayerSpec& spec = world.exhibit.layers[layer];
    // Of areas and surfaces anything may change.
    if (!exhibit::has_records(spec.kind)) return std::numeric_limits<double>::infinity();
    const model::LayerIndex& index = selection.layer(layer);
    const double since_d = from_d - std::max(spec.style.ring_days, 1.0);
    // Whose ring may still spread, or whose day is open; and whose end, or whose window's end, has come.
    const int looks_back = static_cast<int>(std::ceil(to_d) - std::floor(since_d)) + 1;
    const double records = index.began_in_last(to_d, looks_back).possible +
                           static_cast<double>(index.ended(to_d) - index.ended(since_d)) +
                           static_cast<double>(index.gone(to_d) - index.gone(since_d));
    const double all_usd = index.amount(world.story->axis().whole().to_d).possible_usd;
    // A ring comes over a place and leaves it.
    constexpr double kChangesEach = 2.0;
    if (records > 0.0) changed += kChangesEach * records * changed_by_each_pt2(spec, to_d - from_d, all_usd);
  }
  return changed;
}

}  // namespace

std::vector<bool> calm_frames(Stage& stage, const FilmPlan& plan, const ExportOptions& options) {
  const std::vector<Moment> moments = moments_of(plan);
  const int count = plan.frame_count();
  const int second = std::max(1, static_cast<int>(std::ceil(static_cast<double>(options.fps_num) / options.fps_den)));
  const double px_per_pt = picture_of(options).px_per_pt;
  const double picture_pt2 = options.size.width_px / px_per_pt * options.size.height_px / px_per_pt;
  // Of the quarter of a block the greater part is left to figures that run: the counter's ink is the largest.
  constexpr double kBlock = 1.0 / 9.0, kQuarter = 0.25, kLeftToMarks = 0.3;
  const double bearable_pt2 = 2.0 * (FlashAnalysis::kMostFlashes + 1) * kQuarter * kBlock * kLeftToMarks * picture_pt2;
  // Since when nothing but time has gone on, and how long it will.
  std::vector<int> since(moments.size(), 0);
  for (int i = 1; i < count; ++i) {
    since[static_cast<std::size_t>(i)] =
        moments[static_cast<std::size_t>(i)].only_plays ? since[static_cast<std::size_t>(i) - 1] : i;
  }
  std::vector<bool> calm(moments.size(), false);
  model::ViewState view;
  int view_since = -1;  // its layers and filter are those of all of its stretch
  for (int i = 1; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    if (moments[at].is_same) {
      calm[at] = true;
      continue;
    }
    const int first = std::max(0, i - second), last = std::min(count - 1, i + second);
    if (since[static_cast<std::size_t>(last)] > first) continue;
    const auto [low, high] = std::minmax(moments[static_cast<std::size_t>(first)].playhead_d,
                                         moments[static_cast<std::size_t>(last)].playhead_d);
    if (view_since != since[at]) {
      view_since = since[at];
      view = plan.view_at(i);
    }
    calm[at] = changed_pt2(stage, view, low, high) <= bearable_pt2;
  }
  return calm;
}

}  // namespace spreadmap::app
