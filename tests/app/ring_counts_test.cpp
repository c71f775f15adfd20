// The numbers that the built-in exhibit must show, through the whole of loading.
#include <fstream>
#include <iterator>

#include "scene/words.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class RingCounts : public StageTest {
 protected:
  static std::size_t partnerships() { return *story().counted_layer(); }
  static model::DayCount count_on(std::string_view day) { return story().whole(partnerships()).count(position_d(day)); }
  static std::size_t layer_of(exhibit::LayerKind kind) {
    const auto& layers = stage().world().exhibit.layers;
    for (std::size_t i = 0; i < layers.size(); ++i) {
      if (layers[i].kind == kind) return i;
    }
    return layers.size();
  }
};

TEST_F(RingCounts, FourHundredFiveOnThe27thOfAugust2019) {
  EXPECT_EQ(count_on("2019-08-27"), (model::DayCount{405, 405}));
  EXPECT_EQ(count_on("2019-08-28"), (model::DayCount{407, 407}));
}

TEST_F(RingCounts, MonthsLeaveTheCounterOpen) {
  // 1,331 are dated to the day by 11 June 2020; the 41 of June 2020 may or may not have begun.
  EXPECT_EQ(count_on("2020-05-31").certain, count_on("2020-05-31").possible);
  EXPECT_EQ(count_on("2020-06-11"), (model::DayCount{1331, 1331 + 41}));
  EXPECT_EQ(scene::count_text(count_on("2020-06-11"), language::Language("en", "")), "1,331–1,372");
  EXPECT_EQ(count_on("2020-06-30"), (model::DayCount{1372, 1372}));
  EXPECT_EQ(count_on("2020-09-30"), (model::DayCount{1501, 1501}));
}

TEST_F(RingCounts, CountsNeverFallWhileNothingEnds) {
  model::DayCount before{};
  const time::PlayRange whole = story().axis().whole();
  for (double at_d = whole.from_d; at_d <= whole.to_d; at_d += 1.0) {
    const model::DayCount now = story().whole(partnerships()).count(at_d);
    ASSERT_GE(now.certain, before.certain) << "day " << at_d;
    ASSERT_GE(now.possible, before.possible) << "day " << at_d;
    ASSERT_LE(now.certain, now.possible) << "day " << at_d;
    before = now;
  }
}

TEST_F(RingCounts, BarsAddUpToTheRecordsKnownToTheDay) {
  int sum = 0;
  for (const auto& week : story().whole(partnerships()).weeks()) sum += week.count;
  EXPECT_EQ(sum, 1331);
}

TEST_F(RingCounts, TheLast14DaysExcludeTheDayBeforeThem) {
  const auto& index = story().whole(partnerships());
  EXPECT_EQ(index.began_in_last(position_d("2019-08-27"), 14), (model::DayCount{24, 24}));
  // The 41 of June 2020 may have begun in the last 14 days of 11 June.
  EXPECT_EQ(index.began_in_last(position_d("2020-06-11"), 14), (model::DayCount{23, 23 + 41}));
  EXPECT_EQ(index.began_in_last(position_d("2019-08-27"), 14).certain,
            count_on("2019-08-27").certain - count_on("2019-08-13").certain);
}

TEST_F(RingCounts, SignatoriesComeOnThe7thOfOctober2019) {
  const std::size_t layer = layer_of(exhibit::LayerKind::kSignatories);
  const auto& index = story().whole(layer);
  EXPECT_EQ(index.count(position_d("2019-10-06")).possible, 0);
  EXPECT_EQ(index.count(position_d("2019-10-07")).certain, 35);
  int seats = 0, canadian = 0;
  const auto& table = stage().world().tables.layers[layer];
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    const bool placed = std::isfinite(stage().first_sheet().geometry.marks[layer][row].x_m);
    seats += placed ? 1 : 0;
    canadian += placed && table.kind[row] == "CA" ? 1 : 0;
  }
  EXPECT_EQ(seats, 29);
  EXPECT_EQ(canadian, 1);
  // The legend's note must say the same.
  const std::string& note = stage().world().exhibit.layers[layer].note.in("en");
  EXPECT_NE(note.find("35"), std::string::npos) << note;
  EXPECT_NE(note.find("29"), std::string::npos) << note;
  EXPECT_NE(note.find("28"), std::string::npos) << note;
}

