#include "time/easing.h"

#include <algorithm>

namespace spreadmap::time {

double eased(double share) {
  const double s = std::clamp(share, 0.0, 1.0);
  return s * s * (3.0 - 2.0 * s);
}

double ramped(double share, double ramp) {
  const double s = std::clamp(share, 0.0, 1.0), r = std::clamp(ramp, 0.0, 0.5);
  if (r <= 0.0) return s;
  // The speed grows evenly to this, and what is gone is the area below it.
  const double speed = 1.0 / (1.0 - r);
  if (s < r) return speed * s * s / (2.0 * r);
  if (s > 1.0 - r) return 1.0 - speed * (1.0 - s) * (1.0 - s) / (2.0 * r);
  return speed * (s - r / 2.0);
}

}  // namespace spreadmap::time
