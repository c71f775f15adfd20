#pragma once

namespace spreadmap::app {

/// The whole program: 0 done, 1 failed (one line on standard error), 2 wrong usage.
int run(int argc, const char* const* argv);

}  // namespace spreadmap::app
