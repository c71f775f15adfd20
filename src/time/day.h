#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace spreadmap::time {

/// A calendar day without a time zone.
using Day = std::chrono::sys_days;

/// What is known of a date: it lies on one of these days, both included. A day known exactly has earliest == latest.
struct DayInterval {
  Day earliest{};
  Day latest{};
  bool operator==(const DayInterval&) const = default;
  [[nodiscard]] bool is_exact() const { return earliest == latest; }
};

/// ISO 8601 cut to what is known: `2019`, `2019-08`, `2019-08-28`; an interval `2019-08/2019-10-03`. Errors say what
/// was read and what is expected.
Result<DayInterval> parse_day_interval(std::string_view text);
/// `2019-08-28` only.
Result<Day> parse_day(std::string_view text);

/// `2019-08-28`.
std::string iso_day(Day day);

/// Days from one to the other.
inline int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }
/// The Monday on or before a day.
Day week_of(Day day);
/// Whether an interval is one whole month of the calendar.
bool is_whole_month(DayInterval interval);
/// The same day of another month, cut to the month's length (31 January + 1 month = 28 or 29 February).
Day plus_months(Day day, int months);

}  // namespace spreadmap::time
