#include "app/export_frames.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

#include "app/export_beside.h"
#include "app/export_facts.h"
#include "app/export_fault.h"
#include "app/export_still.h"
#include "app/export_warnings.h"
#include "app/film_texts.h"
#include "app/flash_check.h"
#include "media/atomic_file.h"
#include "media/frame_sink.h"
#include "media/sha256.h"
#include "media/whole_film.h"
#include "platform/signals.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

/// How long frames are shown by a clock that is coarser than the film's rate.
std::string clock_told(const ExportOptions& options) {
  const int clock_hz = options.film_format->clock_hz;
  const std::int64_t ticks = std::int64_t{clock_hz} * options.fps_den;
  const std::int64_t shorter = ticks / options.fps_num;
  const bool is_even = ticks % options.fps_num == 0;
  return fmt::format("{}: {}'s clock is 1/{} s; each frame is shown for {} of them{}", options.out,
                     options.film_format->told, clock_hz,
                     is_even ? fmt::format("{}", shorter) : fmt::format("{} or {}", shorter, shorter + 1),
                     is_even ? "" : ", so that all together last as long as asked");
}

/// The frames of an export, from their numbers to their files.
class FrameExport {
 public:
  FrameExport(Stage& stage, const ExportOptions& options, Output output, Progress& progress)
      : stage_(stage), options_(options), output_(std::move(output)), progress_(progress) {}

  Result<void> run(const FilmPlan& plan, const Places& places);

 private:
  Result<void> say_what_is_wanted(const FilmPlan& plan, const Places& places);
  /// Whether there is nothing to go on with: the film is there, whole and as it would be made.
  [[nodiscard]] Result<bool> is_there_already();
  /// That nothing of somebody else is written over.
  [[nodiscard]] media::OrRefused<void> check_ours() const;
  Result<void> write_beside(const FilmPlan& plan);
  /// What the frame shows, noted until its unit is done.
  void note(int index, const model::ViewState& view);
  Result<void> take(const media::MadeUnit& done);
  Result<void> make(const FilmPlan& plan);
  /// Errors: a frame that was made is not there any more.
  [[nodiscard]] Result<void> check_frames_are_there() const;
  Result<void> finish();
  Result<void> make_unit(int unit, const FilmPlan& plan, media::FrameSink& sink);
  /// The error, and how to go on where anything is done.
  [[nodiscard]] tl::unexpected<Error> with_what_to_do(const Error& error);

  /// What follows from exhibit and options alone one share does for all.
  [[nodiscard]] bool is_first() const { return options_.shard.number == 1; }
  [[nodiscard]] const fs::path& folder() const { return output_.folder->path(); }

  Stage& stage_;
  const ExportOptions& options_;
  Output output_;
  media::Manifest wanted_;
  std::unique_ptr<media::Ledger> ledger_;
  std::mutex mutex_;
  std::map<int, media::FrameRecord> notes_;  ///< by index, of frames in work
  media::Image image_;
  Progress& progress_;
  int frames_done_ = 0;                   ///< those that were there among them
  std::atomic<std::uint64_t> bytes_ = 0;  ///< of what is made
};

void FrameExport::note(int index, const model::ViewState& view) {
  const World& world = stage_.world();
  media::FrameRecord record{index, time::iso_day(world.story->axis().day_at(view.playhead_d)), {}, {}};
  const model::Selection& selection = stage_.select(view);
  for (std::size_t at = 0; at < world.exhibit.layers.size(); ++at) {
    const exhibit::LayerSpec& layer = world.exhibit.layers[at];
    if (!exhibit::has_records(layer.kind) || !view.layers[at].visible) continue;
    const model::DayCount count = selection.layer(at).count(view.playhead_d);
    record.counts.push_back({layer.id, count.certain, count.possible});
  }
  const std::lock_guard lock(mutex_);
  notes_.insert_or_assign(index, std::move(record));
}

Result<void> FrameExport::take(const media::MadeUnit& done) {
  media::UnitRecord unit{done.unit, done.file.filename().string(), done.sha256, {}};
  {
    const std::lock_guard lock(mutex_);
    int index = wanted_.first_frame_of(done.unit);
    for (const std::string& sum : done.frame_sha256) {
      auto note = notes_.extract(index++);
      note.mapped().sha256 = sum;
      unit.frames.push_back(std::move(note.mapped()));
    }
  }
  bytes_ += done.bytes;
  return ledger_->add(std::move(unit));
}

