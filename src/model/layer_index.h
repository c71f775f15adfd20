#pragma once
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "data/tables.h"
#include "model/coded_column.h"
#include "model/day_axis.h"
#include "model/row_days.h"

namespace spreadmap::model {

/// How many records exist on a day: surely (their latest possible first day has come) and possibly (the earliest has).
struct DayCount {
  int certain = 0;
  int possible = 0;
  bool operator==(const DayCount&) const = default;
};

/// An amount that has surely been given by a day, and what may have been.
struct DayAmount {
  double certain_usd = 0.0;
  double possible_usd = 0.0;
};

/// How precisely a first day is known: to the day, within one calendar month, or less.
enum class DatePrecision : std::uint8_t { kDay, kMonth, kLess };
DatePrecision precision_of(time::DayInterval first);

/// Records that are known to the day and began in one week (Monday to Sunday), for the strip's bars.
struct WeekBar {
  double from_d = 0.0;
  int count = 0;
};

/// The rows of one layer that an index is made of, as checked, coded and put in order once.
struct LayerRows {
  const data::PointTable* table = nullptr;
  RowDays days;
  CodedColumn kind, region;
  std::vector<DatePrecision> precision;  ///< by row
  bool knows_amounts = false;            ///< whether any row does
};
LayerRows layer_rows_of(const data::PointTable& table, const DayAxis& axis);

/// Everything that is asked by day about one layer, or about a choice of its rows; made once. Positions are days since the axis' epoch.
/// Time is an index: the table is sorted by earliest first day, so what exists on a day is a prefix. An *entry* is a place in the index,
/// a *row* one in the table; they are the same where no row is refused.
class LayerIndex {
 public:
  /// `refusals`: by row, not 0 for rows to leave out; empty: none is. Takes time in proportion to the rows, and sorts nothing.
  LayerIndex(const LayerRows& rows, const DayAxis& axis, const std::vector<std::uint8_t>& refusals = {});

  [[nodiscard]] std::uint32_t entry_count() const { return static_cast<std::uint32_t>(earliest_.size()); }
  [[nodiscard]] std::uint32_t row(std::uint32_t entry) const { return rows_.empty() ? entry : rows_[entry]; }
  /// The entry of a row; nullopt where the row is left out.
  [[nodiscard]] std::optional<std::uint32_t> entry_of(std::uint32_t row) const;

  /// Whether a row is in the index and may have begun by that position.
  [[nodiscard]] bool may_have_begun(std::uint32_t row, double position_d) const;
  /// Entries [0, prefix) may have begun by that position.
  [[nodiscard]] std::uint32_t prefix(double position_d) const;
  /// Records that exist on the day of that position; ended ones are not counted.
  [[nodiscard]] DayCount count(double position_d) const;
  /// Records that have surely ended by that position.
  [[nodiscard]] std::uint32_t ended(double position_d) const;
  /// Records that began in the `days` days up to and including the day of that position: surely, and possibly.
  [[nodiscard]] DayCount began_in_last(double position_d, int days) const;
  /// Known amounts of records that have begun by that position.
  [[nodiscard]] DayAmount amount(double position_d) const;
  /// Whether any record does not know its amount.
  [[nodiscard]] bool has_unknown_amounts() const { return has_unknown_amounts_; }
  /// The first day of the earliest known amount that surely lies before the axis; nullopt: there is none.
  [[nodiscard]] std::optional<time::DayInterval> first_amount_before_axis() const { return first_amount_before_axis_; }
  /// Regions (states) with at least one record that surely exists on the day.
  [[nodiscard]] int regions(double position_d) const;
  /// Whether any record ever ends.
  [[nodiscard]] bool has_ends() const { return !end_sorted_.empty(); }
  /// Whether any record names its region.
  [[nodiscard]] bool has_regions() const { return !region_begin_.empty(); }
  /// How precisely the least precise first day is known.
  [[nodiscard]] DatePrecision dates() const { return dates_; }

  [[nodiscard]] const std::vector<WeekBar>& weeks() const { return weeks_; }
  /// Records that are known to the day and began on that day of the axis, and the most that began on any one day.
  [[nodiscard]] int began_on(double position_d) const;
  [[nodiscard]] int most_in_a_day() const { return most_in_a_day_; }
  /// Positions at which something begins or ends, ascending, each once.
  [[nodiscard]] const std::vector<double>& event_days() const { return event_days_; }
  [[nodiscard]] double earliest_d(std::uint32_t entry) const { return earliest_[entry]; }

 private:
  void collect_entries(const LayerRows& rows, const std::vector<std::uint8_t>& refusals);
  void collect_by_latest(const LayerRows& rows, const std::vector<std::uint8_t>& refusals);
  void collect_regions(const LayerRows& rows, const std::vector<std::uint8_t>& refusals);
  void collect_events(const DayAxis& axis);

  std::vector<std::uint32_t> rows_;  ///< by entry; empty where entry and row are the same
  std::vector<int> earliest_;        ///< by entry
  std::vector<int> latest_sorted_, end_sorted_, end_early_sorted_;     ///< ascending; without records that never end
  std::vector<int> exact_sorted_;                                      ///< first days known to the day, ascending
  std::vector<std::pair<int, int>> imprecise_;                         ///< the others, earliest and latest, by earliest
  std::vector<double> amount_by_earliest_usd_, amount_by_latest_usd_;  ///< running sums; empty without amounts
  bool has_unknown_amounts_ = false;
  std::optional<time::DayInterval> first_amount_before_axis_;
  DatePrecision dates_ = DatePrecision::kDay;
  std::vector<int> region_begin_,
      region_end_;  ///< ascending: days on which a region gets its first record, or loses its last
  std::vector<WeekBar> weeks_;
  int most_in_a_day_ = 0;
  std::vector<double> event_days_;
};

}  // namespace spreadmap::model
