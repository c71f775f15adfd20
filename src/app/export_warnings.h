#pragma once
#include "app/film_plan.h"
#include "app/progress.h"
#include "media/film.h"

namespace spreadmap::app {

/// Warns where a filter leaves no record of what a view shows.
void warn_of_nothing_left(Stage& stage, const model::ViewState& view, Progress& progress);

/// The same of each of a film's cues, or of all of it where the timeline plays.
void warn_of_nothing_left(Stage& stage, const FilmPlan& plan, Progress& progress);

/// Warns where a film's sound is shorter or longer than the film. Errors: a sound that cannot be read so far.
Result<void> warn_of_sound(media::FilmModule& module, const ExportOptions& options, const FilmPlan& plan,
                           Progress& progress);

}  // namespace spreadmap::app
