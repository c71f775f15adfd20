#include "app/export_kinds.h"

#include <gtest/gtest.h>

#include "app/export_words.h"

namespace spreadmap::app {
namespace {

using model::ExportMade;
using model::ExportShown;
using model::ExportWish;

/// A panel's wish and its kinds, as hands go from one to another.
class ExportKindsTest : public testing::Test {
 protected:
  ExportKindsTest() { kinds_.begin(wish_); }
  static ExportWish film() {
    ExportWish wish;
    wish.preset = "mp4-1080p30";
    wish.file = "ring.mp4";
    return tidied(wish);
  }
  void go_to(ExportMade made) {
    ExportWish asked = wish_;
    asked.made = made;
    wish_ = tidied(kinds_.changed_to(asked, wish_));
    kinds_.begin(wish_);
  }
  ExportWish wish_ = film();
  ExportKinds kinds_;
};

TEST_F(ExportKindsTest, WhoComesBackFindsAllAsItWas) {
  wish_.preset = "gif";
  wish_.size = "640x360";
  wish_.fps = "25";
  wish_.seconds = "12";
  wish_.shown = ExportShown::kCues;
  wish_.file = "mail.gif";
  wish_.is_window_size = true;
  const ExportWish film = wish_;
  for (const ExportMade other : {ExportMade::kStill, ExportMade::kFrames}) {
    go_to(other);
    EXPECT_EQ(wish_.preset, "") << "which is one of films";
    go_to(ExportMade::kFilm);
    EXPECT_EQ(wish_, film);
  }
}

TEST_F(ExportKindsTest, EachKindHasASizeAndAFormatOfItsOwn) {
  go_to(ExportMade::kStill);
  wish_.format = "svg";
  wish_.size = "4000x3000";
  wish_ = tidied(wish_);
  go_to(ExportMade::kFilm);
  EXPECT_EQ(wish_.size, "");
  EXPECT_EQ(wish_.preset, "mp4-1080p30");
  EXPECT_EQ(wish_.file, "ring.mp4");
  go_to(ExportMade::kStill);
  EXPECT_EQ(wish_.size, "4000x3000");
  EXPECT_EQ(wish_.file, "ring.svg");
}

TEST_F(ExportKindsTest, WhatHasBeenChangedSinceGoesAlong) {
  go_to(ExportMade::kStill);
  wish_.furniture.legend = false;
  wish_.shown = ExportShown::kExhibit;
  wish_.file = "other.png";
  go_to(ExportMade::kFilm);
  EXPECT_FALSE(wish_.furniture.legend);
  EXPECT_EQ(wish_.shown, ExportShown::kExhibit);
  EXPECT_EQ(wish_.file, "other.mp4");
  wish_.seconds = "9";
  wish_.format = "vp9";
  wish_.preset.clear();
  wish_ = tidied(wish_);
  go_to(ExportMade::kFrames);
  EXPECT_EQ(wish_.seconds, "9");
  EXPECT_EQ(wish_.file, "other/%06d.png");
  wish_.file = "parts/a%04d.png";
  go_to(ExportMade::kFilm);
  EXPECT_EQ(wish_.file, "parts.webm");
  go_to(ExportMade::kFrames);
  EXPECT_EQ(wish_.file, "parts/a%04d.png");
}

TEST_F(ExportKindsTest, APresetOfAnotherKindSaysWhatThatIsLike) {
  go_to(ExportMade::kFrames);
  wish_.size = "640x360";
  go_to(ExportMade::kFilm);
  ExportWish asked = wish_;
  asked.made = ExportMade::kFrames;
  asked.preset = "png-4k";
  asked.size.clear();
  wish_ = tidied(kinds_.changed_to(asked, wish_));
  kinds_.begin(wish_);
  EXPECT_EQ(wish_.preset, "png-4k");
  EXPECT_EQ(wish_.size, "");
  go_to(ExportMade::kFilm);
  EXPECT_EQ(wish_.preset, "mp4-1080p30");
  go_to(ExportMade::kFrames);
  EXPECT_EQ(wish_.preset, "png-4k");
}

}  // namespace
}  // namespace spreadmap::app
