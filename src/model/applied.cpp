#include "model/applied.h"

#include <algorithm>
#include <cmath>

#include "model/strip_view.h"
#include "time/easing.h"

namespace spreadmap::model {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

// WCAG 2.1, 1.4.4 asks for twice the size; whoever sees little wants more.

double clamped_speed(double days_per_s) {
  const double size = std::clamp(std::abs(days_per_s), kLeastSpeed_d_per_s, kMostSpeed_d_per_s);
  return std::copysign(size, days_per_s);
}

/// Whoever moves in time sees where.
void follow_playhead(ViewState& view, const DayAxis& axis) {
  if (view.strip) view.strip = followed_strip(*view.strip, axis.whole(), view.playhead_d);
}

/// The playhead put at a position, at rest or playing on as before; while a stretch is played it stays within.
void seek(ViewState& view, const CommandContext& context, double position_d) {
  const time::PlayRange whole = context.story.axis().whole();
  const time::PlayRange range = view.playback.playing ? view.stretch.value_or(whole) : whole;
  view.playback = time::sought(view.playback, range, position_d, context.now_s);
  view.playhead_d = view.playback.anchor_playhead_d;
  follow_playhead(view, context.story.axis());
}

/// The playback as it runs: a stretch always comes round.
time::Playback running(const ViewState& view) {
  time::Playback playback = view.playback;
  playback.loops = playback.loops || view.stretch.has_value();
  return playback;
}

void take_over(ViewState& view, time::Playback playback) {
  playback.loops = view.playback.loops;
  view.playback = playback;
}

/// A step goes to a whole day and stops playing: whoever steps wants to look.
void step_to(ViewState& view, const CommandContext& context, double position_d) {
  take_over(view, time::paused(running(view), course_of(context.story, view), context.now_s));
  seek(view, context, std::floor(position_d));
}

void toggle_play(ViewState& view, const CommandContext& context) {
  if (view.playback.playing) {
    take_over(view, time::paused(running(view), course_of(context.story, view), context.now_s));
  } else {
    // From outside a stretch it begins where the stretch does.
    if (view.stretch && !view.stretch->contains(view.playhead_d)) {
      seek(view, context, view.playback.speed_d_per_s < 0.0 ? view.stretch->to_d : view.stretch->from_d);
    }
    take_over(view, time::played(running(view), course_of(context.story, view), context.now_s));
  }
  view.playhead_d = view.playback.anchor_playhead_d;
  follow_playhead(view, context.story.axis());
}

/// Another speed, direction or pace, from where the playhead stands.
void set_speed(ViewState& view, const CommandContext& context, double days_per_s) {
  take_over(view,
            time::with_speed(running(view), course_of(context.story, view), clamped_speed(days_per_s), context.now_s));
}

/// Before what is played changes: playing goes on from where the playhead stands.
void anchor_here(ViewState& view, const CommandContext& context) {
  view.playback = time::sought(view.playback, context.story.axis().whole(), view.playhead_d, context.now_s);
}

void set_stretch(ViewState& view, const CommandContext& context, std::optional<time::PlayRange> stretch) {
  const time::PlayRange whole = context.story.axis().whole();
  if (stretch) {
    stretch->from_d = std::clamp(std::floor(stretch->from_d), whole.from_d, whole.to_d);
    stretch->to_d = std::clamp(std::floor(stretch->to_d), whole.from_d, whole.to_d);
    if (stretch->to_d - stretch->from_d < 1.0) return;
  }
  anchor_here(view, context);
  view.stretch = stretch;
  if (view.playback.playing) seek(view, context, view.playhead_d);
}

void mark_stretch(ViewState& view, const CommandContext& context, StretchEnd end) {
  const DayAxis& axis = context.story.axis();
  const double here_d = std::floor(view.playhead_d);
  time::PlayRange stretch = view.stretch.value_or(axis.playing_from(here_d));
  double& marked_d = end == StretchEnd::kFrom ? stretch.from_d : stretch.to_d;
  if (view.stretch && marked_d == here_d) return set_stretch(view, context, std::nullopt);
  marked_d = here_d;
  const bool is_turned = stretch.to_d <= stretch.from_d;
  if (is_turned && end == StretchEnd::kFrom) stretch.to_d = axis.whole().to_d;
  if (is_turned && end == StretchEnd::kTo) stretch.from_d = axis.playing_from(here_d - 1.0).from_d;
  set_stretch(view, context, stretch);
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

void move_layer(std::vector<std::size_t>& order, std::size_t ground_layers, const MoveLayer& move) {
  const auto at = std::find(order.begin(), order.end(), move.layer);
  if (at == order.end()) return;
  const auto from = at - order.begin();
  // Within the ground, or above it.
  const auto ground_end = static_cast<std::ptrdiff_t>(ground_layers);
  const bool is_ground = from < ground_end;
  const std::ptrdiff_t least = is_ground ? 0 : ground_end;
  const std::ptrdiff_t most = (is_ground ? ground_end : static_cast<std::ptrdiff_t>(order.size())) - 1;
  const auto to = std::clamp<std::ptrdiff_t>(from + move.steps, least, most);
  if (to > from) std::rotate(at, at + 1, order.begin() + to + 1);
  if (to < from) std::rotate(order.begin() + to, at, at + 1);
}

/// What zoom 1 shows across; any length will do where the extent is not known, since a flight only needs one that stays.
double fit_width_m(const CommandContext& context) {
  constexpr double kAnyWidth_m = 1e6;
  if (context.fit_width_m > 0.0) return context.fit_width_m;
  return context.reach.is_empty() ? kAnyWidth_m : std::max(context.reach.width_m(), 1.0);
}

/// On the way to another camera of the same plane; at once where motion is reduced.
void start_flight(ViewState& view, const CommandContext& context, const Camera& to) {
  view.flight.reset();
  if (view.looks.reduces_motion) {
    view.camera = to;
  } else {
    view.flight = flight_to(view.camera, to, fit_width_m(context), context.now_s);
  }
}

/// The camera in the plane of another CRS, the marks gliding there.
void set_crs(ViewState& view, const CommandContext& context, const std::string& crs, const Camera& camera) {
  const ViewState before = view;
  view.flight.reset();
  view.crs = crs;
  view.camera = camera;
  view = glided(std::move(view), before, context.now_s);
}

}  // namespace

ViewState applied(ViewState view, const ViewCommand& command, const CommandContext& context) {
  const DayAxis& axis = context.story.axis();
  const time::PlayRange whole = axis.whole();
  std::visit(
      Overloaded{
          [&](const TogglePlay&) { toggle_play(view, context); },
          [&](const Seek& seek_to) { seek(view, context, seek_to.playhead_d); },
          [&](const GoToDay& to) { step_to(view, context, to.playhead_d); },
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
          [&](const FitSeconds& fit) {
            if (!(fit.seconds > 0.0)) return;
            set_speed(view, context, std::copysign(axis.film().length_d() / fit.seconds, view.playback.speed_d_per_s));
          },
          [&](const TurnRound&) { set_speed(view, context, -view.playback.speed_d_per_s); },
          [&](const ToggleLoop&) {
            anchor_here(view, context);
            view.playback.loops = !view.playback.loops;
          },
          [&](const ToggleDirector&) {
            anchor_here(view, context);
            view.playback.is_directed = !view.playback.is_directed;
          },
          [&](const SetStretch& set) { set_stretch(view, context, set.stretch); },
          [&](const MarkStretch& mark) { mark_stretch(view, context, mark.end); },
          [&](const ZoomStrip& zoom) {
            view.strip =
                zoomed_strip(shown_strip(view, axis), whole, zoom.anchor_d.value_or(view.playhead_d), zoom.factor);
          },
          [&](const PanStrip& pan) { view.strip = panned_strip(shown_strip(view, axis), whole, pan.days); },
          [&](const PageStrip& page) {
            const time::PlayRange shown = shown_strip(view, axis);
            view.strip = panned_strip(shown, whole, page.share * shown.length_d());
          },
          [&](const FitStrip&) { view.strip.reset(); },
          [&](const ToggleWipe&) {
            const double year_before_d = axis.position_d(time::plus_months(axis.day_at(view.playhead_d), -12));
            view.wipe = view.wipe ? std::nullopt : std::optional(Wipe{std::max(year_before_d, whole.from_d)});
          },
          [&](const SetWipeShare& set) {
            if (view.wipe) view.wipe->share = std::clamp(set.share, 0.0, 1.0);
          },
          [&](const MoveWipe& move) {
            if (view.wipe) view.wipe->share = std::clamp(view.wipe->share + move.share, 0.0, 1.0);
          },
          [&](const SetWipeDay& set) {
            if (!view.wipe) return;
            view.wipe->left_d = std::clamp(std::floor(set.left_d.value_or(view.playhead_d)), whole.from_d, whole.to_d);
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
            start_flight(view, context, to);
          },
          [&](const SetCrs& set) { set_crs(view, context, set.crs, set.camera); },
          [&](const ShowView& show) {
            const ViewState& to = *show.view;
            view.pinned.reset();
            view.pinned_milestone.reset();
            view.layers = to.layers;
            view.layer_order = to.layer_order;
            view.filter = to.filter;
            view.graticule = to.graticule;
            view.scale_bar = to.scale_bar;
            view.stretch = to.stretch;
            view.wipe = to.wipe;
            step_to(view, context, to.playhead_d);
            view.strip = to.strip;
            if (to.crs == view.crs) {
              start_flight(view, context, to.camera);
            } else {
              set_crs(view, context, to.crs, to.camera);
            }
          },
          [&](const ToggleGraticule&) { view.graticule = !view.graticule; },
          [&](const ToggleScaleBar&) { view.scale_bar = !view.scale_bar; },
          [&](const SetLayerVisible& set) {
            if (set.layer < view.layers.size()) view.layers[set.layer].visible = set.visible;
          },
          [&](const SetLayerOpacity& set) {
            if (set.layer < view.layers.size() && std::isfinite(set.opacity)) {
              view.layers[set.layer].opacity = std::clamp(set.opacity, 0.0, 1.0);
            }
          },
          [&](const MoveLayer& move) { move_layer(view.layer_order, context.story.ground_layer_count(), move); },
          [&](const SetLowConfidenceShown& set) {
            if (set.layer < view.layers.size()) view.layers[set.layer].shows_low_confidence = set.shown;
          },
          [&](const SetWindow& set) {
            constexpr int kMost_d = 3660;
            if (set.layer < view.layers.size()) view.layers[set.layer].window_days = std::clamp(set.days, 0, kMost_d);
          },
          [&](const Pin& pin) {
            const auto& record = pin.record;
            const bool is_there = record && record->layer < context.story.layer_count() &&
                                  (context.story.is_ground(record->layer) ||
                                   record->row < context.story.rows(record->layer).days.row_count());
            view.pinned = is_there ? record : std::nullopt;
            view.pinned_milestone.reset();
          },
          [&](const PinMilestone& pin) {
            view.pinned.reset();
            view.pinned_milestone = pin.milestone;
          },
          [&](const SetKinds& set) {
            if (set.layer < view.layers.size()) view.layers[set.layer].kinds = set.kinds;
          },
          [&](const SetFilter& set) { view.filter = set.filter; },
          [&](const ClearFilter&) {
            view.filter = {};
            for (LayerView& layer : view.layers) layer.kinds.clear();
          },
          [&](const SetLanguage& set) { view.language = set.language; },
          [&](const SetTheme& set) { view.looks.theme = set.theme; },
          [&](const SetVision& set) { view.looks.seen_with = set.seen_with; },
          [&](const MultiplyTextScale& scale) {
            if (std::isfinite(scale.factor)) {
              view.looks.text_scale = std::clamp(view.looks.text_scale * scale.factor, 1.0, kMostTextScale);
            }
          },
          [&](const SetReducedMotion& set) { view.looks.reduces_motion = set.reduced; },
      },
      command);
  return view;
}

ViewState glided(ViewState to, const ViewState& from, double now_s) {
  to.glide.reset();
  if (to.looks.reduces_motion) return to;
  if (!from.glide) {
    if (to.crs != from.crs) to.glide = CrsGlide{from.crs, from.camera, now_s};
    return to;
  }
  const CrsGlide& under_way = *from.glide;
  const double done = std::clamp((now_s - under_way.start_s) / under_way.length_s, 0.0, 1.0);
  if (to.crs == from.crs) {
    to.glide = under_way;
    to.glide->then.reset();
  } else if (to.crs == under_way.from_crs && to.camera == under_way.from_camera) {
    // As far on its way back as it was from its end: the curve is the same from either.
    to.glide = CrsGlide{from.crs, from.camera, now_s - (1.0 - done) * kCrsGlide_s, time::eased(1.0 - done)};
  } else {
    constexpr double kHaste = 3.0;
    const double length_s = std::min(under_way.length_s, kCrsGlide_s / kHaste);
    const CrsView then{to.crs, to.camera};
    to.crs = from.crs;
    to.camera = from.camera;
    to.flight.reset();
    to.glide =
        CrsGlide{under_way.from_crs, under_way.from_camera, now_s - done * length_s, time::eased(done), length_s, then};
  }
  return to;
}

ViewState arrived(ViewState view) {
  if (view.glide && view.glide->then) {
    view.crs = view.glide->then->crs;
    view.camera = view.glide->then->camera;
    view.flight.reset();
  }
  view.glide.reset();
  return view;
}

ViewState advanced(ViewState view, const CommandContext& context) {
  if (view.glide) {
    const double share = std::max(0.0, (context.now_s - view.glide->start_s) / view.glide->length_s);
    view.glide->share = time::eased(std::min(share, 1.0));
    if (share >= 1.0) {
      ViewState there = view;
      there.glide.reset();
      view = glided(arrived(std::move(view)), there, context.now_s);
    }
  }
  if (view.flight) {
    view.camera = camera_at(*view.flight, fit_width_m(context), context.now_s);
    if (context.now_s >= view.flight->start_s + view.flight->length_s) view.flight.reset();
  }
  if (!view.playback.playing) return view;
  const time::Course course = course_of(context.story, view);
  view.playhead_d = time::playhead_at(running(view), course, context.now_s);
  take_over(view, time::advanced(running(view), course, context.now_s));
  // Played into the film from before it begins: from here on it is the film that plays, and comes round.
  const bool is_in_film = !view.stretch && context.story.axis().playing_from(view.playhead_d) != course.range();
  if (view.playback.playing && is_in_film) seek(view, context, view.playhead_d);
  follow_playhead(view, context.story.axis());
  return view;
}

}  // namespace spreadmap::model
