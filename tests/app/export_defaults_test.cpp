// `[export]` of an exhibit: one list for the command line and for the window's panel.
#include "app/export_defaults.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "app/export_words.h"
#include "base/shell_words.h"
#include "offscreen_stage.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;
using model::ExportShown;
using Words = std::vector<std::string>;

class ExportDefaultsTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override {
    stage_.reset();
    fs::remove_all(folder_);
  }

  void exhibit(const std::string& wishes) {
    std::ofstream(folder_ / "rows.csv") << "name,day,lon,lat\nA,2019-02-01,-100,40\n";
    std::ofstream(file_) << "title = \"Own\"\n[export]\n"
                         << wishes
                         << "\n[timeline]\nfrom = 2019-01-01\nto = 2019-12-31\n[[cues]]\nday = 2019-03-01\n[[layers]]\n"
                            "id = \"rows\"\nkind = \"partnerships\"\nlabel = \"Rows\"\nsource = \"rows.csv\"\n"
                            "fields = { name = \"name\", first_day = \"day\", lon = \"lon\", lat = \"lat\" }\n";
  }
  /// What a command of this exhibit asks for.
  ExportOptions asked(Words words) {
    words.insert(words.begin(), {"spreadmap", "export", file_.string()});
    return read(words);
  }
  /// What the panel's command line asks for.
  ExportOptions panel(const model::ExportWish& wish) {
    const model::ViewState view = stage_->first_view();
    return read(export_words(wish, {stage_->world(),
                                    view,
                                    stage_->sheets().crs_of(""),
                                    stage_->sheet(view).fit(),
                                    file_,
                                    folder_,
                                    "spreadmap",
                                    {800, 500},
                                    0.72}));
  }
  model::ExportWish first() {
    stage_.reset();  // one context at a time: what is deleted is deleted in the one that is current
    auto stage = offscreen_stage(file_);
    EXPECT_TRUE(stage) << stage.error().message;
    if (!stage) return {};
    stage_ = std::move(*stage);
    return first_wish(stage_->world(), folder_);
  }
  static ExportOptions read(const Words& words) {
    auto exports = read_export(words);
    EXPECT_TRUE(exports) << exports.error().message << "\n" << quoted_for_shell(words);
    return exports ? exports->front() : ExportOptions{};
  }

  fs::path folder_ = fs::temp_directory_path() / fmt::format("spreadmap-defaults-{}", getpid());
  fs::path file_ = folder_ / "own.exhibit.toml";
  std::unique_ptr<Stage> stage_;
};

constexpr const char* kAll =
    "preset = \"story\"\nfps = \"30000/1001\"\nseconds = 12.5\nhold = [1, 2]\ncues = true\nfurniture = [\"title\", "
    "\"strip\"]\nsupersample = 2\ncrf = 30\ncaptions = false\n";

TEST_F(ExportDefaultsTest, GiveWhatACommandLeavesOpen) {
  exhibit(kAll);
  const ExportOptions film = asked({"-o", "film.mp4"});
  EXPECT_EQ(film.size, (scene::SizePx{1080, 1920}));
  EXPECT_EQ(film.fps_num, 30000);
  EXPECT_FALSE(film.seconds) << "cues last as they say";
  EXPECT_EQ(film.hold.end_s, 2.0);
  EXPECT_TRUE(film.cues);
  EXPECT_FALSE(film.furniture.legend);
  EXPECT_EQ(film.supersample, 2);
  EXPECT_EQ(film.crf, 30);
  EXPECT_FALSE(film.captions);
  EXPECT_EQ(film.safe_area.top, 0.14) << "of the preset";
  EXPECT_EQ(film.film_format->name, "h264");
}

TEST_F(ExportDefaultsTest, ACommandOverrulesEachByItself) {
  exhibit(kAll);
  EXPECT_EQ(asked({"-o", "film.mp4", "--size", "640x360"}).size, (scene::SizePx{640, 360}));
  EXPECT_EQ(asked({"-o", "film.mp4", "--size", "640x360"}).fps_num, 30000);
  EXPECT_EQ(asked({"-o", "film.mp4", "--fps", "25"}).fps_num, 25);
  EXPECT_EQ(asked({"-o", "film.mp4", "--hold", "0"}).hold.start_s, 0.0);
  EXPECT_FALSE(asked({"-o", "film.mp4", "--no-cues"}).cues);
  EXPECT_EQ(asked({"-o", "film.mp4", "--no-cues"}).seconds, 12.5);
  EXPECT_EQ(asked({"-o", "film.mp4", "--seconds", "7"}).seconds, 7.0);
  EXPECT_TRUE(asked({"-o", "film.mp4", "--captions"}).captions);
  EXPECT_TRUE(asked({"-o", "film.mp4", "--furniture", "legend"}).furniture.legend);
  const ExportOptions wide = asked({"-o", "film.webm", "--preset", "webm-1080p30"});
  EXPECT_EQ(wide.size, (scene::SizePx{1920, 1080}));
  EXPECT_EQ(wide.fps_num, 30) << "a preset that is asked for goes before the exhibit's own";
  EXPECT_EQ(wide.safe_area.top, 0.0);
}