Result<bool> FrameExport::is_there_already() {
  std::error_code ignored;
  if (output_.film == nullptr || options_.older != media::Older::kGoOn || !fs::exists(options_.out, ignored))
    return false;
  if (!media::holds_nothing(folder())) return media::is_joined(wanted_, folder(), options_.out);
  const fs::path list = media::manifest_beside(options_.out);
  if (!fs::exists(list, ignored)) {
    return fail("{}: is there without its {}, so nobody knows what it is; move it away, or replace it with --overwrite",
                options_.out, list.filename().string());
  }
  const auto there = media::read_manifest(list);
  if (!there) return tl::unexpected(there.error());
  if (auto same = media::check_same_export(options_.out, *there, wanted_); !same)
    return told_refusal(progress_, same.error());
  const auto verified = media::verify_film_alone(*output_.film, options_.out);
  if (!verified) return tl::unexpected(verified.error());
  return true;
}

media::OrRefused<void> FrameExport::check_ours() const {
  if (auto ours = check_own_names(options_, wanted_, output_.pattern, folder()); !ours) return ours;
  return is_first() ? check_own_texts(options_, folder()) : media::OrRefused<void>();
}

Result<void> FrameExport::write_beside(const FilmPlan& plan) {
  const std::vector<TextFile> files = files_beside(stage_, plan, options_, folder());
  warn_of_replaced(options_, files, progress_);
  for (const TextFile& file : files) {
    const std::string sum = media::Sha256().add(file.text).hex();
    if (auto noted = ledger_->add_beside(file.file.filename().string(), sum); !noted) return noted;
    if (auto written = write(file); !written) return written;
  }
  return {};
}

tl::unexpected<Error> FrameExport::with_what_to_do(const Error& error) {
  const char* const already = options_.older == media::Older::kGoOn ? "" : " --resume";
  std::error_code ignored;
  if (!fs::exists(folder(), ignored)) {
    progress_.fault(name_of(ui::ExportFault::kTakenAway), error.message, folder().string());
    return fail(
        "{}: was taken away while it was written into ({}); put it back, what is done stays good, and go on with: {}{}",
        folder().string(), error.message, options_.command, already);
  }
  if (!ledger_->has_any_file()) return tl::unexpected(error);
  progress_.fault(name_of(ui::ExportFault::kCutOff), error.message, {});
  return fail("{}; what is done stays good, go on with: {}{}", error.message, options_.command, already);
}

Result<void> FrameExport::make_unit(int unit, const FilmPlan& plan, media::FrameSink& sink) {
  const int first = wanted_.first_frame_of(unit);
  for (int index = first; index < first + wanted_.frames_in(unit); ++index) {
    if (platform::stop_asked()) return fail("stopped after {} of {} frames", frames_done_, wanted_.frame_count);
    const model::ViewState view = plan.view_at(index);
    stage_.picture(view, picture_of(options_), image_);
    note(index, view);
    auto returned = sink.put(index, std::move(image_));
    if (!returned) return tl::unexpected(returned.error());
    image_ = std::move(*returned);
    progress_.done(++frames_done_, bytes_);
  }
  return {};
}

Result<void> FrameExport::make(const FilmPlan& plan) {
  const auto [first, last] = options_.shard.of(wanted_.unit_count());
  std::vector<int> units;
  int count = 0;
  std::error_code ignored;
  for (int unit = first; unit < last; ++unit) {
    count += wanted_.frames_in(unit);
    if (!ledger_->has(unit)) {
      units.push_back(unit);
      continue;
    }
    frames_done_ += wanted_.frames_in(unit);
    bytes_ += fs::file_size(folder() / ledger_->manifest().units.at(unit).file, ignored);
  }
  progress_.start(Work::kFrames, count, frames_done_);
  if (output_.film != nullptr && output_.spec->format->clock_hz > 0) progress_.say(clock_told(options_));
  if (units.empty()) return {};
  const media::OnUnit on_unit = [this](const media::MadeUnit& done) { return take(done); };
  std::unique_ptr<media::FrameSink> sink;
  if (output_.film != nullptr) {
    output_.spec->first_segment = units.front();
    auto made = output_.film->make_sink(*output_.spec, on_unit);
    if (!made) return tl::unexpected(made.error());
    sink = std::move(*made);
  } else {
    sink = media::make_png_sink(output_.pattern, threads_of(options_), on_unit);
  }
  for (const int unit : units) {
    if (auto made = make_unit(unit, plan, *sink); !made) return made;
  }
  return sink->finish();
}

