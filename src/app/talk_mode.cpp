#include "app/talk_mode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/log.h"
#include "exhibit/exhibit.h"
#include "platform/clock.h"
#include "scene/layout.h"

namespace spreadmap::app {
namespace {

// How often the speaker's window shows the wall while it moves: enough to see where it is, and little of the wall's time.
constexpr double kMirror_s = 0.1;

// Small type of a wall is read from the last row, eight times as far away as the picture is high: a cue's words are then 30 px of 1080, under which
// the eye sees about what it sees of a newspaper's text at arm's length.
constexpr double kWallText = 1.5;

}  // namespace

TalkMode::TalkMode(Stage& stage, const Places& places, const ExploreOptions& options, const Keymap& keymap,
                   model::ViewState opening)
    : stage_(stage),
      places_(places),
      options_(options),
      keymap_(keymap),
      opening_(std::move(opening)),
      report_(options.controls) {}

Result<std::unique_ptr<TalkMode>> TalkMode::create(Stage& stage, const Places& places, const ExploreOptions& options,
                                                   const Keymap& keymap, const model::ViewState& seen) {
  auto opening = stage.opening_view(options.common);
  if (!opening) return tl::unexpected(opening.error());
  opening->crs = seen.crs;
  std::unique_ptr<TalkMode> talk(new TalkMode(stage, places, options, keymap, std::move(*opening)));
  talk->state_.place = model::talk_at(0);
  if (auto fitted = talk->fit_window(); !fitted) return tl::unexpected(fitted.error());
  return talk;
}

void TalkMode::enter(const model::ViewState& seen) {
  wish_ = ModeWish::kStay;
  opening_.language = seen.language;
  opening_.looks = seen.looks;
  opening_.looks.text_scale = std::max(seen.looks.text_scale, kWallText);
  state_.place = model::talk_at(state_.place.cue);
  state_.typed.clear();
  pointer_.move(platform::now_s());
  is_pointer_beside_ = false;
  frames_owed_ = kFramesAfterExposure;
  presenter_.forget();
  if (started_s_ == 0.0) started_s_ = platform::now_s();
  report_.forget();
  take_displays();
  // With two displays the notes have the one that the wall has not.
  if (stage_.window().display_count() > 1) open_speaker_window();
}

model::ViewState TalkMode::leave() {
  speaker_.reset();
  state_.curtain = model::Curtain::kNone;
  // Who comes back with F5 shows the picture first: a light that was left on, and would come where the mouse lies by chance, is an accident.
  state_.spotlight = model::turned(state_.spotlight, false, platform::now_s(), true);
  is_pointer_shown_ = true;
  platform::GlWindow::show_pointer(true);
  model::ViewState view = view_at(opening_, track_->rest(state_.place.cue));
  view.cue.reset();
  return view;
}

void TalkMode::drop_gl() {
  if (speaker_) speaker_->drop_gl();
  must_mirror_ = true;
  presenter_.forget();
  frames_owed_ = kFramesAfterExposure;
}

double TalkMode::px_per_pt() const { return scene::px_per_pt_of(size_, 0.0); }

Result<void> TalkMode::fit_window() {
  const scene::SizePx size = picture_size(stage_.window());
  if (track_ && size == size_ && cues_version_ == stage_.cues_version()) return {};
  size_ = size;
  cues_version_ = stage_.cues_version();
  auto track = cue_track_of(stage_, places_, {.size = size, .px_per_pt = px_per_pt()}, opening_);
  if (!track) return tl::unexpected(track.error());
  track_ = std::move(*track);
  if (speaker_) speaker_->forget_pictures();
  // What was on its way was on the way to another picture.
  state_.place = model::talk_at(std::min(state_.place.cue, track_->stops().size() - 1));
  frames_owed_ = kFramesAfterExposure;
  return {};
}

model::ViewState TalkMode::view_now() const {
  const double now_s = platform::now_s();
  model::ViewState view = view_at(opening_, model::moment_of(*track_, state_.place, now_s));
  view.spotlight = model::seen_of(state_.spotlight, now_s);
  return view;
}

bool TalkMode::is_moving(double now_s) const {
  return model::is_under_way(*track_, state_.place, now_s) || model::is_fading(state_.spotlight, now_s);
}

std::optional<double> TalkMode::timeout_s() const {
  const double now_s = platform::now_s();
  if (frames_owed_ > 0 || is_moving(last_frame_s_)) return std::max(0.0, last_frame_s_ + kFramePause_s - now_s);
  std::optional<double> waits_s = is_pointer_shown_ && !is_pointer_beside_ ? pointer_.shown_s(now_s) : std::nullopt;
  if (speaker_) {
    // The next second of the talk, or where the light has gone since the notes showed it.
    const double lasted_s = now_s - started_s_;
    double notes_s = std::floor(lasted_s) + 1.0 - lasted_s;
    if (must_mirror_) notes_s = std::min(notes_s, std::max(0.0, last_mirrored_s_ + kMirror_s - now_s));
    waits_s = std::min(waits_s.value_or(notes_s), notes_s);
  }
  return waits_s;
}

void TalkMode::take(const platform::InputEvent& event) {
  if (std::holds_alternative<platform::Exposed>(event)) {
    presenter_.forget();
    frames_owed_ = kFramesAfterExposure;
  } else if (std::holds_alternative<platform::DisplaysChanged>(event)) {
    take_displays();
  } else if (std::holds_alternative<platform::QuitAsked>(event) ||
             (speaker_ && std::holds_alternative<platform::CloseAsked>(event))) {
    wish_ = ModeWish::kQuit;
  } else if (const auto* key = std::get_if<platform::KeyPressed>(&event)) {
    if (const auto command = command_of(keymap_, key->chord)) carry_out(*command);
  } else if (const auto* pressed = std::get_if<platform::PointerPressed>(&event)) {
    point_at({pressed->x_px, pressed->y_px});
    press(pressed->is_secondary);
  } else if (const auto* moved = std::get_if<platform::PointerMoved>(&event)) {
    is_pointer_beside_ = false;
    point_at({moved->x_px, moved->y_px});
  } else if (const auto* wheel = std::get_if<platform::Wheel>(&event)) {
    carry_out(
        model::TalkCommand(model::ResizeSpotlight{std::pow(model::kSpotlightStep, static_cast<double>(wheel->steps))}));
  }
}

void TalkMode::point_at(scene::PixelPoint at) {
  point(static_cast<double>(at.x_px) / size_.width_px, static_cast<double>(at.y_px) / size_.height_px);
}

void TalkMode::point(double x, double y) {
  pointer_.move(platform::now_s());
  carry_out(model::TalkCommand(model::PointSpotlight{x, y}));
}

void TalkMode::press(bool is_secondary) {
  // A hand that moves a mouse to point presses it without wanting to, and then the page is gone that everybody is shown something on. Whoever points goes
  // on with keys, which a clicker sends as well.
  if (state_.points()) return;
  carry_out(model::TalkCommand(model::StepCue{is_secondary ? -1 : 1}));
}

void TalkMode::take_beside(const platform::InputEvent& event) {
  if (std::holds_alternative<platform::CloseAsked>(event)) {
    speaker_.reset();
  } else if (std::holds_alternative<platform::Exposed>(event)) {
    speaker_->forget();
  } else if (const auto* moved = std::get_if<platform::PointerMoved>(&event)) {
    is_pointer_beside_ = true;
    if (const auto at = speaker_->on_wall({moved->x_px, moved->y_px})) point(at->first, at->second);
  } else if (const auto* pressed = std::get_if<platform::PointerPressed>(&event)) {
    if (const auto at = speaker_->on_wall({pressed->x_px, pressed->y_px})) point(at->first, at->second);
    press(pressed->is_secondary);
  } else {
    take(event);
  }
}

void TalkMode::show_or_hide_pointer() {
  const bool is_shown = (speaker_ && is_pointer_beside_) || (!state_.points() && pointer_.is_shown(platform::now_s()));
  if (is_shown == is_pointer_shown_) return;
  is_pointer_shown_ = is_shown;
  platform::GlWindow::show_pointer(is_shown);
}

void TalkMode::open_speaker_window() {
  if (speaker_) return;
  auto opened = SpeakerWindow::open(stage_, notes_display());
  if (!opened) return log_error(opened.error().message);
  speaker_.emplace(std::move(*opened));
}

int TalkMode::wall_display() const {
  const int wanted = options_.display.value_or(2) - 1;
  return wanted < stage_.window().display_count() ? wanted : 0;
}

int TalkMode::notes_display() const { return (wall_display() + 1) % stage_.window().display_count(); }

void TalkMode::take_displays() {
  stage_.window().fill_display(wall_display());
  if (speaker_) speaker_->move_to_display(notes_display());
}

scene::SpeakerFacts TalkMode::facts() const {
  const auto [hour, minute] = platform::time_of_day();
  return {.cue = state_.place.cue,
          .clock = fmt::format("{}:{:02}", hour, minute),
          .elapsed_s = platform::now_s() - started_s_,
          .typed = state_.typed,
          .is_wall_covered = state_.curtain != model::Curtain::kNone};
}

void TalkMode::show_speaker() {
  if (!speaker_) return;
  const double now_s = platform::now_s();
  const bool is_at_rest = !is_moving(last_frame_s_);
  const bool mirrors = must_mirror_ && ((is_at_rest && !state_.points()) || now_s >= last_mirrored_s_ + kMirror_s);
  speaker_->show(stage_, facts(), *track_, opening_, stage_.target(), mirrors, is_at_rest);
  if (!mirrors) return;
  must_mirror_ = false;
  last_mirrored_s_ = now_s;
}

void TalkMode::carry_out(const model::Command& command) {
  if (const auto* talk = std::get_if<model::TalkCommand>(&command)) {
    state_ = model::applied(std::move(state_), *talk, *track_, platform::now_s(), opening_.looks.reduces_motion);
    // Where the pointer goes is seen by its light alone.
    if (!std::holds_alternative<model::PointSpotlight>(*talk) || state_.points())
      frames_owed_ = std::max(frames_owed_, 1);
  } else if (const auto* app = std::get_if<model::AppCommand>(&command)) {
    if (std::holds_alternative<model::LeaveTalk>(*app)) wish_ = ModeWish::kLeave;
    if (std::holds_alternative<model::ToggleNotes>(*app)) {
      if (speaker_) {
        speaker_.reset();
      } else {
        open_speaker_window();
      }
    }
    if (std::holds_alternative<model::Quit>(*app)) wish_ = ModeWish::kQuit;
  }
}

void TalkMode::step() {
  if (const auto fitted = fit_window(); !fitted) {
    // Only a view that was there before can be lost, which the first making would have said.
    log_error(fitted.error().message);
    wish_ = ModeWish::kLeave;
    return;
  }
  // A mouse tells where it is a thousand times a second; a display's rhythm of 60 is a little uneven.
  const bool is_due = platform::now_s() >= last_frame_s_ + 0.75 * kFramePause_s;
  if (is_due && (frames_owed_ > 0 || is_moving(last_frame_s_))) draw();
  show_or_hide_pointer();
  show_speaker();
  report();
}

void TalkMode::report() {
  if (!report_.is_wanted()) return;
  const bool is_at_rest = frames_owed_ == 0 && !is_moving(last_frame_s_);
  const std::string light = state_.spotlight.is_on
                                ? fmt::format(", light {:.0f} {:.0f} {:.0f}", state_.spotlight.x * size_.width_px,
                                              state_.spotlight.y * size_.height_px,
                                              state_.spotlight.size * std::min(size_.width_px, size_.height_px))
                                : "";
  constexpr std::array kCurtains = {"open", "black", "white"};
  report_.tell(fmt::format("0\t0\t{}\t{}\tcue {} of {}, {}, {}{}{}{}\n", size_.width_px, size_.height_px,
                           state_.place.cue + 1, track_->stops().size(), is_at_rest ? "at rest" : "under way",
                           kCurtains.at(static_cast<std::size_t>(state_.curtain)), speaker_ ? ", notes" : "",
                           is_pointer_shown_ ? ", pointer" : "", light));
}

void TalkMode::draw() {
  last_frame_s_ = platform::now_s();
  frames_owed_ = std::max(0, frames_owed_ - 1);
  if (state_.curtain != model::Curtain::kNone) {
    const std::uint8_t light = state_.curtain == model::Curtain::kWhite ? 255 : 0;
    presenter_.present_plain(stage_.window(), {light, light, light});
    return;
  }
  stage_.draw(view_now(), size_, px_per_pt());
  must_mirror_ = true;
  const Srgb8 ground = exhibit::theme_of(stage_.world().exhibit, opening_.looks.theme).ground;
  presenter_.present(stage_.window(), stage_.target(), stage_.renderer().take_drawn(), ground, nullptr);
}

}  // namespace spreadmap::app
