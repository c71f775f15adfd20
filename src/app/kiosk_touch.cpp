// What hands on a kiosk's glass do.
#include <algorithm>
#include <cmath>

#include "app/going.h"
#include "app/kiosk_mode.h"
#include "base/log.h"
#include "model/applied.h"
#include "scene/camera.h"
#include "scene/hit_test.h"

namespace spreadmap::app {
namespace {

// A mouse, or a pointer that stands for one finger: no touchscreen numbers its own like that.
constexpr Gestures::FingerId kPointer = -1;
// How long the staff hold a corner, and how large that is, of a control's side.
constexpr double kCorner_s = 4.0, kCorner = 1.3;
// How far beside a mark a finger still means it, mm.
constexpr double kTouchSlop_mm = 5.0;
constexpr float kLeastSlop_px = 18.0F;

}  // namespace

void KioskMode::take(const platform::InputEvent& event) {
  if (std::holds_alternative<platform::Exposed>(event)) {
    presenter_.forget();
    frames_owed_ = std::max(frames_owed_, kFramesAfterExposure);
  } else if (std::holds_alternative<platform::DisplaysChanged>(event)) {
    fill_display();
  } else if (const auto* down = std::get_if<platform::FingerDown>(&event)) {
    put_down(down->id, {down->x_px, down->y_px});
  } else if (const auto* moved = std::get_if<platform::FingerMoved>(&event)) {
    move(moved->id, {moved->x_px, moved->y_px});
  } else if (const auto* up = std::get_if<platform::FingerUp>(&event)) {
    lift(up->id);
  } else if (const auto* pressed = std::get_if<platform::PointerPressed>(&event)) {
    if (!pressed->is_secondary) put_down(kPointer, {pressed->x_px, pressed->y_px});
  } else if (const auto* pointed = std::get_if<platform::PointerMoved>(&event)) {
    move(kPointer, {pointed->x_px, pointed->y_px});
  } else if (std::holds_alternative<platform::PointerReleased>(event)) {
    lift(kPointer);
  }
  // Keys, and whoever asks a window to close, have no say here: only a signal and the PIN do.
}

void KioskMode::fill_display() {
  if (!options_.is_windowed) stage_.window().fill_display(options_.display.value_or(1) - 1);
}

bool KioskMode::is_in_corner(scene::PixelPoint at) const {
  const auto side_px = static_cast<float>(kCorner * sizes().control_px());
  return at.x_px < side_px && at.y_px < side_px;
}

void KioskMode::put_down(Gestures::FingerId finger, scene::PixelPoint at) {
  if (is_dark_) return;
  const bool was_counting = model::countdown_s(state_, times_, now_s()).has_value();
  if (!ghosts_.take(at, slop_px())) state_ = model::touched(std::move(state_), now_s());
  frames_owed_ = std::max(frames_owed_, 1);
  if (is_in_corner(at) && !corner_since_s_ && state_.sheet == model::KioskSheet::kNone) {
    corner_since_s_ = now_s();
    corner_finger_ = finger;
  }
  // What stops a countdown does nothing else: nobody saw what they touched.
  if (was_counting) return;
  if (const scene::KioskTarget* target = scene::target_at(targets_, at)) {
    // The last hand counts: an elbow on one control must not lock the others.
    if (target->action) press_ = Press{finger, *target, at, now_s()};
    return;
  }
  gestures_.put_down(finger, at, now_s());
}

void KioskMode::move(Gestures::FingerId finger, scene::PixelPoint to) {
  if (is_dark_) return;
  if (finger == corner_finger_ && corner_since_s_ && !is_in_corner(to)) corner_since_s_.reset();
  if (press_ && press_->finger == finger) {
    // What presses that long is nobody's finger, and presses nothing.
    if (now_s() - press_->since_s > Gestures::kStuck_s) return press_.reset();
    state_ = model::touched(std::move(state_), now_s());
    press_->at = to;
    frames_owed_ = std::max(frames_owed_, 1);
    return;
  }
  if (const auto gesture = gestures_.move(finger, to, now_s())) {
    state_ = model::touched(std::move(state_), now_s());
    carry_out(*gesture);
  }
}

void KioskMode::lift(Gestures::FingerId finger) {
  if (finger == corner_finger_) corner_since_s_.reset();
  if (press_ && press_->finger == finger) {
    const Press press = *press_;
    press_.reset();
    frames_owed_ = std::max(frames_owed_, 1);
    if (press.target.rect.contains(press.at)) act(*press.target.action);
    return;
  }
  if (const auto gesture = gestures_.lift(finger, now_s())) carry_out(*gesture);
}

void KioskMode::look_at_corner() {
  if (!corner_since_s_ || now_s() - *corner_since_s_ < kCorner_s) return;
  corner_since_s_.reset();
  gestures_.forget();
  // Without a PIN there is nothing to type.
  if (!pin_.is_set()) return;
  if (!state_.is_visited) begin_visit(opening_.language);
  pin_failed_ = false;
  change(model::OpenSheet{model::KioskSheet::kPin});
}

void KioskMode::carry_out(const Gesture& gesture) {
  if (!state_.is_visited) {
    // Any touch begins: a tap, or a hand that has gone over the glass.
    if (std::holds_alternative<Tapped>(gesture) || std::holds_alternative<LetGo>(gesture))
      begin_visit(opening_.language);
    return;
  }
  if (const auto* tap = std::get_if<Tapped>(&gesture)) return tap_picture(tap->at);
  if (const auto* drag = std::get_if<Dragged>(&gesture)) return drag_picture(*drag);
  if (std::holds_alternative<LetGo>(gesture)) {
    if (plays_on_) change_view(model::TogglePlay{});
    plays_on_ = drags_strip_ = false;
    return;
  }
  const scene::Frame& frame = stage_.frame();
  if (const auto* pinch = std::get_if<Pinched>(&gesture)) {
    const geo::MapPoint from_m = scene::map_from_pixel(pinch->from, frame.map),
                        to_m = scene::map_from_pixel(pinch->to, frame.map);
    change_view(model::ZoomAbout{from_m, pinch->factor});
    change_view(model::PanBy{(from_m.x_m - to_m.x_m) / pinch->factor, (from_m.y_m - to_m.y_m) / pinch->factor});
  } else if (const auto* time = std::get_if<TimeDragged>(&gesture)) {
    if (view_.playback.playing) {
      plays_on_ = true;
      change_view(model::TogglePlay{});
    }
    change_view(model::Seek{view_.playhead_d + scene::strip_days(frame, time->right_px)});
  }
}

void KioskMode::drag_picture(const Dragged& drag) {
  const scene::Frame& frame = stage_.frame();
  const scene::HitTarget began_on = scene::hit(frame, drag.began);
  if (began_on == scene::HitTarget::kStrip || began_on == scene::HitTarget::kAxisLabels || drags_strip_) {
    if (!drags_strip_ && view_.playback.playing) {
      plays_on_ = true;
      change_view(model::TogglePlay{});
    }
    drags_strip_ = true;
    return change_view(model::Seek{scene::strip_position_d(frame, drag.to.x_px)});
  }
  if (began_on != scene::HitTarget::kMap) return;
  // The point under the finger stays under it.
  const geo::MapPoint from_m = scene::map_from_pixel(drag.from, frame.map),
                      to_m = scene::map_from_pixel(drag.to, frame.map);
  change_view(model::PanBy{from_m.x_m - to_m.x_m, from_m.y_m - to_m.y_m});
}

void KioskMode::tap_picture(scene::PixelPoint at) {
  const scene::Frame& frame = stage_.frame();
  preface_.clear();
  const float slop_px = std::max(static_cast<float>(kTouchSlop_mm * sizes().px_per_mm), kLeastSlop_px);
  if (const auto milestone = scene::milestone_at(frame, at, slop_px))
    return change_view(model::PinMilestone{milestone});
  switch (scene::hit(frame, at)) {
    case scene::HitTarget::kStrip:
    case scene::HitTarget::kAxisLabels:
      return change_view(model::Seek{scene::strip_position_d(frame, at.x_px)});
    case scene::HitTarget::kMap:
      if (!pick_index_) pick_index_.emplace(sheet().geometry);
      return change_view(model::Pin{scene::record_at(stage_.inputs(view_), view_, frame, *pick_index_, at, slop_px)});
    default:
      return change_view(model::Pin{});
  }
}

void KioskMode::act(const scene::KioskAction& action) {
  if (const auto* command = std::get_if<model::KioskCommand>(&action)) return change(*command);
  if (std::holds_alternative<scene::TogglePlayback>(action)) return change_view(model::TogglePlay{});
  if (const auto* speak = std::get_if<scene::SpeakLanguage>(&action)) {
    if (!state_.is_visited) return begin_visit(speak->tag);
    found_typed_.clear();
    return change_view(model::SetLanguage{speak->tag});
  }
  if (std::holds_alternative<scene::CloseCard>(action)) return change_view(model::Pin{});
  if (const auto* found = std::get_if<scene::ChooseFound>(&action)) return choose_found(found->index);
  if (std::holds_alternative<scene::EnterPin>(action)) enter_pin();
}

void KioskMode::enter_pin() {
  if (pin_.opens(state_.typed, now_s())) {
    wish_ = ModeWish::kQuit;
    return;
  }
  change(model::OpenSheet{model::KioskSheet::kPin});
  pin_failed_ = true;
}

void KioskMode::show_record(model::RecordRef record) {
  for (const model::ViewCommand& command : to_show(stage_, view_, record)) change_view(command);
}

model::FlyTo KioskMode::to_seen(geo::MapPoint point, std::optional<geo::MapPoint> beside) {
  model::FlyTo flight = to_place(sheet(), view_, point, beside);
  const scene::KioskSizes measures = sizes();
  if (!view_.pinned || measures.is_tall()) return flight;
  // A card beside which next to nothing of the map is left may as well lie on it.
  constexpr double kMostOfMap = 0.7;
  const scene::PixelRect& room = stage_.frame().map_room;
  const double card_px = measures.card_width_px();
  if (card_px > kMostOfMap * static_cast<double>(room.width_px())) return flight;
  const scene::MapView seen = scene::map_view(flight.to, sheet().geometry.fit, room, px_per_pt_);
  flight.to.centre.x_m += 0.5 * card_px / seen.px_per_m;
  return flight;
}

void KioskMode::choose_found(std::size_t index) {
  if (!finder_) return;
  const auto target = finder_->target(index, sheet());
  change(model::CloseSheet{});
  preface_.clear();
  if (!target) return;
  // Whoever reads an answer wants it to stay.
  if (view_.playback.playing) change_view(model::TogglePlay{});
  const language::Language& language = stage_.language(view_.language);
  const auto said_of = [&](model::RecordRef record) {
    const data::PointTable& table = stage_.world().tables.layers[record.layer];
    return language.filled("{}: on this map from {} on.", std::string(table.name[record.row]),
                           language.long_interval(table.first_day[record.row]));
  };
  if (target->record) {
    show_record(*target->record);
    preface_ = said_of(*target->record);
    if (target->point) change_view(to_seen(*target->point));
    return;
  }
  if (!target->point) return;
  std::optional<geo::MapPoint> beside;
  if (const auto answer = answer_for(stage_, view_, *target->place, target->name)) {
    show_record(answer->record);
    preface_ = answer->is_of_town ? said_of(answer->record) : answer->preface;
    beside = sheet().geometry.marks[answer->record.layer][answer->record.row];
  }
  change_view(to_seen(*target->point, beside));
}

}  // namespace spreadmap::app
