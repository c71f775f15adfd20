#include "time/day.h"

#include <array>
#include <charconv>

namespace spreadmap::time {
namespace {

using std::chrono::year_month_day;

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};

const char* month_name(year_month_day date) { return kMonths[static_cast<unsigned>(date.month()) - 1]; }
unsigned day_number(year_month_day date) { return static_cast<unsigned>(date.day()); }
int year_number(year_month_day date) { return static_cast<int>(date.year()); }

// Exactly `width` ASCII digits taken off the front: no sign, no space, nothing shorter.
std::optional<int> taken_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return std::nullopt;
  for (const char c : text.substr(0, width)) {
    if (c < '0' || c > '9') return std::nullopt;
  }
  int value = 0;
  std::from_chars(text.data(), text.data() + width, value);
  text.remove_prefix(width);
  return value;
}

// `-` and two digits.
std::optional<int> taken_part(std::string_view& text) {
  if (text.empty() || text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  return taken_digits(text, 2);
}

Day first_of(std::chrono::year_month month) { return Day{month / 1}; }
Day last_of(std::chrono::year_month month) { return Day{month / std::chrono::last}; }

tl::unexpected<Error> not_a_date(std::string_view text) {
  return fail("\"{}\" is not a date: expected 2019, 2019-08 or 2019-08-28", text);
}

// A year, a month or a day, and nothing behind it.
Result<DayInterval> parse_one(std::string_view text) {
  std::string_view rest = text;
  const std::optional<int> year = taken_digits(rest, 4);
  if (!year) return not_a_date(text);
  if (*year == 0) return fail("\"{}\" is not a date: there is no year 0", text);
  const std::chrono::year y{*year};
  if (rest.empty()) return DayInterval{Day{y / 1 / 1}, Day{y / 12 / 31}};

  const std::optional<int> month = taken_part(rest);
  if (!month) return not_a_date(text);
  if (*month < 1 || *month > 12) return fail("\"{}\" is not a date: there is no month {}", text, *month);
  const std::chrono::year_month ym = y / *month;
  if (rest.empty()) return DayInterval{first_of(ym), last_of(ym)};

  const std::optional<int> day = taken_part(rest);
  if (!day || !rest.empty()) return not_a_date(text);
  const year_month_day date = ym / *day;
  if (!date.ok()) {
    return fail("\"{}\" is not a date: {} {} has no day {}", text, month_name(ym / 1), *year, *day);
  }
  return DayInterval{Day{date}, Day{date}};
}

}  // namespace

Result<DayInterval> parse_day_interval(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return parse_one(text);
  Result<DayInterval> from = parse_one(text.substr(0, slash));
  if (!from) return from;
  Result<DayInterval> to = parse_one(text.substr(slash + 1));
  if (!to) return to;
  if (to->latest < from->earliest) return fail("\"{}\" is not an interval: it ends before it begins", text);
  return DayInterval{from->earliest, to->latest};
}

Result<Day> parse_day(std::string_view text) {
  constexpr std::size_t kWidth = std::string_view("2019-08-28").size();
  const Result<DayInterval> interval = parse_one(text);
  if (!interval) return fail("{}", interval.error().message);
  if (text.size() != kWidth) return fail("\"{}\" does not name a day: expected 2019-08-28", text);
  return interval->earliest;
}

std::string iso_day(Day day) {
  const year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", year_number(date), static_cast<unsigned>(date.month()), day_number(date));
}

Day week_of(Day day) {
  const unsigned days_since_monday = std::chrono::weekday{day}.iso_encoding() - 1;
  return day - std::chrono::days{days_since_monday};
}

bool is_whole_month(DayInterval interval) {
  const year_month_day from{interval.earliest};
  return from.day() == std::chrono::day{1} && interval.latest == last_of(from.year() / from.month());
}

Day plus_months(Day day, int months) {
  const year_month_day date{day};
  const year_month_day moved = date + std::chrono::months{months};
  return moved.ok() ? Day{moved} : last_of(moved.year() / moved.month());
}

}  // namespace spreadmap::time
