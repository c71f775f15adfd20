#include "gpu/imgui_parts.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>

namespace spreadmap::gpu {
namespace {

/// ImGui without a window: what it would draw is looked at only.
class ImGuiPartsTest : public testing::Test {
 protected:
  void SetUp() override {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {400.0F, 300.0F};
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
    // A window's first picture is hidden, and the next ones still settle its size.
    for (int i = 0; i < 3; ++i) draw("a", "b");
  }
  void TearDown() override { ImGui::DestroyContext(); }

  static void window(const char* name, float x, const char* text) {
    ImGui::SetNextWindowPos({x, 10.0F});
    ImGui::SetNextWindowSize({100.0F, 200.0F});
    ImGui::Begin(name, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoFocusOnAppearing);
    ImGui::TextUnformatted(text);
    ImGui::End();
  }
  /// A window at 10 and one at `right_x`.
  const ImDrawData& draw(const char* left, const char* right, float right_x = 250.0F) {
    ImGui::GetIO().DeltaTime = 0.1F;
    ImGui::NewFrame();
    window("left", 10.0F, left);
    window("right", right_x, right);
    ImGui::Render();
    return *ImGui::GetDrawData();
  }
  std::size_t drawn_of(const ImDrawData& data, std::vector<PixelBox> boxes = {}) {
    boxes_ = std::move(boxes);
    return parts_.to_draw(data, boxes_).size();
  }
  [[nodiscard]] bool covers(int x_px, int y_px) const {
    return std::any_of(boxes_.begin(), boxes_.end(), [&](const PixelBox& box) {
      return overlap(box, {x_px, y_px, 1, 1});
    });
  }

  ImGuiParts parts_;
  std::vector<PixelBox> boxes_;
};

TEST_F(ImGuiPartsTest, AtFirstAllThenNothingUntilSomethingChanges) {
  EXPECT_EQ(drawn_of(draw("a", "b")), 2U);
  EXPECT_TRUE(covers(50, 100) && covers(300, 100));
  EXPECT_EQ(drawn_of(draw("a", "b")), 0U);
  EXPECT_TRUE(boxes_.empty());
  EXPECT_EQ(drawn_of(draw("a", "other")), 1U);
  EXPECT_TRUE(covers(300, 100));
  EXPECT_FALSE(covers(50, 100));
  parts_.forget();
  EXPECT_EQ(drawn_of(draw("a", "other")), 2U);
}

TEST_F(ImGuiPartsTest, WhatLiesOnAGroundThatWasRenewedIsDrawnWhole) {
  drawn_of(draw("a", "b"));
  EXPECT_EQ(drawn_of(draw("a", "b"), {{0, 0, 15, 15}}), 1U);
  EXPECT_TRUE(covers(100, 200)) << "the far end of the window that the box touches";
  EXPECT_EQ(drawn_of(draw("a", "b"), {{150, 0, 50, 300}}), 0U) << "between the windows";
}

TEST_F(ImGuiPartsTest, WindowsThatOverlapAreDrawnTogether) {
  for (int i = 0; i < 2; ++i) drawn_of(draw("a", "b", 60.0F));
  EXPECT_EQ(drawn_of(draw("a", "b", 60.0F)), 0U);
  EXPECT_EQ(drawn_of(draw("a", "other", 60.0F)), 2U) << "they blend where they overlap";
}

TEST_F(ImGuiPartsTest, WhereAWindowWasIsRenewed) {
  drawn_of(draw("a", "b"));
  drawn_of(draw("a", "b", 150.0F));
  EXPECT_TRUE(covers(340, 100)) << "where it was";
  EXPECT_TRUE(covers(160, 100)) << "where it is";
}

TEST(Boxes, JoinedTheyCoverWhatTheyCoveredAndAreFewer) {
  const std::vector<PixelBox> boxes{
      {0, 0, 10, 10}, {12, 0, 10, 10}, {300, 200, 5, 5}, {0, 11, 10, 10}, {310, 200, 5, 5}};
  const auto few = joined(boxes, 2);
  ASSERT_EQ(few.size(), 2U);
  for (const PixelBox& box : boxes) {
    EXPECT_TRUE(std::any_of(few.begin(), few.end(), [&](const PixelBox& has) { return common(box, has) == box; }));
  }
  EXPECT_FALSE(overlap(few[0], few[1])) << "those that lie together were joined";
  EXPECT_EQ(joined(boxes, 9), boxes);
}

}  // namespace
}  // namespace spreadmap::gpu
