#include "app/talk_mode.h"

#include "app/keymap.h"
#include "base/log.h"
#include "exhibit/exhibit.h"
#include "platform/clock.h"
#include "scene/layout.h"

namespace spreadmap::app {
namespace {

// 60 pictures a second where no display's rhythm holds us back.
constexpr double kFramePause_s = 1.0 / 60.0;
// A window that has become another has buffers of its new size only after some pictures.
constexpr int kFramesAfterExposure = 3;

}  // namespace

TalkMode::TalkMode(Stage& stage, const Places& places, model::ViewState opening)
    : stage_(stage), places_(places), opening_(std::move(opening)) {}

Result<std::unique_ptr<TalkMode>> TalkMode::create(Stage& stage, const Places& places, const ExploreOptions& options,
                                                   const model::ViewState& seen) {
  auto opening = stage.opening_view(options.common);
  if (!opening) return tl::unexpected(opening.error());
  opening->crs = seen.crs;
  std::unique_ptr<TalkMode> talk(new TalkMode(stage, places, std::move(*opening)));
  talk->state_.place = model::talk_at(0);
  if (auto fitted = talk->fit_window(); !fitted) return tl::unexpected(fitted.error());
  return talk;
}

void TalkMode::enter(const model::ViewState& seen) {
  wish_ = ModeWish::kStay;
  opening_.language = seen.language;
  opening_.looks = seen.looks;
  state_.place = model::talk_at(state_.place.cue);
  state_.typed.clear();
  frames_owed_ = kFramesAfterExposure;
  presenter_.forget();
}

model::ViewState TalkMode::leave() {
  state_.curtain = model::Curtain::kNone;
  model::ViewState view = view_at(opening_, track_->rest(state_.place.cue));
  view.cue.reset();
  return view;
}

double TalkMode::px_per_pt() const { return scene::px_per_pt_of(size_, 0.0); }

Result<void> TalkMode::fit_window() {
  const scene::SizePx size{std::max(stage_.window().width_px(), 64), std::max(stage_.window().height_px(), 64)};
  if (track_ && size == size_) return {};
  size_ = size;
  auto track = cue_track_of(stage_, places_, {.size = size, .px_per_pt = px_per_pt()}, opening_);
  if (!track) return tl::unexpected(track.error());
  track_ = std::move(*track);
  // What was on its way was on the way to another picture.
  state_.place = model::talk_at(state_.place.cue);
  frames_owed_ = kFramesAfterExposure;
  return {};
}

model::ViewState TalkMode::view_now() const {
  return view_at(opening_, model::moment_of(*track_, state_.place, platform::now_s()));
}

std::optional<double> TalkMode::timeout_s() const {
  const double now_s = platform::now_s();
  if (frames_owed_ > 0) return std::max(0.0, last_frame_s_ + kFramePause_s - now_s);
  if (!model::is_under_way(*track_, state_.place, last_frame_s_)) return std::nullopt;
  return std::max(0.0, last_frame_s_ + kFramePause_s - now_s);
}

void TalkMode::take(const platform::InputEvent& event) {
  if (std::holds_alternative<platform::Exposed>(event)) {
    presenter_.forget();
    frames_owed_ = kFramesAfterExposure;
  } else if (std::holds_alternative<platform::QuitAsked>(event)) {
    wish_ = ModeWish::kQuit;
  } else if (const auto* key = std::get_if<platform::KeyPressed>(&event)) {
    if (const auto command = command_of(talk_keymap(), key->chord)) carry_out(*command);
  } else if (const auto* pressed = std::get_if<platform::PointerPressed>(&event)) {
    carry_out(model::TalkCommand(model::StepCue{pressed->is_secondary ? -1 : 1}));
  }
}

void TalkMode::carry_out(const model::Command& command) {
  if (const auto* talk = std::get_if<model::TalkCommand>(&command)) {
    state_ = model::applied(std::move(state_), *talk, *track_, platform::now_s(), opening_.looks.reduces_motion);
    frames_owed_ = std::max(frames_owed_, 1);
  } else if (const auto* app = std::get_if<model::AppCommand>(&command)) {
    if (std::holds_alternative<model::LeaveTalk>(*app)) wish_ = ModeWish::kLeave;
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
  if (frames_owed_ > 0 || model::is_under_way(*track_, state_.place, last_frame_s_)) draw();
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
  const Srgb8 ground = exhibit::theme_of(stage_.world().exhibit, opening_.looks.theme).ground;
  presenter_.present(stage_.window(), stage_.target(), stage_.renderer().take_drawn(), ground, nullptr);
}

}  // namespace spreadmap::app
