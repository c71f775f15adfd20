#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace spreadmap::app {

/// How progress is told on standard error.
enum class ProgressKind : std::uint8_t {
  kLines,  ///< one line that is rewritten on a terminal; elsewhere nothing but the summary
  kJson,   ///< an object a line, several a second, for programs
  kNone,   ///< not at all; errors are
};

/// Frames done, with rate, time left and size so far, and in the end a summary. On a terminal the line is gone when the last word or an error is said.
class Progress {
 public:
  Progress(int total, ProgressKind kind);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();
  /// A line for people, once.
  void say(const std::string& line) const;
  /// `bytes`: written so far.
  void done(int count, std::uint64_t bytes);
  /// All is made, and lies at `where`.
  void finished(const std::string& where, std::uint64_t bytes);
  /// Nothing had to be made: what lies at `where` is whole.
  void is_there(const std::string& where) const;

 private:
  void clear_line();

  int total_;
  ProgressKind kind_;
  bool is_terminal_;
  bool line_stands_ = false;
  double started_s_;
  double last_shown_s_;
};

/// Tells programs (kJson) why an export ended: `fault`, by a name for what they may have words of their own; `said`: the error without what to type; `detail`:
/// what differs, or which file it is about; may be empty.
void tell_fault(ProgressKind kind, std::string_view fault, const std::string& said, const std::string& detail);

/// "13.4 MB"
std::string told_bytes(std::uint64_t bytes);

}  // namespace spreadmap::app
