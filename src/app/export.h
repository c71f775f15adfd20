#pragma once
#include "app/options.h"
#include "app/places.h"
#include "base/result.h"

namespace spreadmap::app {

/// `spreadmap export`: a still, a sequence of PNGs or a film, without a display. Frame times come from the index alone. Ctrl-C leaves
/// whole frames only.
Result<void> run_export(const ExportOptions& options, const Places& places);

}  // namespace spreadmap::app
