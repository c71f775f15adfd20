#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "data/tables.h"
#include "model/day_axis.h"

namespace spreadmap::model {

/// How many records exist on a day: surely (their latest possible first day has come) and possibly (the earliest has).
struct DayCount {
  int certain = 0;
  int possible = 0;
  bool operator==(const DayCount&) const = default;
};

/// How precisely a first day is known: to the day, within one calendar month, or less.
enum class DatePrecision { kDay, kMonth, kLess };

/// Records that are known to the day and began in one week (Monday to Sunday), for the strip's bars.
struct WeekBar {
  double from_d = 0.0;
  int count = 0;
};

/// Everything about one layer that is asked by day, made once. Positions are days since the axis' epoch. Time is an index: the
/// table is sorted by earliest first day, so what exists on a day is a prefix.
class LayerIndex {
 public:
  LayerIndex(const data::PointTable& table, const DayAxis& axis);

  /// Rows [0, prefix) may have begun by that position.
  [[nodiscard]] std::uint32_t prefix(double position_d) const;
  /// Records that exist on the day of that position; ended ones are not counted.
  [[nodiscard]] DayCount count(double position_d) const;
  /// Rows that have surely ended by that position.
  [[nodiscard]] std::uint32_t ended(double position_d) const;
  /// Records that began in the `days` days up to and including the day of that position: surely, and possibly.
  [[nodiscard]] DayCount began_in_last(double position_d, int days) const;
  /// Regions (states) with at least one record that surely began by then.
  [[nodiscard]] int regions(double position_d) const;
  /// Whether any record names its region.
  [[nodiscard]] bool has_regions() const { return !region_first_.empty(); }
  /// How precisely the least precise first day is known.
  [[nodiscard]] DatePrecision dates() const { return dates_; }

  [[nodiscard]] const std::vector<WeekBar>& weeks() const { return weeks_; }
  /// Positions at which something begins or ends, ascending, each once.
  [[nodiscard]] const std::vector<double>& event_days() const { return event_days_; }
  [[nodiscard]] double earliest_d(std::uint32_t row) const { return earliest_d_[row]; }
  [[nodiscard]] double latest_d(std::uint32_t row) const { return latest_d_[row]; }
  [[nodiscard]] double end_d(std::uint32_t row) const { return end_d_[row]; }

 private:
  void collect_events(const data::PointTable& table);
  void collect_weeks(const DayAxis& axis);

  std::vector<double> earliest_d_, latest_d_, end_d_;                  ///< by row
  std::vector<double> latest_sorted_, end_sorted_, end_early_sorted_;  ///< ascending; without records that never end
  std::vector<double> exact_sorted_;                                   ///< first days known to the day, ascending
  std::vector<std::pair<double, double>> imprecise_;                   ///< the others, earliest and latest, by earliest
  DatePrecision dates_ = DatePrecision::kDay;
  std::vector<double> region_first_;  ///< ascending: first sure day of each region
  std::vector<WeekBar> weeks_;
  std::vector<double> event_days_;
};

}  // namespace spreadmap::model
