#pragma once

namespace spreadmap::platform {

/// From now on SIGINT, SIGTERM and SIGHUP do not end the program but are remembered: it ends itself, with nothing half done.
void catch_stop_signals();

/// Whether one has come.
bool stop_asked();

/// For tests: SIGUSR1 is remembered too. Whether one has come since this was last asked.
void catch_drill_signal();
bool drill_asked();

}  // namespace spreadmap::platform
