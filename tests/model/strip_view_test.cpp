#include "model/strip_view.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "model_testing.h"

namespace spreadmap::model {
namespace {

const DayAxis kAxis{day(2018, 1, 1), day(2020, 9, 30), day(2018, 3, 1)};
const time::PlayRange kWhole = kAxis.whole();

time::Day typed(std::string_view text) {
  const auto position_d = position_of_typed(text, kAxis);
  EXPECT_TRUE(position_d) << text;
  return position_d ? kAxis.day_at(*position_d) : time::Day{};
}

TEST(TypedDate, AYearOrAMonthGoesToItsFirstDay) {
  EXPECT_EQ(typed("2019"), day(2019, 1, 1));
  EXPECT_EQ(typed("2019-08"), day(2019, 8, 1));
  EXPECT_EQ(typed(" 2019-08-28 "), day(2019, 8, 28));
}

TEST(TypedDate, GoesToTheFirstDayOnTheAxis) {
  const DayAxis late{day(2019, 8, 15), day(2020, 9, 30), day(2019, 8, 15)};
  EXPECT_EQ(late.day_at(*position_of_typed("2019", late)), day(2019, 8, 15));
}

TEST(TypedDate, SaysWhatIsWanted) {
  for (const char* text : {"", "yesterday", "2019-13", "2019-02-30", "19", "2017", "2020-10-01", "2021"}) {
    const auto position_d = position_of_typed(text, kAxis);
    ASSERT_FALSE(position_d) << text;
    EXPECT_GT(position_d.error().message.size(), 20U) << text;
  }
  EXPECT_NE(position_of_typed("2021", kAxis).error().message.find("2018-01-01 to 2020-09-30"), std::string::npos);
}

TEST(TypedSeconds, TakesWhatSpeedsAllowAndNothingElse) {
  // 944 days at 730 and at 0.1 a second.
  const SecondsRange range = seconds_range(kAxis);
  EXPECT_NEAR(range.least_s, 1.3, 1e-9);
  EXPECT_EQ(range.most_s, 9440.0);
  for (const auto& [text, seconds] : {std::pair("60", 60.0), {"1.3", 1.3}, {"2.5", 2.5}, {"9440", 9440.0}}) {
    const auto typed_s = seconds_of_typed(text, '.', kAxis);
    ASSERT_TRUE(typed_s) << text;
    EXPECT_NEAR(*typed_s, seconds, 1e-9);
  }
  EXPECT_EQ(seconds_of_typed("2,5", ',', kAxis), seconds_of_typed("2.5", ',', kAxis));
  for (const char* text :
       {"", "abc", "0", "-3", "0.5", "1.2", "9441", "99999999", "60s", "6 0", "1,000", "nan", "inf", "1e99"}) {
    EXPECT_FALSE(seconds_of_typed(text, '.', kAxis)) << text;
  }
}

TEST(TypedSeconds, BothEndsOfTheRangeAreTaken) {
  for (const int days : {2, 14, 400, 7300, 40000}) {
    const DayAxis axis{day(1900, 1, 1), day(1900, 1, 1) + std::chrono::days(days), day(1900, 1, 1)};
    const auto [least_s, most_s] = seconds_range(axis);
    for (const double end_s : {least_s, most_s}) {
      const std::string text = fmt::format("{:.1f}", end_s);
      EXPECT_TRUE(seconds_of_typed(text, '.', axis)) << text << " of " << days;
    }
  }
}

RC_GTEST_PROP(StripView, TheAnchorStaysWhereItIsWhileNothingIsCut, ()) {
  const double length_d = *rc::gen::inRange(30, 300), from_d = *rc::gen::inRange(310, 500);
  const time::PlayRange shown{from_d, from_d + length_d};
  const double anchor_d = from_d + length_d * *rc::gen::inRange(0, 101) / 100.0;
  const auto zoomed = zoomed_strip(shown, kWhole, anchor_d, *rc::gen::inRange(60, 200) / 100.0);
  RC_ASSERT(zoomed.has_value());
  const auto share = [&](time::PlayRange range) { return (anchor_d - range.from_d) / range.length_d(); };
  if (zoomed->from_d > kWhole.from_d && zoomed->to_d < kWhole.to_d)
    RC_ASSERT(std::abs(share(*zoomed) - share(shown)) < 1e-9);
  RC_ASSERT(zoomed->from_d >= kWhole.from_d && zoomed->to_d <= kWhole.to_d);
}

TEST(StripView, AllOfItIsNothingToRemember) {
  EXPECT_EQ(zoomed_strip({100.0, 200.0}, kWhole, 150.0, 1e-3), std::nullopt);
  const auto closest = zoomed_strip({100.0, 200.0}, kWhole, 150.0, 1e6);
  ASSERT_TRUE(closest);
  EXPECT_NEAR(closest->length_d(), kLeastStrip_d, 1e-9);
}

TEST(StripView, APageIsTheSameWhetherOrNotThoseBetweenWereSeen) {
  const time::PlayRange first{0.0, 90.0};
  time::PlayRange often = first;
  for (double at_d = 0.0; at_d < 700.3; at_d += 1.3) often = *followed_strip(often, kWhole, at_d);
  EXPECT_TRUE(often.contains(699.4));
  EXPECT_EQ(followed_strip(first, kWhole, 699.4), followed_strip(often, kWhole, 699.4));
}

}  // namespace
}  // namespace spreadmap::model
