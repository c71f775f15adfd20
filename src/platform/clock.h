#pragma once
#include <chrono>
#include <ctime>

namespace spreadmap::platform {

/// Seconds of a clock that never jumps; the zero is arbitrary. Here alone the program asks for the time.
inline double now_s() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// What a clock on the wall shows.
struct TimeOfDay {
  int hour = 0, minute = 0;
};
inline TimeOfDay time_of_day() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_hour, local.tm_min};
}

}  // namespace spreadmap::platform
