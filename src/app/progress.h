#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace spreadmap::app {

/// How progress is told on standard error.
enum class ProgressKind : std::uint8_t {
  kLines,  ///< one line that is rewritten on a terminal; elsewhere nothing but the summary
  kJson,   ///< an object a line, several a second, for programs
  kNone,   ///< not at all; warnings and errors are
};

/// A part of an export that takes its time.
enum class Work : std::uint8_t {
  kFlashCheck,  ///< frames are looked at, small
  kFrames,      ///< frames are made
  kRows,        ///< a picture's rows are
  kJoin,        ///< a film is put together of its segments; nobody knows how far that is
};

/// What is told of a command's exports, one after another: that each begins, how far it is, that it is done or why not. For people one line, with rate, time
/// left and size so far, and in the end a summary; the line is gone when the last word, a warning or an error is said. For programs the objects that the README lists.
class Progress {
 public:
  explicit Progress(ProgressKind kind);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// The `number`-th of the command's `count` exports begins. `made`: "film"; `file`: as it was asked for.
  void begin(std::string_view made, const std::string& file, int number = 1, int count = 1);
  /// `total`: how many there are of it, of which an earlier export has made `there`.
  void start(Work work, int total, int there = 0);
  /// `count`: how many are made, those that were there among them; `bytes`: written so far, in the same way.
  void done(int count, std::uint64_t bytes);
  /// All frames are made, and lie at `where`.
  void finished(const std::string& where, std::uint64_t bytes);
  /// What has no frames to be counted is made: a picture, a join. Tells programs alone.
  void made(const std::string& where);
  /// Nothing had to be made: the film at `where` is whole, with all its frames.
  void is_there(const std::string& where, int frames);

  /// A line for people, once.
  void say(const std::string& line);
  /// Something that may not be meant so; the same words once in a command.
  void warn(const std::string& words);
  /// Tells programs why the export ended: `fault`, by a name for what they may have words of their own; `said`: the error without what to type; `detail`:
  /// what differs, or which file it is about; may be empty.
  void fault(std::string_view fault, const std::string& said, const std::string& detail);
  /// The same of an error of which nothing has been told; all else is.
  void failed(const std::string& said);

 private:
  void clear_line();
  void show(int count, double rate, double left_s, std::uint64_t bytes);
  /// That frames are made, for programs. `rate`: of what was drawn; 0: nothing was.
  void print_end(double rate, double took_s, std::uint64_t bytes, const std::string& where) const;

  ProgressKind kind_;
  bool is_terminal_;
  bool line_stands_ = false, fault_is_told_ = false;
  std::string file_;
  Work work_ = Work::kFrames;
  int total_ = 0, there_ = 0;
  double begun_s_, started_s_, last_shown_s_ = 0.0;
  std::set<std::string> warned_;
};

/// From now on what is logged is told to programs too, as objects.
void log_as_json();

/// "13.4 MB"
std::string told_bytes(std::uint64_t bytes);

}  // namespace spreadmap::app