TEST_F(RingCounts, TheFitShowsEveryMarkVancouverIncluded) {
  model::ViewState view = view_on("2020-09-30");
  picture(view, {960, 540});
  const scene::Frame& frame = stage().frame();
  for (const auto& marks : stage().first_sheet().geometry.marks) {
    for (const geo::MapPoint mark : marks) {
      if (!std::isfinite(mark.x_m)) continue;
      const double x =
          static_cast<double>(frame.map.anchor_px.x_px) + (mark.x_m - frame.map.anchor_m.x_m) * frame.map.px_per_m;
      const double y =
          static_cast<double>(frame.map.anchor_px.y_px) - (mark.y_m - frame.map.anchor_m.y_m) * frame.map.px_per_m;
      EXPECT_TRUE(x >= static_cast<double>(frame.map_rect.left_px) - 0.5 &&
                  x <= static_cast<double>(frame.map_rect.right_px) + 0.5 &&
                  y >= static_cast<double>(frame.map_rect.top_px) - 0.5 &&
                  y <= static_cast<double>(frame.map_rect.bottom_px) + 0.5)
          << x << " " << y;
    }
  }
}

TEST_F(RingCounts, MilestonesOfTheExhibitStandInTheTableOfMilestones) {
  std::ifstream file(std::string(SPREADMAP_SOURCE_DIR) + "/geodata/ring/milestones.csv");
  const std::string table(std::istreambuf_iterator<char>(file), {});
  const auto& milestones = stage().world().exhibit.timeline.milestones;
  EXPECT_GE(milestones.size(), 5U);
  for (const auto& milestone : milestones) {
    const std::size_t row = table.find("\n" + time::iso_day(milestone.day.earliest) + ",");
    ASSERT_NE(row, std::string::npos) << time::iso_day(milestone.day.earliest);
    const std::string line = table.substr(row + 1, table.find('\n', row + 1) - row);
    EXPECT_NE(line.find(milestone.source_url), std::string::npos) << line;
    EXPECT_NE(line.find(milestone.source.in("en")), std::string::npos) << line;
    if (!milestone.total.is_empty()) {
      EXPECT_NE(line.find(",1400,"), std::string::npos) << line;
    }
  }
}

TEST_F(RingCounts, AFilterLeavesMapCounterBarsAndEventsTogether) {
  model::ViewState view = view_on("2019-08-27");
  view.filter.regions = {"FL"};
  const model::Selection& florida = stage().select(view);
  // grep -c ',FL,' of the table's rows until that day.
  const int until_then = florida.layer(partnerships()).count(view.playhead_d).certain;
  EXPECT_EQ(until_then, 67);
  int bars = 0;
  for (const auto& week : florida.layer(partnerships()).weeks()) bars += week.count;
  EXPECT_EQ(bars, florida.layer(partnerships()).count(story().axis().whole().to_d).possible -
                      stage().selector().precisions(partnerships()).total(1));
  picture(view, {640, 360});
  ASSERT_EQ(stage().frame().marks.size(), 1U);
  EXPECT_EQ(stage().frame().marks[0].count, 67U);
  // Every step is a day of Florida's, or a milestone.
  const std::vector<double> milestones = story().milestone_days();
  const auto& days = florida.layer(partnerships()).event_days();
  for (double at_d = florida.event_beside(0.0, 1); at_d < 500.0; at_d = florida.event_beside(at_d, 1)) {
    EXPECT_TRUE(std::binary_search(days.begin(), days.end(), at_d) ||
                std::binary_search(milestones.begin(), milestones.end(), at_d))
        << at_d;
  }
}

TEST_F(RingCounts, WeakMoneyIsOffUntilAskedFor) {
  const std::size_t layer = layer_of(exhibit::LayerKind::kSubsidies);
  model::ViewState view = view_on("2020-09-30");
  const double firm = stage().select(view).layer(layer).amount(view.playhead_d).certain_usd;
  view.layers[layer].shows_low_confidence = true;
  const double all = stage().select(view).layer(layer).amount(view.playhead_d).certain_usd;
  EXPECT_GT(all, firm);
  EXPECT_GT(firm, 0.0);
}

TEST_F(RingCounts, MoneyFromBeforeTheStripStandsFromTheStartWithItsDay) {
  const std::size_t layer = layer_of(exhibit::LayerKind::kSubsidies);
  const model::ViewState view = view_on("2018-01-01");
  const model::LayerIndex& index = stage().select(view).layer(layer);
  EXPECT_GT(index.amount(-1.0).certain_usd, 100000.0);
  ASSERT_TRUE(index.first_amount_before_axis());
  EXPECT_EQ(time::iso_day(index.first_amount_before_axis()->earliest), "2016-12-20");
}

}  // namespace
}  // namespace spreadmap::app
