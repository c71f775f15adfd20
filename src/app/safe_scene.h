#pragma once
#include <vector>

#include "app/options.h"
#include "base/result.h"
#include "vector/calm_picture.h"

namespace spreadmap::app {

/// What the safe scene says, in each language that the program speaks, the environment's first. `translations`: the folder of compiled catalogues; one that is not there speaks
/// English alone.
std::vector<vector::CalmWords> safe_words(const std::filesystem::path& translations);

/// `spreadmap kiosk --safe`: what a supervisor shows where the exhibit fails again and again, until a signal ends it. It needs no exhibit, no data, no OpenGL and no file that is
/// written; without fonts it shows its picture without words. Errors: there is no display.
Result<void> run_safe_scene(const KioskOptions& options);

}  // namespace spreadmap::app
