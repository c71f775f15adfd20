// What a filter leaves, held against asking every row by itself.
#include "model/selector.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/folded.h"
#include "model_testing.h"

namespace spreadmap::model {
namespace {

constexpr std::array kRegions{"CA", "NV", "FL", ""};
constexpr std::array kKinds{"police", "sheriff", "Policía"};
constexpr std::array kNames{"Greenfield Police", "La Cañada", "ORANGE County", "orange", "Doña Ana Sheriff"};
constexpr std::array kConfidences{"high", "low", ""};

time::DayInterval any_days() {
  const int first = *rc::gen::inRange(-40, 400);
  const int length = *rc::gen::element(0, 0, 0, 0, 6, 30, 90);
  const time::Day from = day(2020, 1, 1) + std::chrono::days(first);
  return {from, from + std::chrono::days(length)};
}

/// A world of up to 60 records that may be anything.
SmallWorld any_world() {
  SmallWorld world;
  world.exhibit.layers[0].confidence_hidden = {"low"};
  struct Row {
    time::DayInterval first, last;
  };
  std::vector<Row> rows(*rc::gen::inRange<std::size_t>(0, 60));
  for (Row& row : rows) {
    row.first = any_days();
    row.last = data::kNoEnd;
    if (*rc::gen::inRange(0, 4) == 0) {
      row.last = any_days();
      row.last.latest = std::max(row.last.latest, row.first.latest);
      row.last.earliest = std::clamp(row.last.earliest, row.first.earliest, row.last.latest);
    }
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.first.earliest < b.first.earliest; });
  data::PointTable table;
  for (const Row& row : rows) {
    table.name.push_back(*rc::gen::elementOf(kNames));
    table.kind.push_back(*rc::gen::elementOf(kKinds));
    table.region.push_back(*rc::gen::elementOf(kRegions));
    table.confidence.push_back(*rc::gen::elementOf(kConfidences));
    for (auto* column : {&table.place, &table.county, &table.source, &table.source_url, &table.notes}) {
      column->push_back("Plain");
    }
    table.lon_lat.push_back({-100.0, 40.0});
    table.first_day.push_back(row.first);
    table.last_day.push_back(row.last);
    table.amount_usd.push_back(*rc::gen::inRange(0, 3) == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                            : *rc::gen::inRange(0, 100000));
    table.line.push_back(static_cast<std::uint32_t>(table.line.size()) + 2);
  }
  world.tables.layers = {table};
  return world;
}

void any_filter(ViewState& view) {
  const auto some_of = [](const auto& all) {
    std::vector<std::string> some;
    for (const char* one : all) {
      if (*rc::gen::inRange(0, 3) == 0) some.emplace_back(one);
    }
    return some;
  };
  Filter& filter = view.filter;
  filter = {};
  view.layers[0].kinds = *rc::gen::arbitrary<bool>() ? some_of(kKinds) : std::vector<std::string>{};
  view.layers[0].shows_low_confidence = *rc::gen::arbitrary<bool>();
  if (*rc::gen::arbitrary<bool>()) filter.regions = some_of(kRegions);
  if (*rc::gen::inRange(0, 3) == 0) filter.days = any_days();
  if (*rc::gen::inRange(0, 3) == 0) filter.amount_usd = AmountRange{*rc::gen::inRange(0, 40000) * 1.0, 60000.0};
  if (*rc::gen::inRange(0, 3) == 0) filter.precisions = {*rc::gen::element(DatePrecision::kDay, DatePrecision::kMonth)};
  if (*rc::gen::inRange(0, 3) == 0)
    filter.text = *rc::gen::element("orange", "CANADA", "  dona  sheriff ", "zebra", "e");
}

/// The refusals of one row, asked one by one.
std::uint8_t refusals_of(const data::PointTable& table, std::size_t row, const ViewState& view) {
  const Filter& filter = view.filter;
  const auto is_in = [](const std::vector<std::string>& texts, std::string_view text) {
    return texts.empty() || std::find(texts.begin(), texts.end(), text) != texts.end();
  };
  std::uint8_t bits = 0;
  const auto refuse = [&bits](Dimension dimension, bool refuses) {
    if (refuses) bits = static_cast<std::uint8_t>(bits | bit_of(dimension));
  };
  bool has_regions = false, has_amounts = false;
  for (std::size_t other = 0; other < table.row_count(); ++other) {
    has_regions = has_regions || !table.region[other].empty();
    has_amounts = has_amounts || !std::isnan(table.amount_usd[other]);
  }
  refuse(Dimension::kKind, !is_in(view.layers[0].kinds, table.kind[row]));
  refuse(Dimension::kRegion, has_regions && !is_in(filter.regions, table.region[row]));
  const time::DayInterval first = table.first_day[row];
  refuse(Dimension::kDays,
         filter.days && (first.latest < filter.days->earliest || first.earliest > filter.days->latest));
  const double usd = table.amount_usd[row];
  refuse(Dimension::kAmount,
         filter.amount_usd && has_amounts &&
             (std::isnan(usd) || usd < filter.amount_usd->from_usd || usd > filter.amount_usd->to_usd));
  refuse(Dimension::kPrecision, !filter.precisions.empty() && filter.precisions.front() != precision_of(first));
  std::string word;
  for (const char c : folded(filter.text) + " ") {
    if (c != ' ') {
      word.push_back(c);
    } else {
      const bool is_there = folded(table.name[row]).find(word) != std::string::npos ||
                            folded(table.region[row]).find(word) != std::string::npos ||
                            std::string("plain").find(word) != std::string::npos;
      refuse(Dimension::kText, !is_there);
      word.clear();
    }
  }
  refuse(Dimension::kConfidence, !view.layers[0].shows_low_confidence && table.confidence[row] == "low");
  return bits;
}

struct Asked {
  SmallWorld world = any_world();
  Story story{world.exhibit, world.tables};
  ViewState view = story.first_view(world.exhibit, {});
  const data::PointTable& table = world.tables.layers[0];
};

RC_GTEST_PROP(SelectorLaws, LeavesTheRowsThatNothingRefuses, ()) {
  Asked asked;
  Selector selector(asked.story);
  // A filter after another: what was asked before must not matter.
  for (int again = 0; again < 3; ++again) {
    any_filter(asked.view);
    const LayerIndex& index = selector.select(asked.view).layer(0);
    std::vector<std::uint32_t> left, expected;
    for (std::uint32_t entry = 0; entry < index.entry_count(); ++entry) left.push_back(index.row(entry));
    for (std::uint32_t row = 0; row < asked.table.row_count(); ++row) {
      if (refusals_of(asked.table, row, asked.view) == 0) expected.push_back(row);
    }
    RC_ASSERT(left == expected);
  }
}

RC_GTEST_PROP(SelectorLaws, CountsAndAmountsAreThoseOfTheRowsThatAreLeft, ()) {
  Asked asked;
  Selector selector(asked.story);
  any_filter(asked.view);
  const LayerIndex& index = selector.select(asked.view).layer(0);
  const double at_d = *rc::gen::inRange(-50, 450);
  const time::Day at = asked.story.axis().day_at(at_d);
  DayCount count;
  DayAmount amount;
  bool has_unknown = false;
  for (std::size_t row = 0; row < asked.table.row_count(); ++row) {
    if (refusals_of(asked.table, row, asked.view) != 0) continue;
    const time::DayInterval first = asked.table.first_day[row], last = asked.table.last_day[row];
    count.possible += first.earliest <= at && (last == data::kNoEnd || last.latest >= at) ? 1 : 0;
    // A record that may have ended before it surely had begun is never certain.
    count.certain += first.latest <= at && (last == data::kNoEnd || last.earliest >= at) ? 1 : 0;
    const double usd = asked.table.amount_usd[row];
    has_unknown = has_unknown || std::isnan(usd);
    if (!std::isnan(usd) && first.latest <= at) amount.certain_usd += usd;
    if (!std::isnan(usd) && first.earliest <= at) amount.possible_usd += usd;
  }
  RC_ASSERT(index.count(at_d) == count);
  RC_ASSERT(std::abs(index.amount(at_d).certain_usd - amount.certain_usd) < 1e-6);
  RC_ASSERT(std::abs(index.amount(at_d).possible_usd - amount.possible_usd) < 1e-6);
  RC_ASSERT(index.has_unknown_amounts() == has_unknown);
  int regions = 0;
  for (const std::string& region : asked.story.rows(0).region.values) {
    bool is_there = false;
    for (std::size_t row = 0; row < asked.table.row_count(); ++row) {
      const time::DayInterval first = asked.table.first_day[row], last = asked.table.last_day[row];
      const bool exists = first.latest <= at && (last == data::kNoEnd || last.earliest >= at);
      is_there =
          is_there || (exists && asked.table.region[row] == region && refusals_of(asked.table, row, asked.view) == 0);
    }
    regions += is_there && !region.empty() ? 1 : 0;
  }
  RC_ASSERT(index.regions(at_d) == regions);
}

RC_GTEST_PROP(SelectorLaws, FacetsCountWhatTheOtherDimensionsLeave, ()) {
  Asked asked;
  Selector selector(asked.story);
  any_filter(asked.view);
  selector.select(asked.view);
  const CodedColumn& region = asked.story.rows(0).region;
  const Facet regions = selector.regions(0), precisions = selector.precisions(0);
  RC_ASSERT(regions.group_count() == region.values.size());
  const double at_d = *rc::gen::inRange(-50, 450);
  std::vector<int> totals(region.values.size()), counts(region.values.size());
  int left_of_regions = 0, all_precisions = 0, left_of_precisions = 0;
  for (std::size_t row = 0; row < asked.table.row_count(); ++row) {
    const std::uint8_t bits = refusals_of(asked.table, row, asked.view);
    left_of_precisions += (bits & ~bit_of(Dimension::kPrecision)) == 0 ? 1 : 0;
    if ((bits & ~bit_of(Dimension::kRegion)) != 0) continue;
    ++left_of_regions;
    ++totals[region.codes[row]];
    const time::Day at = asked.story.axis().day_at(at_d);
    const bool may_have_ended = asked.table.last_day[row] != data::kNoEnd && asked.table.last_day[row].earliest < at;
    counts[region.codes[row]] += asked.table.first_day[row].latest <= at && !may_have_ended ? 1 : 0;
  }
  for (std::size_t group = 0; group < totals.size(); ++group) {
    RC_ASSERT(regions.total(group) == totals[group]);
    RC_ASSERT(regions.count(group, at_d).certain == counts[group]);
  }
  for (std::size_t group = 0; group < 3; ++group) all_precisions += precisions.total(group);
  RC_ASSERT(all_precisions == left_of_precisions);
  RC_ASSERT(std::accumulate(totals.begin(), totals.end(), 0) == left_of_regions);
}

RC_GTEST_PROP(SelectorLaws, HistogramsHoldEveryRowThatTheyCanShow, ()) {
  Asked asked;
  Selector selector(asked.story);
  any_filter(asked.view);
  selector.select(asked.view);
  int in_days = 0, in_amounts = 0, days = 0, amounts = 0, amounts_left = 0;
  for (const int bin : selector.days(0, 24).counts) in_days += bin;
  const Histogram histogram = selector.amounts(0);
  for (const int bin : histogram.counts) in_amounts += bin;
  for (std::size_t row = 0; row < asked.table.row_count(); ++row) {
    const std::uint8_t bits = refusals_of(asked.table, row, asked.view);
    const time::DayInterval first = asked.table.first_day[row];
    const bool is_on_axis = first.earliest >= asked.story.axis().epoch && first.earliest <= asked.story.axis().last;
    days += (bits & ~bit_of(Dimension::kDays)) == 0 && first.is_exact() && is_on_axis ? 1 : 0;
    amounts += (bits & ~bit_of(Dimension::kAmount)) == 0 && asked.table.amount_usd[row] > 0.0 ? 1 : 0;
    amounts_left += bits == 0 && asked.table.amount_usd[row] > 0.0 ? 1 : 0;
  }
  RC_ASSERT(in_days == days);
  RC_ASSERT(in_amounts == amounts);
  RC_ASSERT(std::accumulate(histogram.left.begin(), histogram.left.end(), 0) == amounts_left);
  RC_ASSERT(histogram.edges.empty() || histogram.edges.size() == histogram.counts.size() + 1);
}

class SelectorTest : public testing::Test {
 protected:
  SmallWorld world_;
  Story story_{world_.exhibit, world_.tables};
  Selector selector_{story_};
  ViewState view_ = story_.first_view(world_.exhibit, {});
};

TEST_F(SelectorTest, WithoutAFilterTheWholeIndexServes) {
  EXPECT_EQ(&selector_.select(view_).layer(0), &story_.whole(0));
  EXPECT_FALSE(selector_.selection().refuses_any(0));
}

TEST_F(SelectorTest, TheKeyTellsSelectionsApartAndNothingElse) {
  const std::uint64_t whole = selector_.select(view_).key();
  view_.playhead_d = 77.0;
  view_.layers[0].visible = false;
  EXPECT_EQ(selector_.select(view_).key(), whole);
  view_.filter.regions = {"NV"};
  const std::uint64_t nevada = selector_.select(view_).key();
  EXPECT_NE(nevada, whole);
  view_.filter.regions = {};
  EXPECT_EQ(selector_.select(view_).key(), whole);
}

TEST(ManyRows, AreSearchedPartByPartToTheLast) {
  // More than one part; the first row and the last have the word.
  SmallWorld world;
  data::PointTable& table = world.tables.layers[0];
  for (int i = 0; i < 149'997; ++i) {
    add_row(table, {day(2020, 6, 1), day(2020, 6, 1)});
  }
  table.name = {};
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    table.name.push_back(row % 1000 == 0 ? "Orange" : row % 2 == 0 ? "Lime" : "Oran");
  }
  const Story story(world.exhibit, world.tables);
  Selector selector(story);
  ViewState view = story.first_view(world.exhibit, {});
  view.filter.text = "orange";
  EXPECT_EQ(selector.select(view).layer(0).entry_count(), 151U);
  view.filter.text = "e oran";
  EXPECT_EQ(selector.select(view).layer(0).entry_count(), 151U);
  view.filter.text = "o ran";
  EXPECT_EQ(selector.select(view).layer(0).entry_count(), 75'151U);
}

TEST_F(SelectorTest, ARegionThatNobodyIsInLeavesNothing) {
  view_.filter.regions = {"Atlantis"};
  EXPECT_EQ(selector_.select(view_).layer(0).entry_count(), 0U);
  EXPECT_EQ(selector_.select(view_).event_beside(0.0, 1), story_.axis().whole().to_d);
}

TEST_F(SelectorTest, StepsGoFromEventToEventOfWhatIsLeft) {
  view_.filter.text = "nobody has this";
  EXPECT_EQ(selector_.select(view_).event_beside(0.0, 1), 365.0);
  view_.filter = {};
  EXPECT_EQ(selector_.select(view_).event_beside(0.0, 1), 4.0);
}

}  // namespace
}  // namespace spreadmap::model
