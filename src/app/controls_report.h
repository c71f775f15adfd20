#pragma once
#include <filesystem>
#include <string>
#include <utility>

#include "app/text_file.h"
#include "base/log.h"

namespace spreadmap::app {

/// For tests, which press what a visitor would: a file that tells what the window is at, a line for each thing with its box and its name.
class ControlsReport {
 public:
  /// Empty: nothing is told.
  explicit ControlsReport(std::filesystem::path file) : file_{std::move(file), {}} {}
  [[nodiscard]] bool is_wanted() const { return !file_.file.empty(); }
  /// Written where it is another text than before. What cannot be written is in the log.
  void tell(std::string text) {
    if (!is_wanted() || text == file_.text) return;
    file_.text = std::move(text);
    if (const auto written = write(file_); !written) log_error(written.error().message);
  }
  /// Another has written into the file.
  void forget() { file_.text.clear(); }

 private:
  TextFile file_;
};

}  // namespace spreadmap::app
