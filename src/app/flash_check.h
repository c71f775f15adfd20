#pragma once
#include "app/film_plan.h"
#include "app/flashes.h"
#include "app/progress.h"

namespace spreadmap::app {

/// Draws a film small, before it is made, and looks for flashes in it. Frames that `calm_frames` knows are not drawn.
std::vector<FlashFault> flashes_in(Stage& stage, const FilmPlan& plan, const ExportOptions& options,
                                   Progress& progress);

/// Warns of what was found, a line for each stretch. Errors: with `--strict`, what was found.
Result<void> check_flashes(Stage& stage, const FilmPlan& plan, const ExportOptions& options, Progress& progress);

}  // namespace spreadmap::app
