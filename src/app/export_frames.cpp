#include "app/export_frames.h"

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "app/export_facts.h"
#include "app/export_fault.h"
#include "app/export_still.h"
#include "app/film_texts.h"
#include "app/flash_check.h"
#include "app/record_table.h"
#include "media/atomic_file.h"
#include "media/frame_sink.h"
#include "media/whole_film.h"
#include "platform/signals.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

int threads_of(const ExportOptions& options) {
  return options.threads > 0 ? options.threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

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
  FrameExport(Stage& stage, const ExportOptions& options, Output output)
      : stage_(stage), options_(options), output_(std::move(output)) {}

  Result<void> run(const FilmPlan& plan, const Places& places);

 private:
  /// Whether there is nothing to go on with: the film is there, whole and as it would be made.
  [[nodiscard]] Result<bool> is_there_already() const;
  /// What the frame shows, noted until its unit is done.
  void note(int index, const model::ViewState& view);
  Result<void> take(const media::MadeUnit& done);
  Result<void> make(const FilmPlan& plan);
  Result<void> make_unit(int unit, const FilmPlan& plan, media::FrameSink& sink);
  /// The error, and how to go on where anything is done.
  [[nodiscard]] tl::unexpected<Error> with_what_to_do(const Error& error) const;

  [[nodiscard]] const fs::path& folder() const { return output_.folder->path(); }

  Stage& stage_;
  const ExportOptions& options_;
  Output output_;
  media::Manifest wanted_;
  std::unique_ptr<media::Ledger> ledger_;
  std::mutex mutex_;
  std::map<int, media::FrameRecord> notes_;  ///< by index, of frames in work
  media::Image image_;
  std::optional<Progress> progress_;
  int frames_done_ = 0;
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

Result<bool> FrameExport::is_there_already() const {
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
    return told_refusal(options_.progress, same.error());
  const auto verified = media::verify_film(*output_.film, options_.out);
  if (!verified) return tl::unexpected(verified.error());
  return true;
}

tl::unexpected<Error> FrameExport::with_what_to_do(const Error& error) const {
  const char* const already = options_.older == media::Older::kGoOn ? "" : " --resume";
  std::error_code ignored;
  if (!fs::exists(folder(), ignored)) {
    tell_fault(options_.progress, name_of(ui::ExportFault::kTakenAway), error.message, folder().string());
    return fail(
        "{}: was taken away while it was written into ({}); put it back, what is done stays good, and go on with: {}{}",
        folder().string(), error.message, options_.command, already);
  }
  if (!ledger_->has_any_file()) return tl::unexpected(error);
  tell_fault(options_.progress, name_of(ui::ExportFault::kCutOff), error.message, {});
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
    progress_->done(++frames_done_, bytes_);
  }
  return {};
}

Result<void> FrameExport::make(const FilmPlan& plan) {
  const auto [first, last] = options_.shard.of(wanted_.unit_count());
  std::vector<int> units;
  int count = 0;
  for (int unit = first; unit < last; ++unit) {
    if (ledger_->has(unit)) continue;
    units.push_back(unit);
    count += wanted_.frames_in(unit);
  }
  progress_.emplace(count, options_.progress);
  if (output_.film != nullptr && output_.spec->format->clock_hz > 0) progress_->say(clock_told(options_));
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

Result<void> FrameExport::run(const FilmPlan& plan, const Places& places) {
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
  if (const auto there = is_there_already(); !there || *there) {
    if (there) {
      // One that was cut off at the right moment has left it.
      if (auto removed = media::remove_temporaries_in(folder()); !removed) return removed;
      output_.claim.reset();
      std::error_code ignored;
      fs::remove(folder(), ignored);
      Progress(0, options_.progress).is_there(options_.out);
    }
    return there.map([](bool) {});
  }
  // These follow from exhibit and options alone, so one machine does it for all.
  const bool is_first = options_.shard.number == 1;
  if (options_.flash_check && is_first) {
    if (auto checked = check_flashes(stage_, plan, options_); !checked) return checked;
  }
  const FilmTextFiles texts = film_text_files(options_, folder());
  const bool has_texts = options_.captions && is_first;
  if (auto ours = check_ours(texts); has_texts && !ours) return told_refusal(options_.progress, ours.error());
  auto ledger = media::Ledger::open(std::move(*output_.claim), wanted_, options_.older);
  if (!ledger) return told_refusal(options_.progress, ledger.error());
  ledger_ = std::move(*ledger);
  if (options_.part == PicturePart::kMatte && is_first) {
    if (auto told = write_record_table(record_table_beside(options_), stage_.world()); !told) return told;
  }
  if (auto made = make(plan); !made) return with_what_to_do(made.error());
  if (has_texts) {
    if (auto written = write_film_texts(stage_, plan, texts); !written) return with_what_to_do(written.error());
  }
  // Shares of a film are put together by `join` alone: of several that end at once each would find all others there.
  const bool is_share_of_film = output_.film != nullptr && !options_.shard.is_whole();
  if (is_share_of_film || !ledger_->manifest().is_whole()) {
    progress_->finished(folder().string(), bytes_);
    return {};
  }
  if (auto finished = ledger_->finish(); !finished) return with_what_to_do(finished.error());
  if (output_.film != nullptr) {
    if (auto joined = finish_film(*output_.film, ledger_->manifest(), folder(), options_.out, options_.soundtrack);
        !joined)
      return with_what_to_do(joined.error());
  }
  std::error_code ignored;
  progress_->finished(options_.out, output_.film != nullptr ? fs::file_size(options_.out, ignored) : bytes_.load());
  return {};
}

}  // namespace

Result<Output> output_of(const ExportOptions& options, const Places& places) {
  Output output;
  if (options.kind == ExportKind::kRaw) return output;
  const bool is_film = options.kind == ExportKind::kFilm;
  if (is_film) {
    output.spec = media::FilmSpec{.target = options.out,
                                  .width_px = options.size.width_px,
                                  .height_px = options.size.height_px,
                                  .fps_num = options.fps_num,
                                  .fps_den = options.fps_den,
                                  .format = options.film_format,
                                  .encoder = options.encoder,
                                  .crf = options.crf,
                                  .has_alpha = !picture_of(options).is_opaque(),
                                  .depth = picture_of(options).depth,
                                  .sound = options.soundtrack,
                                  .threads = threads_of(options)};
    if (auto fine = checked(*output.spec); !fine) return tl::unexpected(fine.error());
    const auto module = media::load_film_module(places.film_module);
    if (!module) return tl::unexpected(module.error());
    output.film = *module;
    if (auto heard = media::check_sound(*output.film, options.soundtrack); !heard) return tl::unexpected(heard.error());
  } else {
    auto pattern = media::FramePattern::parsed(options.out);
    if (!pattern) return tl::unexpected(pattern.error());
    output.pattern = std::move(*pattern);
  }
  auto folder = media::OutputFolder::make(is_film ? media::parts_of(options.out) : output.pattern.folder());
  if (!folder) return tl::unexpected(folder.error());
  output.folder.emplace(std::move(*folder));
  if (options.kind == ExportKind::kStill) return output;
  auto claim = media::Claim::take(output.folder->path(), options.shard);
  if (!claim) return told_refusal(options.progress, claim.error());
  output.claim.emplace(std::move(*claim));
  return output;
}

Result<void> export_frames(Stage& stage, const ExportOptions& options, const FilmPlan& plan, Output output,
                           const Places& places) {
  return FrameExport(stage, options, std::move(output)).run(plan, places);
}

}  // namespace spreadmap::app
