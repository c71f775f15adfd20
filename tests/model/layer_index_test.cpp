#include "model/layer_index.h"

#include <gtest/gtest.h>

#include "model_testing.h"

namespace spreadmap::model {
namespace {

class LayerIndexTest : public testing::Test {
 protected:
  SmallWorld world_;
  DayAxis axis_{day(2020, 1, 1), day(2020, 12, 31), day(2020, 1, 1)};
  LayerRows rows_ = layer_rows_of(world_.tables.layers[0], axis_);
  LayerIndex index_{rows_, axis_};
  DayCount on(time::Day at) { return index_.count(axis_.position_d(at)); }
};

TEST_F(LayerIndexTest, ARecordExistsFromItsFirstDayOn) {
  EXPECT_EQ(on(day(2020, 1, 4)), (DayCount{0, 0}));
  EXPECT_EQ(on(day(2020, 1, 5)), (DayCount{1, 1}));
}

TEST_F(LayerIndexTest, AMonthLeavesTheCountOpenUntilItIsOver) {
  EXPECT_EQ(on(day(2020, 1, 31)), (DayCount{1, 1}));
  EXPECT_EQ(on(day(2020, 2, 1)), (DayCount{1, 2}));
  EXPECT_EQ(on(day(2020, 2, 28)), (DayCount{2, 3}));
  EXPECT_EQ(on(day(2020, 2, 29)), (DayCount{3, 3}));
}

TEST_F(LayerIndexTest, WhatEndedExistedOnItsLastDay) {
  EXPECT_EQ(on(day(2020, 3, 20)).certain, 3);
  EXPECT_EQ(on(day(2020, 3, 21)).certain, 2);
  EXPECT_EQ(index_.ended(axis_.position_d(day(2020, 3, 20))), 0U);
  EXPECT_EQ(index_.ended(axis_.position_d(day(2020, 3, 21))), 1U);
}

TEST_F(LayerIndexTest, NothingEndsBeforeItBeganHoweverLittleIsKnownOfItsEnd) {
  data::PointTable table;
  add_row(table, {day(2020, 5, 10), day(2020, 5, 10)}, {day(2020, 5, 1), day(2020, 5, 31)});
  const LayerIndex index(layer_rows_of(table, axis_), axis_);
  const auto count = [&](unsigned date) { return index.count(axis_.position_d(day(2020, 5, date))); };
  EXPECT_EQ(count(9), (DayCount{0, 0}));
  EXPECT_EQ(count(10), (DayCount{1, 1})) << "on the day on which it began it was there";
  EXPECT_EQ(count(11), (DayCount{0, 1}));
  EXPECT_EQ(count(31), (DayCount{0, 1}));
}

TEST_F(LayerIndexTest, ThePositionWithinADayDoesNotMatter) {
  for (double share = 0.0; share < 1.0; share += 0.125) {
    EXPECT_EQ(index_.count(axis_.position_d(day(2020, 1, 5)) + share), (DayCount{1, 1}));
  }
}

TEST_F(LayerIndexTest, ThePrefixHoldsExactlyWhatMayHaveBegun) {
  for (double at_d = -3.0; at_d < 366.0; at_d += 0.5) {
    const std::uint32_t prefix = index_.prefix(at_d);
    for (std::uint32_t row = 0; row < 4; ++row) EXPECT_EQ(row < prefix, index_.earliest_d(row) <= at_d) << at_d;
  }
}

TEST_F(LayerIndexTest, BarsHoldOnlyWhatIsKnownToTheDay) {
  int sum = 0;
  for (const WeekBar& week : index_.weeks()) {
    sum += week.count;
    EXPECT_EQ(std::chrono::weekday(axis_.day_at(week.from_d)), std::chrono::Monday);
  }
  EXPECT_EQ(sum, 3);
}

TEST_F(LayerIndexTest, KnowsHowPreciselyTheLeastPreciseDayIsKnown) {
  EXPECT_EQ(index_.dates(), DatePrecision::kMonth);
  const auto dates_with = [this](time::DayInterval first) {
    data::PointTable table;
    add_row(table, first);
    return LayerIndex(layer_rows_of(table, axis_), axis_).dates();
  };
  EXPECT_EQ(dates_with({day(2020, 2, 3), day(2020, 2, 3)}), DatePrecision::kDay);
  EXPECT_EQ(dates_with({day(2020, 2, 3), day(2020, 2, 9)}), DatePrecision::kMonth);
  EXPECT_EQ(dates_with({day(2020, 2, 1), day(2020, 3, 31)}), DatePrecision::kLess);
  EXPECT_EQ(dates_with({day(2020, 1, 1), day(2020, 12, 31)}), DatePrecision::kLess);
}

TEST_F(LayerIndexTest, ARegionCountsOnceSomethingThereIsCertain) {
  EXPECT_EQ(index_.regions(axis_.position_d(day(2020, 2, 15))), 1);
  EXPECT_EQ(index_.regions(axis_.position_d(day(2020, 2, 29))), 2);
}

}  // namespace
}  // namespace spreadmap::model
