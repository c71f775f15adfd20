#include "app/kiosk.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <thread>
#include <variant>

#include "app/drill.h"
#include "app/kiosk_mode.h"
#include "app/kiosk_pin.h"
#include "app/lost_context.h"
#include "base/log.h"
#include "platform/clock.h"
#include "platform/displays.h"
#include "platform/quiet_terminal.h"
#include "platform/service.h"
#include "platform/signals.h"

namespace spreadmap::app {
namespace {

/// Asks for it twice on a terminal, lest a slip lock the staff out; else takes the first line.
Result<void> ask_for_pin(const std::filesystem::path& file) {
  if (file.empty()) return fail("there is no home folder to keep the PIN in; name a file with --pin-file");
  const platform::QuietTerminal quiet;
  std::string pin, again;
  if (quiet.is_there()) fmt::print(stderr, "PIN, 4 to 12 figures: ");
  std::getline(std::cin, pin);
  if (quiet.is_there()) {
    fmt::print(stderr, "\nThe same again: ");
    std::getline(std::cin, again);
    fmt::print(stderr, "\n");
    if (again != pin) return fail("the two are not the same; no PIN was set");
  }
  if (auto set = set_pin(file, pin); !set) return set;
  fmt::print(stderr, "The PIN is set: {}\n", file.string());
  return {};
}

/// The earlier of two, either of which may never come.
std::optional<double> earlier(std::optional<double> one, std::optional<double> other) {
  if (!one || !other) return one ? one : other;
  return std::min(*one, *other);
}

/// Whoever looks after it learns of each picture, and is shown one where none would have come for long. Errors: context or display are lost for good.
Result<void> tell_until_ended(Stage& stage, KioskMode& kiosk, Drill& drill, platform::Service& service) {
  const std::array<Mode*, 1> modes{&kiosk};
  const std::string title = stage.world().exhibit.title.in(stage.world().exhibit.language);
  int presented = 0;
  while (kiosk.wish() == ModeWish::kStay && !platform::stop_asked()) {
    const auto timeout_s = earlier(drill.waited_s(kiosk.timeout_s()), service.due_in_s(platform::now_s()));
    const platform::Inputs inputs = platform::wait_for_input(stage.window(), timeout_s);
    drill.begin_turn();
    if (auto rebuilt = rebuild_if_lost(stage, modes); !rebuilt) return rebuilt;
    for (const auto& event : inputs.window) {
      const bool is_quit = std::holds_alternative<platform::QuitAsked>(event);
      if (is_quit && !platform::stop_asked())
        return fail("the display is gone; start the kiosk again once it is there");
      kiosk.take(event);
    }
    if (service.due_in_s(platform::now_s()) == 0.0) kiosk.owe_picture();
    kiosk.step();
    drill.end_turn({kiosk.tellings(), kiosk.telling_s()});
    service.say(fmt::format("{}: {}", title, kiosk.at()));
    if (kiosk.presented() != presented) service.presented(platform::now_s());
    presented = kiosk.presented();
  }
  return {};
}

/// Where there is no display yet, as when a machine starts before its screen, waits for one. False: a signal came meanwhile.
bool wait_for_display(const platform::Service& service) {
  constexpr std::chrono::seconds kPause{1};
  constexpr double kWithin_s = 10.0;
  log_error("no display; the kiosk waits for one");
  while (!platform::can_open_window()) {
    if (platform::stop_asked()) return false;
    service.waits("waiting for a display", kWithin_s);
    std::this_thread::sleep_for(kPause);
  }
  return true;
}

}  // namespace

Result<void> run_kiosk(const KioskOptions& options, const Places& places) {
  if (options.sets_pin) return ask_for_pin(options.pin);
  const platform::WindowSpec spec{.title = "Spreadmap",
                                  .width_pt = options.size.width_px,
                                  .height_pt = options.size.height_px,
                                  .display = options.display.value_or(1) - 1};
  platform::catch_stop_signals();
  const auto& exhibit = options.common.exhibit.empty() ? places.built_in_exhibit : options.common.exhibit;
  platform::Service service;
  const CommonOptions& common = options.common;
  if (!platform::can_open_window()) {
    // What is wrong with the exhibit stays wrong on a machine that has a display.
    if (const auto world = load_world(exhibit, places, common.strict, common.crs); !world)
      return tl::unexpected(world.error());
    if (!wait_for_display(service)) return {};
  }
  auto stage = Stage::create(spec, exhibit, places, {common.shaders}, common.strict, common.crs);
  if (!stage) return tl::unexpected(stage.error());
  (*stage)->window().set_unattended();
  Drill drill(options.drill, **stage);
  auto kiosk = KioskMode::create(**stage, options, places, [&] { return drill.now_s(); });
  if (!kiosk) return tl::unexpected(kiosk.error());
  return tell_until_ended(**stage, **kiosk, drill, service);
}

}  // namespace spreadmap::app
