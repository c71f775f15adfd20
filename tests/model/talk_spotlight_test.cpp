// The spotlight of a talk: it comes and goes by itself, at any moment from what is seen of it then.
#include "model/talk_spotlight.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "cue_testing.h"
#include "model/talk_state.h"

namespace spreadmap::model {
namespace {

double strength_at(const TalkSpotlight& spotlight, double now_s) {
  const auto seen = seen_of(spotlight, now_s);
  return seen ? seen->strength : 0.0;
}

class TalkSpotlight_ : public testing::Test {
 protected:
  void press(const TalkCommand& command, double now_s, bool is_at_once = false) {
    state_ = applied(state_, command, track_, now_s, is_at_once);
  }

  CueTrack track_{std::vector<CueStop>(3, stop_on(0)), kWidth_m};
  TalkState state_;
};

TEST_F(TalkSpotlight_, ComesAndGoesEased) {
  EXPECT_FALSE(seen_of(state_.spotlight, 0.0));
  press(ToggleSpotlight{}, 10.0);
  EXPECT_TRUE(is_fading(state_.spotlight, 10.1));
  EXPECT_GT(strength_at(state_.spotlight, 10.1), 0.0);
  EXPECT_LT(strength_at(state_.spotlight, 10.1), 1.0);
  EXPECT_EQ(strength_at(state_.spotlight, 11.0), 1.0);
  EXPECT_FALSE(is_fading(state_.spotlight, 11.0));
  press(ToggleSpotlight{}, 20.0);
  EXPECT_GT(strength_at(state_.spotlight, 20.1), 0.0);
  EXPECT_FALSE(seen_of(state_.spotlight, 21.0));
}

TEST_F(TalkSpotlight_, WithLessMotionIsThereAtOnceAndGone) {
  press(ToggleSpotlight{}, 10.0, true);
  EXPECT_EQ(strength_at(state_.spotlight, 10.0), 1.0);
  EXPECT_FALSE(is_fading(state_.spotlight, 10.0));
  press(ToggleSpotlight{}, 11.0, true);
  EXPECT_FALSE(seen_of(state_.spotlight, 11.0));
}

TEST_F(TalkSpotlight_, KnowsWhereThePointerIsBeforeItComes) {
  press(PointSpotlight{0.3, 0.8}, 1.0);
  EXPECT_FALSE(seen_of(state_.spotlight, 1.0));
  press(ToggleSpotlight{}, 2.0);
  EXPECT_EQ(seen_of(state_.spotlight, 3.0), (Spotlight{0.3, 0.8, 1.0 / 6.0, 1.0}));
}

TEST_F(TalkSpotlight_, IsResizedOnlyWhereItIsSeen) {
  press(ResizeSpotlight{2.0}, 1.0);
  EXPECT_EQ(state_.spotlight.size, 1.0 / 6.0);
  press(ToggleSpotlight{}, 2.0);
  press(DrawCurtain{Curtain::kBlack}, 3.0);
  press(ResizeSpotlight{2.0}, 4.0);
  EXPECT_EQ(state_.spotlight.size, 1.0 / 6.0);
  press(DrawCurtain{Curtain::kBlack}, 5.0);
  press(ResizeSpotlight{2.0}, 6.0);
  EXPECT_DOUBLE_EQ(state_.spotlight.size, 1.0 / 3.0);
  for (const auto& [factor, bound] : {std::pair(10.0, kMostSpotlight), std::pair(0.001, kLeastSpotlight)}) {
    press(ResizeSpotlight{factor}, 7.0);
    EXPECT_EQ(state_.spotlight.size, bound);
  }
}

TEST_F(TalkSpotlight_, StaysFromCueToCue) {
  press(ToggleSpotlight{}, 1.0);
  press(StepCue{1}, 10.0);
  EXPECT_EQ(state_.place.cue, 1U);
  EXPECT_TRUE(state_.points());
  press(DrawCurtain{Curtain::kBlack}, 20.0);
  EXPECT_FALSE(state_.points()) << "nobody sees it behind a curtain";
  press(StepCue{1}, 30.0);
  EXPECT_TRUE(state_.points());
}

RC_GTEST_PROP(TalkSpotlightLaws, NeverJumpsWheneverTheKeyIsPressed, ()) {
  TalkSpotlight spotlight;
  double now_s = 0.0;
  for (int press = 0; press < 12; ++press) {
    now_s += 0.001 * *rc::gen::inRange(0, 600);
    const double before = strength_at(spotlight, now_s);
    spotlight = turned(spotlight, !spotlight.is_on, now_s, false);
    RC_ASSERT(std::abs(strength_at(spotlight, now_s) - before) < 1e-9);
    RC_ASSERT(strength_at(spotlight, now_s + 1.0) == (spotlight.is_on ? 1.0 : 0.0));
  }
}

}  // namespace
}  // namespace spreadmap::model
