#pragma once
#include <span>

#include "app/mode.h"
#include "app/stage.h"
#include "base/result.h"

namespace spreadmap::app {

/// Where the window's context is lost: has the modes let go of what they had in it, makes another with all that was in it, and gives them that, so
/// that the next picture is drawn as if nothing had been. A driver that gives none is asked again for half a minute. Errors: it still gives none.
Result<void> rebuild_if_lost(Stage& stage, std::span<Mode* const> modes);

}  // namespace spreadmap::app
