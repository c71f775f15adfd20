#include "model/applied.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::model {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

// Two years in a second is faster than an eye can follow; a day in ten seconds slower than anyone waits.
constexpr double kLeastSpeed_d_per_s = 0.1;
constexpr double kMostSpeed_d_per_s = 730.0;

double clamped_speed(double days_per_s) {
  const double size = std::clamp(std::abs(days_per_s), kLeastSpeed_d_per_s, kMostSpeed_d_per_s);
  return std::copysign(size, days_per_s);
}

/// The playhead put at a position, at rest or playing on as before.
void seek(ViewState& view, const CommandContext& context, double position_d) {
  view.playback = time::sought(view.playback, context.story.axis().whole(), position_d, context.now_s);
  view.playhead_d = view.playback.anchor_playhead_d;
}

/// What the view plays: from where it was last put.
time::PlayRange playing(const ViewState& view, const CommandContext& context) {
  return context.story.axis().playing_from(view.playback.anchor_playhead_d);
}

/// A step goes to a whole day and stops playing: whoever steps wants to look.
void step_to(ViewState& view, const CommandContext& context, double position_d) {
  view.playback = time::paused(view.playback, playing(view, context), context.now_s);
  seek(view, context, std::floor(position_d));
}

void set_speed(ViewState& view, const CommandContext& context, double days_per_s) {
  view.playback = time::with_speed(view.playback, playing(view, context), clamped_speed(days_per_s), context.now_s);
}

void zoom_about(Camera& camera, const ZoomAbout& zoom) {
  const double new_zoom = std::clamp(camera.zoom * zoom.factor, kLeastZoom, kMostZoom);
  const double shrink = camera.zoom / new_zoom;
  camera.centre.x_m = zoom.anchor.x_m + (camera.centre.x_m - zoom.anchor.x_m) * shrink;
  camera.centre.y_m = zoom.anchor.y_m + (camera.centre.y_m - zoom.anchor.y_m) * shrink;
  camera.zoom = new_zoom;
}

void keep_within(Camera& camera, const geo::MapBounds& reach) {
  if (reach.is_empty()) return;
  camera.centre.x_m = std::clamp(camera.centre.x_m, reach.min_x_m, reach.max_x_m);
  camera.centre.y_m = std::clamp(camera.centre.y_m, reach.min_y_m, reach.max_y_m);
}

void move_layer(std::vector<std::size_t>& order, const MoveLayer& move) {
  const auto at = std::find(order.begin(), order.end(), move.layer);
  if (at == order.end()) return;
  const auto from = at - order.begin();
  const auto last = static_cast<std::ptrdiff_t>(order.size()) - 1;
  const auto to = std::clamp<std::ptrdiff_t>(from + move.steps, 0, last);
  if (to > from) std::rotate(at, at + 1, order.begin() + to + 1);
  if (to < from) std::rotate(order.begin() + to, at, at + 1);
}

/// What zoom 1 shows across; any length will do where the extent is not known, since a flight only needs one that stays.
double fit_width_m(const CommandContext& context) {
  constexpr double kAnyWidth_m = 1e6;
  return context.reach.is_empty() ? kAnyWidth_m : std::max(context.reach.width_m(), 1.0);
}

}  // namespace

ViewState applied(ViewState view, const ViewCommand& command, const CommandContext& context) {
  const DayAxis& axis = context.story.axis();
  const time::PlayRange whole = axis.whole();
  std::visit(
      Overloaded{
          [&](const TogglePlay&) {
            const time::PlayRange range = playing(view, context);
            view.playback = view.playback.playing ? time::paused(view.playback, range, context.now_s)
                                                  : time::played(view.playback, range, context.now_s);
            view.playhead_d = view.playback.anchor_playhead_d;
          },
          [&](const Seek& seek_to) { seek(view, context, seek_to.playhead_d); },
          [&](const StepDays& step) { step_to(view, context, std::floor(view.playhead_d) + step.days); },
          [&](const StepMonths& step) {
            step_to(view, context, axis.position_d(time::plus_months(axis.day_at(view.playhead_d), step.months)));
          },
          [&](const StepEvent& step) {
            step_to(view, context, context.selection.event_beside(view.playhead_d, step.direction));
          },
          [&](const GoToStart&) { step_to(view, context, whole.from_d); },
          [&](const GoToEnd&) { step_to(view, context, whole.to_d); },
          [&](const MultiplySpeed& speed) { set_speed(view, context, view.playback.speed_d_per_s * speed.factor); },
          [&](const SetSpeed& speed) { set_speed(view, context, speed.days_per_s); },
          [&](const ToggleLoop&) {
            view.playback = time::sought(view.playback, whole, view.playhead_d, context.now_s);
            view.playback.loops = !view.playback.loops;
          },
          [&](const PanBy& pan) {
            view.flight.reset();
            view.camera.centre.x_m += pan.x_m;
            view.camera.centre.y_m += pan.y_m;
            keep_within(view.camera, context.reach);
          },
          [&](const ZoomAbout& zoom) {
            view.flight.reset();
            zoom_about(view.camera, zoom);
            keep_within(view.camera, context.reach);
          },
          [&](const FitView&) {
            view.flight.reset();
            view.camera = context.fit;
          },
          [&](const FlyTo& fly) {
            Camera to = fly.to;
            to.zoom = std::clamp(to.zoom, kLeastZoom, kMostZoom);
            keep_within(to, context.reach);
            view.flight = flight_to(view.camera, to, fit_width_m(context), context.now_s);
          },
          [&](const SetLayerVisible& set) {
            if (set.layer < view.layers.size()) view.layers[set.layer].visible = set.visible;
          },
          [&](const SetLayerOpacity& set) {
            if (set.layer < view.layers.size() && std::isfinite(set.opacity)) {
              view.layers[set.layer].opacity = std::clamp(set.opacity, 0.0, 1.0);
            }
          },
          [&](const MoveLayer& move) { move_layer(view.layer_order, move); },
          [&](const SetLowConfidenceShown& set) {
            if (set.layer < view.layers.size()) view.layers[set.layer].shows_low_confidence = set.shown;
          },
          [&](const Pin& pin) {
            const auto& record = pin.record;
            const bool is_there = record && record->layer < context.story.layer_count() &&
                                  record->row < context.story.rows(record->layer).days.row_count();
            view.pinned = is_there ? record : std::nullopt;
          },
          [&](const SetKinds& set) {
            if (set.layer < view.layers.size()) view.layers[set.layer].kinds = set.kinds;
          },
          [&](const SetFilter& set) { view.filter = set.filter; },
          [&](const ClearFilter&) {
            view.filter = {};
            for (LayerView& layer : view.layers) layer.kinds.clear();
          },
      },
      command);
  return view;
}

ViewState advanced(ViewState view, const CommandContext& context) {
  if (view.flight) {
    view.camera = camera_at(*view.flight, fit_width_m(context), context.now_s);
    if (context.now_s >= view.flight->start_s + view.flight->length_s) view.flight.reset();
  }
  if (!view.playback.playing) return view;
  const time::PlayRange range = playing(view, context);
  view.playhead_d = time::playhead_at(view.playback, range, context.now_s);
  view.playback = time::advanced(view.playback, range, context.now_s);
  // Played into the film from before it begins: from here on it is the film that plays, and comes round.
  const bool is_in_film = context.story.axis().playing_from(view.playhead_d) != range;
  if (view.playback.playing && is_in_film) seek(view, context, view.playhead_d);
  return view;
}

}  // namespace spreadmap::model
