#include "platform/signals.h"

#include <atomic>
#include <csignal>

namespace spreadmap::platform {
namespace {

// A signal handler can reach nothing but a global.
std::atomic<bool> came = false;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)
static_assert(std::atomic<bool>::is_always_lock_free);

std::atomic<bool> drill_came = false;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void on_signal(int /*signal*/) { came = true; }

}  // namespace

void catch_stop_signals() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
  std::signal(SIGHUP, on_signal);
}

bool stop_asked() { return came; }

void catch_drill_signal() {
  std::signal(SIGUSR1, [](int /*signal*/) { drill_came = true; });
}

bool drill_asked() { return drill_came.exchange(false); }

}  // namespace spreadmap::platform
