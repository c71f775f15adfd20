#include "app/export_words.h"

#include <functional>

#include "app/as_seen.h"
#include "app/export.h"
#include "app/presets.h"
#include "base/shell_words.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

using model::ExportMade;
using model::ExportShown;

class ExportWordsTest : public StageTest {
 protected:
  static std::vector<std::string> words_of(const model::ExportWish& wish, const model::ViewState& view) {
    return export_words(wish, {stage().world(), view, stage().sheets().crs_of(""), stage().sheet(view).fit(), "",
                               "/tmp", "spreadmap", kSize, 0.72});
  }
  static model::ExportWish still() {
    model::ExportWish wish;
    wish.made = ExportMade::kStill;
    wish.is_window_size = true;
    wish.file = "look.png";
    return tidied(wish);
  }
  static model::ExportWish film(const char* file = "film.mp4") {
    model::ExportWish wish;
    wish.file = file;
    return tidied(wish);
  }
  /// The options that the words are read as.
  static ExportOptions read(const std::vector<std::string>& words) {
    auto exports = read_export(words);
    EXPECT_TRUE(exports) << exports.error().message << "\n" << quoted_for_shell(words);
    return exports ? exports->front() : ExportOptions{};
  }
  /// What the command line of a still makes of a view.
  static model::ViewState exported(const model::ViewState& view) {
    const auto words = words_of(still(), view);
    const ExportOptions options = read(words);
    auto made = export_view(stage(), options, *find_places());
    EXPECT_TRUE(made) << made.error().message << "\n" << quoted_for_shell(words);
    if (!made) return {};
    made->playhead_d = story().axis().position_d(*options.day);
    return *made;
  }
  static constexpr scene::SizePx kSize{800, 500};
};

using Change = std::function<void(model::ViewState&)>;

/// What a hand can change of a view, each by itself.
std::vector<Change> changes() {
  return {[](model::ViewState&) {},
          [](model::ViewState& view) {
            view.camera = {{1.25e5, -3.5e5 - 1.0 / 3.0}, 7.1234567890123};
          },
          [](model::ViewState& view) { view.layers[0].visible = false; },
          [](model::ViewState& view) {
            for (model::LayerView& layer : view.layers) layer.visible = false;
          },
          [](model::ViewState& view) { view.layers[1].opacity = 0.4; },
          [](model::ViewState& view) { view.layers[1].shows_low_confidence = true; },
          [](model::ViewState& view) { view.layers[0].kinds = {"sheriff"}; },
          [](model::ViewState& view) { view.layers[0].window_days = 90; },
          [](model::ViewState& view) { view.layers[1].window_days = 30; },
          [](model::ViewState& view) { std::swap(view.layer_order[0], view.layer_order[1]); },
          [](model::ViewState& view) { view.graticule = true; },
          [](model::ViewState& view) { view.scale_bar = false; },
          [](model::ViewState& view) {
            view.strip = time::PlayRange{100.25, 400.5};
          },
          [](model::ViewState& view) {
            view.wipe = model::Wipe{120.0, 1.0 / 3.0};
          },
          [](model::ViewState& view) {
            view.filter.regions = {"FL", "TX"};
          },
          [](model::ViewState& view) {
            view.filter.days = {{*time::parse_day("2019-01-01"), *time::parse_day("2019-06-30")}};
          },
          [](model::ViewState& view) {
            view.filter.amount_usd = {{1000.0 / 3.0, 50000.0}};
          },
          [](model::ViewState& view) {
            view.filter.precisions = {model::DatePrecision::kDay, model::DatePrecision::kMonth};
          },
          [](model::ViewState& view) { view.filter.text = "-county 'sheriff' \"$x\""; },
          [](model::ViewState& view) { view.looks.theme = style::ThemeName::kLight; },
          [](model::ViewState& view) { view.looks.text_scale = 1.5625; },
          [](model::ViewState& view) { view.looks.seen_with = style::Vision::kDeutan; },
          [](model::ViewState& view) { view.looks.reduces_motion = true; },
          [](model::ViewState& view) { view.playback.is_directed = !view.playback.is_directed; },
          [](model::ViewState& view) { view.language = "es"; }};
}

