#pragma once
#include <string_view>

#include "app/progress.h"
#include "media/refused.h"
#include "ui/export_view.h"

namespace spreadmap::app {

/// By what name `--progress json` tells of a fault. None of kNone.
std::string_view name_of(ui::ExportFault fault);
/// kNone: a name that there is not.
ui::ExportFault fault_named(std::string_view name);

/// Tells programs of it, and hands the error on.
tl::unexpected<Error> told_refusal(Progress& progress, const media::Refused& refused);

}  // namespace spreadmap::app
