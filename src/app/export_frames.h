#pragma once
#include "app/export_output.h"
#include "app/film_plan.h"

namespace spreadmap::app {

/// Makes the frames of a sequence or a film, or this machine's share of them, that are not there yet; when all are, a film is joined. Errors: what cannot be written or encoded, with the
/// command to go on with.
Result<void> export_frames(Stage& stage, const ExportOptions& options, const FilmPlan& plan, Output output,
                           const Places& places, Progress& progress);

}  // namespace spreadmap::app
