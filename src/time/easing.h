#pragma once

namespace spreadmap::time {

/// Ways to go from 0 to 1 as a share of the time goes from 0 to 1. Both are monotone, exact at the ends (outside they hold), and
/// their speed is nothing there and never jumps.

/// Slow at both ends: for what goes somewhere.
double eased(double share);
/// At one speed but for a ramp at each end that takes `ramp` of the time, 0 to 0.5: for what plays. 0: at one speed throughout, which
/// is there at once.
double ramped(double share, double ramp);

}  // namespace spreadmap::time
