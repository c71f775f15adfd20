#include "app/export_desk.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "app/export_wish_fault.h"
#include "app/presets.h"
#include "base/shell_words.h"
#include "media/film.h"
#include "media/film_format.h"
#include "media/ledger.h"
#include "media/shard.h"
#include "model/applied.h"
#include "platform/clock.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;
using model::ExportMade;

constexpr double kJobLook_s = 0.1;
// While somebody types or drags, pictures wait.
constexpr double kPicturePause_s = 0.3;

/// What is to be typed to start this program: its name where that finds it, else where it lies.
std::string typed_program() {
  std::error_code ignored;
  const fs::path own = fs::read_symlink("/proc/self/exe", ignored);
  const char* const found_in = std::getenv("PATH");
  std::string folders = found_in == nullptr ? "" : found_in;
  for (std::size_t end = 0; !folders.empty(); folders.erase(0, end == std::string::npos ? end : end + 1)) {
    end = folders.find(':');
    const fs::path candidate = fs::path(folders.substr(0, end)) / "spreadmap";
    if (!fs::exists(candidate, ignored)) continue;
    return fs::equivalent(candidate, own, ignored) ? "spreadmap" : own.string();
  }
  return own.string();
}

/// What an export shows of a view: not its day, unless it is of that one, and not how it plays.
model::ViewState shown_of(const model::ViewState& view, bool is_still) {
  model::ViewState seen = model::arrived(view);
  const bool is_directed = seen.playback.is_directed;
  seen.playback = {};
  seen.playback.is_directed = is_directed;
  seen.flight.reset();
  seen.pinned.reset();
  seen.pinned_milestone.reset();
  if (!is_still) seen.playhead_d = 0.0;
  return seen;
}

/// A command line without what it writes to.
std::vector<std::string> without_name(std::vector<std::string> words) {
  const auto at = std::ranges::find(words, "-o");
  if (at != words.end()) words.erase(at, at + 2);
  return words;
}

std::string fps_told(const ExportOptions& options) {
  return options.fps_den == 1 ? std::to_string(options.fps_num)
                              : fmt::format("{}/{}", options.fps_num, options.fps_den);
}

/// Whether it is otherwise than its preset.
bool is_changed(const ExportOptions& made, const Preset& preset) {
  const std::string_view format = made.film_format != nullptr ? made.film_format->name : "";
  return made.size != preset.size || fps_told(made) != preset.fps || format != preset.format;
}

}  // namespace

ExportDesk::ExportDesk(Stage& stage, const ExploreOptions& options, const Places& places)
    : stage_(stage), options_(options), places_(places), program_(typed_program()) {
  for (const Preset& preset : presets()) {
    view_.presets.push_back(
        {std::string(preset.name), preset.told, preset.format.empty() ? ExportMade::kFrames : ExportMade::kFilm});
  }
  for (const media::FilmFormat& format : media::film_formats())
    view_.formats.push_back({std::string(format.name), std::string(format.told)});
  view_.has_logo = !stage.world().exhibit.brand.logo.file.empty();
  view_.has_cues = !stage.world().exhibit.cues.empty();
}

void ExportDesk::take_cues(Cues cues) {
  cues_ = std::move(cues);
  view_.has_cues = cues_.are_there;
  seen_.reset();
  words_.clear();  // so that pictures are drawn of what has been edited
}

void ExportDesk::open(bool is_open) {
  view_.is_open = is_open;
  if (is_open && view_.wish == model::ExportWish()) {
    view_.wish = first_wish(stage_.world(), options_.pictures);
    kinds_.begin(view_.wish);
  }
  std::error_code ignored;
  view_.folder = fs::absolute(options_.pictures, ignored).lexically_normal().string();
  seen_.reset();
}

void ExportDesk::wish(const model::ExportWish& wish) {
  // Whatever was wrong may be so no longer: the next one tells.
  forget_failure();
  const bool is_other_format = wish.format != view_.wish.format && wish.made == view_.wish.made;
  // A name that is being typed is left alone, whatever it is.
  const bool is_typed = wish.file != view_.wish.file;
  const bool is_other_kind = wish.made != view_.wish.made;
  view_.wish = is_other_kind ? kinds_.changed_to(wish, view_.wish) : wish;
  // Some formats go into several kinds of files: who chooses one gets its usual.
  if (is_other_format && !is_typed) view_.wish.file = fs::path(wish.file).replace_extension().string();
  if (!is_typed) view_.wish = tidied(std::move(view_.wish));
  if (is_other_kind) kinds_.begin(view_.wish);
  seen_.reset();
}

void ExportDesk::forget_failure() {
  job_.forget_failure();
  view_.progress = job_.progress();
}

bool ExportDesk::look(const model::ViewState& view, const WindowPicture& window) {
  bool is_new = job_.look();
  if (is_new || view_.progress.stage != job_.progress().stage) {
    is_new = true;
    view_.progress = job_.progress();
    if (!job_.is_running()) look_for_file();
  }
  if (!view_.is_open) return is_new;
  model::ViewState seen = shown_of(view, view_.wish.made == ExportMade::kStill);
  if (seen_ && *seen_ == seen && window_.size == window.size && window_.type_scale == window.type_scale) return is_new;
  seen_ = std::move(seen);
  window_ = window;
  write_command(*seen_, window);
  return true;
}

