#pragma once
#include <fmt/format.h>

#include <source_location>
#include <string>

namespace spreadmap {

/// Prints function, expression and values to standard error, then aborts. For broken invariants of our own only.
[[noreturn]] void assertion_failed(const char* expression, const std::string& values,
                                   std::source_location where = std::source_location::current());

}  // namespace spreadmap

/// `SM_ASSERT(begin <= end, "begin {} end {}", begin, end)`: a broken invariant of ours stops the program, in release as well.
#define SM_ASSERT(expression, ...)                                                  \
  do {                                                                              \
    if (!(expression)) ::spreadmap::assertion_failed(#expression, fmt::format(__VA_ARGS__)); \
  } while (false)
