#pragma once
#include "app/film_plan.h"
#include "app/options.h"
#include "app/stage.h"

namespace spreadmap::app {

/// All frames as RGBA to standard output, one after another, without a head: of `options.size`, 8 or 16 bits a sample. Errors: it is a terminal;
/// whoever reads has gone; Ctrl-C.
Result<void> export_raw(Stage& stage, const ExportOptions& options, const FilmPlan& plan, Progress& progress);

}  // namespace spreadmap::app
