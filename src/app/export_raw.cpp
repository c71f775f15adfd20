#include "app/export_raw.h"

#include <unistd.h>

#include <csignal>

#include "app/export_still.h"
#include "app/flash_check.h"
#include "app/progress.h"
#include "media/frame_sink.h"
#include "platform/signals.h"

namespace spreadmap::app {

Result<void> export_raw(Stage& stage, const ExportOptions& options, const FilmPlan& plan, Progress& progress) {
  constexpr const char* kName = "standard output";
  if (::isatty(STDOUT_FILENO) == 1)
    return fail("{}: is a terminal; send the frames into a pipe or a file, as in `… -o - | ffmpeg …`", kName);
  // A reader that ends is an error that is said, not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  if (options.flash_check) {
    if (auto checked = check_flashes(stage, plan, options, progress); !checked) return checked;
  }
  const auto sink = media::make_raw_sink(STDOUT_FILENO, kName);
  progress.start(Work::kFrames, plan.frame_count());
  std::uint64_t bytes = 0;
  media::Image image;
  for (int index = 0; index < plan.frame_count(); ++index) {
    if (platform::stop_asked()) return fail("stopped after {} of {} frames", index, plan.frame_count());
    stage.picture(plan.view_at(index), picture_of(options), image);
    bytes += image.rgba.size();
    auto returned = sink->put(index, std::move(image));
    if (!returned) return tl::unexpected(returned.error());
    image = std::move(*returned);
    progress.done(index + 1, bytes);
  }
  if (auto finished = sink->finish(); !finished) return finished;
  progress.finished(kName, bytes);
  return {};
}

}  // namespace spreadmap::app
