#pragma once
#include "app/options.h"
#include "app/places.h"
#include "base/result.h"

namespace spreadmap::app {

/// `spreadmap kiosk [EXHIBIT]`: until a signal asks it to end, or the staff. Errors: what keeps it from beginning.
Result<void> run_kiosk(const KioskOptions& options, const Places& places);

}  // namespace spreadmap::app