void expect_same(const model::ViewState& made, const model::ViewState& seen, const std::string& which) {
  EXPECT_EQ(made.crs, seen.crs) << which;
  EXPECT_TRUE(made.camera == seen.camera) << which;
  EXPECT_TRUE(made.layers == seen.layers) << which;
  EXPECT_EQ(made.layer_order, seen.layer_order) << which;
  EXPECT_TRUE(made.filter == seen.filter) << which;
  EXPECT_TRUE(made.strip == seen.strip) << which;
  EXPECT_TRUE(made.wipe == seen.wipe) << which;
  EXPECT_EQ(made.graticule, seen.graticule) << which;
  EXPECT_EQ(made.scale_bar, seen.scale_bar) << which;
  EXPECT_TRUE(made.looks == seen.looks) << which;
  EXPECT_EQ(made.language, seen.language) << which;
  EXPECT_EQ(made.playback.is_directed, seen.playback.is_directed) << which;
  EXPECT_EQ(made.playhead_d, seen.playhead_d) << which;
}

TEST_F(ExportWordsTest, TheCommandMakesTheViewThatIsSeen) {
  const std::vector<Change> all = changes();
  for (std::size_t i = 0; i < all.size(); ++i) {
    model::ViewState view = view_on("2019-08-27");
    all[i](view);
    expect_same(exported(view), view, "change " + std::to_string(i));
  }
}

TEST_F(ExportWordsTest, AndThePictureOfTheWindow) {
  model::ViewState view = view_on("2019-08-27");
  const std::vector<Change> all = changes();
  // Not the one that leaves no layer, nor those that leave next to no record.
  for (const std::size_t i : {1U, 4U, 5U, 9U, 10U, 12U, 13U, 14U, 19U, 20U}) all[i](view);
  const PictureSpec spec{.size = kSize, .px_per_pt = scene::px_per_pt_of(kSize, 0.72)};
  EXPECT_EQ(hash_of(picture_of(exported(view), spec)), hash_of(picture_of(view, spec)));
}

TEST_F(ExportWordsTest, AlsoOnAnotherMap) {
  const std::string crs = stage().sheets().crs_of("equal-earth");
  const auto sheet = stage().sheets().bring(crs);
  ASSERT_TRUE(sheet);
  model::ViewState view = view_on("2019-08-27");
  view.crs = crs;
  view.camera = (*sheet)->fit();
  expect_same(exported(view), view, "as a whole");
  EXPECT_EQ(quoted_for_shell(words_of(still(), view)).find("--as-seen"), std::string::npos);
  view.camera.zoom = 3.0;
  expect_same(exported(view), view, "from near");
}

TEST_F(ExportWordsTest, WhatIsAsTheExhibitOpensIsNotSaid) {
  const auto words = words_of(film(), view_on("2019-08-27"));
  EXPECT_EQ(quoted_for_shell(words), "spreadmap export -o /tmp/film.mp4 --lang en");
}

TEST_F(ExportWordsTest, TheStretchIsTheFilmUnlessDaysAreTyped) {
  model::ViewState view = view_on("2019-08-27");
  view.stretch = time::PlayRange{position_d("2019-01-01"), position_d("2019-06-01")};
  model::ExportWish wish = film();
  ExportOptions options = read(words_of(wish, view));
  EXPECT_EQ(options.from, time::parse_day("2019-01-01").value());
  EXPECT_EQ(options.to, time::parse_day("2019-06-01").value());
  wish.to = "2019-03-01";
  EXPECT_EQ(read(words_of(wish, view)).to, time::parse_day("2019-03-01").value());
  wish.shown = ExportShown::kExhibit;
  wish.to.clear();
  EXPECT_FALSE(read(words_of(wish, view)).from);
}

