#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "base/byte_size.h"
#include "platform/clock.h"

namespace spreadmap::app {
namespace {

// ECMA-48: to the first column, and erase to the end of the line.
constexpr const char* kClearLine = "\r\x1b[K";

/// To so many parts of one; divided last, so that it is written with as few digits.
double rounded(double value, double parts) { return std::round(value * parts) / parts; }

void print_line(const nlohmann::ordered_json& object) {
  // A path of any bytes must not end the program.
  fmt::print(stderr, "{}\n", object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  std::fflush(stderr);
}

}  // namespace

std::string told_bytes(std::uint64_t bytes) {
  const ByteSize size = byte_size(bytes);
  return fmt::format("{:.{}f} {}", size.value, size.value < 99.5 ? 1 : 0, size.unit);
}

void tell_fault(ProgressKind kind, std::string_view fault, const std::string& said, const std::string& detail) {
  if (kind == ProgressKind::kJson) print_line({{"fault", fault}, {"said", said}, {"detail", detail}});
}

Progress::Progress(int total, ProgressKind kind)
    : total_(total),
      kind_(kind),
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

void Progress::say(const std::string& line) const {
  if (kind_ == ProgressKind::kLines) fmt::print(stderr, "{}\n", line);
}

void Progress::done(int count, std::uint64_t bytes) {
  if (kind_ == ProgressKind::kNone || (kind_ == ProgressKind::kLines && !is_terminal_)) return;
  const double now_s = platform::now_s();
  constexpr double kPause_s = 0.2;
  if (now_s - last_shown_s_ < kPause_s) return;
  last_shown_s_ = now_s;
  const double rate = count / std::max(now_s - started_s_, 1e-6);
  const double left_s = (total_ - count) / rate;
  if (kind_ == ProgressKind::kJson) {
    print_line({{"frames", count},
                {"of", total_},
                {"frames_per_s", rounded(rate, 10.0)},
                {"seconds_left", rounded(left_s, 10.0)},
                {"bytes", bytes}});
    return;
  }
  fmt::print(stderr, "{}{} of {} frames · {:.0f} frames/s · {:.0f} s left · {}", kClearLine, count, total_, rate,
             std::ceil(left_s), told_bytes(bytes));
  std::fflush(stderr);
  line_stands_ = true;
}

void Progress::finished(const std::string& where, std::uint64_t bytes) {
  if (kind_ == ProgressKind::kNone) return;
  clear_line();
  const double took_s = std::max(platform::now_s() - started_s_, 1e-6);
  if (kind_ == ProgressKind::kJson) {
    print_line({{"done", true},
                {"frames", total_},
                {"seconds", rounded(took_s, 1000.0)},
                {"frames_per_s", rounded(total_ / took_s, 10.0)},
                {"bytes", bytes},
                {"file", where}});
    return;
  }
  fmt::print(stderr, "{} {} in {:.1f} s ({:.0f} frames/s), {}: {}\n", total_, total_ == 1 ? "frame" : "frames", took_s,
             total_ / took_s, told_bytes(bytes), where);
}

void Progress::is_there(const std::string& where) const {
  if (kind_ == ProgressKind::kJson) print_line({{"done", true}, {"frames", 0}, {"file", where}});
  if (kind_ == ProgressKind::kLines) fmt::print(stderr, "{}: is there already, as it would be made\n", where);
}

}  // namespace spreadmap::app
