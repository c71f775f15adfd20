#include "app/flash_check.h"

#include <algorithm>
#include <cmath>

#include "app/export_still.h"
#include "app/flash_bound.h"
#include "platform/signals.h"

namespace spreadmap::app {
namespace {

/// What is large enough to flash is seen at this size.
constexpr double kLonger_px = 192.0;

std::string told(const FilmPlan& plan, const FlashFault& fault) {
  return fmt::format("frame {}, at {:.2f} s: {} {}flashes within a second, where at most {} are safe for all",
                     fault.frame, plan.second_of(fault.frame), fault.flashes, fault.is_red ? "red " : "",
                     FlashAnalysis::kMostFlashes);
}

}  // namespace

std::vector<FlashFault> flashes_in(Stage& stage, const FilmPlan& plan, const ExportOptions& options,
                                   Progress& progress) {
  const scene::SizePx size = shrunk(options.size, kLonger_px).size;
  // The same picture made small: its layout is that of the film, not that of so small a picture.
  const double px_per_pt = picture_of(options).px_per_pt * size.width_px / options.size.width_px;
  FlashAnalysis analysis(size.width_px, size.height_px, static_cast<double>(options.fps_num) / options.fps_den);
  std::vector<std::uint8_t> rgba(static_cast<std::size_t>(size.width_px) * static_cast<std::size_t>(size.height_px) *
                                 4);
  const std::vector<bool> calm = calm_frames(stage, plan, options);
  progress.start(Work::kFlashCheck, plan.frame_count());
  for (int frame = 0; frame < plan.frame_count() && !platform::stop_asked(); ++frame) {
    progress.done(frame, 0);
    if (calm[static_cast<std::size_t>(frame)]) {
      analysis.add_same();
      continue;
    }
    stage.draw(plan.view_at(frame), size, px_per_pt);
    stage.target().read(rgba);
    analysis.add(rgba);
  }
  return analysis.faults();
}

Result<void> check_flashes(Stage& stage, const FilmPlan& plan, const ExportOptions& options, Progress& progress) {
  const std::vector<FlashFault> faults = flashes_in(stage, plan, options, progress);
  if (faults.empty()) return {};
  if (options.common.strict) {
    return fail("{}; make the film slower there, or leave out --strict", told(plan, faults.front()));
  }
  constexpr std::size_t kMostLines = 5;
  for (std::size_t i = 0; i < faults.size() && i < kMostLines; ++i) progress.warn(told(plan, faults[i]));
  if (faults.size() > kMostLines) progress.warn(fmt::format("… and {} more such places", faults.size() - kMostLines));
  return {};
}

}  // namespace spreadmap::app
