#include "time/playback.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace spreadmap::time {
namespace {

constexpr PlayRange kRange{10.0, 110.0};

Playback playing(double speed_d_per_s, bool loops = false) {
  Playback playback;
  playback.loops = loops;
  playback.speed_d_per_s = speed_d_per_s;
  playback.anchor_playhead_d = speed_d_per_s < 0.0 ? kRange.to_d : kRange.from_d;
  return played(playback, kRange, 1000.0);
}

TEST(Playback, PlayheadDoesNotDependOnHowOftenItIsAsked) {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<double> step_s(0.0, 0.4);
  for (const double speed : {15.0, -15.0, 0.37}) {
    for (const bool loops : {false, true}) {
      const Playback start = playing(speed, loops);
      Playback asked = start;
      for (double now_s = 1000.0; now_s < 1060.0; now_s += step_s(random)) {
        asked = advanced(asked, kRange, now_s);
        EXPECT_EQ(playhead_at(asked, kRange, now_s), playhead_at(start, kRange, now_s)) << speed << " at " << now_s;
      }
    }
  }
}

TEST(Playback, AMonthOfLoopingDoesNotDrift) {
  const Playback playback = playing(10.0, true);  // ten seconds a round
  const double month_s = 30.0 * 86400.0;
  EXPECT_NEAR(playhead_at(playback, kRange, 1000.0 + month_s + 2.5), kRange.from_d + 25.0, 1e-6);
}

TEST(Playback, PlayheadIsWithinTheRangeAtAnyTime) {
  for (const double speed : {1e6, -1e6, 15.0, -15.0, 0.0, 1e-9}) {
    for (const bool loops : {false, true}) {
      for (const double now_s : {-1e9, 0.0, 1000.0, 1000.1, 1e4, 1e9}) {
        const double playhead_d = playhead_at(playing(speed, loops), kRange, now_s);
        EXPECT_GE(playhead_d, kRange.from_d);
        EXPECT_LE(playhead_d, kRange.to_d);
      }
    }
  }
}

TEST(Playback, LoopIsPeriodicForwardsAndBackwards) {
  for (const double speed : {20.0, -20.0}) {
    const Playback playback = playing(speed, true);
    const double round_s = (kRange.to_d - kRange.from_d) / std::abs(speed);
    for (double t_s = 0.1; t_s < round_s; t_s += 0.3) {
      const double first_d = playhead_at(playback, kRange, 1000.0 + t_s);
      EXPECT_NEAR(first_d, (speed > 0.0 ? kRange.from_d : kRange.to_d) + speed * t_s, 1e-9);
      EXPECT_NEAR(playhead_at(playback, kRange, 1000.0 + t_s + 7.0 * round_s), first_d, 1e-9);
    }
  }
}

TEST(Playback, WithoutLoopItStopsAtTheEndItRunsInto) {
  for (const double speed : {20.0, -20.0}) {
    const double end_d = speed > 0.0 ? kRange.to_d : kRange.from_d;
    const Playback playback = playing(speed);
    EXPECT_EQ(advanced(playback, kRange, 1004.9), playback);  // not there yet: unchanged
    const Playback stopped = advanced(playback, kRange, 1005.0);
    EXPECT_FALSE(stopped.playing);
    EXPECT_EQ(playhead_at(stopped, kRange, 1005.0), end_d);
    EXPECT_EQ(playhead_at(stopped, kRange, 9999.0), end_d);
    EXPECT_EQ(advanced(stopped, kRange, 9999.0), stopped);
  }
}

TEST(Playback, LoopNeverStops) {
  const Playback playback = playing(20.0, true);
  for (const double now_s : {1000.0, 1005.0, 1e7}) EXPECT_EQ(advanced(playback, kRange, now_s), playback);
}

TEST(Playback, PlayingAtAnEndStartsFromTheOther) {
  for (const double speed : {20.0, -20.0}) {
    const Playback stopped = advanced(playing(speed), kRange, 2000.0);
    const Playback again = played(stopped, kRange, 3000.0);
    EXPECT_TRUE(again.playing);
    EXPECT_EQ(playhead_at(again, kRange, 3000.0), speed > 0.0 ? kRange.from_d : kRange.to_d);
    EXPECT_NEAR(playhead_at(again, kRange, 3001.0), playhead_at(again, kRange, 3000.0) + speed, 1e-9);
  }
}

TEST(Playback, PlayingWhatPlaysChangesNothing) {
  const Playback playback = playing(15.0);
  EXPECT_EQ(played(playback, kRange, 1003.0), playback);
}

TEST(Playback, PausingHoldsThePlayheadAndPlayingGoesOnFromThere) {
  for (const bool loops : {false, true}) {
    const Playback playback = playing(15.0, loops);
    const double here_d = playhead_at(playback, kRange, 1003.0);
    const Playback held = paused(playback, kRange, 1003.0);
    EXPECT_EQ(playhead_at(held, kRange, 1003.0), here_d);
    EXPECT_EQ(playhead_at(held, kRange, 5000.0), here_d);
    const Playback on = played(held, kRange, 5000.0);
    EXPECT_EQ(playhead_at(on, kRange, 5000.0), here_d);
    EXPECT_NEAR(playhead_at(on, kRange, 5001.0), here_d + 15.0, 1e-9);
  }
}

TEST(Playback, SeekingPutsThePlayheadThereAndKeepsPlayingOrNot) {
  for (const bool plays : {false, true}) {
    for (const bool loops : {false, true}) {
      Playback playback = playing(15.0, loops);
      if (!plays) playback = paused(playback, kRange, 1001.0);
      for (const double target_d : {10.0, 64.5, 110.0}) {
        const Playback there = sought(playback, kRange, target_d, 1002.0);
        EXPECT_EQ(playhead_at(there, kRange, 1002.0), target_d);
        EXPECT_EQ(there.playing, plays);
      }
      EXPECT_EQ(playhead_at(sought(playback, kRange, -5.0, 1002.0), kRange, 1002.0), kRange.from_d);
      EXPECT_EQ(playhead_at(sought(playback, kRange, 500.0, 1002.0), kRange, 1002.0), kRange.to_d);
    }
  }
}

TEST(Playback, ChangeOfSpeedDoesNotMoveThePlayhead) {
  std::mt19937_64 random(9);
  std::uniform_real_distribution<double> speed(-60.0, 60.0);
  for (const bool loops : {false, true}) {
    Playback playback = playing(15.0, loops);
    for (double now_s = 1000.0; now_s < 1030.0; now_s += 0.7) {
      const double before_d = playhead_at(playback, kRange, now_s);
      playback = with_speed(playback, kRange, speed(random), now_s);
      EXPECT_EQ(playhead_at(playback, kRange, now_s), before_d);
    }
  }
}

TEST(Playback, ARangeWithoutLengthShowsItsBeginning) {
  for (const PlayRange range : {PlayRange{5.0, 5.0}, PlayRange{5.0, 1.0}}) {
    for (const bool loops : {false, true}) EXPECT_EQ(playhead_at(playing(15.0, loops), range, 2000.0), 5.0);
  }
}

TEST(Playback, FilmRunsFromTheFirstDayToTheLastAndNeverBack) {
  const PlayRange range{0.1, 912.7};
  for (const int count : {2, 3, 137, 1800}) {
    EXPECT_EQ(playhead_of_frame(range, 0, count), range.from_d);
    EXPECT_EQ(playhead_of_frame(range, count - 1, count), range.to_d);
    for (int i = 1; i < count; ++i) {
      EXPECT_GT(playhead_of_frame(range, i, count), playhead_of_frame(range, i - 1, count));
    }
  }
  EXPECT_EQ(playhead_of_frame(range, 0, 1), range.to_d);
}

}  // namespace
}  // namespace spreadmap::time
