#include "scene/axis_ticks.h"

#include <array>
#include <cmath>

namespace spreadmap::scene {
namespace {

constexpr double kDaysInMonth = 30.4;
// With fewer months than this the axis is labelled by days.
constexpr double kFewMonths = 2.5;

/// Months from one label to the next: 1, 3, 6, a year, 2, 5, 10, 20, …
int months_between(double month_pt, double least_pt) {
  for (const int months : {1, 3, 6}) {
    if (month_pt * months > least_pt) return months;
  }
  for (int years = 1;; years *= 10) {
    for (const int step : {years, 2 * years, 5 * years}) {
      if (month_pt * 12.0 * step > least_pt || years >= 10000) return 12 * step;
    }
  }
}

std::vector<AxisTick> day_ticks(const model::DayAxis& axis, double day_pt, double least_pt) {
  int step = 14;
  for (const int days : {7, 2, 1}) {
    if (day_pt * days > least_pt) step = days;
  }
  // Counted from a Monday, so that the labels stay on their days while the strip is moved.
  const time::Day monday = time::week_of(time::Day{});
  const int first = (time::days_between(monday, axis.epoch) % step + step) % step;
  std::vector<AxisTick> ticks;
  for (time::Day day = axis.epoch + std::chrono::days((step - first) % step); day <= axis.last;
       day += std::chrono::days(step)) {
    ticks.push_back({day, TickRank::kDay});
  }
  return ticks;
}

}  // namespace

std::vector<AxisTick> axis_ticks(const model::DayAxis& axis, double day_pt, double least_pt) {
  if (static_cast<double>((axis.last - axis.epoch).count()) < kFewMonths * kDaysInMonth) {
    return day_ticks(axis, day_pt, least_pt);
  }
  const int step = months_between(day_pt * kDaysInMonth, least_pt);
  // A round year, on or before the strip's beginning, is where months are counted from.
  const int years = std::max(step / 12, 1);
  const int first_year = static_cast<int>(std::chrono::year_month_day(axis.epoch).year());
  const int round_year = static_cast<int>(std::floor(static_cast<double>(first_year) / years)) * years;
  const time::Day january{std::chrono::sys_days(std::chrono::year(round_year) / 1 / 1)};
  std::vector<AxisTick> ticks;
  for (int month = 0;; month += step) {
    const time::Day day = time::plus_months(january, month);
    if (day > axis.last) return ticks;
    if (day >= axis.epoch) ticks.push_back({day, month % 12 == 0 ? TickRank::kYear : TickRank::kMonth});
  }
}

}  // namespace spreadmap::scene
