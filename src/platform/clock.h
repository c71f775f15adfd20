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

/// What a calendar beside that clock shows.
inline std::chrono::sys_days today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return std::chrono::year(local.tm_year + 1900) / std::chrono::month(static_cast<unsigned>(local.tm_mon) + 1U) /
         std::chrono::day(static_cast<unsigned>(local.tm_mday));
}

}  // namespace spreadmap::platform
