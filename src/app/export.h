#pragma once
#include "app/options.h"
#include "app/places.h"
#include "app/stage.h"
#include "base/result.h"

namespace spreadmap::app {

/// `spreadmap export`: stills, sequences of PNGs or films, one after another, without a display. They share all but size and name. Frame times come from the
/// index alone. Ctrl-C leaves whole frames only.
Result<void> run_export(const std::vector<ExportOptions>& exports, const Places& places);

/// The view of an export: at rest, with the furniture that was asked for; all that it shows has been read. Errors: what the options name and the exhibit does
/// not have, or has no place for.
Result<model::ViewState> export_view(Stage& stage, const ExportOptions& options, const Places& places);

}  // namespace spreadmap::app
