#pragma once
#include <string>
#include <utility>

#include "base/result.h"

namespace spreadmap::media {

/// Why an export was refused, for whoever has words of its own for it.
enum class Refusal {
  kOther,
  kBusy,         ///< another process is writing the same
  kUnfinished,   ///< an earlier one was cut off, and nobody said what becomes of it
  kOtherExport,  ///< what is there was made with something else
  kNotOurs,      ///< a file that no export wrote has a name that it would write
};

struct Refused : Error {
  Refusal kind = Refusal::kOther;
  std::string detail;                                ///< what differs, or which file it is
  Refused(Error error) : Error(std::move(error)) {}  // NOLINT(google-explicit-constructor): as fail(…) is returned
  Refused(Error error, Refusal why, std::string more = {})
      : Error(std::move(error)), kind(why), detail(std::move(more)) {}
};

/// `return refused(Refusal::kBusy, fail("{}: is being written", path));`
[[nodiscard]] inline tl::unexpected<Refused> refused(Refusal why, tl::unexpected<Error> error,
                                                     std::string detail = {}) {
  return tl::unexpected(Refused(std::move(error.value()), why, std::move(detail)));
}

template <class T>
using OrRefused = tl::expected<T, Refused>;

}  // namespace spreadmap::media
