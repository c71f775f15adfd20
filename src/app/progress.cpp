#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "platform/clock.h"

namespace spreadmap::app {
namespace {

// ECMA-48: to the first column, and erase to the end of the line.
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

Progress::Progress(int total)
    : total_(total),
      is_terminal_(isatty(STDERR_FILENO) == 1),
      started_s_(platform::now_s()),
      last_shown_s_(started_s_) {}

Progress::~Progress() { clear_line(); }

void Progress::clear_line() {
  if (!line_stands_) return;
  line_stands_ = false;
  fmt::print(stderr, "{}", kClearLine);
  std::fflush(stderr);
}

void Progress::done(int count) {
  const double now_s = platform::now_s();
  const double pause_s = is_terminal_ ? 0.2 : 5.0;
  if (now_s - last_shown_s_ < pause_s) return;
  last_shown_s_ = now_s;
  const double rate = count / std::max(now_s - started_s_, 1e-6);
  fmt::print(stderr, "{}{} of {} frames · {:.0f} frames/s · {:.0f} s left{}", is_terminal_ ? kClearLine : "", count,
             total_, rate, std::ceil((total_ - count) / rate), is_terminal_ ? "" : "\n");
  std::fflush(stderr);
  line_stands_ = is_terminal_;
}

void Progress::finished(const std::string& where) {
  clear_line();
  const double took_s = std::max(platform::now_s() - started_s_, 1e-6);
  fmt::print(stderr, "{} {} in {:.1f} s ({:.0f} frames/s): {}\n", total_, total_ == 1 ? "frame" : "frames", took_s,
             total_ / took_s, where);
}

}  // namespace spreadmap::app
