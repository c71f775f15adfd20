#pragma once
#include <filesystem>
#include <map>
#include <string>

#include "base/result.h"
#include "time/day.h"

namespace spreadmap::app {

/// How many visits each day had, in a CSV `day,visits`. Nothing else of anybody: neither what was looked at, nor for how long.
class Visits {
 public:
  /// Empty: nothing is kept. A file that cannot be read is left alone, and nothing is kept: `fault` says why.
  explicit Visits(std::filesystem::path file);
  /// One more on that day. Errors: it cannot be written; it is counted all the same, and written with the next.
  Result<void> add(time::Day day);
  [[nodiscard]] const std::string& fault() const { return fault_; }

 private:
  std::filesystem::path file_;
  std::map<std::string, long long> by_day_;  ///< ISO 8601
  std::string fault_;
};

/// $XDG_STATE_HOME/spreadmap/visits.csv, by the XDG Base Directory Specification; empty where there is no home.
std::filesystem::path visits_file();

}  // namespace spreadmap::app
