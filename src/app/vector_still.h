#pragma once
#include <string>

#include "app/options.h"
#include "app/stage.h"
#include "base/result.h"
#include "model/view_state.h"

namespace spreadmap::app {

/// Writes `options.day` of the view as SVG or PDF, as `options.out` ends; draws nothing. Written aside, synced and renamed. Errors: a day beyond the
/// timeline, what cannot be laid on the map or written.
Result<void> export_vector_still(Stage& stage, const ExportOptions& options, model::ViewState view, Progress& progress);

}  // namespace spreadmap::app