TEST_F(ExportWordsTest, EveryFormatAndPresetIsReadAsItWasChosen) {
  for (const media::FilmFormat& format : media::film_formats()) {
    model::ExportWish wish = film();
    wish.format = format.name;
    const ExportOptions options = read(words_of(tidied(wish), view_on("2019-08-27")));
    ASSERT_NE(options.film_format, nullptr);
    EXPECT_EQ(options.film_format->name, format.name);
  }
  for (const Preset& preset : presets()) {
    model::ExportWish wish = film();
    wish.preset = preset.name;
    wish.format.clear();
    wish.made = preset.format.empty() ? ExportMade::kFrames : ExportMade::kFilm;
    wish = tidied(wish);
    EXPECT_EQ(wish.preset, preset.name);
    const ExportOptions options = read(words_of(wish, view_on("2019-08-27")));
    EXPECT_EQ(options.size, preset.size);
    EXPECT_EQ(options.film_format == nullptr ? "" : options.film_format->name, preset.format);
  }
}

TEST_F(ExportWordsTest, TheNameFollowsWhatIsMade) {
  model::ExportWish wish = film("a/ring.mp4");
  wish.made = ExportMade::kFrames;
  wish = tidied(wish);
  EXPECT_EQ(wish.file, "a/ring/%06d.png");
  EXPECT_EQ(tidied(wish), wish);
  wish.made = ExportMade::kStill;
  wish = tidied(wish);
  EXPECT_EQ(wish.file, "a/ring.png");
  wish.format = "svg";
  wish = tidied(wish);
  EXPECT_EQ(wish.file, "a/ring.svg");
  wish.made = ExportMade::kFilm;
  wish.format = "vp9";
  EXPECT_EQ(tidied(wish).file, "a/ring.webm");
}

TEST_F(ExportWordsTest, FurnitureAndCues) {
  model::ExportWish wish = film();
  wish.furniture.legend = wish.furniture.captions = false;
  wish.furniture.logo = false;  // the built-in exhibit has none
  wish.shown = ExportShown::kCues;
  wish.from = "2019-01-01";  // which the cues say themselves
  const ExportOptions options = read(words_of(wish, view_on("2019-08-27")));
  EXPECT_TRUE(options.cues);
  EXPECT_TRUE(options.furniture == wish.furniture);
  wish.furniture = {false, false, false, false, false, false, false, false};
  EXPECT_TRUE(read(words_of(wish, view_on("2019-08-27"))).furniture == wish.furniture);
}

TEST_F(ExportWordsTest, FilmsOfAWindowHaveEvenSides) {
  model::ExportWish wish = film();
  wish.is_window_size = true;
  const model::ViewState view = view_on("2019-08-27");
  const ExportScene scene{
      stage().world(), view, stage().sheets().crs_of(""), stage().sheet(view).fit(), "", "/tmp", "spreadmap",
      {801, 501},      0.72};
  EXPECT_EQ(read(export_words(wish, scene)).size, (scene::SizePx{800, 500}));
  wish.made = ExportMade::kStill;
  EXPECT_EQ(read(export_words(tidied(wish), scene)).size, (scene::SizePx{801, 501}));
}

TEST_F(ExportWordsTest, WhatCannotBeReadIsSaid) {
  for (const char* text :
       {"", "{", "[]", "{\"camera\": 3}", "{\"camera\": [1, 2]}", "{\"layers\": [{}]}", "{\"zoom\": 1}"}) {
    const auto seen = seen_as(stage().world(), stage().first_view(), text);
    ASSERT_FALSE(seen) << text;
    EXPECT_TRUE(seen.error().message.starts_with("--as-seen: ")) << seen.error().message;
  }
  const auto wrong = read_export({"spreadmap", "export", "-o", "film.mp4", "--fps", "many"});
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.error().message.find("--fps"), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::app
