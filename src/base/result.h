#pragma once
#include <fmt/format.h>

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace spreadmap {

/// What went wrong in the world (a file, a driver, a disk), as one line for the person who has to act:
/// `file:line: what, and what to do`. Context is added on the way up; the line is shown once, in app/.
struct Error {
  std::string message;

  /// The same error, with `context: ` before it.
  [[nodiscard]] Error within(std::string_view context) const { return Error{fmt::format("{}: {}", context, message)}; }
};

template <class T>
using Result = tl::expected<T, Error>;

/// `return fail("{}: cannot be opened: {}", path, reason);`
template <class... Args>
[[nodiscard]] tl::unexpected<Error> fail(fmt::format_string<Args...> format, Args&&... args) {
  return tl::unexpected<Error>(Error{fmt::format(format, std::forward<Args>(args)...)});
}

}  // namespace spreadmap
