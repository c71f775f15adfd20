#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "platform/running_program.h"
#include "ui/export_view.h"

namespace spreadmap::app {

/// An export that the program itself makes as a process beside the window: what is made is what the command line makes, whichever of both crashes does not
/// take the other along, and the window stays usable. It tells its progress by `--progress json`.
class ExportJob {
 public:
  /// `program`: what makes it.
  explicit ExportJob(std::filesystem::path program = "/proc/self/exe") : file_(std::move(program)) {}
  /// Starts the command line; `wish`: what it makes, as the panel calls it. Errors: it cannot be started.
  Result<void> start(std::vector<std::string> words, const model::ExportWish& wish);
  /// Takes what it has said since; returns whether anything is other than before.
  bool look();
  void pause_or_go_on();
  /// Whole frames stay.
  void cancel();
  [[nodiscard]] bool is_running() const { return program_.has_value(); }
  /// Why the last one failed is so no longer.
  void forget_failure();
  /// Stops it and waits for that.
  void end() { program_.reset(); }
  [[nodiscard]] const ui::ExportProgress& progress() const { return progress_; }

 private:
  void take_line(const std::string& line);
  void take_end(int status);
  std::filesystem::path file_;
  std::optional<platform::RunningProgram> program_;
  ui::ExportProgress progress_;
  std::vector<std::string> said_;  ///< lines for people
  std::string fault_said_;
};

}  // namespace spreadmap::app
