#pragma once
#include "app/options.h"
#include "app/places.h"
#include "base/result.h"

namespace spreadmap::app {

/// `spreadmap [EXHIBIT]`: a window to explore the exhibit in. Errors also: a keys file is wrong, before there is a window.
Result<void> run_explore(const ExploreOptions& options, const Places& places);

}  // namespace spreadmap::app
