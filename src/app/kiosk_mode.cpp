#include "app/kiosk_mode.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/log.h"
#include "exhibit/exhibit.h"
#include "language/tags.h"
#include "model/applied.h"
#include "platform/clock.h"
#include "scene/layout.h"

namespace spreadmap::app {
namespace {

// What is read standing before it, by people of all ages: nothing small is small.
constexpr double kKioskText = 1.35;
// How often a clock that decides over the display is looked at.
constexpr double kHoursLook_s = 20.0;
// As many as stand on the sheet.
constexpr std::size_t kMostSources = 16;

exhibit::ClockTime clock_time() {
  const auto [hour, minute] = platform::time_of_day();
  return {hour, minute};
}

}  // namespace

KioskMode::KioskMode(Stage& stage, const KioskOptions& options, const Places& places, model::ViewState opening,
                     Clock clock)
    : stage_(stage),
      options_(options),
      places_(places),
      clock_(std::move(clock)),
      opening_(std::move(opening)),
      times_{stage.world().exhibit.kiosk.idle_s, stage.world().exhibit.kiosk.countdown_s},
      visits_(options.visits),
      report_(options.controls) {
  for (const std::string& tag : stage.world().exhibit.title.languages()) {
    // The one that it begins in keeps its region: days and numbers go by it.
    const bool is_first = tag == language::primary_language(opening_.language);
    const std::string& spoken = is_first ? opening_.language : tag;
    languages_.push_back({spoken, &stage.language(spoken)});
  }
  // The one that it begins in comes first.
  std::ranges::stable_partition(languages_, [&](const auto& language) { return language.tag == opening_.language; });
  if (!visits_.fault().empty()) log_error(visits_.fault());
}

Result<std::unique_ptr<KioskMode>> KioskMode::create(Stage& stage, const KioskOptions& options, const Places& places,
                                                     Clock clock) {
  auto opening = stage.opening_view(options.common);
  if (!opening) return tl::unexpected(opening.error());
  opening->looks.text_scale = std::max(opening->looks.text_scale, kKioskText);
  auto pin = KioskPin::read(options.pin);
  if (!pin) return tl::unexpected(pin.error());
  std::unique_ptr<KioskMode> kiosk(new KioskMode(stage, options, places, std::move(*opening), std::move(clock)));
  kiosk->pin_ = std::move(*pin);
  if (!kiosk->pin_.is_set()) log_detail("no PIN is set: only a signal ends the kiosk ('spreadmap kiosk --set-pin')");
  kiosk->fill_display();
  if (auto fitted = kiosk->fit_window(); !fitted) return tl::unexpected(fitted.error());
  kiosk->begin_telling();
  return kiosk;
}

scene::KioskSizes KioskMode::sizes() const {
  const exhibit::KioskSpec& spec = stage_.world().exhibit.kiosk;
  const double diagonal_px = std::hypot(size_.width_px, size_.height_px);
  const double px_per_mm = spec.screen_diagonal_mm > 0.0 ? diagonal_px / spec.screen_diagonal_mm
                                                         : stage_.window().reported_px_per_mm().value_or(0.0);
  return {.size = size_,
          .px_per_pt = px_per_pt_,
          .px_per_mm = px_per_mm,
          .has_low_controls = spec.has_low_controls,
          .turn = turn_};
}

Result<void> KioskMode::fit_window() {
  const scene::SizePx size = picture_size(stage_.window());
  if (size == size_) return {};
  size_ = size;
  px_per_pt_ = scene::px_per_pt_of(size, 0.0);
  presenter_.forget();
  frames_owed_ = kFramesAfterExposure;
  gestures_.set_slop_px(slop_px());
  gestures_.forget();
  press_.reset();
  return lay_out();
}

Result<void> KioskMode::lay_out() {
  opening_.safe_area = scene::kiosk_safe_area(sizes());
  view_.safe_area = opening_.safe_area;
  if (stage_.world().exhibit.cues.empty()) return {};
  auto track = cue_track_of(stage_, places_, {.size = size_, .px_per_pt = px_per_pt_}, opening_);
  if (!track) return tl::unexpected(track.error());
  track_ = std::move(*track);
  return {};
}

model::CommandContext KioskMode::context() {
  return {*stage_.world().story,
          stage_.select(view_),
          sheet().fit(),
          now_s(),
          sheet().geometry.drawn_bounds,
          sheet().geometry.fit.bounds.width_m()};
}

bool KioskMode::is_open() const {
  const auto& hours = stage_.world().exhibit.kiosk.hours;
  return !hours || exhibit::is_open_at(*hours, clock_time());
}

void KioskMode::begin_telling() {
  state_ = model::unattended(now_s());
  ++turn_;
  if (const auto laid_out = lay_out(); !laid_out) log_error(laid_out.error().message);
  gestures_.forget();
  press_.reset();
  corner_since_s_.reset();
  plays_on_ = drags_strip_ = pin_failed_ = false;
  found_typed_.clear();
  preface_.clear();
  view_ = opening_;
  if (!track_) {
    view_.playback.loops = true;
    view_ = model::applied(view_, model::TogglePlay{}, context());
  }
  view_ = view_now();
  frames_owed_ = std::max(frames_owed_, 1);
}

model::ViewState KioskMode::view_now() {
  if (state_.is_visited || !track_) return model::advanced(view_, context());
  return view_at(opening_, track_->at(now_s() - state_.since_s));
}

void KioskMode::begin_visit(const std::string& language) {
  state_ = model::applied(state_, model::BeginVisit{}, now_s());
  view_ = opening_;
  view_.language = language;
  change_view(model::TogglePlay{});
  if (const auto counted = visits_.add(platform::today()); !counted) log_error(counted.error().message);
}

void KioskMode::change(const model::KioskCommand& command) {
  if (std::holds_alternative<model::EndVisit>(command)) return begin_telling();
  state_ = model::applied(std::move(state_), command, now_s());
  if (std::holds_alternative<model::TypeLetter>(command)) pin_failed_ = false;
  frames_owed_ = std::max(frames_owed_, 1);
}

void KioskMode::change_view(const model::ViewCommand& command) {
  view_ = model::applied(view_, command, context());
  frames_owed_ = std::max(frames_owed_, 1);
}

bool KioskMode::is_moving() const {
  if (!state_.is_visited) return true;
  return view_.playback.playing || view_.flight || view_.glide;
}

void KioskMode::drop_gl() {
  presenter_.forget();
  frames_owed_ = kFramesAfterExposure;
}

std::optional<double> KioskMode::timeout_s() const {
  const double now = now_s();
  if (is_dark_) return kHoursLook_s;
  if (frames_owed_ > 0 || is_moving()) return std::max(0.0, last_frame_s_ + kFramePause_s - now);
  if (corner_since_s_) return kFramePause_s;
  double wait_s = kHoursLook_s;
  if (const auto change_s = model::next_change_s(state_, times_, now)) wait_s = std::min(wait_s, *change_s - now);
  return std::max(0.0, wait_s);
}

void KioskMode::step() {
  if (const auto fitted = fit_window(); !fitted) log_error(fitted.error().message);
  if (const bool is_dark = !is_open(); is_dark != is_dark_) {
    is_dark_ = is_dark;
    if (!is_dark) stage_.window().set_display_on(true);
    begin_telling();
    presenter_.forget();
    frames_owed_ = kFramesAfterExposure;
  }
  if (is_dark_) {
    stage_.window().set_display_on(false);
    if (frames_owed_ > 0) {
      presenter_.present_plain(stage_.window(), {0, 0, 0});
      ++presented_;
    }
    frames_owed_ = std::max(0, frames_owed_ - 1);
    return report();
  }
  look_at_corner();
  if (const auto left_s = model::countdown_s(state_, times_, now_s()); left_s && *left_s <= 0.0) begin_telling();
  if (!state_.is_visited && track_ && now_s() - state_.since_s >= track_->length_s()) begin_telling();
  const auto left_s = model::countdown_s(state_, times_, now_s());
  const std::optional<int> countdown = left_s ? std::optional(static_cast<int>(std::ceil(*left_s))) : std::nullopt;
  if (countdown != shown_countdown_) frames_owed_ = std::max(frames_owed_, 1);
  shown_countdown_ = countdown;
  if (auto brought = stage_.bring(view_); brought && *brought) frames_owed_ = std::max(frames_owed_, 1);
  const bool was_moving = is_moving();
  view_ = view_now();
  if (frames_owed_ > 0 || was_moving) draw();
  report();
}

const std::vector<scene::KioskSource>& KioskMode::sources() {
  if (sources_ && sources_language_ == view_.language) return *sources_;
  sources_.emplace();
  sources_language_ = view_.language;
  const auto add = [&](std::string name, std::string url) {
    if (url.empty() || sources_->size() >= kMostSources) return;
    if (std::ranges::find(*sources_, url, &scene::KioskSource::url) != sources_->end()) return;
    sources_->push_back({std::move(name), std::move(url)});
  };
  const World& world = stage_.world();
  // Of each layer the address that most of its records name.
  for (std::size_t layer = 0; layer < world.tables.layers.size(); ++layer) {
    const data::PointTable& table = world.tables.layers[layer];
    std::map<std::string_view, std::pair<std::size_t, std::size_t>> by_url;  // how many, and the first of them
    for (std::size_t row = 0; row < table.row_count(); ++row) {
      auto& [count, first] = by_url.try_emplace(table.source_url[row], 0, row).first->second;
      ++count;
    }
    by_url.erase("");
    const auto most = std::ranges::max_element(by_url, {}, [](const auto& entry) { return entry.second.first; });
    if (most == by_url.end()) continue;
    const std::string name(table.source_in(view_.language, most->second.second));
    add(language::beside(world.exhibit.layers[layer].label.in(view_.language), name), std::string(most->first));
  }
  for (const exhibit::MilestoneSpec& milestone : world.exhibit.timeline.milestones) {
    add(language::beside(milestone.label.in(view_.language), milestone.source.in(view_.language)),
        milestone.source_url);
  }
  return *sources_;
}

scene::KioskFacts KioskMode::facts() {
  if (state_.sheet == model::KioskSheet::kFind) {
    if (!finder_) finder_.emplace(stage_, places_);
    if (found_typed_ != state_.typed) finder_->find(state_.typed, stage_.language(view_.language));
    found_typed_ = state_.typed;
  }
  scene::KioskFacts facts{.state = state_,
                          .countdown_s = model::countdown_s(state_, times_, now_s()),
                          .is_playing = view_.playback.playing,
                          .languages = languages_,
                          .spoken = view_.language,
                          .found = {},
                          .sources = sources(),
                          .card = std::nullopt,
                          .mark = std::nullopt,
                          .pin_failed = pin_failed_,
                          .pressed = press_ ? std::optional(press_->at) : std::nullopt};
  if (state_.sheet == model::KioskSheet::kFind && !state_.typed.empty()) {
    for (const ui::FoundRow& row : finder_->found()) facts.found.push_back({row.name, row.detail});
  }
  if (!state_.is_visited) return facts;
  if (view_.pinned_milestone) {
    facts.card = scene::milestone_card(stage_.world().exhibit.timeline.milestones[*view_.pinned_milestone],
                                       stage_.language(view_.language), view_.language);
  } else if (view_.pinned) {
    const scene::SceneInputs inputs = stage_.inputs(view_);
    facts.card = scene::record_card(inputs, view_, *view_.pinned);
    if (!preface_.empty()) facts.card->preface = preface_;
    if (const auto place = scene::mark_place(inputs, stage_.frame(), *view_.pinned)) facts.mark = place->centre;
  }
  return facts;
}

void KioskMode::draw() {
  last_frame_s_ = now_s();
  frames_owed_ = std::max(0, frames_owed_ - 1);
  stage_.draw(view_, size_, px_per_pt_, [this](scene::Frame& frame) {
    targets_ = scene::add_kiosk_controls(facts(), sizes(), stage_.world().theme(view_.looks.theme), stage_.fonts(),
                                         stage_.language(view_.language), frame);
  });
  const Srgb8 ground = exhibit::theme_of(stage_.world().exhibit, view_.looks.theme).ground;
  presenter_.present(stage_.window(), stage_.target(), stage_.renderer().take_drawn(), ground, nullptr);
  ++presented_;
}

void KioskMode::owe_picture() {
  presenter_.forget();
  frames_owed_ = std::max(frames_owed_, 1);
}

std::string KioskMode::at() const {
  if (is_dark_) return "closed";
  if (state_.is_visited) return "visited";
  if (!track_) return "telling";
  const std::size_t cue = track_->cue_at(now_s() - state_.since_s);
  return fmt::format("telling, cue {} of {}", cue + 1, track_->stops().size());
}

void KioskMode::report() {
  if (!report_.is_wanted()) return;
  std::string text = fmt::format("0\t0\t{}\t{}\tkiosk: {}{}\n", size_.width_px, size_.height_px,
                                 is_dark_            ? "dark"
                                 : state_.is_visited ? "visited"
                                                     : "telling",
                                 shown_countdown_ ? fmt::format(", {} s left", *shown_countdown_) : "");
  for (const scene::KioskTarget& target : targets_) {
    if (target.name.empty()) continue;
    text += fmt::format("{:.0f}\t{:.0f}\t{:.0f}\t{:.0f}\t{}\n", target.rect.left_px, target.rect.top_px,
                        target.rect.right_px, target.rect.bottom_px, target.name);
  }
  report_.tell(std::move(text));
}

}  // namespace spreadmap::app
