#include "model/selection.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::model {

double Selection::event_beside(double position_d, int direction) const {
  const double day_d = std::floor(position_d);
  double found = direction > 0 ? whole_.to_d : whole_.from_d;
  if (direction > 0) {
    const auto next = std::upper_bound(event_days_.begin(), event_days_.end(), day_d);
    if (next != event_days_.end()) found = *next;
  } else {
    // Within a day, "previous" first goes back to the day's own beginning.
    const auto next = std::lower_bound(event_days_.begin(), event_days_.end(), position_d);
    if (next != event_days_.begin()) found = *std::prev(next);
  }
  return std::clamp(found, whole_.from_d, whole_.to_d);
}

}  // namespace spreadmap::model
