#pragma once
#include "app/options.h"
#include "app/places.h"
#include "base/result.h"

namespace spreadmap::app {

/// `spreadmap export`: stills, sequences of PNGs or films, one after another, without a display. They share all but size and name. Frame times come from the
/// index alone. Ctrl-C leaves whole frames only.
Result<void> run_export(const std::vector<ExportOptions>& exports, const Places& places);

}  // namespace spreadmap::app
