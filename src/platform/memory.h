#pragma once
#include <cstddef>

#include "base/result.h"

namespace spreadmap::platform {

/// Whether the limit on the process's addresses (`ulimit -v`) leaves room for `wanted_bytes` more. Asked before a graphics driver is
/// loaded: drivers crash where an allocation of theirs fails.
/// Errors: less room is left, with both figures and what to do.
Result<void> check_addresses(std::size_t wanted_bytes);

}  // namespace spreadmap::platform
