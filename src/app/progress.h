#pragma once
#include <string>

namespace spreadmap::app {

/// Frames done, with rate and time left: one line that is rewritten on a terminal, a plain line now and then elsewhere. On standard
/// error.
class Progress {
 public:
  explicit Progress(int total);
  void done(int count);
  void finished(const std::string& where) const;

 private:
  int total_;
  bool is_terminal_;
  double started_s_;
  double last_shown_s_;
};

}  // namespace spreadmap::app
