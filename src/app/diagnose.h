#pragma once
#include "app/options.h"
#include "app/places.h"
#include "base/result.h"

namespace spreadmap::app {

/// `spreadmap diagnose`: a report for the makers of what is installed and how large an exhibit is. It holds no name of a person, machine, folder or file, nothing that
/// an exhibit says, and no visits. What fails is part of the report. Errors: the report cannot be written.
Result<void> run_diagnose(const DiagnoseOptions& options, const Places& places);

}  // namespace spreadmap::app
