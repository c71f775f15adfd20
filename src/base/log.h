#pragma once
#include <spdlog/spdlog.h>

namespace spreadmap {

/// Sends the log to standard error as `spreadmap: text`. `verbose` also shows what is only of interest when looking for a
/// fault. The log sink is one of the two globals of the house.
void set_up_log(bool verbose);

}  // namespace spreadmap
