#include "platform/quiet_terminal.h"

#include <unistd.h>

namespace spreadmap::platform {

QuietTerminal::QuietTerminal() : is_there_(tcgetattr(STDIN_FILENO, &before_) == 0) {
  if (!is_there_) return;
  termios quiet = before_;
  quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
}

QuietTerminal::~QuietTerminal() {
  if (is_there_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
}

}  // namespace spreadmap::platform
