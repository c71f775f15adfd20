#include "model/row_days.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>

namespace spreadmap::model {
namespace {

/// The rows by a day of theirs, those of one day in table order.
void sort_by(std::vector<std::uint32_t>& rows, const std::vector<int>& days) {
  std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return days[a] < days[b]; });
}

/// Rows known to the day lie in this order as they are; only the others have to be sorted and put between them.
std::vector<std::uint32_t> rows_by_latest(const RowDays& days) {
  std::vector<std::uint32_t> exact, imprecise;
  for (std::uint32_t row = 0; row < days.row_count(); ++row) {
    (days.is_exact(row) ? exact : imprecise).push_back(row);
  }
  sort_by(imprecise, days.latest);
  std::vector<std::uint32_t> rows;
  rows.reserve(days.row_count());
  std::merge(exact.begin(), exact.end(), imprecise.begin(), imprecise.end(), std::back_inserter(rows),
             [&](std::uint32_t a, std::uint32_t b) { return days.latest[a] < days.latest[b]; });
  return rows;
}

/// Rows whose window is over first come in the order of their first days, the others in that of their ends: two orders to merge. `by_first`: all
/// rows by `first`; `by_end`: those that end by `end`.
std::vector<std::uint32_t> rows_by_end(const RowDays& days, const std::vector<std::uint32_t>& by_first,
                                       const std::vector<int>& first, const std::vector<std::uint32_t>& by_end,
                                       const std::vector<int>& end, int window_days) {
  const auto is_over = [&](std::uint32_t row) { return window_over(first[row], window_days) <= end[row]; };
  const auto over_on = [&](std::uint32_t row) { return std::min(end[row], window_over(first[row], window_days)); };
  std::vector<std::uint32_t> windows, ends, rows;
  std::copy_if(by_first.begin(), by_first.end(), std::back_inserter(windows), is_over);
  std::copy_if(by_end.begin(), by_end.end(), std::back_inserter(ends), std::not_fn(is_over));
  rows.reserve(days.row_count());
  std::merge(windows.begin(), windows.end(), ends.begin(), ends.end(), std::back_inserter(rows),
             [&](std::uint32_t a, std::uint32_t b) { return over_on(a) < over_on(b); });
  return rows;
}

}  // namespace

RowDays row_days_of(const data::PointTable& table, const DayAxis& axis) {
  const auto day_number = [&](time::Day day) { return static_cast<int>((day - axis.epoch).count()); };
  RowDays days;
  for (auto* column : {&days.earliest, &days.latest, &days.end, &days.end_early}) column->reserve(table.row_count());
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    days.earliest.push_back(day_number(table.first_day[row].earliest));
    days.latest.push_back(day_number(table.first_day[row].latest));
    const bool ends = table.last_day[row] != data::kNoEnd;
    // Something that ended on a day existed on that day: it is gone from the next one on.
    days.end.push_back(ends ? day_number(table.last_day[row].latest) + 1 : kNeverDay);
    // Nor did it end before it began, however little is known of the end.
    const time::Day first_end = std::max(table.last_day[row].earliest, table.first_day[row].earliest);
    days.end_early.push_back(ends ? day_number(first_end) + 1 : kNeverDay);
    if (ends) days.by_end.push_back(row);
  }
  days.by_end_early = days.by_end;
  sort_by(days.by_end, days.end);
  sort_by(days.by_end_early, days.end_early);
  days.by_latest = rows_by_latest(days);
  return days;
}

int first_end(const RowDays& days, std::uint32_t row, int window_days) {
  return std::min(days.end_early[row], window_over(days.earliest[row], window_days));
}

bool is_surely_there_once(const RowDays& days, std::uint32_t row, int window_days) {
  return days.latest[row] < first_end(days, row, window_days);
}

std::vector<std::uint32_t> rows_by_first_end(const RowDays& days, int window_days) {
  if (window_days == 0) return days.by_end_early;
  std::vector<std::uint32_t> in_table(days.row_count());
  std::iota(in_table.begin(), in_table.end(), 0U);
  return rows_by_end(days, in_table, days.earliest, days.by_end_early, days.end_early, window_days);
}

std::vector<std::uint32_t> rows_by_last_end(const RowDays& days, int window_days) {
  if (window_days == 0) return days.by_end;
  return rows_by_end(days, days.by_latest, days.latest, days.by_end, days.end, window_days);
}

}  // namespace spreadmap::model
