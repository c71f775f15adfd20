#pragma once

namespace spreadmap::time {

/// A stretch of the data axis, in f64 days since the timeline's epoch.
struct PlayRange {
  double from_d = 0.0;
  double to_d = 0.0;
  bool operator==(const PlayRange&) const = default;
  [[nodiscard]] double length_d() const { return to_d - from_d; }
  [[nodiscard]] bool contains(double position_d) const { return position_d >= from_d && position_d <= to_d; }
};

}  // namespace spreadmap::time
