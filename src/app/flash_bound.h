#pragma once
#include <vector>

#include "app/film_plan.h"

namespace spreadmap::app {

/// Frames of a film that cannot be part of too many flashes, known without drawing them: they are as the one before, or for a second to either
/// side nothing but time goes on, and so few records come or go in it that their marks and rings, together with the figures that
/// change, could not cover a quarter of a block as often as it takes. By frame.
std::vector<bool> calm_frames(Stage& stage, const FilmPlan& plan, const ExportOptions& options);

}  // namespace spreadmap::app
