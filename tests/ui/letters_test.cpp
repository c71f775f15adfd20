#include "ui/letters.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include "text/code_points.h"
#include "text/visual_text.h"
#include "ui/carried.h"
#include "ui/lettering.h"

namespace spreadmap::ui {
namespace {

constexpr const char* kFonts = SPREADMAP_BUILD_DIR "/assets/fonts";

/// ImGui without a window: fonts, measures and what would be drawn.
class LettersTest : public testing::Test {
 public:
  LettersTest() {
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {640.0F, 480.0F};
    ImGui::GetIO().UserData = &carried_;
    load();
  }
  ~LettersTest() override { ImGui::DestroyContext(); }
  LettersTest(const LettersTest&) = delete;
  LettersTest& operator=(const LettersTest&) = delete;

 protected:
  void load() {
    letters_.load(kFonts, 1.0F);
    ImGui::GetIO().Fonts->Build();
  }
  static bool has(int cut, std::uint32_t code_point) {
    return ImGui::GetIO().Fonts->Fonts[cut]->FindGlyphNoFallback(static_cast<ImWchar>(code_point)) != nullptr;
  }
  /// Within a window of a picture.
  template <class Use>
  static void in_a_window(const Use& use) {
    ImGui::NewFrame();
    ImGui::SetNextWindowSize({300.0F, 400.0F});
    ImGui::Begin("test");
    use();
    ImGui::End();
    ImGui::EndFrame();
  }

  Carried carried_;
  Letters& letters_ = carried_.letters;
};

TEST_F(LettersTest, LatinIsThereFromTheStart) {
  for (const char* text : {"Columbia, S.C.", "São Paulo", "Łódź", "3–5 · “x” … → −1"}) letters_.see(text);
  EXPECT_FALSE(letters_.lacks_some());
  EXPECT_EQ(ImGui::GetIO().Fonts->ConfigData.Size, 3) << "no font is read that nothing is written with";
}

TEST_F(LettersTest, EveryScriptOfTheMapsFontsComesWhenItIsSeen) {
  for (const char* text :
       {"Ελλάδα", "Москва", "القاهرة ٢٠١٩ تهران پیچ", "שָׁלום", "กรุงเทพมหานคร", "नमस्ते", "Hà Nội ế", "₹ 12"}) {
    const std::string drawn = text::visual_line(text);
    letters_.see(drawn);
    EXPECT_TRUE(letters_.lacks_some()) << text;
    load();
    EXPECT_FALSE(letters_.lacks_some());
    letters_.see(drawn);
    EXPECT_FALSE(letters_.lacks_some()) << text;
    for (int cut = 0; cut < 3; ++cut) {
      for (const std::uint32_t code_point : text::code_points_of(drawn))
        EXPECT_TRUE(has(cut, code_point)) << text << ": U+" << std::hex << code_point;
    }
  }
}

TEST_F(LettersTest, WhatNoFontHasIsAskedForOnce) {
  letters_.see("漢");
  EXPECT_TRUE(letters_.lacks_some());
  load();
  letters_.see("漢");
  EXPECT_FALSE(letters_.lacks_some()) << "or the fonts would be made at each picture";
}

TEST_F(LettersTest, WhatIsTooLongIsCutWhereItIsReadLast) {
  letters_.see("שלום");
  load();
  in_a_window([&] {
    const std::string hebrew = "שלום עולם גדול";
    EXPECT_EQ(lettered_within(hebrew, 1000.0F), text::visual_line(hebrew));
    const std::string cut = lettered_within(hebrew, size_of("שלום עולם").x);
    EXPECT_TRUE(cut.starts_with("…")) << cut;
    EXPECT_TRUE(cut.ends_with("םולש")) << cut << ": what is read first stands at the right";
    EXPECT_EQ(lettered_within("Columbia, South Carolina", size_of("Columbia,…").x), "Columbia,…");
    EXPECT_EQ(lettered_within("Columbia", 0.0F), "…");
  });
}

TEST_F(LettersTest, LinesThatRunFromTheRightTakeTheirRoom) {
  letters_.see("שלום");
  load();
  in_a_window([&] {
    const std::string word = "שלום";
    std::string all = word;
    for (int i = 0; i < 29; ++i) all += " " + word;
    const float right = ImGui::GetContentRegionMax().x, from_y = ImGui::GetCursorPosY();
    write_lines(all);
    const ImVec2 last = ImGui::GetItemRectMax();
    EXPECT_LE(last.x, ImGui::GetWindowPos().x + right + 1.0F);
    EXPECT_GT(last.x, ImGui::GetWindowPos().x + right - 2.0F);
    const float one = size_of(word).y;
    EXPECT_GE(ImGui::GetItemRectSize().y, 4.0F * one) << "thirty words are more than three lines";
    EXPECT_GT(ImGui::GetCursorPosY(), from_y + ImGui::GetItemRectSize().y) << "what follows stands below";
  });
}

}  // namespace
}  // namespace spreadmap::ui
