#pragma once
#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/result.h"

namespace spreadmap::platform {

/// A program that runs beside this one and is asked how far it is, without waiting for it. It is in a process group of its own and gives way to
/// this one where processors are short. It reads nothing, and what it writes to its standard output is dropped.
class RunningProgram {
 public:
  /// `words`: the command line, the program's name first. Errors: it cannot be started.
  static Result<RunningProgram> start(const std::filesystem::path& file, std::vector<std::string> words);
  RunningProgram(RunningProgram&& other) noexcept;
  RunningProgram& operator=(RunningProgram&& other) noexcept;
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;
  /// Asks it to stop and waits for that; one that does not stop in time is killed.
  ~RunningProgram();

  /// The lines that it has written to its standard error since this was last asked; of one that has ended, what is left without a line's end too.
  std::vector<std::string> take_lines();
  /// Once it has ended: its exit status, or 128 and the number of the signal that ended it. Until then nullopt.
  std::optional<int> status();
  void pause();
  void go_on();
  /// As Ctrl-C does; one that is paused goes on to stop.
  void ask_to_stop();
  [[nodiscard]] bool is_paused() const { return is_paused_; }

 private:
  RunningProgram(pid_t id, Descriptor said) : id_(id), said_(std::move(said)) {}
  void signal(int number) const;
  pid_t id_ = 0;  ///< 0: none
  Descriptor
      said_;  ///< a file in memory: a program that outlives this one can still write there, and never waits for a reader
  off_t read_ = 0;    ///< how much of it
  std::string rest_;  ///< of a line that has not ended
  std::optional<int> status_;
  bool is_paused_ = false;
};

}  // namespace spreadmap::platform
