#include "app/export.h"

#include <cmath>
#include <thread>

#include "app/progress.h"
#include "app/stage.h"
#include "media/frame_sink.h"
#include "platform/signals.h"
#include "scene/layout.h"

namespace spreadmap::app {
namespace {

/// The view of an export: at rest, the whole map, the furniture that was asked for.
Result<model::ViewState> export_view(Stage& stage, const ExportOptions& options) {
  auto view = stage.opening_view(options.common);
  if (!view) return view;
  view->furniture = options.furniture;
  if (options.wipe_day) {
    const auto left_d = position_in_timeline("--wipe-day", *options.wipe_day, stage.world().story->axis());
    if (!left_d) return tl::unexpected(left_d.error());
    view->wipe = model::Wipe{*left_d, options.wipe_at};
  }
  if (auto prepared = stage.prepare(*view); !prepared) return tl::unexpected(prepared.error());
  return view;
}

Result<std::unique_ptr<media::FrameSink>> make_sink(const ExportOptions& options, const Places& places) {
  if (options.kind == ExportKind::kFilm) {
    media::FilmSpec film{options.out,     options.size.width_px, options.size.height_px,
                         options.fps_num, options.fps_den,       options.encoder};
    return media::make_film_sink(film, places.film_module);
  }
  const auto cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  return media::make_png_sink(options.out, options.threads > 0 ? options.threads : cores);
}

Result<void> export_still(Stage& stage, const ExportOptions& options, model::ViewState view, media::FrameSink& sink) {
  const auto playhead_d = position_in_timeline("--day", *options.day, stage.world().story->axis());
  if (!playhead_d) return tl::unexpected(playhead_d.error());
  if (platform::stop_asked()) return fail("stopped before the picture was made");
  view.playhead_d = *playhead_d;
  stage.draw(view, options.size, scene::px_per_pt_of(options.size, options.least_type_scale));
  media::Image image;
  stage.read(image);
  if (auto put = sink.put(0, std::move(image)); !put) return tl::unexpected(put.error());
  return sink.finish();
}

Result<time::PlayRange> film_range(const ExportOptions& options, const model::DayAxis& axis) {
  time::PlayRange range = axis.film();
  if (options.from) range.from_d = axis.position_d(*options.from);
  if (options.to) range.to_d = axis.position_d(*options.to);
  const time::PlayRange whole = axis.whole();
  if (range.from_d < whole.from_d || range.to_d > whole.to_d || range.from_d >= range.to_d) {
    return fail("--from and --to must lie in the exhibit's timeline, {} to {}, in this order",
                time::iso_day(axis.epoch), time::iso_day(axis.last));
  }
  return range;
}

Result<void> export_frames(Stage& stage, const ExportOptions& options, model::ViewState view, media::FrameSink& sink) {
  const auto range = film_range(options, stage.world().story->axis());
  if (!range) return tl::unexpected(range.error());
  const double seconds = options.seconds.value_or(stage.world().exhibit.timeline.seconds);
  const int frame_count = std::max(1, static_cast<int>(std::lround(seconds * options.fps_num / options.fps_den)));
  view.playback.speed_d_per_s = range->length_d() / seconds;
  const model::Story& story = *stage.world().story;
  const time::Course course(*range, view.playback.is_directed ? &story.pacing() : nullptr, view.playback.speed_d_per_s);
  Progress progress(frame_count);
  media::Image image;
  for (int index = 0; index < frame_count; ++index) {
    if (platform::stop_asked()) {
      return fail(
          "stopped after {} of {} frames; {}", index, frame_count,
          options.kind == ExportKind::kFilm ? "an unfinished film is not kept" : "those that are there are whole");
    }
    view.playhead_d = time::playhead_of_frame(course, index, frame_count);
    stage.draw(view, options.size, scene::px_per_pt_of(options.size, options.least_type_scale));
    stage.read(image);
    auto returned = sink.put(index, std::move(image));
    if (!returned) return tl::unexpected(returned.error());
    image = std::move(*returned);
    progress.done(index + 1);
  }
  if (auto finished = sink.finish(); !finished) return finished;
  progress.finished(options.out);
  return {};
}

}  // namespace

Result<void> run_export(const ExportOptions& options, const Places& places) {
  // Before the sink, which makes temporary files that a stop has to take away.
  platform::catch_stop_signals();
  // The sink is made before the stage: a folder that cannot be written to is said at once, not after a minute of loading.
  auto sink = make_sink(options, places);
  if (!sink) return tl::unexpected(sink.error());
  const platform::WindowSpec offscreen{
      .title = "spreadmap",
      .width_pt = 64,
      .height_pt = 64,
      .is_offscreen = true,
      .picture_px = static_cast<std::size_t>(options.size.width_px) * static_cast<std::size_t>(options.size.height_px)};
  const auto& exhibit = options.common.exhibit.empty() ? places.built_in_exhibit : options.common.exhibit;
  auto stage =
      Stage::create(offscreen, exhibit, places, {options.common.shaders}, options.common.strict, options.common.crs);
  if (!stage) return tl::unexpected(stage.error());
  auto view = export_view(**stage, options);
  if (!view) return tl::unexpected(view.error());
  return options.kind == ExportKind::kStill ? export_still(**stage, options, std::move(*view), **sink)
                                            : export_frames(**stage, options, std::move(*view), **sink);
}

}  // namespace spreadmap::app
