#include "app/lost_context.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "base/log.h"
#include "platform/clock.h"
#include "platform/signals.h"

namespace spreadmap::app {

Result<void> rebuild_if_lost(Stage& stage, std::span<Mode* const> modes) {
  if (!stage.window().has_lost_context()) return {};
  constexpr double kPatience_s = 30.0;
  constexpr std::chrono::milliseconds kPause{250};
  log_detail("the graphics context is lost; all that was in it is made again");
  const double lost_s = platform::now_s();
  for (Mode* mode : modes) mode->drop_gl();
  auto renewed = stage.renew_context();
  if (!renewed) log_error(renewed.error().message);
  while (!renewed && !platform::stop_asked()) {
    if (platform::now_s() - lost_s > kPatience_s) return renewed;
    std::this_thread::sleep_for(kPause);
    renewed = stage.renew_context();
  }
  for (Mode* mode : modes) mode->make_gl();
  log_detail(fmt::format("there again after {:.2f} s", platform::now_s() - lost_s));
  return {};
}

}  // namespace spreadmap::app
