#pragma once
#include <string>

#include "app/options.h"
#include "app/stage.h"
#include "base/result.h"
#include "model/view_state.h"

namespace spreadmap::app {

/// Whether the name of a still asks for shapes and text: `.svg` or `.pdf`.
bool is_vector(const std::string& out);

/// Writes `options.day` of the view as SVG or PDF, as `options.out` ends; draws nothing. Written aside, synced and renamed. Errors: a day beyond the
/// timeline, what cannot be laid on the map or written.
Result<void> export_vector_still(Stage& stage, const ExportOptions& options, model::ViewState view, Progress& progress);

}  // namespace spreadmap::app
