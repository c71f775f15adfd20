#pragma once
#include <string>

namespace spreadmap::app {

/// Frames done, with rate and time left: one line that is rewritten on a terminal, a plain line now and then elsewhere. On standard
/// error. On a terminal the line is gone when the last word or an error is said.
class Progress {
 public:
  explicit Progress(int total);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();
  void done(int count);
  void finished(const std::string& where);

 private:
  void clear_line();

  int total_;
  bool is_terminal_;
  bool line_stands_ = false;
  double started_s_;
  double last_shown_s_;
};

}  // namespace spreadmap::app
