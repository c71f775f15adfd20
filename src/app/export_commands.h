#pragma once
#include "app/options.h"
#include "app/places.h"
#include "base/result.h"

namespace spreadmap::app {

/// `spreadmap join`: all shares of an export to what it would have made in one go, byte for byte.
Result<void> run_join(const JoinOptions& options, const Places& places);

/// `spreadmap verify`: says on standard output how many frames are as they were written. Errors: the first that is not.
Result<void> run_verify(const VerifyOptions& options, const Places& places);

}  // namespace spreadmap::app