void ExportDesk::write_command(const model::ViewState& seen, const WindowPicture& window) {
  const ExportScene scene{stage_.world(),
                          seen,
                          stage_.sheets().crs_of(""),
                          stage_.sheet(seen).fit(),
                          cues_.file.empty() ? options_.common.exhibit : cues_.file,
                          options_.pictures,
                          program_,
                          window.size,
                          window.type_scale};
  std::vector<std::string> words = export_words(view_.wish, scene);
  // Whatever the window shows: where the export does not go by that, or is only called otherwise, its pictures stay.
  if (without_name(words) != without_name(words_)) {
    pictures_due_s_ = platform::now_s() + kPicturePause_s;
    if (view_.progress.fault == ui::ExportFault::kOtherExport) forget_failure();
  }
  words_ = std::move(words);
  view_.command = quoted_for_shell(words_);
  auto parsed = read_export(words_, &stage_.world().exhibit);
  const Result<ExportOptions> read =
      parsed ? Result<ExportOptions>(std::move(parsed->front())) : tl::unexpected(parsed.error());
  const fs::path file = file_of(view_.wish, options_.pictures);
  view_.fault = fault_of(view_.wish, file, read, stage_.world().story->axis());
  parsed_ = read ? std::optional(*read) : std::nullopt;
  if (!view_.fault.is_there() && cues_.are_unsaved && view_.wish.shown == model::ExportShown::kCues)
    view_.fault = {ui::WishFaultKind::kUnsavedCues, ui::WishField::kNone};
  const Preset* const preset = find_preset(view_.wish.preset);
  view_.is_preset_changed = preset != nullptr && (!parsed_ || is_changed(*parsed_, *preset));
  if (parsed_) use_parsed();
  look_for_file();
}

void ExportDesk::use_parsed() {
  view_.size = parsed_->size;
  view_.fps = fps_told(*parsed_);
  if (parsed_->film_format != nullptr) view_.format = parsed_->film_format->name;
  const model::DayAxis& axis = stage_.world().story->axis();
  const time::PlayRange film = axis.film();
  view_.from = time::iso_day(parsed_->from.value_or(axis.day_at(film.from_d)));
  view_.to = time::iso_day(parsed_->to.value_or(axis.day_at(film.to_d)));
  view_.day = parsed_->day ? time::iso_day(*parsed_->day) : "";
  view_.seconds = fmt::format("{}", parsed_->seconds.value_or(stage_.world().exhibit.timeline.seconds));
}

void ExportDesk::look_for_file() {
  view_.is_there = view_.is_cut_off = false;
  if (view_.wish.file.empty()) return;
  std::error_code ignored;
  const std::string size = fmt::format("{}x{}", view_.size.width_px, view_.size.height_px);
  const fs::path file = with_size(file_of(view_.wish, options_.pictures).string(), size);
  const bool is_frames = view_.wish.made == ExportMade::kFrames;
  const fs::path folder = is_frames ? file.parent_path() : media::parts_of(file);
  if (view_.wish.made != ExportMade::kStill) {
    const auto journals = media::journals_in(folder);
    view_.is_cut_off = journals && !journals->empty();
  }
  view_.is_there = is_frames ? fs::exists(folder / media::Ledger::kManifestName, ignored) : fs::exists(file, ignored);
}

Result<void> ExportDesk::start(model::ExportBegin begin) {
  if (job_.is_running() || !parsed_ || view_.fault.is_there()) return {};
  look_for_file();
  if (begin == model::ExportBegin::kAfresh && (view_.is_there || view_.is_cut_off)) return {};
  std::vector<std::string> words = words_;
  if (begin == model::ExportBegin::kGoOn) words.emplace_back("--resume");
  if (begin == model::ExportBegin::kReplace && view_.is_cut_off) words.emplace_back("--overwrite");
  auto started = job_.start(std::move(words), view_.wish);
  view_.progress = job_.progress();
  return started;
}

bool ExportDesk::draw_pictures() {
  if (!view_.is_open || !pictures_due_s_ || platform::now_s() < *pictures_due_s_) return false;
  pictures_due_s_.reset();
  if (!parsed_ || view_.fault.kind == ui::WishFaultKind::kOutside || view_.fault.kind == ui::WishFaultKind::kOrder)
    return false;
  const auto drawn = previews_.draw(stage_, *parsed_, places_);
  if (!drawn && !view_.fault.is_there())
    view_.fault = {ui::WishFaultKind::kAsItIsSaid, ui::WishField::kNone, drawn.error().message};
  view_.pictures = previews_.pictures();
  return true;
}

void ExportDesk::drop_pictures() {
  previews_.forget();
  view_.pictures = previews_.pictures();
  pictures_due_s_ = platform::now_s();
}

std::optional<double> ExportDesk::timeout_s() const {
  std::optional<double> least_s;
  if (job_.is_running()) least_s = kJobLook_s;
  if (view_.is_open && pictures_due_s_)
    least_s = std::min(least_s.value_or(kPicturePause_s), std::max(0.0, *pictures_due_s_ - platform::now_s()));
  return least_s;
}

}  // namespace spreadmap::app
