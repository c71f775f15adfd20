#pragma once
#include <chrono>

namespace spreadmap::platform {

/// Seconds of a clock that never jumps; the zero is arbitrary. The one place where the program asks for the time.
inline double now_s() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace spreadmap::platform
