#include "model/history.h"

#include <gtest/gtest.h>

#include "model/applied.h"
#include "model/selector.h"
#include "model_testing.h"

namespace spreadmap::model {
namespace {

class HistoryTest : public testing::Test {
 protected:
  void give(const ViewCommand& command) {
    now_s_ += 2.0;
    give_at_once(command);
  }
  void give_at_once(const ViewCommand& command) {
    const ViewState before = view_;
    view_ = applied(view_, command, {story_, selector_.select(view_), {{0.0, 0.0}, 1.0}, now_s_, {}});
    history_.add(before, view_, command, now_s_);
  }
  bool undo() {
    auto view = history_.undo(view_);
    if (view) view_ = *view;
    return view.has_value();
  }
  bool redo() {
    auto view = history_.redo(view_);
    if (view) view_ = *view;
    return view.has_value();
  }

  SmallWorld world_;
  Story story_{world_.exhibit, world_.tables};
  Selector selector_{story_};
  ViewState view_ = story_.first_view(world_.exhibit, {});
  History history_;
  double now_s_ = 100.0;
};

TEST_F(HistoryTest, EveryStepIsTakenBackAndForthAgain) {
  Filter filter;
  filter.regions = {"NV"};
  std::vector<ViewState> seen{view_};
  for (const ViewCommand& command :
       {ViewCommand(SetFilter{filter}), ViewCommand(ZoomAbout{{1e5, 1e5}, 3.0}), ViewCommand(SetLayerVisible{0, false}),
        ViewCommand(Pin{RecordRef{0, 2}}), ViewCommand(StepDays{3}), ViewCommand(SetKinds{0, {"x"}}),
        ViewCommand(MultiplySpeed{2.0}), ViewCommand(ToggleLoop{}), ViewCommand(ClearFilter{})}) {
    give(command);
    ASSERT_NE(view_, seen.back());
    seen.push_back(view_);
  }
  for (std::size_t i = seen.size() - 1; i-- > 0;) {
    ASSERT_TRUE(undo());
    EXPECT_EQ(view_, seen[i]) << i;
  }
  EXPECT_FALSE(undo());
  for (std::size_t i = 1; i < seen.size(); ++i) {
    ASSERT_TRUE(redo());
    EXPECT_EQ(view_, seen[i]) << i;
  }
  EXPECT_FALSE(redo());
}

TEST_F(HistoryTest, OneDragIsOneStep) {
  const ViewState before = view_;
  give(PanBy{1e3, 0.0});
  for (int i = 0; i < 50; ++i) give_at_once(PanBy{1e3, 0.0});
  EXPECT_TRUE(undo());
  EXPECT_EQ(view_, before);
  EXPECT_FALSE(undo());
}

TEST_F(HistoryTest, ANewStepForgetsWhatWasUndone) {
  give(StepDays{5});
  give(ZoomAbout{{0.0, 0.0}, 2.0});
  undo();
  give(SetLayerVisible{0, false});
  EXPECT_FALSE(redo());
}

TEST_F(HistoryTest, WhatChangesNothingIsNoStep) {
  give(SetLayerVisible{99, false});
  give(Pin{});
  EXPECT_FALSE(history_.can_undo());
}

TEST_F(HistoryTest, ItDoesNotGrowForEver) {
  for (int i = 0; i < 1000; ++i) give(SetLayerVisible{0, i % 2 != 0});
  int steps = 0;
  while (undo()) ++steps;
  EXPECT_LE(steps, 200);
}

}  // namespace
}  // namespace spreadmap::model
