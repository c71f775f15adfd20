#pragma once
#include <vector>

#include "time/play_range.h"

namespace spreadmap::time {

/// How the director paces an axis: it lingers on some days and, between them, gives a day the more time the more happens on it. A pure
/// function of the data axis (f64 days since the epoch), made once; how long a stretch of it takes is said when it is played (`Course`).
class Pacing {
 public:
  struct Rules {
    double linger_s = 1.5;      ///< how long a lingered day lasts
    double event_weight = 0.6;  ///< share of the other time that goes by events, 0 to 0.9; the rest goes evenly by days
  };
  /// So many events begin from that position to the next bin's.
  struct Bin {
    double from_d = 0.0;
    double count = 0.0;
  };
  /// `linger_days`: whole days; those outside `whole` do nothing. `bins`: ascending; the last ends with `whole`. Counts are smoothed over
  /// five bins, so that the pace swells and ebbs.
  Pacing(const Rules& rules, PlayRange whole, std::vector<double> linger_days, const std::vector<Bin>& bins);

  /// Where the pace changes.
  struct Knot {
    double at_d = 0.0;
    double weight = 0.0;   ///< time that goes by days and events, summed up to here; in no unit
    double lingers = 0.0;  ///< lingered days, summed up to here
  };
  /// The sums at a position, exact between knots, where both grow evenly.
  [[nodiscard]] Knot at(double position_d) const;
  [[nodiscard]] const std::vector<Knot>& knots() const { return knots_; }
  [[nodiscard]] double linger_s() const { return rules_.linger_s; }

 private:
  Rules rules_;
  std::vector<Knot> knots_;  ///< ascending, at least two
};

/// A stretch of the axis as it is played: evenly, or as the director paces it. Both ways take |days| / |speed| seconds in all, so that speed
/// says how long everything takes. *Played days* are seconds from the stretch's beginning times speed, plus that beginning: days that would have
/// passed at an even pace. Strictly monotone both ways, each the other's inverse; the ends are fixed.
class Course {
 public:
  // Evenly; what has no pace of its own is simply a range.
  Course(PlayRange range) : range_(range) {}  // NOLINT(google-explicit-constructor)
  /// `pacing` outlives it; nullptr: evenly. `days_per_s`: above 0.
  Course(PlayRange range, const Pacing* pacing, double days_per_s);

  [[nodiscard]] PlayRange range() const { return range_; }
  /// Positions outside the range stay what they are.
  [[nodiscard]] double played_d(double position_d) const;
  [[nodiscard]] double position_d(double played_d) const;
  /// Days a second at a position as a share of an even pace: 1 is even, less is slower.
  [[nodiscard]] double pace(double position_d) const;
  /// How long a lingered day lasts, seconds; shorter than asked where lingers would take more than half of all. 0: none is lingered on.
  [[nodiscard]] double linger_s() const { return linger_s_; }

 private:
  [[nodiscard]] double played_at(const Pacing::Knot& sums) const;

  PlayRange range_;
  const Pacing* pacing_ = nullptr;
  Pacing::Knot from_;
  double by_weight_d_ = 0.0;  ///< played days of one unit of weight
  double by_linger_d_ = 0.0;  ///< played days of one linger
  double linger_s_ = 0.0;
};

}  // namespace spreadmap::time
