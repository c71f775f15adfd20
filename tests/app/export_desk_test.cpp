// What the panel that exports is shown, as hands change what is wished for.
#include "app/export_desk.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "app/export.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;
using model::ExportMade;
using model::ExportShown;
using model::ExportWish;
using ui::WishFaultKind;
using ui::WishField;

class ExportDeskTest : public StageTest {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    options_.pictures = folder_;
    desk_.emplace(stage(), options_, places_);
    desk_->open(true);
    look();
  }
  void TearDown() override { fs::remove_all(folder_); }

  void look() { desk_->look(view_on("2019-08-27"), {{801, 501}, 0.72}); }
  const ui::ExportView& change(const std::function<void(ExportWish&)>& hand) {
    ExportWish wish = desk_->view().wish;
    hand(wish);
    desk_->wish(wish);
    look();
    return desk_->view();
  }
  const ui::WishFault& fault_after(const std::function<void(ExportWish&)>& hand) { return change(hand).fault; }

  fs::path folder_ = fs::temp_directory_path() / fmt::format("spreadmap-desk-{}", getpid());
  ExploreOptions options_;
  Places places_ = *find_places();
  std::optional<ExportDesk> desk_;
};

struct Wrong {
  WishFaultKind kind;
  WishField field;
  std::function<void(ExportWish&)> hand;
  std::string about = {}, limit = {};
};

/// Whatever can be wrong that the panel has words for.
std::vector<Wrong> wrongs() {
  return {
      {WishFaultKind::kNoName, WishField::kFile, [](ExportWish& wish) { wish.file.clear(); }},
      {WishFaultKind::kIsFolder, WishField::kFile, [](ExportWish& wish) { wish.file = "sub.mp4"; }, "sub.mp4"},
      {WishFaultKind::kIsFolder, WishField::kFile, [](ExportWish& wish) { wish.file = "new/"; }, "new/"},
      {WishFaultKind::kEnding, WishField::kFile, [](ExportWish& wish) { wish.file = "film"; }, ".mp4"},
      {WishFaultKind::kEnding, WishField::kFile, [](ExportWish& wish) { wish.file = ".mp4"; }, ".mp4"},
      {WishFaultKind::kSize, WishField::kSize, [](ExportWish& wish) { wish.size = "12"; }, "64", "16384"},
      {WishFaultKind::kSize, WishField::kSize, [](ExportWish& wish) { wish.size = "20000x100"; }, "64", "16384"},
      {WishFaultKind::kOddSize, WishField::kSize, [](ExportWish& wish) { wish.size = "321x181"; }, "H.264", "322x182"},
      {WishFaultKind::kRate, WishField::kRate, [](ExportWish& wish) { wish.fps = "many"; }},
      {WishFaultKind::kSeconds, WishField::kSeconds, [](ExportWish& wish) { wish.seconds = "nan"; }},
      {WishFaultKind::kSeconds, WishField::kSeconds, [](ExportWish& wish) { wish.seconds = "0"; }},
      {WishFaultKind::kHold, WishField::kHold, [](ExportWish& wish) { wish.hold = "1,2,3"; }},
      {WishFaultKind::kNoDay, WishField::kFrom, [](ExportWish& wish) { wish.from = "2019-02-31"; }},
      {WishFaultKind::kNoDay, WishField::kTo, [](ExportWish& wish) { wish.to = "soon"; }},
      {WishFaultKind::kOrder, WishField::kTo,
       [](ExportWish& wish) { wish.from = "2019-06-01", wish.to = "2019-02-01"; }},
      {WishFaultKind::kOrder, WishField::kFrom, [](ExportWish& wish) { wish.from = "2020-09-30"; }},
      {WishFaultKind::kOutside, WishField::kFrom, [](ExportWish& wish) { wish.from = "1999-01-01"; }, "2018-01-01",
       "2020-09-30"}};
}

TEST_F(ExportDeskTest, WhatIsWrongIsToldWithItsField) {
  fs::create_directories(folder_ / "sub.mp4");
  const ExportWish fine = desk_->view().wish;
  const language::Language english("en", SPREADMAP_BUILD_DIR "/assets/translations");
  const language::Language spanish("es", SPREADMAP_BUILD_DIR "/assets/translations");
  for (const Wrong& wrong : wrongs()) {
    const ui::WishFault& fault = fault_after(wrong.hand);
    const ui::Told told = ui::wish_fault_told(fault, english, "Ctrl+S");
    EXPECT_EQ(fault.kind, wrong.kind) << told.sentence << told.own_words;
    EXPECT_EQ(fault.field, wrong.field) << told.sentence;
    EXPECT_EQ(fault.about, wrong.about);
    EXPECT_EQ(fault.limit, wrong.limit);
    EXPECT_NE(told.sentence, ui::wish_fault_told(fault, spanish, "Ctrl+S").sentence);
    EXPECT_EQ(told.own_words, "") << "all is said in the panel's words";
    EXPECT_TRUE(desk_->start(model::ExportBegin::kAfresh));
    EXPECT_FALSE(desk_->is_running());
    EXPECT_FALSE(fault_after([&](ExportWish& wish) { wish = fine; }).is_there());
  }
}

