// Records counted in areas: every one in one of them, or in none.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <limits>

#include "model/area_layer.h"
#include "model/classes.h"
#include "model/selector.h"
#include "model_testing.h"

namespace spreadmap::model {
namespace {

constexpr int kAreas = 5;
constexpr std::array<std::string_view, kAreas + 1> kKeys{"a", "b", "c", "d", "e", "elsewhere"};

/// Random records in some of the areas or in none, counted in them by key, with a random window and filter.
struct CountedWorld {
  SmallWorld world;
  exhibit::LayerSpec spec;
  data::AreaTable areas;

  CountedWorld() {
    world.exhibit.layers.front().id = "records";
    data::PointTable table;
    std::vector<int> firsts;
    for (int left = *rc::gen::inRange(0, 60); left > 0; --left) firsts.push_back(*rc::gen::inRange(0, 300));
    std::sort(firsts.begin(), firsts.end());
    for (const int first : firsts) {
      const auto at = [](int number) { return day(2020, 1, 1) + std::chrono::days(number); };
      const int open = *rc::gen::element(0, 0, 0, 20);
      const int end = *rc::gen::element(0, 0, 30, 90);
      add_row(table, {at(first), at(first + open)},
              end == 0 ? data::kNoEnd : time::DayInterval{at(first + open + end), at(first + open + end)},
              kKeys.at(static_cast<std::size_t>(*rc::gen::inRange(0, kAreas + 1))));
      table.amount_usd.back() = *rc::gen::element(10.0, 1000.0);
    }
    world.tables.layers = {table};
    spec.counts = "records";
    spec.joined_by = "region";
    spec.per = *rc::gen::element(0.0, 100000.0);
    spec.classes.method = *rc::gen::element(exhibit::ClassMethod::kQuantile, exhibit::ClassMethod::kJenks);
    spec.classes.count = *rc::gen::inRange(2, 7);
    for (int area = 0; area < kAreas; ++area) {
      areas.key.push_back(kKeys.at(static_cast<std::size_t>(area)));
      areas.name.push_back(kKeys.at(static_cast<std::size_t>(area)));
      areas.region.push_back("");
      areas.people.push_back(*rc::gen::element(std::numeric_limits<double>::quiet_NaN(), 0.0, 1234.0, 98765.0, 4e6));
    }
  }
};

RC_GTEST_PROP(Areas, EveryRecordOfADayIsInOneOfThemOrInNone, ()) {
  const CountedWorld with;
  const Story story(with.world.exhibit, with.world.tables);
  const AreaLayer layer = make_area_layer(with.world.exhibit, with.spec, with.areas, story);
  Selector selector(story);
  ViewState view = story.first_view(with.world.exhibit, {});
  view.layers[0].window_days = *rc::gen::element(0, 0, 7, 60);
  if (*rc::gen::arbitrary<bool>()) view.filter.regions = {"a", "c", "elsewhere"};
  if (*rc::gen::arbitrary<bool>()) view.filter.amount_usd = AmountRange{100.0, 5000.0};
  const LayerIndex& index = selector.select(view).layer(0);
  const Facet counts = area_counts(layer, story.rows(0), index);
  RC_ASSERT(counts.group_count() == static_cast<std::size_t>(kAreas + 1));
  for (int today = 0; today < 366; today += 3) {
    int sum = 0;
    for (std::size_t area = 0; area <= kAreas; ++area) {
      RC_ASSERT(counts.count(area, today).certain >= 0);
      sum += counts.count(area, today).certain;
    }
    RC_ASSERT(sum == static_cast<int>(index.count(today).certain));
  }
}

RC_GTEST_PROP(Areas, NoClassIsEmptyOnTheLastDay, ()) {
  const CountedWorld with;
  const Story story(with.world.exhibit, with.world.tables);
  const AreaLayer layer = make_area_layer(with.world.exhibit, with.spec, with.areas, story);
  const Facet counts = area_counts(layer, story.rows(0), story.whole(0));
  std::vector<int> sizes(layer.class_count(), 0);
  int seen = 0;
  for (std::size_t area = 0; area < kAreas; ++area) {
    const auto value = layer.value(area, counts.count(area, story.axis().whole().to_d).certain);
    if (!value || *value <= 0.0) continue;
    ++sizes.at(class_of(layer.limits, *value));
    ++seen;
  }
  if (seen == 0) {
    RC_ASSERT(layer.limits.empty());
  } else {
    RC_ASSERT(std::find(sizes.begin(), sizes.end(), 0) == sizes.end());
  }
}

TEST(Areas, WithoutPeopleThereIsNoRate) {
  AreaLayer layer;
  layer.per = 1000.0;
  layer.table.people = {500.0, 0.0, std::numeric_limits<double>::quiet_NaN()};
  EXPECT_EQ(layer.value(0, 2), 4.0);
  EXPECT_EQ(layer.value(0, 0), 0.0);
  EXPECT_EQ(layer.value(1, 2), std::nullopt);
  EXPECT_EQ(layer.value(2, 2), std::nullopt);
  layer.per = 0.0;
  EXPECT_EQ(layer.value(2, 2), 2.0);
}

}  // namespace
}  // namespace spreadmap::model
