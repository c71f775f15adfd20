#include "time/day.h"

#include <gtest/gtest.h>

namespace spreadmap::time {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::year_month_day;

Day day(int year, unsigned month, unsigned number) {
  return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{number}};
}

DayInterval interval(std::string_view text) {
  const auto parsed = parse_day_interval(text);
  EXPECT_TRUE(parsed) << (parsed ? "" : parsed.error().message);
  return parsed.value_or(DayInterval{});
}

TEST(Day, ParsingUndoesFormattingForEveryDayOfTwoCenturies) {
  for (Day d = day(1900, 1, 1); d <= day(2100, 12, 31); d += days{1}) {
    const std::string text = iso_day(d);
    ASSERT_EQ(text.size(), 10U);
    ASSERT_EQ(parse_day(text).value(), d) << text;
    ASSERT_EQ(parse_day_interval(text).value(), (DayInterval{d, d})) << text;
  }
}

TEST(Day, AMonthAndAYearSpanAllOfTheirDays) {
  EXPECT_EQ(interval("2019"), (DayInterval{day(2019, 1, 1), day(2019, 12, 31)}));
  EXPECT_EQ(interval("2020-02"), (DayInterval{day(2020, 2, 1), day(2020, 2, 29)}));
  EXPECT_EQ(interval("2019-02"), (DayInterval{day(2019, 2, 1), day(2019, 2, 28)}));
  EXPECT_TRUE(interval("2019-08-28").is_exact());
}

TEST(Day, AnIntervalRunsFromItsFirstPossibleDayToItsLast) {
  EXPECT_EQ(interval("2019-08/2019-10-03"), (DayInterval{day(2019, 8, 1), day(2019, 10, 3)}));
  EXPECT_EQ(interval("2018/2019"), (DayInterval{day(2018, 1, 1), day(2019, 12, 31)}));
  EXPECT_TRUE(interval("2019-08-28/2019-08-28").is_exact());
}

TEST(Day, WhatIsNotADateIsRefusedAndQuoted) {
  for (const char* text : {"",           "2019-13",    "2019-00",     "2019-02-30",  "2019-02-29",
                           "2100-02-29", "2019-08-00", "2019-08-28x", "2019-08-28 ", " 2019-08-28",
                           "2019-8-28",  "2019-08-2",  "19-08-28",    "2019-",       "2019-08-",
                           "2019/08/28", "28.8.2019",  "+2019",       "-2019",       "2019-08-28T00:00:00Z",
                           "20190828",   "0000",       "2019-08-28/", "/2019",       "2019/2020/2021",
                           "2019--8",    "2019-+8",    "2019-08-28-", "Aug 2019"}) {
    const auto parsed = parse_day_interval(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_EQ(parsed.error().message.front(), '"') << parsed.error().message;
  }
}

TEST(Day, ErrorsSayWhatIsWrong) {
  EXPECT_EQ(parse_day_interval("2019-13").error().message, "\"2019-13\" is not a date: there is no month 13");
  EXPECT_EQ(parse_day_interval("2019-02-30").error().message,
            "\"2019-02-30\" is not a date: February 2019 has no day 30");
  EXPECT_EQ(parse_day_interval("last May").error().message,
            "\"last May\" is not a date: expected 2019, 2019-08 or 2019-08-28");
  EXPECT_EQ(parse_day_interval("2020/2019").error().message,
            "\"2020/2019\" is not an interval: it ends before it begins");
  EXPECT_EQ(parse_day("2019-08").error().message, "\"2019-08\" does not name a day: expected 2019-08-28");
  EXPECT_FALSE(parse_day("2019-08-28/2019-08-28"));
}

TEST(Day, IsoFormHasFourDigitsOfYear) {
  EXPECT_EQ(iso_day(day(2019, 8, 27)), "2019-08-27");
  EXPECT_EQ(iso_day(day(987, 6, 5)), "0987-06-05");
}

TEST(Day, DaysBetweenUndoesAddingDays) {
  for (int n = -800; n <= 800; ++n) EXPECT_EQ(days_between(day(2020, 2, 29), day(2020, 2, 29) + days{n}), n);
}

TEST(Day, WeekOfIsTheMondayOnOrBefore) {
  for (Day d = day(2018, 12, 20); d <= day(2021, 1, 10); d += days{1}) {
    const Day monday = week_of(d);
    EXPECT_EQ(std::chrono::weekday{monday}, std::chrono::Monday) << iso_day(d);
    EXPECT_GE(days_between(monday, d), 0);
    EXPECT_LT(days_between(monday, d), 7);
  }
}

TEST(Day, PlusMonthsKeepsTheDayOrCutsItToTheMonth) {
  EXPECT_EQ(plus_months(day(2019, 1, 31), 1), day(2019, 2, 28));
  EXPECT_EQ(plus_months(day(2020, 1, 31), 1), day(2020, 2, 29));
  EXPECT_EQ(plus_months(day(2020, 1, 31), -2), day(2019, 11, 30));
  EXPECT_EQ(plus_months(day(2019, 8, 28), 0), day(2019, 8, 28));
  for (Day d = day(2019, 1, 1); d <= day(2020, 12, 31); d += days{1}) {
    for (int months = -30; months <= 30; ++months) {
      const year_month_day from{d};
      const year_month_day to{plus_months(d, months)};
      const auto month = from.year() / from.month() + std::chrono::months{months};
      ASSERT_EQ(to.year() / to.month(), month) << iso_day(d) << " + " << months;
      ASSERT_EQ(to.day(), std::min(from.day(), (month / std::chrono::last).day())) << iso_day(d) << " + " << months;
    }
  }
}

TEST(Day, AWholeMonthIsOneOfTheCalendar) {
  const auto is_whole = [](const char* text) { return is_whole_month(*parse_day_interval(text)); };
  EXPECT_TRUE(is_whole("2019-08"));
  EXPECT_TRUE(is_whole("2020-02-01/2020-02-29"));
  EXPECT_FALSE(is_whole("2019-02-01/2019-02-27"));
  EXPECT_FALSE(is_whole("2020-12-16/2020-12-28"));
  EXPECT_FALSE(is_whole("2019-08/2019-09"));
  EXPECT_FALSE(is_whole("2019-08-01"));
}

}  // namespace
}  // namespace spreadmap::time
