#include <gtest/gtest.h>
#include <imgui.h>

#include <algorithm>
#include <string>

#include "style/theme.h"
#include "ui/carried.h"
#include "ui/lettering.h"
#include "ui/widgets.h"

namespace spreadmap::ui {
namespace {

/// ImGui without a window: what is laid out in one of 300 points.
class ChoiceRowTest : public testing::Test {
 public:
  ChoiceRowTest() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {640.0F, 480.0F};
    ImGui::GetIO().UserData = &carried_;
    carried_.letters.load(SPREADMAP_BUILD_DIR "/assets/fonts", 1.0F);
    ImGui::GetIO().Fonts->Build();
  }
  ~ChoiceRowTest() override { ImGui::DestroyContext(); }
  ChoiceRowTest(const ChoiceRowTest&) = delete;
  ChoiceRowTest& operator=(const ChoiceRowTest&) = delete;

 protected:
  /// How far down it takes the next row, and how far right it draws.
  static ImVec2 laid_out(const std::string& text) {
    ImGui::NewFrame();
    ImGui::SetNextWindowSize({300.0F, 400.0F});
    ImGui::Begin("test", nullptr, ImGuiWindowFlags_NoTitleBar);
    const ImVector<ImDrawVert>& drawn = ImGui::GetWindowDrawList()->VtxBuffer;
    const int before = drawn.Size;  // the window's own ground
    const float top = ImGui::GetCursorScreenPos().y;
    choice_row(text, false, style::dark_theme(), 1.0F);
    const float height = ImGui::GetCursorScreenPos().y - top;
    float right = 0.0F;
    for (int i = before; i < drawn.Size; ++i) right = std::max(right, drawn[i].pos.x);
    right -= ImGui::GetWindowPos().x;
    ImGui::End();
    ImGui::EndFrame();
    return {right, height};
  }
  Carried carried_;
};

TEST_F(ChoiceRowTest, ALongOneTakesMoreLinesAndNoneRunsOverTheEdge) {
  const ImVec2 one = laid_out("gif: mail and chat");
  EXPECT_EQ(one.y, kLinkHeightPt);
  const ImVec2 two = laid_out("av1-1080p30: a few words on what such a film is good for, and more");
  EXPECT_GE(two.y, one.y + ImGui::GetFontSize());
  const ImVec2 many = laid_out("one word after another " + std::string(12, 'm') +
                               " and again one word after another, until it is over");
  EXPECT_GT(many.y, two.y);
  for (const ImVec2 each : {one, two, many}) EXPECT_LE(each.x, 300.0F - 8.0F);
}

}  // namespace
}  // namespace spreadmap::ui
