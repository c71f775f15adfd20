#include "time/pacing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "time/playback.h"

namespace spreadmap::time {
namespace {

/// A year of weeks, of which those after week 20 have ten times as many events, and two milestones.
Pacing year() {
  std::vector<Pacing::Bin> bins;
  bins.reserve(52);
  for (int week = 0; week < 52; ++week) bins.push_back({7.0 * week, week < 20 ? 2.0 : 20.0});
  return {{.linger_s = 1.5, .event_weight = 0.6}, {0.0, 365.0}, {100.0, 300.0}, bins};
}

double seconds(const Course& course, double days_per_s, double from_d, double to_d) {
  return (course.played_d(to_d) - course.played_d(from_d)) / days_per_s;
}

TEST(Pacing, LingersForAsLongAsAskedAndTakesAsLongInAll) {
  const Pacing pacing = year();
  const double speed = 365.0 / 60.0;
  const Course course({0.0, 365.0}, &pacing, speed);
  EXPECT_NEAR(seconds(course, speed, 100.0, 101.0), 1.5, 1e-9);
  EXPECT_NEAR(seconds(course, speed, 300.0, 301.0), 1.5, 1e-9);
  EXPECT_NEAR(seconds(course, speed, 0.0, 365.0), 60.0, 1e-9);
  EXPECT_EQ(course.linger_s(), 1.5);
}

TEST(Pacing, HastensWhereLittleHappens) {
  const Pacing pacing = year();
  const Course course({0.0, 365.0}, &pacing, 365.0 / 60.0);
  EXPECT_GT(course.pace(50.0), 1.5);
  EXPECT_LT(course.pace(250.0), 1.0);
  EXPECT_LT(course.pace(300.5), 0.2);
}

TEST(Pacing, LingersTakeHalfOfTheTimeAtMost) {
  const Pacing pacing = year();
  const double speed = 365.0 / 2.0;  // all in two seconds
  const Course course({0.0, 365.0}, &pacing, speed);
  EXPECT_NEAR(seconds(course, speed, 100.0, 101.0), 0.5, 1e-9);
  EXPECT_NEAR(seconds(course, speed, 0.0, 365.0), 2.0, 1e-9);
}

TEST(Pacing, WithoutEventsAndMilestonesItIsEven) {
  const Pacing pacing({}, {0.0, 100.0}, {}, {});
  const Course course({0.0, 100.0}, &pacing, 10.0);
  for (double at_d = 0.0; at_d <= 100.0; at_d += 3.7) EXPECT_NEAR(course.played_d(at_d), at_d, 1e-9);
}

RC_GTEST_PROP(Pacing, IsMonotoneItsInverseExactAndItsEndsAreFixed, ()) {
  std::vector<Pacing::Bin> bins;
  const auto counts = *rc::gen::container<std::vector<int>>(20, rc::gen::inRange(0, 40));
  for (std::size_t i = 0; i < counts.size(); ++i) bins.push_back({7.0 * static_cast<double>(i), 1.0 * counts[i]});
  std::vector<double> milestones;
  for (const int day : *rc::gen::container<std::vector<int>>(rc::gen::inRange(-5, 150))) milestones.push_back(day);
  const Pacing pacing({.linger_s = 2.0, .event_weight = *rc::gen::inRange(0, 11) / 10.0}, {0.0, 140.0}, milestones,
                      bins);
  const double from_d = *rc::gen::inRange(0, 1300) / 10.0;
  const double to_d = from_d + *rc::gen::inRange(5, 100) / 10.0;
  const PlayRange range{from_d, std::min(to_d, 140.0)};
  const Course course(range, &pacing, *rc::gen::inRange(1, 100) / 2.0);
  RC_ASSERT(course.played_d(range.from_d) == range.from_d);
  RC_ASSERT(course.played_d(range.to_d) == range.to_d);
  double before_d = range.from_d;
  for (int step = 1; step <= 200; ++step) {
    const double at_d = range.from_d + range.length_d() * step / 200.0;
    const double played_d = course.played_d(at_d);
    RC_ASSERT(played_d > before_d);
    RC_ASSERT(std::abs(course.position_d(played_d) - at_d) < 1e-6);
    before_d = played_d;
  }
}

TEST(Pacing, AFilmShowsItsEndsAndNeverGoesBack) {
  const Pacing pacing = year();
  const Course course({0.0, 365.0}, &pacing, 365.0 / 60.0);
  EXPECT_EQ(playhead_of_frame(course, 0, 1800), 0.0);
  EXPECT_EQ(playhead_of_frame(course, 1799, 1800), 365.0);
  int on_milestone = 0;
  for (int frame = 1; frame < 1800; ++frame) {
    const double at_d = playhead_of_frame(course, frame, 1800);
    EXPECT_GT(at_d, playhead_of_frame(course, frame - 1, 1800));
    on_milestone += std::floor(at_d) == 300.0 ? 1 : 0;
  }
  EXPECT_NEAR(on_milestone, 45, 1);  // 1.5 s of 30 frames
}

TEST(Pacing, PlayingBackwardsGoesTheSameWayBack) {
  const Pacing pacing = year();
  const Course course({0.0, 365.0}, &pacing, 10.0);
  Playback forth{.playing = true, .speed_d_per_s = 10.0, .anchor_playhead_d = 20.0, .anchor_s = 0.0};
  const double there_d = playhead_at(forth, course, 12.0);
  Playback back{.playing = true, .speed_d_per_s = -10.0, .anchor_playhead_d = there_d, .anchor_s = 0.0};
  EXPECT_NEAR(playhead_at(back, course, 12.0), 20.0, 1e-6);
}

}  // namespace
}  // namespace spreadmap::time
