#include "app/export.h"

#include <algorithm>

#include "app/as_seen.h"
#include "app/cue_cameras.h"
#include "app/export_frames.h"
#include "app/export_raw.h"
#include "app/export_still.h"
#include "app/export_warnings.h"
#include "app/options_export.h"
#include "app/vector_still.h"
#include "platform/signals.h"

namespace spreadmap::app {
namespace {

const char* told(ExportKind kind) {
  switch (kind) {
    case ExportKind::kStill:
      return "still";
    case ExportKind::kFrames:
      return "frames";
    case ExportKind::kRaw:
      return "raw";
    case ExportKind::kFilm:
      break;
  }
  return "film";
}

Result<void> export_one(Stage& stage, const ExportOptions& options, Output output, const Places& places,
                        Progress& progress) {
  auto view = export_view(stage, options, places);
  if (!view) return tl::unexpected(view.error());
  if (options.kind == ExportKind::kStill) warn_of_nothing_left(stage, *view, progress);
  if (is_of_shapes(options.out)) return export_vector_still(stage, options, std::move(*view), progress);
  if (options.kind == ExportKind::kStill) return export_still(stage, options, std::move(*view), progress);
  const auto plan = FilmPlan::make(stage, places, options, *view);
  if (!plan) return tl::unexpected(plan.error());
  warn_of_nothing_left(stage, *plan, progress);
  if (options.kind == ExportKind::kRaw) return export_raw(stage, options, *plan, progress);
  return export_frames(stage, options, *plan, std::move(output), places, progress);
}

Result<void> export_all(const std::vector<ExportOptions>& exports, const Places& places, Progress& progress) {
  const int count = static_cast<int>(exports.size());
  const auto begin = [&](int at) {
    const ExportOptions& options = exports[static_cast<std::size_t>(at)];
    progress.begin(told(options.kind), options.out, at + 1, count);
  };
  begin(0);
  std::vector<Output> outputs;
  std::size_t picture_px = 0;
  for (const ExportOptions& options : exports) {
    auto output = output_of(options, places, progress);
    if (!output) return tl::unexpected(output.error());
    outputs.push_back(std::move(*output));
    picture_px = std::max(picture_px, pixels_held(options));
  }
  const platform::WindowSpec offscreen{
      .title = "spreadmap", .width_pt = 64, .height_pt = 64, .is_offscreen = true, .picture_px = picture_px};
  const CommonOptions& common = exports.front().common;
  const auto& exhibit = common.exhibit.empty() ? places.built_in_exhibit : common.exhibit;
  auto stage = Stage::create(offscreen, exhibit, places, {common.shaders}, common.strict, common.crs);
  if (!stage) return tl::unexpected(stage.error());
  for (int i = 0; i < count; ++i) {
    if (i > 0) begin(i);
    const auto at = static_cast<std::size_t>(i);
    if (auto made = export_one(**stage, exports[at], std::move(outputs[at]), places, progress); !made) return made;
  }
  return {};
}

}  // namespace

Result<model::ViewState> export_view(Stage& stage, const ExportOptions& options, const Places& places) {
  auto view = stage.opening_view(options.common);
  if (!view) return view;
  // A window's stage may have been made with another.
  if (const std::string crs = stage.sheets().crs_of(options.common.crs); crs != view->crs) {
    const auto brought = stage.sheets().bring(crs);
    if (!brought) return tl::unexpected(brought.error().within("--crs"));
    view->crs = crs;
    view->camera = (*brought)->fit();
  }
  if (!options.as_seen.empty()) {
    view = seen_as(stage.world(), *view, options.as_seen);
    if (!view) return view;
  }
  view->furniture = options.furniture;
  view->safe_area = options.safe_area;
  if (options.wipe_day) {
    const auto left_d = position_in_timeline("--wipe-day", *options.wipe_day, stage.world().story->axis());
    if (!left_d) return tl::unexpected(left_d.error());
    view->wipe = model::Wipe{*left_d, options.wipe_at};
  }
  if (auto prepared = stage.prepare(*view); !prepared) return tl::unexpected(prepared.error());
  if (options.camera) {
    CueCameras cameras(stage.world(), places, stage.sheet(*view), stage.known_places());
    const auto camera = cameras.camera_on(*options.camera, stage, *view, picture_of(options));
    if (!camera) return tl::unexpected(camera.error());
    view->camera = *camera;
  }
  return view;
}

Result<void> run_export(const std::vector<ExportOptions>& exports, const Places& places) {
  // Before the sinks, which make temporary files that a stop has to take away.
  platform::catch_stop_signals();
  const ProgressKind kind = exports.front().progress;
  if (kind == ProgressKind::kJson) log_as_json();
  Progress progress(kind);
  auto made = export_all(exports, places, progress);
  if (!made) progress.failed(made.error().message);
  return made;
}

}  // namespace spreadmap::app
