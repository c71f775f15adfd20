#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "base/byte_size.h"
#include "base/log.h"
#include "platform/clock.h"

namespace spreadmap::app {
namespace {

using Json = nlohmann::ordered_json;

// ECMA-48: to the first column, and erase to the end of the line.
constexpr const char* kClearLine = "\r\x1b[K";

/// To so many parts of one; divided last, so that it is written with as few digits.
double rounded(double value, double parts) { return std::round(value * parts) / parts; }

void print_line(const Json& object) {
  // A path of any bytes must not end the program.
  fmt::print(stderr, "{}\n", object.dump(-1, ' ', false, Json::error_handler_t::replace));
  std::fflush(stderr);
}

const char* name_of(Work work) {
  switch (work) {
    case Work::kFlashCheck:
      return "flash check";
    case Work::kRows:
      return "rows";
    case Work::kJoin:
      return "join";
    case Work::kFrames:
      break;
  }
  return "frames";
}

const char* frames_of(int count) { return count == 1 ? "frame" : "frames"; }

}  // namespace

std::string told_bytes(std::uint64_t bytes) {
  const ByteSize size = byte_size(bytes);
  return fmt::format("{:.{}f} {}", size.value, size.value < 99.5 ? 1 : 0, size.unit);
}

void log_as_json() {
  send_log_to([](std::string_view kind, std::string_view text) { print_line({{kind, text}}); });
}

Progress::Progress(ProgressKind kind)
    : kind_(kind), is_terminal_(isatty(STDERR_FILENO) == 1), begun_s_(platform::now_s()), started_s_(begun_s_) {}

Progress::~Progress() { clear_line(); }

void Progress::clear_line() {
  if (!line_stands_) return;
  line_stands_ = false;
  fmt::print(stderr, "{}", kClearLine);
  std::fflush(stderr);
}

void Progress::begin(std::string_view made, const std::string& file, int number, int count) {
  file_ = file;
  begun_s_ = started_s_ = platform::now_s();
  total_ = there_ = 0;
  if (kind_ == ProgressKind::kJson)
    print_line({{"begin", made}, {"file", file}, {"export", number}, {"of_exports", count}});
}

void Progress::start(Work work, int total, int there) {
  work_ = work;
  if (kind_ == ProgressKind::kJson) {
    Json told{{"stage", name_of(work)}};
    if (work != Work::kJoin) told.update({{"there", there}, {"of", total}});
    print_line(told);
  }
  if (work != Work::kJoin) {
    total_ = total;
    there_ = there;
    started_s_ = last_shown_s_ = platform::now_s();
    return;
  }
  // What is told in the end is about the frames.
  if (kind_ != ProgressKind::kLines || !is_terminal_) return;
  fmt::print(stderr, "{}putting {} together", kClearLine, file_);
  std::fflush(stderr);
  line_stands_ = true;
}

void Progress::done(int count, std::uint64_t bytes) {
  if (kind_ == ProgressKind::kNone || (kind_ == ProgressKind::kLines && !is_terminal_)) return;
  const double now_s = platform::now_s();
  constexpr double kPause_s = 0.2;
  if (now_s - last_shown_s_ < kPause_s) return;
  last_shown_s_ = now_s;
  const double rate = (count - there_) / std::max(now_s - started_s_, 1e-6);
  show(count, rate, rate > 0.0 ? (total_ - count) / rate : 0.0, bytes);
}

void Progress::show(int count, double rate, double left_s, std::uint64_t bytes) {
  const bool is_of_rows = work_ == Work::kRows;
  if (kind_ == ProgressKind::kJson) {
    Json told{{"stage", name_of(work_)}, {is_of_rows ? "rows" : "frames", count}, {"of", total_}};
    if (!is_of_rows) told["frames_per_s"] = rounded(rate, 10.0);
    told["seconds_left"] = rounded(left_s, 10.0);
    if (work_ == Work::kFrames) told["bytes"] = bytes;
    print_line(told);
    return;
  }
  std::string line = fmt::format("{} of {} {}", count, total_, is_of_rows ? "rows" : "frames");
  if (work_ == Work::kFlashCheck) line = "looking for flashes: " + line;
  if (work_ == Work::kFrames) line += fmt::format(" · {:.0f} frames/s", rate);
  line += fmt::format(" · {:.0f} s left", std::ceil(left_s));
  if (work_ == Work::kFrames) line += " · " + told_bytes(bytes);
  fmt::print(stderr, "{}{}", kClearLine, line);
  std::fflush(stderr);
  line_stands_ = true;
}

void Progress::finished(const std::string& where, std::uint64_t bytes) {
  if (kind_ == ProgressKind::kNone) return;
  clear_line();
  const double took_s = std::max(platform::now_s() - started_s_, 1e-6);
  const int drawn = total_ - there_;
  if (kind_ == ProgressKind::kJson) return print_end(drawn / took_s, took_s, bytes, where);
  const std::string before = there_ == 0  ? ""
                             : drawn == 0 ? ", all of which were there,"
                                          : fmt::format(", {} of which were there,", there_);
  const std::string rate = drawn > 0 ? fmt::format(" ({:.0f} frames/s)", drawn / took_s) : "";
  fmt::print(stderr, "{} {}{} in {:.1f} s{}, {}: {}\n", total_, frames_of(total_), before, took_s, rate,
             told_bytes(bytes), where);
}

void Progress::print_end(double rate, double took_s, std::uint64_t bytes, const std::string& where) const {
  print_line({{"done", true},
              {"frames", total_},
              {"there", there_},
              {"seconds", rounded(took_s, 1000.0)},
              {"frames_per_s", rounded(rate, 10.0)},
              {"bytes", bytes},
              {"file", where}});
}

void Progress::made(const std::string& where) {
  clear_line();
  if (kind_ != ProgressKind::kJson) return;
  std::error_code error;
  const auto bytes = std::filesystem::file_size(where, error);
  Json told{{"done", true}, {"seconds", rounded(platform::now_s() - begun_s_, 1000.0)}};
  if (!error) told["bytes"] = bytes;
  told["file"] = where;
  print_line(told);
}

void Progress::is_there(const std::string& where, int frames) {
  clear_line();
  total_ = there_ = frames;
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(where, ignored);
  if (kind_ == ProgressKind::kJson) print_end(0.0, platform::now_s() - begun_s_, bytes, where);
  if (kind_ == ProgressKind::kLines) fmt::print(stderr, "{}: is there already, as it would be made\n", where);
}

void Progress::say(const std::string& line) {
  clear_line();
  if (kind_ == ProgressKind::kLines) fmt::print(stderr, "{}\n", line);
}

void Progress::warn(const std::string& words) {
  if (!warned_.insert(words).second) return;
  clear_line();
  log_warning(words);
}

void Progress::fault(std::string_view fault, const std::string& said, const std::string& detail) {
  fault_is_told_ = true;
  if (kind_ == ProgressKind::kJson) print_line({{"fault", fault}, {"file", file_}, {"said", said}, {"detail", detail}});
}

void Progress::failed(const std::string& said) {
  if (!fault_is_told_) fault("failed", said, {});
}

}  // namespace spreadmap::app