TEST_F(ExportDeskTest, WhatFormatsAndKindsCannotDo) {
  EXPECT_EQ(fault_after([](ExportWish& wish) { wish.format = "gif", wish.fps = "60"; }).kind, WishFaultKind::kTooFast);
  EXPECT_FALSE(fault_after([](ExportWish& wish) { wish.fps = "25", wish.size = "321x181"; }).is_there());
  EXPECT_EQ(fault_after([](ExportWish& wish) { wish.format = "webp", wish.size = "16384x64"; }).kind,
            WishFaultKind::kTooLarge);
  change([](ExportWish& wish) { wish.made = ExportMade::kFrames; });
  EXPECT_EQ(fault_after([](ExportWish& wish) { wish.file = "frames/a.png"; }).kind, WishFaultKind::kNumber);
  EXPECT_EQ(fault_after([](ExportWish& wish) { wish.file = "frames/%d-%d.png"; }).kind, WishFaultKind::kNumber);
  EXPECT_EQ(fault_after([](ExportWish& wish) { wish.file = "frames/%06d.gif"; }).kind, WishFaultKind::kEnding);
  EXPECT_FALSE(fault_after([](ExportWish& wish) { wish.file = "frames/a%04d.png", wish.size.clear(); }).is_there());
  change([](ExportWish& wish) { wish.made = ExportMade::kStill; });
  EXPECT_FALSE(desk_->view().fault.is_there());
  EXPECT_EQ(fault_after([](ExportWish& wish) { wish.day = "2019"; }).field, WishField::kDay);
  EXPECT_EQ(fault_after([](ExportWish& wish) { wish.day = "2031-01-01"; }).kind, WishFaultKind::kOutside);
  EXPECT_EQ(fault_after([](ExportWish& wish) { wish.day.clear(), wish.size = "40000x100"; }).limit, "32768");
}

TEST_F(ExportDeskTest, APresetOfWhichSomethingIsChangedIsToldSo) {
  EXPECT_EQ(desk_->view().wish.preset, "mp4-1080p30");
  EXPECT_FALSE(desk_->view().is_preset_changed);
  EXPECT_FALSE(change([](ExportWish& wish) { wish.size = "1920x1080", wish.fps = "30"; }).is_preset_changed)
      << "which are its own";
  EXPECT_FALSE(change([](ExportWish& wish) { wish.seconds = "9"; }).is_preset_changed) << "which it does not say";
  EXPECT_TRUE(change([](ExportWish& wish) { wish.size = "1080x1080"; }).is_preset_changed);
  EXPECT_TRUE(change([](ExportWish& wish) { wish.size.clear(), wish.is_window_size = true; }).is_preset_changed);
  EXPECT_TRUE(change([](ExportWish& wish) { wish.is_window_size = false, wish.fps = "many"; }).is_preset_changed);
  EXPECT_TRUE(change([](ExportWish& wish) { wish.fps = "25"; }).is_preset_changed);
  EXPECT_TRUE(change([](ExportWish& wish) { wish.fps.clear(), wish.format = "gif"; }).is_preset_changed);
  EXPECT_FALSE(change([](ExportWish& wish) { wish.format = "h264"; }).is_preset_changed);
  EXPECT_FALSE(change([](ExportWish& wish) { wish.preset.clear(), wish.size = "640x360"; }).is_preset_changed)
      << "there is none";
}

TEST_F(ExportDeskTest, WhoComesBackToAKindFindsItsPreset) {
  change([](ExportWish& wish) { wish.preset = "gif", wish.format.clear(), wish.size.clear(); });
  EXPECT_EQ(desk_->view().wish.file, "ring.gif");
  change([](ExportWish& wish) { wish.fps = "10"; });
  for (const ExportMade other : {ExportMade::kFrames, ExportMade::kStill}) {
    change([&](ExportWish& wish) { wish.made = other; });
    EXPECT_EQ(desk_->view().wish.preset, "");
    change([](ExportWish& wish) { wish.made = ExportMade::kFilm; });
    EXPECT_EQ(desk_->view().wish.preset, "gif");
    EXPECT_EQ(desk_->view().wish.fps, "10");
    EXPECT_EQ(desk_->view().wish.file, "ring.gif");
    EXPECT_EQ(desk_->view().format, "gif");
  }
}

TEST_F(ExportDeskTest, AHomeAndASizeInANameAreWhereTheyAreSaidToBe) {
  setenv("HOME", folder_.c_str(), 1);
  EXPECT_NE(change([](ExportWish& wish) { wish.file = "~/ring.mp4"; }).command.find((folder_ / "ring.mp4").string()),
            std::string::npos);
  std::ofstream(folder_ / "ring-1920x1080.mp4") << "there";
  EXPECT_TRUE(change([](ExportWish& wish) { wish.file = "ring-{size}.mp4"; }).is_there);
  EXPECT_FALSE(change([](ExportWish& wish) { wish.size = "640x360"; }).is_there);
}

}  // namespace
}  // namespace spreadmap::app
