#include "ui/symbol_of.h"

#include <gtest/gtest.h>

#include <limits>

namespace spreadmap::ui {
namespace {

using exhibit::LayerKind;

time::Day day(int date) { return std::chrono::sys_days(std::chrono::year(2020) / 1 / date); }

/// A record known to the day, one that ended on the 20th, one known to the month, each a hundred dollars; and one of an unknown amount.
class SymbolOf : public testing::Test {
 protected:
  SymbolOf() {
    const time::DayInterval tenth{day(10), day(10)};
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    table_.first_day = {tenth, tenth, {day(10), day(31)}, tenth};
    table_.last_day = {data::kNoEnd, {day(20), day(20)}, data::kNoEnd, data::kNoEnd};
    table_.amount_usd = {100.0, 100.0, 100.0, unknown};
    table_.line = {2, 3, 4, 5};
    rows_.table = &table_;
    rows_.days = model::row_days_of(table_, {day(1), day(31), day(1)});
  }
  Symbol of(LayerKind kind, std::uint32_t row, int date) {
    return symbol_of(kind, rows_, row, static_cast<double>(date - 1));
  }

  data::PointTable table_;
  model::LayerRows rows_;
};

TEST_F(SymbolOf, WhatHasEndedOnTheDayIsHollowAndNotBefore) {
  EXPECT_EQ(of(LayerKind::kPartnerships, 0, 31), Symbol::kDot);
  EXPECT_EQ(of(LayerKind::kPartnerships, 1, 20), Symbol::kDot);
  EXPECT_EQ(of(LayerKind::kPartnerships, 1, 21), Symbol::kThinRing);
  EXPECT_EQ(of(LayerKind::kPartnerships, 2, 21), Symbol::kThickRing);
}

TEST_F(SymbolOf, MoneyIsACircleWhateverEndsAndSignatoriesADiamond) {
  EXPECT_EQ(of(LayerKind::kSubsidies, 1, 31), Symbol::kCircle);
  EXPECT_EQ(of(LayerKind::kSubsidies, 3, 31), Symbol::kBareCircle);
  EXPECT_EQ(of(LayerKind::kSignatories, 1, 31), Symbol::kDiamond);
}

}  // namespace
}  // namespace spreadmap::ui
