#include "app/visits.h"

#include <fmt/format.h>

#include <charconv>
#include <fstream>

#include "app/text_file.h"
#include "app/user_files.h"

namespace spreadmap::app {
namespace {

constexpr std::string_view kHead = "day,visits";

/// `2026-11-30,17`.
bool read_line(const std::string& line, std::map<std::string, long long>& by_day) {
  const std::size_t comma = line.find(',');
  if (comma == std::string::npos || !time::parse_day(line.substr(0, comma))) return false;
  long long count = 0;
  const char* const begin = line.data() + comma + 1;
  const char* const end = line.data() + line.size();
  const auto [stopped, error] = std::from_chars(begin, end, count);
  if (error != std::errc() || stopped != end || count < 0) return false;
  by_day[line.substr(0, comma)] += count;
  return true;
}

}  // namespace

Visits::Visits(std::filesystem::path file) : file_(std::move(file)) {
  std::error_code ignored;
  if (file_.empty() || !std::filesystem::exists(file_, ignored)) return;
  std::ifstream stream(file_);
  std::string line;
  for (int number = 1; std::getline(stream, line); ++number) {
    if (line.empty() || (number == 1 && line == kHead) || read_line(line, by_day_)) continue;
    fault_ = fmt::format(
        "{}:{}: expected a day and a count, as 2026-11-30,17; mend or move the file, visits are not counted until then",
        file_.string(), number);
    break;
  }
  if (stream.bad() || !stream.eof()) {
    if (fault_.empty()) fault_ = fmt::format("{}: cannot be read; visits are not counted", file_.string());
  }
}

Result<void> Visits::add(time::Day day) {
  if (file_.empty() || !fault_.empty()) return {};
  ++by_day_[time::iso_day(day)];
  std::string text(kHead);
  text += '\n';
  for (const auto& [name, count] : by_day_) text += fmt::format("{},{}\n", name, count);
  std::error_code ignored;
  std::filesystem::create_directories(file_.parent_path(), ignored);  // what is wrong with it, writing says
  return write(TextFile{file_, std::move(text)});
}

std::filesystem::path visits_file() { return user_file(UserFile::kState, "visits.csv"); }

}  // namespace spreadmap::app
