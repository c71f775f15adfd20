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
    history_.add({before, saved_}, view_, command, now_s_);
  }
  void save(const std::string& name) {
    history_.add_saving({view_, saved_});
    auto views = *saved_;
    views.push_back({name, view_});
    saved_ = std::make_shared<const std::vector<SavedView>>(std::move(views));
  }
  bool take(const std::optional<Moment>& moment) {
    if (moment) view_ = moment->view;
    if (moment) saved_ = moment->saved;
    return moment.has_value();
  }
  bool undo() { return take(history_.undo({view_, saved_})); }
  bool redo() { return take(history_.redo({view_, saved_})); }

  SmallWorld world_;
  Story story_{world_.exhibit, world_.tables};
  Selector selector_{story_};
  ViewState view_ = story_.first_view(world_.exhibit, {});
  SavedList saved_ = std::make_shared<const std::vector<SavedView>>();
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

TEST_F(HistoryTest, SavingAViewIsAStepAmongTheOthers) {
  give(StepDays{5});
  save("one");
  give(SetLayerVisible{0, false});
  save("two");
  const ViewState last = view_;
  ASSERT_TRUE(undo());
  ASSERT_EQ(saved_->size(), 1U);
  EXPECT_EQ(view_, last);
  ASSERT_TRUE(undo());
  EXPECT_TRUE(view_.layers[0].visible);
  EXPECT_EQ(saved_->size(), 1U);
  ASSERT_TRUE(undo());
  EXPECT_TRUE(saved_->empty());
  while (redo()) continue;
  ASSERT_EQ(saved_->size(), 2U);
  EXPECT_EQ(saved_->back().name, "two");
  EXPECT_EQ(view_, last);
}

TEST_F(HistoryTest, NeitherUndoNorRedoStartsPlaying) {
  give(StepDays{5});
  const ViewState before = view_;
  give(TogglePlay{});
  now_s_ += 3.0;
  view_ = advanced(view_, {story_, selector_.select(view_), {{0.0, 0.0}, 1.0}, now_s_, {}});
  give(TogglePlay{});
  const ViewState paused = view_;
  ASSERT_NE(paused.playhead_d, before.playhead_d);
  ASSERT_TRUE(undo());
  EXPECT_EQ(view_.playhead_d, before.playhead_d) << "a pause is no step: the playing is";
  EXPECT_FALSE(view_.playback.playing);
  ASSERT_TRUE(redo());
  EXPECT_EQ(view_.playhead_d, paused.playhead_d);
  EXPECT_FALSE(view_.playback.playing);
}

TEST_F(HistoryTest, ItDoesNotGrowForEver) {
  for (int i = 0; i < 1000; ++i) give(SetLayerVisible{0, i % 2 != 0});
  int steps = 0;
  while (undo()) ++steps;
  EXPECT_LE(steps, 200);
}

}  // namespace
}  // namespace spreadmap::model
