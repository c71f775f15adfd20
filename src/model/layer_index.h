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

/// The widest counts of all days: the largest of those that are one figure, and of those that are open the one of the most digits.
struct WidestCounts {
  int exact = 0;
  DayCount open;  ///< certain and possible are the same where no day has such a count
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

/// A running sum over days: what has come by the end of a day.
class RunningSum {
 public:
  /// `day` not before the one that was added last.
  void add(int day, double amount);
  [[nodiscard]] double by(int day) const;

 private:
  std::vector<int> days_;
  std::vector<double> sums_;
};

/// Everything that is asked by day about one layer, or about a choice of its rows; made once. Positions are days since the axis' epoch.
/// Time is an index: the table is sorted by earliest first day, so what exists on a day is a prefix. An *entry* is a place in the index,
/// a *row* one in the table; they are the same where no row is refused.
class LayerIndex {
 public:
  /// `refusals`: by row, not 0 for rows to leave out; empty: none is. Takes time in proportion to the rows, and sorts nothing.
  ///
  /// `window_days` N above 0: a record is there for N days, its first day being the first of them, and is gone after; what ended within them is
  /// hollow until then. With a first day that is only known to lie between two days it is surely there from the later of them on, as long as N days
  /// from the earlier are not over; possibly from the earlier on, until N days from the later are over. So with a window shorter than what is
  /// open a record is never surely there. 0: there for good.
  LayerIndex(const LayerRows& rows, const DayAxis& axis, const std::vector<std::uint8_t>& refusals = {},
             int window_days = 0);

  [[nodiscard]] std::uint32_t entry_count() const { return static_cast<std::uint32_t>(earliest_.size()); }
  [[nodiscard]] std::uint32_t row(std::uint32_t entry) const { return rows_.empty() ? entry : rows_[entry]; }
  /// The entry of a row; nullopt where the row is left out.
  [[nodiscard]] std::optional<std::uint32_t> entry_of(std::uint32_t row) const;

  /// Whether a row is in the index, may have begun by that position and is not surely gone, its window being over.
  [[nodiscard]] bool may_be_there(std::uint32_t row, double position_d) const;
  /// Whether an entry's window is surely over; false without a window.
  [[nodiscard]] bool is_gone(std::uint32_t entry, double position_d) const;
  /// How many entries are surely gone, and how many at least, from the first on.
  [[nodiscard]] std::uint32_t gone(double position_d) const;
  [[nodiscard]] std::uint32_t gone_prefix(double position_d) const;
  [[nodiscard]] int window_days() const { return window_days_; }
  /// Entries [0, prefix) may have begun by that position.
  [[nodiscard]] std::uint32_t prefix(double position_d) const;
  /// Records that exist on the day of that position; ended ones are not counted.
  [[nodiscard]] DayCount count(double position_d) const;
  /// Over all days of the axis, so that what is laid out by it stays as it is while time plays.
  [[nodiscard]] const WidestCounts& widest_counts() const { return widest_counts_; }
  /// Records that have begun by that position, ended or not, without their windows.
  [[nodiscard]] DayCount begun(double position_d) const;
  /// Records that have surely ended by that position.
  [[nodiscard]] std::uint32_t ended(double position_d) const;
  /// Records that began in the `days` days up to and including the day of that position: surely, and possibly.
  [[nodiscard]] DayCount began_in_last(double position_d, int days) const;
  /// Known amounts of records that have begun by that position and whose window is not over; an end takes no money back.
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
  /// When entries are no more, and in which regions: surely, and possibly.
  void collect_ends(const LayerRows& rows, const std::vector<std::uint8_t>& refusals);
  void collect_regions(const LayerRows& rows, const std::vector<std::uint32_t>& by_latest,
                       const std::vector<std::uint32_t>& by_first_end);
  void collect_amounts(const LayerRows& rows, const std::vector<std::uint8_t>& refusals);
  void collect_events(const DayAxis& axis);
  void collect_widest_counts(const DayAxis& axis);

  int window_days_ = 0;
  std::vector<std::uint32_t> rows_;              ///< by entry; empty where entry and row are the same
  std::vector<int> earliest_;                    ///< by entry
  std::vector<int> latest_;                      ///< by entry; empty without a window
  std::vector<int> latest_so_far_;               ///< by entry, of it and those before; empty without a window
  std::vector<int> latest_sorted_, end_sorted_;  ///< ascending; without records that never end
  std::vector<int> sure_begin_sorted_,
      sure_end_sorted_;               ///< of records that surely are there once, while they surely are
  std::vector<int> last_end_sorted_;  ///< days on which a record surely is no more: it ended, or its window is over
  std::vector<int> exact_sorted_;     ///< first days known to the day, ascending
  std::vector<std::pair<int, int>> imprecise_;  ///< the others, earliest and latest, by earliest
  RunningSum sure_amount_, sure_gone_amount_, possible_amount_, possible_gone_amount_;
  bool has_unknown_amounts_ = false;
  std::optional<time::DayInterval> first_amount_before_axis_;
  WidestCounts widest_counts_;
  DatePrecision dates_ = DatePrecision::kDay;
  std::vector<int> region_begin_,
      region_end_;  ///< ascending: days on which a region gets its first record, or loses its last
  std::vector<WeekBar> weeks_;
  int most_in_a_day_ = 0;
  std::vector<double> event_days_;
};

}  // namespace spreadmap::model
