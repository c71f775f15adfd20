#include "platform/service.h"

#include <algorithm>
#include <cstdint>

#if SPREADMAP_HAS_SYSTEMD
#include <systemd/sd-daemon.h>
#endif

namespace spreadmap::platform {
namespace {

// An answer is not waited for: who hears nothing of a program starts it again.
#if SPREADMAP_HAS_SYSTEMD
void tell(const std::string& lines) { sd_notify(0, lines.c_str()); }

std::optional<double> watchdog_s() {
  std::uint64_t us = 0;
  if (sd_watchdog_enabled(0, &us) <= 0) return std::nullopt;
  return 1e-6 * static_cast<double>(us);
}
#else
void tell(const std::string& /*lines*/) {}

std::optional<double> watchdog_s() { return std::nullopt; }
#endif

}  // namespace

Service::Service() {
  if (const auto bites_after_s = watchdog_s()) every_s_ = *bites_after_s / 3.0;
}

Service::~Service() { stopping(); }

void Service::waits(const std::string& status, double within_s) const {
  tell("EXTEND_TIMEOUT_USEC=" + std::to_string(static_cast<std::uint64_t>(1e6 * within_s)) + "\nSTATUS=" + status);
}

void Service::presented(double now_s) {
  if (!is_ready_) {
    is_ready_ = true;
    fed_s_ = now_s;
    tell("READY=1\nWATCHDOG=1\nSTATUS=" + said_);
    return;
  }
  // Pictures come sixty times a second.
  if (!every_s_ || now_s - fed_s_ < 0.5 * *every_s_) return;
  fed_s_ = now_s;
  tell("WATCHDOG=1");
}

std::optional<double> Service::due_in_s(double now_s) const {
  if (!every_s_ || !is_ready_) return std::nullopt;
  return std::max(0.0, fed_s_ + *every_s_ - now_s);
}

void Service::say(const std::string& status) {
  std::string line = status;
  std::ranges::replace(line, '\n', ' ');
  if (line == said_) return;
  said_ = std::move(line);
  if (is_ready_) tell("STATUS=" + said_);
}

void Service::stopping() {
  if (is_stopping_) return;
  is_stopping_ = true;
  tell("STOPPING=1");
}

}  // namespace spreadmap::platform
