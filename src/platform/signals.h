#pragma once

namespace spreadmap::platform {

/// From now on SIGINT, SIGTERM and SIGHUP do not end the program but are remembered: it ends itself, with nothing half done.
void catch_stop_signals();

/// Whether one has come.
bool stop_asked();

}  // namespace spreadmap::platform
