#pragma once
#include <fmt/format.h>

#include <string>

namespace spreadmap {

/// Where in the source something is said. (std::source_location would be it, but clang-tidy 14 does not know that yet.)
struct SourcePlace {
  const char* file;
  int line;
  const char* function;
};

/// Prints place, expression and values to standard error, then aborts. For broken invariants of our own only.
[[noreturn]] void assertion_failed(const char* expression, const std::string& values, SourcePlace where);

}  // namespace spreadmap

/// `SM_ASSERT(begin <= end, "begin {} end {}", begin, end)`: a broken invariant of ours stops the program, in release as
/// well.
#define SM_ASSERT(expression, ...)                                                                          \
  do {                                                                                                      \
    if (!(expression)) {                                                                                    \
      ::spreadmap::assertion_failed(#expression, fmt::format(__VA_ARGS__), {__FILE__, __LINE__, __func__}); \
    }                                                                                                       \
  } while (false)
