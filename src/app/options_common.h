#pragma once
#include "app/option_values.h"
#include "app/options.h"

namespace spreadmap::app {

/// What all commands share that draw.
void add_common(CLI::App& command, CommonOptions& common);

}  // namespace spreadmap::app