Result<void> FrameExport::say_what_is_wanted(const FilmPlan& plan, const Places& places) {
  wanted_.frame_count = plan.frame_count();
  std::string encoder;
  if (output_.film != nullptr) {
    output_.spec->frame_count = wanted_.frame_count;
    wanted_.unit_frames = output_.spec->segment_frames();
    auto told = output_.film->encoder_told(*output_.spec);
    if (!told) return tl::unexpected(told.error());
    encoder = std::move(*told);
  }
  auto facts = facts_of(stage_, options_, places, plan.opening(), plan.days(), encoder);
  if (!facts) return tl::unexpected(facts.error());
  wanted_.facts = std::move(*facts);
  for (const fs::path& file : names_beside(options_, folder())) wanted_.beside.emplace(file.filename().string(), "");
  return {};
}

Result<void> FrameExport::run(const FilmPlan& plan, const Places& places) {
  if (auto said = say_what_is_wanted(plan, places); !said) return said;
  if (const auto there = is_there_already(); !there || *there) {
    if (there) {
      // One that was cut off at the right moment has left it.
      if (auto removed = media::remove_temporaries_in(folder()); !removed) return removed;
      output_.claim.reset();
      std::error_code ignored;
      fs::remove(folder(), ignored);
      if (is_first()) {
        if (auto ours = check_own_texts(options_, folder()); !ours) return told_refusal(progress_, ours.error());
        if (auto put = put_beside_again(stage_, plan, options_, folder(), progress_); !put) return put;
      }
      progress_.is_there(options_.out, wanted_.frame_count);
    }
    return there.map([](bool) {});
  }
  if (output_.film != nullptr && is_first()) {
    if (auto heard = warn_of_sound(*output_.film, options_, plan, progress_); !heard) return heard;
  }
  if (options_.flash_check && is_first()) {
    if (auto checked = check_flashes(stage_, plan, options_, progress_); !checked) return checked;
  }
  if (auto ours = check_ours(); !ours) return told_refusal(progress_, ours.error());
  warn_of_earlier(options_, wanted_, folder(), progress_);
  auto ledger = media::Ledger::open(std::move(*output_.claim), wanted_, options_.older);
  if (!ledger) return told_refusal(progress_, ledger.error());
  ledger_ = std::move(*ledger);
  if (auto made = make(plan); !made) return with_what_to_do(made.error());
  if (is_first()) {
    if (auto written = write_beside(plan); !written) return with_what_to_do(written.error());
  }
  return finish();
}

Result<void> FrameExport::check_frames_are_there() const {
  // Of a film whoever joins the segments sees that.
  if (output_.film != nullptr) return {};
  std::error_code ignored;
  for (const auto& [number, unit] : ledger_->manifest().units) {
    const fs::path file = folder() / unit.file;
    if (!fs::exists(file, ignored)) return fail("{}: was taken away while the frames were made", file.string());
  }
  return {};
}

Result<void> FrameExport::finish() {
  // Shares of a film are put together by `join` alone: of several that end at once each would find all others there.
  const bool is_share_of_film = output_.film != nullptr && !options_.shard.is_whole();
  if (is_share_of_film || !ledger_->manifest().is_whole()) {
    progress_.finished(folder().string(), bytes_);
    return {};
  }
  if (auto there = check_frames_are_there(); !there) return with_what_to_do(there.error());
  if (auto finished = ledger_->finish(); !finished) return with_what_to_do(finished.error());
  if (output_.film != nullptr) {
    progress_.start(Work::kJoin, 0);
    if (auto joined = finish_film(*output_.film, ledger_->manifest(), folder(), options_.out, options_.soundtrack);
        !joined)
      return with_what_to_do(joined.error());
  }
  std::error_code ignored;
  progress_.finished(options_.out, output_.film != nullptr ? fs::file_size(options_.out, ignored) : bytes_.load());
  return {};
}

}  // namespace

Result<void> export_frames(Stage& stage, const ExportOptions& options, const FilmPlan& plan, Output output,
                           const Places& places, Progress& progress) {
  return FrameExport(stage, options, std::move(output), progress).run(plan, places);
}

}  // namespace spreadmap::app
