// Records that are there for some days only: an index against asking each record by itself.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <set>
#include <string>

#include "model/selector.h"
#include "model_testing.h"

namespace spreadmap::model {
namespace {

const DayAxis kWindowAxis{day(2020, 1, 1), day(2020, 12, 31), day(2020, 1, 1)};

struct Record {
  int earliest, latest, end_early, end, region;
  double usd;
};

/// Random records over the axis and a little before it, in the order of a table.
std::vector<Record> random_records() {
  std::vector<Record> records;
  const int count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) {
    Record record{};
    record.earliest = *rc::gen::inRange(-30, 120);
    record.latest = record.earliest + *rc::gen::element(0, 0, 0, 6, 30);
    record.end_early = record.end = kNeverDay;
    if (*rc::gen::inRange(0, 3) == 0) {
      record.end_early = record.earliest + 1 + *rc::gen::inRange(0, 60);
      record.end = std::max(record.end_early, record.latest + 1) + *rc::gen::element(0, 0, 10);
    }
    record.region = *rc::gen::inRange(0, 3);
    record.usd = *rc::gen::element(0.0, 100.0, 2500.0);
    records.push_back(record);
  }
  std::stable_sort(records.begin(), records.end(),
                   [](const auto& a, const auto& b) { return a.earliest < b.earliest; });
  return records;
}

data::PointTable table_of(const std::vector<Record>& records) {
  constexpr std::array<std::string_view, 3> kRegionNames{"", "CA", "NV"};
  const auto at = [](int number) { return kWindowAxis.epoch + std::chrono::days(number); };
  data::PointTable table;
  for (const Record& record : records) {
    const time::DayInterval last =
        record.end == kNeverDay ? data::kNoEnd : time::DayInterval{at(record.end_early - 1), at(record.end - 1)};
    add_row(table, {at(record.earliest), at(record.latest)}, last,
            kRegionNames.at(static_cast<std::size_t>(record.region)));
    table.amount_usd.back() = record.usd;
  }
  return table;
}

RC_GTEST_PROP(Window, TheIndexSaysWhatEachRecordSays, ()) {
  const std::vector<Record> records = random_records();
  const int window = *rc::gen::element(0, 1, 5, 14, 45);
  const data::PointTable table = table_of(records);
  const LayerRows rows = layer_rows_of(table, kWindowAxis);
  const LayerIndex index(rows, kWindowAxis, {}, window);
  const auto over = [&](int first) { return window == 0 ? kNeverDay : first + window; };
  for (int today = -35; today < 200; ++today) {
    DayCount count;
    std::set<int> regions;
    double sure_usd = 0.0, possible_usd = 0.0;
    std::uint32_t gone = 0;
    for (std::uint32_t row = 0; row < records.size(); ++row) {
      const Record& record = records[row];
      const bool may_be_there = record.earliest <= today && today < over(record.latest);
      const bool is_surely_there = record.latest <= today && today < over(record.earliest);
      RC_ASSERT(index.may_be_there(row, today + 0.5) == may_be_there);
      if (may_be_there && today < record.end) ++count.possible;
      if (is_surely_there && today < record.end_early) {
        ++count.certain;
        if (record.region > 0) regions.insert(record.region);
      }
      if (may_be_there) possible_usd += record.usd;
      if (is_surely_there) sure_usd += record.usd;
      gone += today >= over(record.latest) ? 1U : 0U;
      RC_ASSERT(row >= index.gone_prefix(today) || today >= over(record.latest));
    }
    RC_ASSERT(index.count(today) == count);
    RC_ASSERT(index.regions(today) == static_cast<int>(regions.size()));
    RC_ASSERT(std::abs(index.amount(today).certain_usd - sure_usd) < 1e-6);
    RC_ASSERT(std::abs(index.amount(today).possible_usd - possible_usd) < 1e-6);
    RC_ASSERT(index.gone(today) == gone);
  }
}

TEST(WindowAmounts, ThatAreAllOverLeaveNothing) {
  // They begin and end in different orders, and 0.2 + 0.3 + 0.1 is not 0.1 + 0.2 + 0.3.
  const data::PointTable table = table_of({{0, 5, kNeverDay, kNeverDay, 0, 0.1},
                                           {1, 2, kNeverDay, kNeverDay, 0, 0.2},
                                           {2, 3, kNeverDay, kNeverDay, 0, 0.3}});
  const LayerIndex index(layer_rows_of(table, kWindowAxis), kWindowAxis, {}, 30);
  EXPECT_NEAR(index.amount(10).certain_usd, 0.6, 1e-12);
  for (const int today : {-1, 33, 36, 200}) {
    EXPECT_EQ(index.amount(today).certain_usd, 0.0);
    EXPECT_FALSE(std::signbit(index.amount(today).certain_usd)) << "minus nothing is written with its sign";
  }
  EXPECT_EQ(index.amount(200).possible_usd, 0.0);
}

RC_GTEST_PROP(Window, NoDayHasAWiderCountThanTheWidest, ()) {
  const std::vector<Record> records = random_records();
  const data::PointTable table = table_of(records);
  const LayerIndex index(layer_rows_of(table, kWindowAxis), kWindowAxis, {}, *rc::gen::element(0, 1, 14, 45));
  const auto digits = [](const DayCount& count) {
    return count.certain == count.possible
               ? std::size_t{0}
               : std::to_string(count.certain).size() + std::to_string(count.possible).size();
  };
  int exact = 0;
  std::size_t open = 0;
  for (double at_d = 0.0; at_d <= kWindowAxis.whole().to_d; at_d += 1.0) {
    const DayCount count = index.count(at_d);
    if (count.certain == count.possible) exact = std::max(exact, count.certain);
    open = std::max(open, digits(count));
  }
  RC_ASSERT(index.widest_counts().exact == exact);
  RC_ASSERT(digits(index.widest_counts().open) == open);
}

RC_GTEST_PROP(Window, TheGroupsOfAFacetAddUpToTheIndex, ()) {
  const std::vector<Record> records = random_records();
  const int window = *rc::gen::element(0, 1, 5, 14, 45);
  const data::PointTable table = table_of(records);
  const LayerRows rows = layer_rows_of(table, kWindowAxis);
  // Some rows are left out, as by a filter.
  std::vector<std::uint8_t> refusals;
  for (std::size_t row = 0; row < records.size(); ++row) {
    refusals.push_back(*rc::gen::inRange(0, 4) == 0 ? bit_of(Dimension::kDays) : std::uint8_t{0});
  }
  const LayerIndex index(rows, kWindowAxis, refusals, window);
  const Facet facet(
      rows.days, window, 3, [&](std::uint32_t row) { return static_cast<std::size_t>(records[row].region); }, refusals,
      Dimension::kRegion);
  for (int today = -35; today < 200; ++today) {
    DayCount sum;
    for (std::size_t group = 0; group < 3; ++group) {
      const DayCount count = facet.count(group, today);
      RC_ASSERT(0 <= count.certain && count.certain <= count.possible);
      sum.certain += count.certain;
      sum.possible += count.possible;
    }
    RC_ASSERT(sum == index.count(today));
  }
}

TEST(Window, ARecordIsThereForSoManyDaysAndThenGone) {
  data::PointTable table;
  add_row(table, {day(2020, 1, 10), day(2020, 1, 10)});
  const LayerRows rows = layer_rows_of(table, kWindowAxis);
  const LayerIndex index(rows, kWindowAxis, {}, 7);
  EXPECT_EQ(index.count(kWindowAxis.position_d(day(2020, 1, 9))), (DayCount{0, 0}));
  EXPECT_EQ(index.count(kWindowAxis.position_d(day(2020, 1, 10))), (DayCount{1, 1}));
  EXPECT_EQ(index.count(kWindowAxis.position_d(day(2020, 1, 16)) + 0.99), (DayCount{1, 1}));
  EXPECT_EQ(index.count(kWindowAxis.position_d(day(2020, 1, 17))), (DayCount{0, 0}));
}

TEST(Window, ASelectionFollowsTheView) {
  const SmallWorld world;
  const Story story(world.exhibit, world.tables);
  Selector selector(story);
  ViewState view = story.first_view(world.exhibit, {});
  const double june_d = story.axis().position_d(day(2020, 6, 1));
  EXPECT_EQ(selector.select(view).layer(0).count(june_d).certain, 3);
  const std::uint64_t key = selector.selection().key();
  const CommandContext context{story, selector.selection(), {}, 0.0, {}};
  view = applied(view, SetWindow{0, 40}, context);
  EXPECT_EQ(selector.select(view).layer(0).count(june_d), (DayCount{1, 1}));
  EXPECT_NE(selector.selection().key(), key);
  EXPECT_FALSE(selector.selection().refuses_any(0)) << "what has passed is not filtered out";
  view.filter.regions = {"NV"};
  EXPECT_EQ(selector.select(view).layer(0).count(june_d), (DayCount{0, 0}));
  EXPECT_EQ(selector.selection().whole(0).count(june_d), (DayCount{1, 1}));
  view = applied(view, SetWindow{0, 0}, context);
  view.filter = {};
  EXPECT_EQ(selector.select(view).key(), key);
}

}  // namespace
}  // namespace spreadmap::model
