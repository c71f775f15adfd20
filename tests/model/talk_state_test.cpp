#include "model/talk_state.h"

#include <gtest/gtest.h>

#include "cue_testing.h"

namespace spreadmap::model {
namespace {

class TalkState_ : public testing::Test {
 protected:
  void press(const TalkCommand& command) { state_ = applied(state_, command, track_, now_s_ += 60.0, false); }
  [[nodiscard]] std::size_t cue() const { return state_.place.cue; }

  CueTrack track_{std::vector<CueStop>(12, stop_on(0)), kWidth_m};
  TalkState state_;
  double now_s_ = 0.0;
};

TEST_F(TalkState_, StaysAtEitherEnd) {
  press(StepCue{-1});
  EXPECT_EQ(cue(), 0U);
  press(GoToLastCue{});
  press(StepCue{1});
  EXPECT_EQ(cue(), 11U);
  EXPECT_FALSE(is_under_way(track_, state_.place, now_s_ + 1e3));
}

TEST_F(TalkState_, GoesToTheCueWhoseNumberIsTyped) {
  press(TypeFigure{1});
  press(TypeFigure{2});
  press(GoToTypedCue{});
  EXPECT_EQ(cue(), 11U);
  EXPECT_TRUE(state_.typed.empty());
}

TEST_F(TalkState_, ANumberThatNoCueHasChangesNothing) {
  press(StepCue{1});
  for (const int figure : {0, 99, 5}) press(TypeFigure{figure});
  press(GoToTypedCue{});
  EXPECT_EQ(cue(), 1U);
  press(GoToTypedCue{});
  EXPECT_EQ(cue(), 2U) << "without figures it is the next cue";
}

TEST_F(TalkState_, SteppingForgetsWhatWasTyped) {
  press(TypeFigure{7});
  press(StepCue{1});
  press(GoToTypedCue{});
  EXPECT_EQ(cue(), 2U);
}

TEST_F(TalkState_, WhoeverGoesOnBehindACurtainHasTheSamePictureBack) {
  press(StepCue{1});
  press(DrawCurtain{Curtain::kBlack});
  press(DrawCurtain{Curtain::kWhite});
  EXPECT_EQ(state_.curtain, Curtain::kWhite);
  press(StepCue{1});
  EXPECT_EQ(state_.curtain, Curtain::kNone);
  EXPECT_EQ(cue(), 1U);
  press(DrawCurtain{Curtain::kBlack});
  press(DrawCurtain{Curtain::kBlack});
  EXPECT_EQ(state_.curtain, Curtain::kNone);
  EXPECT_EQ(cue(), 1U);
}

}  // namespace
}  // namespace spreadmap::model
