#include "app/explorer.h"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/log.h"
#include "geo/choose_crs.h"
#include "media/atomic_file.h"
#include "media/png.h"
#include "model/applied.h"
#include "platform/clock.h"
#include "platform/signals.h"
#include "scene/camera.h"
#include "scene/layout.h"

namespace spreadmap::app {
namespace {

constexpr double kNotice_s = 4.0;
// Of frames that are timed, the first make what later ones only use: the base map, glyphs, the panels' fonts.
constexpr int kWarmUpFrames = 30;
constexpr double kShaderLook_s = 0.25;
// ImGui settles only some pictures after what it was told.
constexpr int kFramesAfterInput = 3;
// What the map keeps beside the panels, at type of the usual size: in less, title, figures and legend leave a stamp of it.
// In a window that is higher than wide a column as high as it takes half of a map that is all width, so more is asked for.
constexpr double kLeastFrame_pt = 640.0, kLeastPortraitFrame_pt = 900.0;

}  // namespace

Explorer::Explorer(Stage& stage, const ExploreOptions& options, const Places& places, const Keymaps& keymaps,
                   model::ViewState first_view)
    : stage_(stage),
      options_(options),
      places_(places),
      keymaps_(keymaps),
      view_(std::move(first_view)),
      panels_(places.fonts),
      automatic_crs_(stage.sheets().crs_of(geo::kAutoCrs)),
      finder_(stage, places),
      export_desk_(stage, options, places),
      cue_desk_(stage.world().exhibit, !options.common.exhibit.empty(), options.pictures),
      saved_views_(options.views.empty() ? saved_views_file() : options.views, stage.world().exhibit,
                   stage.world().story->axis(), view_),
      imgui_sdl_(stage.window()),
      report_(options.controls) {
  view_.furniture.transport = true;
  if (!options.has_panels) panels_asked_ = false;
  name_saved_views();
  if (!saved_views_.fault().empty()) {
    notify_failure(stage_.language(view_.language).text("The saved views cannot be read: the log says why."),
                   {saved_views_.fault()});
  }
  if (!options.day && !options.is_idle) view_ = model::applied(view_, model::TogglePlay{}, context());
}

model::CommandContext Explorer::context() const {
  return {*stage_.world().story, stage_.select(view_),          sheet().fit(),
          platform::now_s(),     sheet().geometry.drawn_bounds, sheet().geometry.fit.bounds.width_m()};
}

double Explorer::given_scale() const {
  if (options_.scale) return *options_.scale;
  // Up to 2560x1440 panels are as large as on 1920x1080: more map is what a larger window is for. In steps, since fonts are made anew at each.
  constexpr double kLong_pt = 2560.0, kShort_pt = 1440.0, kStep = 0.25, kMost = 4.0;
  const platform::GlWindow& window = stage_.window();
  const auto [short_px, long_px] = std::minmax({window.width_px(), window.height_px()});
  const double by_size = std::min(short_px / kShort_pt, long_px / kLong_pt) / window.px_per_desktop_pt();
  const double wanted = std::max({1.0, window.desktop_scale(), by_size});
  return std::min(std::floor(wanted / kStep + 1e-9) * kStep, kMost);
}

double Explorer::least_type_scale() const {
  // Below this share of full size the smallest type can no longer be read on a desktop.
  constexpr double kLeast = 0.72;
  return kLeast * given_scale() * stage_.window().px_per_desktop_pt();
}

double Explorer::panels_px() const {
  return static_cast<double>(ui::kPanelRoomPt) * scale() * stage_.window().px_per_desktop_pt();
}

bool Explorer::has_room_for_panels() const {
  const double type = scale() * stage_.window().px_per_desktop_pt();
  const platform::GlWindow& window = stage_.window();
  const bool is_portrait = window.height_px() > window.width_px();
  return window.width_px() >= panels_px() + (is_portrait ? kLeastPortraitFrame_pt : kLeastFrame_pt) * type;
}

scene::SizePx Explorer::frame_size() const {
  const bool beside = shows_panels() && has_room_for_panels();
  const int width_px = stage_.window().width_px() - static_cast<int>(beside ? panels_px() : 0.0);
  return {std::max(width_px, 64), std::max(stage_.window().height_px(), 64)};
}

double Explorer::px_per_pt(scene::SizePx size) const { return scene::px_per_pt_of(size, least_type_scale()); }

std::optional<double> Explorer::timeout_s() const {
  const double now_s = platform::now_s();
  if (options_.timed_frames > 0) return 0.0;
  if (view_.playback.playing || view_.flight || view_.glide || frames_owed_ > 0)
    return std::max(0.0, last_frame_s_ + kFramePause_s - now_s);
  if (stage_.is_bringing()) return kFramePause_s;
  std::optional<double> due_s = export_desk_.timeout_s();
  if (cue_track_due_s_) due_s = std::min(due_s.value_or(1e9), std::max(0.0, *cue_track_due_s_ - now_s));
  if (due_s) return due_s;
  if (!notice_.text.empty()) return std::max(0.0, notice_until_s_ - now_s);
  if (shader_watch_) return kShaderLook_s;
  return std::nullopt;
}

void Explorer::look_at_shaders() {
  if (!shader_watch_ || !shader_watch_->changed()) return;
  if (const auto reloaded = stage_.reload_shaders(); reloaded) {
    notify({"Shaders read again", false});
  } else {
    log_error(reloaded.error().message);
    notify({"The shaders stay as they were. " + reloaded.error().message, true});
  }
  drawn_view_.reset();
  frames_owed_ = std::max(frames_owed_, 1);
}

void Explorer::bring_areas() {
  const auto come = stage_.bring(view_);
  if (!come) {
    notify_failure(stage_.language(view_.language).text("These areas cannot be read: the log says why."), come.error());
  }
  if (!come || !*come) return;
  drawn_view_.reset();
  frames_owed_ = std::max(frames_owed_, 1);
}

Result<void> Explorer::begin() {
  if (options_.common.shaders.empty()) return {};
  auto watch = platform::FolderWatch::create(options_.common.shaders);
  if (!watch) return tl::unexpected(watch.error());
  shader_watch_ = std::move(*watch);
  return {};
}

void Explorer::step() {
  look_at_shaders();
  bring_areas();
  if (!notice_.text.empty() && platform::now_s() >= notice_until_s_) {
    notice_ = {};
    frames_owed_ = std::max(frames_owed_, 1);
  }
  const bool was_playing = view_.playback.playing || view_.flight || view_.glide;
  view_ = model::advanced(view_, context());
  if (options_.timed_frames > 0) set_timed_day();
  look_at_cues();
  look_at_export();
  if (view_.playback.playing || was_playing || frames_owed_ > 0) draw();
  if (options_.timed_frames > 0) time_frames();
}

void Explorer::leave() {
  was_full_screen_ = std::exchange(is_full_screen_, true);
  if (view_.playback.playing) view_ = model::applied(view_, model::TogglePlay{}, context());
}

void Explorer::enter(model::ViewState shown) {
  wish_ = ModeWish::kStay;
  if (!was_full_screen_) toggle_full_screen();
  carry_out(model::ViewCommand(model::ShowView{std::make_shared<const model::ViewState>(std::move(shown))}));
  // Another picture has been drawn where this one was.
  presenter_.forget();
  drawn_view_.reset();
  report_.forget();
  frames_owed_ = kFramesAfterInput;
}

void Explorer::drop_gl() {
  imgui_gl_.reset();
  export_desk_.drop_pictures();
  presenter_.forget();
  drawn_view_.reset();
  frames_owed_ = kFramesAfterInput;
}

void Explorer::make_gl() { imgui_gl_.emplace(); }

void Explorer::refuse_talk(const Error& error) {
  wish_ = ModeWish::kStay;
  notify_failure(stage_.language(view_.language).text("No talk can be given: the log says why."), error);
}

void Explorer::set_timed_day() {
  // The same days whatever the machine: all of the film, evenly, as if it played as fast as the frames come.
  const int frame = std::clamp(frames_drawn_ - kWarmUpFrames, 0, options_.timed_frames - 1);
  view_.playhead_d = time::playhead_of_frame(stage_.world().story->axis().film(), frame, options_.timed_frames);
}

void Explorer::time_frames() {
  ++frames_drawn_;
  if (frames_drawn_ == kWarmUpFrames) timed_from_s_ = platform::now_s();
  if (frames_drawn_ < kWarmUpFrames + options_.timed_frames) return;
  const double took_s = platform::now_s() - timed_from_s_;
  fmt::print(stderr, "{} frames in {:.2f} s ({:.1f} frames/s)\n", options_.timed_frames, took_s,
             options_.timed_frames / took_s);
  wish_ = ModeWish::kQuit;
}

void Explorer::take(const platform::InputEvent& event) {
  frames_owed_ = kFramesAfterInput;
  if (std::holds_alternative<platform::Exposed>(event)) presenter_.forget();
  if (std::holds_alternative<platform::DisplaysChanged>(event) && is_full_screen_)
    stage_.window().fill_display(stage_.window().display());
  if (std::holds_alternative<platform::QuitAsked>(event)) {
    quit();
  } else if (const auto* key = std::get_if<platform::KeyPressed>(&event)) {
    press_key(key->chord);
  } else if (const auto* pressed = std::get_if<platform::PointerPressed>(&event)) {
    press(*pressed);
  } else if (const auto* moved = std::get_if<platform::PointerMoved>(&event)) {
    move({moved->x_px, moved->y_px});
  } else if (std::holds_alternative<platform::PointerReleased>(event)) {
    release();
  } else if (const auto* wheel = std::get_if<platform::Wheel>(&event)) {
    turn_wheel(*wheel);
  }
}

void Explorer::press_key(const std::string& chord) {
  const KeyBinding* const binding = binding_of(keymaps_.explore, chord);
  // In a text field keys are letters; what no field takes still acts.
  const bool acts = binding != nullptr && acts_beside_typing(*binding, chord, panels_.is_writing());
  const std::string called = chord_for_panels(chord, binding);
  if (panels_.takes(called) && !acts) return panels_.take_key(called);
  if (keys_open_ && panels_.scroll_keys(chord)) return;
  if (binding != nullptr) carry_out(binding->command);
}

bool Explorer::is_on_a_panel(scene::PixelPoint at) const {
  const auto dense = static_cast<float>(stage_.window().px_per_desktop_pt());
  return panels_.covers(at.x_px / dense, at.y_px / dense);
}

void Explorer::press(const platform::PointerPressed& pressed) {
  const scene::PixelPoint at{pressed.x_px, pressed.y_px};
  if (is_on_a_panel(at)) return;
  const scene::HitTarget target = scene::hit(stage_.frame(), at);
  const bool is_on_map = target == scene::HitTarget::kMap || target == scene::HitTarget::kNothing;
  if (pressed.is_secondary && is_on_map) return;
  history_.begin_step();
  drag_ = Drag{};
  drag_.target = target;
  drag_.last = at;
  if (is_on_map) return;
  if (target == scene::HitTarget::kPlayButton) return carry_out(model::ViewCommand(model::TogglePlay{}));
  if (target == scene::HitTarget::kMilestone) {
    return carry_out(model::ViewCommand(model::PinMilestone{scene::milestone_at(stage_.frame(), at, 0.0F)}));
  }
  press_strip(pressed);
}

void Explorer::release() {
  if (drag_.plays_on) carry_out(model::ViewCommand(model::TogglePlay{}));
  if (drag_.target == scene::HitTarget::kMap && !drag_.has_moved) {
    const auto record = record_under(drag_.last);
    if (record != view_.pinned || view_.pinned_milestone) carry_out(model::ViewCommand(model::Pin{record}));
  }
  drag_ = {};
}

void Explorer::look_under_pointer() {
  if (!pointer_ || drag_.target != scene::HitTarget::kNothing) return;
  const auto record = record_under(*pointer_);
  const auto slop_px = static_cast<float>(kTouchSlop_pt * stage_.window().px_per_desktop_pt());
  const auto milestone =
      is_on_a_panel(*pointer_) ? std::nullopt : scene::milestone_at(stage_.frame(), *pointer_, slop_px);
  if (record != hovered_ || milestone != hovered_milestone_) frames_owed_ = std::max(frames_owed_, 1);
  hovered_ = record;
  hovered_milestone_ = milestone;
}

void Explorer::move(scene::PixelPoint to) {
  pointer_ = to;
  look_under_pointer();
  const auto wavered_px = static_cast<float>(kTouchSlop_pt * stage_.window().px_per_desktop_pt());
  if (!drag_.has_moved && std::hypot(to.x_px - drag_.last.x_px, to.y_px - drag_.last.y_px) < wavered_px &&
      drag_.target == scene::HitTarget::kMap) {
    return;  // a press, as yet
  }
  drag_.has_moved = true;
  if (drag_.target == scene::HitTarget::kMap) {
    // The point under the finger stays under it.
    const geo::MapPoint from_m = scene::map_from_pixel(drag_.last, stage_.frame().map);
    const geo::MapPoint to_m = scene::map_from_pixel(to, stage_.frame().map);
    carry_out(model::ViewCommand(model::PanBy{from_m.x_m - to_m.x_m, from_m.y_m - to_m.y_m}));
    drag_.last = to;
  } else {
    move_strip(to);
  }
}

void Explorer::carry_out(const model::Command& command) {
  frames_owed_ = std::max(frames_owed_, 1);
  if (const auto* app_command = std::get_if<model::AppCommand>(&command)) return carry_out_app(*app_command);
  if (const auto* cue_command = std::get_if<model::CueCommand>(&command)) return edit_cues(*cue_command);
  const auto* given = std::get_if<model::ViewCommand>(&command);
  if (given == nullptr) return;  // a talk's
  const model::ViewCommand& view_command = *given;
  // Whoever makes the type larger does so in the panels: they stay, over the map where there is no room beside it.
  if (std::holds_alternative<model::MultiplyTextScale>(view_command)) panels_asked_ = shows_panels();
  model::ViewState after = model::applied(view_, view_command, context());
  history_.add(moment(), after, view_command, platform::now_s());
  view_ = std::move(after);
}

void Explorer::take_back_to(std::optional<model::Moment> moment) {
  if (!moment) return;
  if (const auto done = saved_views_.put(moment->saved); !done) notify_unsaved(done.error());
  name_saved_views();
  if (moment->cues != cue_desk_.list()) put_cues(moment->cues);
  moment->view.flight.reset();
  view_ = model::glided(std::move(moment->view), view_, platform::now_s());
  view_.playback.anchor_playhead_d = view_.playhead_d;
  view_.playback.anchor_s = platform::now_s();
}

void Explorer::carry_out_app(const model::AppCommand& command) {
  if (carry_out_export(command) || carry_out_cues(command)) return;
  if (std::holds_alternative<model::Quit>(command)) quit();
  if (std::holds_alternative<model::StartTalk>(command)) wish_for_talk();
  if (std::holds_alternative<model::Undo>(command)) take_back_to(history_.undo(moment()));
  if (std::holds_alternative<model::Redo>(command)) take_back_to(history_.redo(moment()));
  if (std::holds_alternative<model::SavePicture>(command)) save_picture();
  if (std::holds_alternative<model::TogglePanels>(command)) panels_asked_ = !shows_panels();
  if (std::holds_alternative<model::ToggleKeys>(command)) keys_open_ = !keys_open_;
  if (std::holds_alternative<model::ToggleFullScreen>(command)) toggle_full_screen();
  if (std::holds_alternative<model::Dismiss>(command)) dismiss();
  if (const auto* change = std::get_if<model::ChangeCrs>(&command)) change_crs(change->asked);
  if (std::holds_alternative<model::NextCrs>(command)) change_crs(next_crs());
  if (const auto* find = std::get_if<model::Find>(&command)) finder_.find(find->text, stage_.language(view_.language));
  if (const auto* go = std::get_if<model::GoToFound>(&command)) go_to_found(go->index);
  if (const auto* by = std::get_if<model::MoveMap>(&command)) move_map(*by);
  if (const auto* by = std::get_if<model::ZoomMap>(&command)) zoom_map(*by);
  if (std::holds_alternative<model::ShowMilestone>(command)) show_milestone();
  if (std::holds_alternative<model::OpenDate>(command)) {
    panels_asked_ = true;
    panels_.open_date();
  }
  if (const auto* save = std::get_if<model::SaveView>(&command)) save_view(save->name);
  if (const auto* open = std::get_if<model::OpenView>(&command)) open_view(open->index);
  if (const auto* forget = std::get_if<model::ForgetView>(&command)) forget_view(forget->index);
  if (std::holds_alternative<model::EnterPanels>(command)) {
    panels_asked_ = true;
    panels_.enter();
  }
  if (std::holds_alternative<model::OpenFind>(command)) {
    panels_asked_ = true;
    panels_.open_find();
  }
  if (const auto* copy = std::get_if<model::CopyRecord>(&command)) {
    platform::GlWindow::copy(scene::plain_text(scene::record_card(stage_.inputs(view_), view_, copy->record)));
    notify({stage_.language(view_.language).text("Copied"), false});
  }
  if (const auto* copy = std::get_if<model::CopyMilestone>(&command)) {
    platform::GlWindow::copy(scene::plain_text(card_of_milestone(copy->milestone).card));
    notify({stage_.language(view_.language).text("Copied"), false});
  }
}

void Explorer::toggle_full_screen() {
  is_full_screen_ = !is_full_screen_;
  platform::GlWindow& window = stage_.window();
  if (is_full_screen_) {
    window.fill_display(window.display());
  } else {
    window.leave_full_screen();
  }
}

void Explorer::dismiss() {
  if (keys_open_) {
    keys_open_ = false;
    return;
  }
  if (shows_panels() && panels_.close_find()) return;
  if (shows_panels() && export_desk_.view().is_open) return export_desk_.open(false);
  if (shows_panels() && cue_desk_.view().is_open) return cue_desk_.open(false);
  if (view_.pinned || view_.pinned_milestone) return carry_out(model::ViewCommand(model::Pin{}));
  if (is_full_screen_) toggle_full_screen();
}

void Explorer::save_picture() {
  // The picture is what an export of this view and size gives: the same frame, without what a visitor touches.
  model::ViewState view = view_;
  view.furniture.transport = false;
  const scene::SizePx size = frame_size();
  media::Image image;
  stage_.picture(view, {.size = size, .px_per_pt = px_per_pt(size)}, image);
  drawn_view_.reset();
  std::error_code ignored;
  std::filesystem::create_directories(options_.pictures, ignored);  // what is wrong with it, writing says
  const std::string day = time::iso_day(stage_.world().story->axis().day_at(view.playhead_d));
  std::filesystem::path file = options_.pictures / fmt::format("spreadmap-{}.png", day);
  for (int again = 2; std::filesystem::exists(file, ignored); ++again) {
    file = options_.pictures / fmt::format("spreadmap-{}-{}.png", day, again);
  }
  const language::Language& language = stage_.language(view_.language);
  const auto saved = media::write_file_atomically(file, media::PngEncoder().encode(image));
  if (!saved) return notify_failure(language.text("No picture was saved: the log says why."), saved.error());
  notify({language.filled("Saved {}", file.filename().string()), false});
}

void Explorer::notify(ui::Notice notice) {
  notice_ = std::move(notice);
  notice_until_s_ = platform::now_s() + kNotice_s;
}

void Explorer::notify_failure(const std::string& text, const Error& error) {
  log_error(error.message);
  notify({text, true});
}

bool Explorer::needs_map_drawn() {
  const scene::SizePx size = frame_size();
  // Playback's anchor is not seen; only what the picture depends on counts.
  if (drawn_view_ && *drawn_view_ == view_ && drawn_size_ == size) return false;
  drawn_view_ = view_;
  drawn_size_ = size;
  return true;
}

std::vector<model::Command> Explorer::show_panels() {
  const PanelLook& look = panel_look();
  if (panels_.dress(look.theme, static_cast<float>(scale()))) {
    imgui_gl_->renew_fonts();
    presenter_.forget();
  }
  imgui_gl_->new_frame();
  imgui_sdl_.new_frame();
  panels_.steady_pointer();
  ImGui::NewFrame();
  const auto card = this->card();
  spoken_keys_.speak(keymaps_.explore, stage_.language(view_.language));
  return panels_.show({look.exhibit,
                       stage_.world().tables,
                       *stage_.world().story,
                       stage_.selector(),
                       view_,
                       stage_.language(view_.language),
                       stage_.languages(),
                       look.theme,
                       spoken_keys_.help(),
                       spoken_keys_.hints(),
                       notice_,
                       card ? &*card : nullptr,
                       finder_.found(),
                       saved_names_,
                       menu_foot(),
                       notice_foot(),
                       automatic_crs_,
                       shows_panels(),
                       keys_open_,
                       export_desk_.view(),
                       cue_desk_.view()});
}

void Explorer::draw() {
  last_frame_s_ = platform::now_s();
  frames_owed_ = std::max(0, frames_owed_ - 1);
  const scene::SizePx size = frame_size();
  const bool stays = drawn_view_ && drawn_view_->camera == view_.camera && drawn_view_->crs == view_.crs &&
                     drawn_view_->strip == view_.strip && drawn_size_ == size;
  if (needs_map_drawn()) stage_.draw(view_, size, px_per_pt(size));
  // What moves away from under a pointer that rests is no longer meant by it.
  if (!stays) look_under_pointer();
  std::vector<model::Command> commands = show_panels();
  // Letters of a script that has not been shown before come before anybody sees that they were not there, and what is held does not jump.
  constexpr int kMostTries = 8;
  for (int tries = 0; tries < kMostTries && panels_.is_unfinished(); ++tries) {
    ImGui::EndFrame();
    std::ranges::move(show_panels(), std::back_inserter(commands));
  }
  ImGui::Render();
  const Presenter::Panels panels{*imgui_gl_, *ImGui::GetDrawData()};
  presenter_.present(stage_.window(), stage_.target(), stage_.renderer().take_drawn(), panel_look().theme.ground,
                     &panels);
  report_controls();
  for (const auto& command : commands) carry_out(command);
}

}  // namespace spreadmap::app
