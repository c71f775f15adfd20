#include "model/applied.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "model/selector.h"
#include "model_testing.h"

namespace spreadmap::model {
namespace {

class Applied : public testing::Test {
 protected:
  explicit Applied(time::Day play_from = day(2020, 1, 1)) : world_(play_from) {}
  SmallWorld world_;
  Story story_{world_.exhibit, world_.tables};
  Selector selector_{story_};
  Camera fit_{{1e6, 2e6}, 1.0};
  ViewState view_ = story_.first_view(world_.exhibit, fit_.centre);

  CommandContext context(double now_s) { return {story_, selector_.select(view_), fit_, now_s, {}}; }
  void give(const ViewCommand& command, double now_s = 0.0) { view_ = applied(view_, command, context(now_s)); }
  void wait_until(double now_s) { view_ = advanced(view_, context(now_s)); }
  time::Day shown() { return story_.axis().day_at(view_.playhead_d); }
};

TEST_F(Applied, AViewBringsItsStretchItsStripAndTheDayBeside) {
  auto saved = std::make_shared<ViewState>(view_);
  saved->playhead_d = 40.0;
  saved->strip = time::PlayRange{20.0, 90.0};
  saved->stretch = time::PlayRange{30.0, 60.0};
  saved->wipe = Wipe{25.0, 0.3};
  give(ShowView{saved});
  EXPECT_EQ(view_.playhead_d, 40.0);
  EXPECT_EQ(view_.strip, saved->strip);
  EXPECT_EQ(view_.stretch, saved->stretch);
  EXPECT_EQ(view_.wipe, saved->wipe);
  give(ShowView{std::make_shared<ViewState>(story_.first_view(world_.exhibit, fit_.centre))});
  EXPECT_FALSE(view_.strip || view_.stretch || view_.wipe) << "one without them takes them away";
}

// A film that begins on 1 March of a strip that begins on 1 January.
class AppliedFromMarch : public Applied {
 protected:
  AppliedFromMarch() : Applied(day(2020, 3, 1)) { view_.playback.speed_d_per_s = 10.0; }
};

TEST_F(AppliedFromMarch, PlayingAgainBeginsWhereTheFilmDoes) {
  give(GoToEnd{});
  give(TogglePlay{}, 100.0);
  EXPECT_EQ(shown(), day(2020, 3, 1));
}

TEST_F(AppliedFromMarch, ALoopComesRoundToWhereTheFilmBegins) {
  give(Seek{360.0});
  give(ToggleLoop{});
  give(TogglePlay{}, 100.0);
  wait_until(100.0 + 0.5 + 0.2);
  EXPECT_EQ(shown(), day(2020, 3, 3));
}

TEST_F(AppliedFromMarch, WhatLiesBeforeTheFilmPlaysIntoIt) {
  give(Seek{50.0});
  give(ToggleLoop{});
  give(TogglePlay{}, 100.0);
  wait_until(100.5);
  EXPECT_NEAR(view_.playhead_d, 55.0, 1e-9);
  wait_until(102.0);
  EXPECT_NEAR(view_.playhead_d, 70.0, 1e-9);
  // 365 is the last day, 60 the film's first.
  wait_until(102.0 + 29.5 + 0.5);
  EXPECT_NEAR(view_.playhead_d, 65.0, 1e-9);
}

TEST_F(Applied, TheMapCannotBeMovedOutOfSight) {
  geo::MapBounds reach;
  reach.include({0.0, 0.0});
  reach.include({2e6, 3e6});
  CommandContext context = this->context(0.0);
  context.reach = reach;
  for (const PanBy pan : {PanBy{1e9, 0.0}, PanBy{-1e9, 0.0}, PanBy{0.0, 1e9}, PanBy{0.0, -1e9}}) {
    view_ = applied(view_, pan, context);
    EXPECT_TRUE(reach.contains(view_.camera.centre));
  }
  view_ = applied(view_, ZoomAbout{{1e8, 1e8}, 0.6}, context);
  EXPECT_TRUE(reach.contains(view_.camera.centre));
}

TEST_F(Applied, PlayingTakesAsLongAsTheExhibitSays) {
  give(TogglePlay{}, 100.0);
  wait_until(100.0 + 36.5);
  EXPECT_NEAR(view_.playhead_d, 365.0, 1e-6);
  EXPECT_FALSE(view_.playback.playing);
}

TEST_F(Applied, HowOftenItIsLookedAtChangesNothing) {
  give(TogglePlay{}, 0.0);
  ViewState often = view_;
  for (double now_s = 0.0; now_s <= 7.0; now_s += 0.001) often = advanced(often, context(now_s));
  wait_until(7.0);
  EXPECT_NEAR(often.playhead_d, view_.playhead_d, 0.02);
  often = advanced(often, context(7.0));
  EXPECT_EQ(often.playhead_d, view_.playhead_d);
}

TEST_F(Applied, PauseThenPlayGoesOnFromThere) {
  give(TogglePlay{}, 0.0);
  give(TogglePlay{}, 5.0);
  const double at_rest_d = view_.playhead_d;
  wait_until(500.0);
  EXPECT_EQ(view_.playhead_d, at_rest_d);
  give(TogglePlay{}, 500.0);
  wait_until(501.0);
  EXPECT_NEAR(view_.playhead_d, at_rest_d + view_.playback.speed_d_per_s, 1e-9);
}

TEST_F(Applied, ADayOnAndADayBackIsTheSameDay) {
  give(Seek{40.3});
  give(StepDays{1});
  EXPECT_EQ(shown(), day(2020, 2, 11));
  give(StepDays{-1});
  EXPECT_EQ(shown(), day(2020, 2, 10));
  EXPECT_EQ(view_.playhead_d, 40.0);
}

TEST_F(Applied, AMonthStepsByTheCalendar) {
  give(Seek{story_.axis().position_d(day(2020, 1, 31))});
  give(StepMonths{1});
  EXPECT_EQ(shown(), day(2020, 2, 29));
}

TEST_F(Applied, EventsAreVisitedInOrderAndBack) {
  give(GoToStart{});
  std::vector<double> forth, back;
  for (int i = 0; i < 5; ++i) {
    give(StepEvent{1});
    forth.push_back(view_.playhead_d);
  }
  EXPECT_TRUE(std::is_sorted(forth.begin(), forth.end()));
  EXPECT_EQ(forth.front(), 4.0);  // 5 January
  EXPECT_EQ(forth.back(), 365.0);
  for (int i = 0; i < 4; ++i) {
    give(StepEvent{-1});
    back.push_back(view_.playhead_d);
  }
  std::reverse(back.begin(), back.end());
  EXPECT_TRUE(std::equal(back.begin(), back.end(), forth.begin()));
}

TEST_F(Applied, ThePlayheadNeverLeavesTheStrip) {
  give(Seek{1e9});
  EXPECT_EQ(view_.playhead_d, 365.0);
  give(StepDays{1});
  EXPECT_EQ(view_.playhead_d, 365.0);
  give(GoToStart{});
  give(StepMonths{-5});
  EXPECT_EQ(view_.playhead_d, 0.0);
}

TEST_F(Applied, ALoopStartsAgain) {
  give(ToggleLoop{});
  give(TogglePlay{}, 0.0);
  wait_until(36.5 + 1.0);
  EXPECT_TRUE(view_.playback.playing);
  EXPECT_LT(view_.playhead_d, 40.0);
}

TEST_F(Applied, ZoomKeepsThePointUnderTheCursor) {
  const geo::MapPoint anchor{1.5e6, 1.7e6};
  const auto on_screen = [&] { return (anchor.x_m - view_.camera.centre.x_m) * view_.camera.zoom; };
  const double before = on_screen();
  give(ZoomAbout{anchor, 3.0});
  EXPECT_NEAR(on_screen(), before, 1e-6);
  give(ZoomAbout{anchor, 1.0 / 3.0});
  EXPECT_NEAR(view_.camera.centre.x_m, fit_.centre.x_m, 1e-6);
}

TEST_F(Applied, FitBringsTheWholeMapBack) {
  give(ZoomAbout{{0, 0}, 5.0});
  give(PanBy{1e6, -1e6});
  give(FitView{});
  EXPECT_EQ(view_.camera, fit_);
}

TEST_F(Applied, ALayerThatIsNotThereChangesNothing) {
  const ViewState before = view_;
  give(SetLayerVisible{99, false});
  EXPECT_EQ(view_, before);
}

TEST_F(Applied, SpeedStaysWithinWhatAnEyeCanFollow) {
  for (int i = 0; i < 50; ++i) give(MultiplySpeed{2.0});
  EXPECT_LE(view_.playback.speed_d_per_s, 730.0);
  for (int i = 0; i < 100; ++i) give(MultiplySpeed{0.5});
  EXPECT_GE(view_.playback.speed_d_per_s, 0.1);
}

TEST_F(Applied, ALayerMovesPastItsNeighboursAndNoFurtherThanTheLast) {
  view_.layer_order = {0, 1, 2, 3};
  give(MoveLayer{1, 1});
  EXPECT_EQ(view_.layer_order, (std::vector<std::size_t>{0, 2, 1, 3}));
  give(MoveLayer{0, 9});
  EXPECT_EQ(view_.layer_order, (std::vector<std::size_t>{2, 1, 3, 0}));
  give(MoveLayer{3, -2});
  EXPECT_EQ(view_.layer_order, (std::vector<std::size_t>{3, 2, 1, 0}));
  give(MoveLayer{9, 1});
  give(MoveLayer{3, -1});
  EXPECT_EQ(view_.layer_order, (std::vector<std::size_t>{3, 2, 1, 0}));
}

TEST_F(Applied, OpacityStaysBetweenNothingAndAll) {
  for (const auto& [asked, expected] : {std::pair(0.4, 0.4), {-3.0, 0.0}, {7.0, 1.0}}) {
    give(SetLayerOpacity{0, asked});
    EXPECT_EQ(view_.layers[0].opacity, expected);
  }
  give(SetLayerOpacity{0, std::nan("")});
  EXPECT_EQ(view_.layers[0].opacity, 1.0);
  give(SetLayerOpacity{5, 0.5});
  EXPECT_EQ(view_.layers.size(), 1U);
}

TEST_F(Applied, PlaysBackwardsAndComesRoundTheOtherWay) {
  give(Seek{100.0});
  give(TurnRound{});
  give(TogglePlay{}, 0.0);
  wait_until(2.0);
  EXPECT_NEAR(view_.playhead_d, 80.0, 1e-9);
  give(TurnRound{}, 2.0);
  wait_until(3.0);
  EXPECT_NEAR(view_.playhead_d, 90.0, 1e-9);
  give(TurnRound{}, 3.0);
  wait_until(30.0);
  EXPECT_EQ(view_.playhead_d, 0.0);
  EXPECT_FALSE(view_.playback.playing);
  give(TogglePlay{}, 30.0);
  EXPECT_EQ(view_.playhead_d, 365.0);
}

TEST_F(Applied, TheWholeTakesAsManySecondsAsAsked) {
  give(TurnRound{});
  give(FitSeconds{20.0});
  EXPECT_NEAR(view_.playback.speed_d_per_s, -365.0 / 20.0, 1e-9);
  const ViewState before = view_;
  for (const double none : {0.0, -3.0, std::numeric_limits<double>::quiet_NaN()}) give(FitSeconds{none});
  EXPECT_EQ(view_, before);
}

TEST_F(Applied, AStretchIsPlayedOverAndOver) {
  give(SetStretch{time::PlayRange{100.4, 120.9}});
  EXPECT_EQ(view_.stretch, (time::PlayRange{100.0, 120.0}));
  give(TogglePlay{}, 0.0);
  EXPECT_EQ(view_.playhead_d, 100.0);
  wait_until(1.5);
  EXPECT_NEAR(view_.playhead_d, 115.0, 1e-9);
  wait_until(7.0);
  EXPECT_NEAR(view_.playhead_d, 110.0, 1e-9);
  EXPECT_TRUE(view_.playback.playing);
  EXPECT_FALSE(view_.playback.loops) << "the loop of all is another matter";
  give(TurnRound{}, 7.0);
  wait_until(8.5);
  EXPECT_NEAR(view_.playhead_d, 115.0, 1e-9);
  give(SetStretch{}, 8.5);
  wait_until(13.5);
  EXPECT_NEAR(view_.playhead_d, 65.0, 1e-9);
}

TEST_F(Applied, TheEndsOfAStretchAreMarkedAtThePlayhead) {
  give(Seek{50.7});
  give(MarkStretch{StretchEnd::kFrom});
  EXPECT_EQ(view_.stretch, (time::PlayRange{50.0, 365.0}));
  give(Seek{80.2});
  give(MarkStretch{StretchEnd::kTo});
  EXPECT_EQ(view_.stretch, (time::PlayRange{50.0, 80.0}));
  // Beyond the other end: that one gives way.
  give(Seek{200.0});
  give(MarkStretch{StretchEnd::kFrom});
  EXPECT_EQ(view_.stretch, (time::PlayRange{200.0, 365.0}));
  give(Seek{20.0});
  give(MarkStretch{StretchEnd::kTo});
  EXPECT_EQ(view_.stretch, (time::PlayRange{0.0, 20.0}));
  give(MarkStretch{StretchEnd::kTo});
  EXPECT_EQ(view_.stretch, std::nullopt);
  give(GoToEnd{});
  give(MarkStretch{StretchEnd::kFrom});
  EXPECT_EQ(view_.stretch, std::nullopt) << "nothing could be played from the end";
}

TEST_F(Applied, TheDirectorTakesOverWhereThePlayheadStands) {
  give(TogglePlay{}, 0.0);
  wait_until(10.0);
  const double here_d = view_.playhead_d;
  give(ToggleDirector{}, 10.0);
  EXPECT_EQ(view_.playhead_d, here_d);
  ViewState often = view_;
  for (double now_s = 10.0; now_s <= 15.0; now_s += 0.01) often = advanced(often, context(now_s));
  wait_until(15.0);
  often = advanced(often, context(15.0));
  EXPECT_EQ(often.playhead_d, view_.playhead_d);
  // All of it takes as long as without.
  give(GoToStart{}, 15.0);
  give(TogglePlay{}, 100.0);
  wait_until(100.0 + 36.4);
  EXPECT_TRUE(view_.playback.playing);
  wait_until(100.0 + 36.6);
  EXPECT_FALSE(view_.playback.playing);
}

TEST_F(Applied, TheStripFollowsThePlayheadWhileItPlays) {
  give(ZoomStrip{0.0, 10.0});
  ASSERT_TRUE(view_.strip);
  give(TogglePlay{}, 0.0);
  for (double now_s = 0.0; now_s < 36.0; now_s += 0.7) {
    wait_until(now_s);
    EXPECT_TRUE(view_.strip->contains(view_.playhead_d)) << now_s;
  }
  give(TogglePlay{}, 36.0);
  give(PanStrip{-200.0});
  EXPECT_FALSE(view_.strip->contains(view_.playhead_d)) << "at rest a hand may look elsewhere";
  give(StepDays{-1});
  EXPECT_TRUE(view_.strip->contains(view_.playhead_d));
}

TEST_F(Applied, AnotherCrsGlidesByTheClockAndThenRests) {
  view_.crs = "one";
  const Camera before = view_.camera, there{{5.0, 6.0}, 3.0};
  give(SetCrs{"two", there}, 100.0);
  EXPECT_EQ(view_.crs, "two");
  EXPECT_EQ(view_.camera, there);
  ASSERT_TRUE(view_.glide);
  EXPECT_EQ(view_.glide->from_crs, "one");
  EXPECT_EQ(view_.glide->from_camera, before);
  double share = 0.0;
  for (double at_s = 100.25; at_s < 100.0 + kCrsGlide_s; at_s += 0.25) {
    wait_until(at_s);
    ASSERT_TRUE(view_.glide);
    EXPECT_GT(view_.glide->share, share);
    share = view_.glide->share;
  }
  EXPECT_LT(share, 1.0);
  wait_until(100.0 + kCrsGlide_s + 0.01);
  EXPECT_FALSE(view_.glide);
}

TEST_F(Applied, WhoGoesBackUnderWayTurnsTheGlideRound) {
  view_.crs = "one";
  const Camera here = view_.camera, there{{5.0, 6.0}, 3.0};
  give(SetCrs{"two", there}, 100.0);
  for (const double turn_s : {100.05, 100.3, 101.1}) {
    const ViewState under_way = advanced(view_, context(turn_s));
    const ViewState back = applied(under_way, SetCrs{"one", here}, context(turn_s));
    EXPECT_EQ(back.crs, "one");
    ASSERT_TRUE(back.glide);
    EXPECT_EQ(back.glide->from_crs, "two");
    EXPECT_EQ(back.glide->from_camera, there);
    EXPECT_NEAR(back.glide->share, 1.0 - under_way.glide->share, 1e-12) << "nothing jumps";
    EXPECT_NEAR(advanced(back, context(turn_s)).glide->share, back.glide->share, 1e-12);
    // As long on its way back as it was on its way there.
    EXPECT_TRUE(advanced(back, context(turn_s + (turn_s - 100.0) - 0.01)).glide);
    EXPECT_FALSE(advanced(back, context(turn_s + (turn_s - 100.0) + 0.01)).glide);
  }
}

TEST_F(Applied, AThirdCrsWaitsUntilTheGlideHasArrivedAndNothingJumps) {
  view_.crs = "one";
  const Camera second{{5.0, 6.0}, 3.0}, third{{7.0, 8.0}, 2.0};
  give(SetCrs{"two", second}, 100.0);
  wait_until(100.5);
  const double share = view_.glide->share;
  give(SetCrs{"three", third}, 100.5);
  EXPECT_EQ(view_.crs, "two");
  EXPECT_EQ(view_.camera, second);
  EXPECT_NEAR(view_.glide->share, share, 1e-12);
  EXPECT_EQ(arrived(view_).crs, "three");
  EXPECT_EQ(arrived(view_).camera, third);
  // No step of a hundredth of a second takes it far, from the first map to the third.
  std::string crs = "two";
  double last = share;
  for (double at_s = 100.5; view_.glide; at_s += 0.01) {
    ASSERT_LT(at_s, 100.5 + 2.0 * kCrsGlide_s) << "it arrives at last";
    wait_until(at_s);
    const double now = view_.glide ? view_.glide->share : 1.0;
    if (view_.crs != crs) {
      EXPECT_GT(last, 0.99) << "it has arrived at the second";
      ASSERT_TRUE(view_.glide);
      EXPECT_EQ(view_.glide->from_crs, "two");
      EXPECT_EQ(view_.glide->from_camera, second);
      crs = view_.crs;
      last = 0.0;
    }
    EXPECT_GE(now, last);
    EXPECT_LT(now - last, 0.06);
    last = now;
  }
  EXPECT_EQ(view_.crs, "three");
  EXPECT_EQ(view_.camera, third);
}

TEST_F(Applied, TheLastOfSeveralCrssIsWhereItGoes) {
  view_.crs = "one";
  const Camera there{{5.0, 6.0}, 3.0};
  give(SetCrs{"two", there}, 100.0);
  give(SetCrs{"three", there}, 100.1);
  give(SetCrs{"four", there}, 100.2);
  EXPECT_EQ(arrived(view_).crs, "four");
  give(SetCrs{"two", there}, 100.3);
  EXPECT_EQ(arrived(view_).crs, "two");
  wait_until(110.0);
  EXPECT_EQ(view_.crs, "two");
  EXPECT_FALSE(view_.glide);
}

TEST_F(Applied, OtherChangesLetAGlideBe) {
  view_.crs = "one";
  give(SetCrs{"two", {{5.0, 6.0}, 3.0}}, 100.0);
  wait_until(100.4);
  ViewState filtered = view_;
  filtered.filter.text = "a";
  EXPECT_EQ(glided(filtered, view_, 100.4).glide, view_.glide);
}

TEST_F(Applied, WithoutAGlideAnotherCrsIsThereAtOnceAndEndsAFlight) {
  view_.crs = "one";
  give(FlyTo{{{9e6, 9e6}, 2.0}});
  view_.looks.reduces_motion = true;
  give(SetCrs{"two", {{5.0, 6.0}, 3.0}});
  EXPECT_FALSE(view_.glide);
  EXPECT_FALSE(view_.flight);
  EXPECT_EQ(view_.camera, (Camera{{5.0, 6.0}, 3.0}));
}

TEST_F(Applied, OneIsLeftForAnotherOfTheSameCrsWithoutAGlide) {
  view_.crs = "one";
  ViewState other = view_;
  other.camera.zoom = 7.0;
  EXPECT_FALSE(glided(other, view_, 1.0).glide);
  other.crs = "two";
  EXPECT_TRUE(glided(other, view_, 1.0).glide);
}

TEST_F(Applied, AWipeBeginsAYearBeforeAndStaysOnTheMapAndTheAxis) {
  give(MoveWipe{0.1});
  give(SetWipeDay{30.0});
  EXPECT_EQ(view_.wipe, std::nullopt) << "without a wipe there is nothing to move";
  give(Seek{200.0});
  give(ToggleWipe{});
  ASSERT_TRUE(view_.wipe);
  EXPECT_EQ(*view_.wipe, (Wipe{0.0, 0.5}));
  for (int i = 0; i < 30; ++i) give(MoveWipe{0.05});
  EXPECT_EQ(view_.wipe->share, 1.0);
  give(SetWipeDay{1e9});
  EXPECT_EQ(view_.wipe->left_d, 365.0);
  give(SetWipeDay{});
  EXPECT_EQ(view_.wipe->left_d, 200.0);
  give(ToggleWipe{});
  EXPECT_EQ(view_.wipe, std::nullopt);
}

TEST_F(Applied, OneCardIsOpenAtATime) {
  give(Pin{RecordRef{0, 1}});
  give(PinMilestone{3});
  EXPECT_EQ(view_.pinned, std::nullopt);
  EXPECT_EQ(view_.pinned_milestone, 3U);
  give(Pin{RecordRef{0, 1}});
  EXPECT_EQ(view_.pinned_milestone, std::nullopt);
}

}  // namespace
}  // namespace spreadmap::model
