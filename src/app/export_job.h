#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "platform/running_program.h"
#include "ui/export_view.h"

namespace spreadmap::app {

/// An export that the program itself makes as a process beside the window: what is made is what the command line makes, whichever of both crashes does not
/// take the other along, and the window stays usable. It tells its progress by `--progress json`.
class ExportJob {
 public:
  /// Starts the command line; `file`: what it makes, as the panel calls it. Errors: it cannot be started.
  Result<void> start(std::vector<std::string> words, std::string file);
  /// Takes what it has said since; returns whether anything is other than before.
  bool look();
  void pause_or_go_on();
  /// Whole frames stay.
  void cancel();
  [[nodiscard]] bool is_running() const { return program_.has_value(); }
  /// Stops it and waits for that.
  void end() { program_.reset(); }
  [[nodiscard]] const ui::ExportProgress& progress() const { return progress_; }

 private:
  void take_line(const std::string& line);
  void take_end(int status);
  std::optional<platform::RunningProgram> program_;
  ui::ExportProgress progress_;
  std::string fault_said_;
};

}  // namespace spreadmap::app
