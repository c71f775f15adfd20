#pragma once
#include <termios.h>

namespace spreadmap::platform {

/// Standard input, where that is a terminal, without showing what is typed, as long as this is there.
class QuietTerminal {
 public:
  QuietTerminal();
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;
  ~QuietTerminal();
  [[nodiscard]] bool is_there() const { return is_there_; }

 private:
  bool is_there_ = false;
  termios before_{};
};

}  // namespace spreadmap::platform