TEST_F(ExportDefaultsTest, WhatDoesNotGoWithWhatIsMadeIsLeftAside) {
  exhibit(kAll);
  for (const char* out : {"still.png", "still.svg", "still.pdf"}) {
    const ExportOptions still = asked({"-o", out, "--day", "2019-05-01"});
    EXPECT_EQ(still.size, (scene::SizePx{1080, 1920})) << out;
    EXPECT_FALSE(still.cues) << out;
    EXPECT_FALSE(still.seconds) << out;
  }
  EXPECT_FALSE(asked({"-o", "film.mp4", "--from", "2019-02-01"}).cues);
  EXPECT_EQ(asked({"-o", "film.mp4", "--from", "2019-02-01"}).seconds, 12.5);
  EXPECT_FALSE(asked({"-o", "film.mp4", "--view", "-110,30,-90,45"}).cues);
  EXPECT_FALSE(asked({"-o", "frames/%06d.png"}).crf);
  EXPECT_EQ(asked({"-o", "film.webm"}).film_format->name, "vp9") << "the preset's format goes into another file";
  EXPECT_EQ(asked({"-o", "matte/%06d.png", "--pass", "matte"}).supersample, 1);
  exhibit("crf = 60");
  EXPECT_EQ(asked({"-o", "film.webm"}).crf, 60);
  EXPECT_FALSE(asked({"-o", "film.mp4"}).crf) << "H.264 has none above 51";
  EXPECT_FALSE(asked({"-o", "film.mov"}).crf);
  EXPECT_FALSE(asked({"-o", "film.gif"}).crf);
  exhibit("format = \"av1\"\ncrf = 60");
  EXPECT_EQ(asked({"-o", "film.mp4"}).crf, 60);
  EXPECT_FALSE(asked({"-o", "film.mp4", "--format", "h264"}).crf);
  exhibit("preset = \"prores-4k\"");
  EXPECT_TRUE(asked({"-o", "film.mov"}).has_alpha);
  EXPECT_FALSE(asked({"-o", "film.mp4"}).has_alpha) << "which H.264 has not";
}

TEST_F(ExportDefaultsTest, TheLengthIsThatOfTheTimeline) {
  exhibit("seconds = 12.5");
  EXPECT_EQ(asked({"-o", "film.mp4"}).seconds, 12.5);
  EXPECT_FALSE(asked({"-o", "film.mp4", "--cues"}).seconds) << "cues last as they say";
  EXPECT_EQ(asked({"-o", "film.mp4", "--cues", "--seconds", "7"}).seconds, 7.0);
  model::ExportWish wish = first();
  EXPECT_EQ(panel(wish).seconds, 12.5);
  wish.shown = ExportShown::kCues;
  EXPECT_FALSE(panel(wish).seconds);
}

TEST_F(ExportDefaultsTest, ADayThatIsMissingIsNamedOutOfTheExhibit) {
  exhibit("seconds = 12.5");
  for (const char* out : {"still.png", "still.svg"}) {
    const auto refused = read_export({"spreadmap", "export", file_.string(), "-o", out});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().message.find("add --day 2019-12-31"), std::string::npos) << refused.error().message;
  }
}

TEST_F(ExportDefaultsTest, ThePanelBeginsWithThem) {
  exhibit(kAll);
  const model::ExportWish wish = first();
  EXPECT_EQ(wish.preset, "story");
  EXPECT_EQ(wish.shown, ExportShown::kCues);
  const ExportOptions bare = asked({"-o", "film.mp4"}), made = panel(wish);
  EXPECT_EQ(made.size, bare.size);
  EXPECT_EQ(made.fps_num, bare.fps_num);
  EXPECT_EQ(made.seconds, bare.seconds);
  EXPECT_EQ(made.hold.start_s, bare.hold.start_s);
  EXPECT_EQ(made.cues, bare.cues);
  EXPECT_EQ(made.furniture, bare.furniture);
  EXPECT_EQ(made.supersample, bare.supersample);
  EXPECT_EQ(made.safe_area, bare.safe_area);
}

TEST_F(ExportDefaultsTest, WhatThePanelIsToldGoesBeforeThem) {
  exhibit(kAll);
  model::ExportWish wish = first();
  wish.shown = ExportShown::kExhibit;
  wish.furniture = {};
  EXPECT_FALSE(panel(wish).cues);
  EXPECT_TRUE(panel(wish).furniture.legend);
  wish.made = model::ExportMade::kStill;
  wish.is_window_size = true;
  wish.preset.clear();
  wish = tidied(wish);
  EXPECT_EQ(panel(wish).safe_area, model::SafeArea{}) << "the window's own picture";
  EXPECT_EQ(panel(wish).supersample, 1);
}

TEST_F(ExportDefaultsTest, AFilmThatHoldsPicturesIsWishedAsSuch) {
  exhibit("preset = \"png-4k\"");
  EXPECT_EQ(first().made, model::ExportMade::kFrames);
  EXPECT_TRUE(fs::path(first().file).filename() == "%06d.png");
  exhibit("format = \"vp9\"");
  EXPECT_EQ(fs::path(first().file).extension(), ".webm");
  exhibit("size = \"800x600\"");
  EXPECT_EQ(first().size, "800x600");
  EXPECT_EQ(panel(first()).size, (scene::SizePx{800, 600}));
}

}  // namespace
}  // namespace spreadmap::app
