#pragma once
#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "data/tables.h"
#include "model/day_axis.h"

namespace spreadmap::model {

/// The day of what does not end.
inline constexpr int kNeverDay = std::numeric_limits<int>::max();

/// The days of one layer's rows, as whole days since the axis' epoch, put in order once: so an index of any choice of rows needs no sort.
struct RowDays {
  std::vector<int> earliest, latest;  ///< of the first day, by row; `earliest` ascends, as the table is sorted
  std::vector<int> end;               ///< the first day on which the row surely is no more, by row; kNeverDay
  std::vector<int> end_early;         ///< the first day on which it may be no more, by row; kNeverDay
  std::vector<std::uint32_t> by_latest;
  std::vector<std::uint32_t> by_end, by_end_early;  ///< only rows that end

  [[nodiscard]] bool is_exact(std::size_t row) const { return earliest[row] == latest[row]; }
  [[nodiscard]] std::size_t row_count() const { return earliest.size(); }
};

RowDays row_days_of(const data::PointTable& table, const DayAxis& axis);

/// The first day after a window of so many days that begins on one; kNeverDay without a window (0).
inline int window_over(int day, int window_days) { return window_days > 0 ? day + window_days : kNeverDay; }
/// The first day on which a row may be no more: it may have ended, or its window may be over.
int first_end(const RowDays& days, std::uint32_t row, int window_days);
/// Whether there is a day on which a row surely is there: it has begun, and cannot be no more.
bool is_surely_there_once(const RowDays& days, std::uint32_t row, int window_days);
/// The rows that may be no more some day, by the first such day. Sorts nothing.
std::vector<std::uint32_t> rows_by_first_end(const RowDays& days, int window_days);

/// The first day on which a row surely is no more: it has ended, or its window is over.
inline int last_end(const RowDays& days, std::uint32_t row, int window_days) {
  return std::min(days.end[row], window_over(days.latest[row], window_days));
}
/// The rows that surely are no more some day, by the first such day. Sorts nothing.
std::vector<std::uint32_t> rows_by_last_end(const RowDays& days, int window_days);

}  // namespace spreadmap::model
