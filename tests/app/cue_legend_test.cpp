// Films of cues that filter: from cue to cue neither the map's room nor a line of the legend moves.
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "app/export.h"
#include "app/film_plan.h"
#include "furniture_testing.h"
#include "offscreen_stage.h"
#include "scene/layout.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

constexpr std::array<scene::SizePx, 5> kSizes{{{1920, 1080}, {1080, 1920}, {1080, 1080}, {1080, 1350}, {2520, 1080}}};

constexpr const char* kFilteredCues = R"(
[[cues]]
id = "all"
title = "All of them"
text = "A word."
day = 2019-03-01
layers = ["partnerships"]
seconds = 3
[[cues]]
id = "few"
title = "Two states"
text = "Of two states only the sheriffs, and of these only what is known to the day."
day = 2019-08-27
layers = ["partnerships", "money"]
seconds = 3
[cues.filter]
regions = ["FL", "TX"]
kinds = ["sheriff"]
precisions = ["day"]
text = "county"
[[cues]]
id = "letter"
title = "The letter"
day = 2020-07-15
layers = ["partnerships", "signatories"]
seconds = 3
[cues.camera]
region = "CA"
)";

/// The built-in exhibit with cues of its own, in a folder of its own.
class CueLegend : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    const auto places = find_places();
    ASSERT_TRUE(places);
    places_ = *places;
    std::stringstream text;
    text << std::ifstream(places_->built_in_exhibit).rdbuf();
    const fs::path data = places_->built_in_exhibit.parent_path();
    std::string own = text.str().substr(0, text.str().find("[[cues]]"));
    own = std::regex_replace(own, std::regex("source = \"(\\.\\./)?([a-z_0-9]+\\.(csv|gpkg))\""),
                             fmt::format("source = \"{}/$1$2\"", data.string()));
    std::ofstream(folder_ / "own.exhibit.toml") << own << kFilteredCues;
    auto stage = offscreen_stage(folder_ / "own.exhibit.toml");
    ASSERT_TRUE(stage) << stage.error().message;
    stage_ = std::move(*stage);
  }
  void TearDown() override {
    stage_.reset();
    fs::remove_all(folder_);
  }
  FilmPlan plan_of(scene::SizePx size, const std::string& language, double text_scale, int fps = 4) {
    ExportOptions options;
    options.common.language = language;
    options.common.text_scale = text_scale;
    options.kind = ExportKind::kFilm;
    options.out = "film.mp4";
    options.size = size;
    options.cues = true;
    options.fps_num = fps;
    auto plan = FilmPlan::make(*stage_, *places_, options, *export_view(*stage_, options, *places_));
    EXPECT_TRUE(plan) << plan.error().message;
    return *std::move(plan);
  }

  fs::path folder_ = fs::temp_directory_path() / fmt::format("spreadmap-cue-legend-{}", ::getpid());
  std::optional<Places> places_;
  std::unique_ptr<Stage> stage_;
};

TEST_F(CueLegend, StandsStillFromCueToCue) {
  scene::Frame frame;
  for (const scene::SizePx size : kSizes) {
    for (const char* language : {"en", "es"}) {
      for (const double text_scale : {1.0, 1.5, 3.0}) {
        SCOPED_TRACE(fmt::format("{}x{} {} {}", size.width_px, size.height_px, language, text_scale));
        const FilmPlan plan = plan_of(size, language, text_scale);
        std::map<std::string, scene::PixelRect> legend;
        std::optional<scene::PixelRect> room;
        int said = 0;
        for (int i = 0; i < plan.frame_count(); ++i) {
          const model::ViewState view = plan.view_at(i);
          scene::build_frame(stage_->inputs(view), view, size, scene::px_per_pt_of(size, 0.0), frame);
          if (!room) room = frame.map_room;
          ASSERT_EQ(frame.map_room.top_px, room->top_px) << i;
          ASSERT_EQ(frame.map_room.bottom_px, room->bottom_px) << i;
          const auto lines = set_lines(stage_->fonts(), frame);
          for (const auto& layer : stage_->world().exhibit.layers) {
            for (const SetLine& line : lines) {
              if (line.text != layer.label.in(language) || layer.id == "money") continue;
              const auto [found, is_new] = legend.emplace(line.text, line.rect);
              EXPECT_EQ(found->second.left_px, line.rect.left_px) << line.text << " in frame " << i;
              EXPECT_EQ(found->second.bottom_px, line.rect.bottom_px) << line.text << " in frame " << i;
              ++said;
            }
          }
          EXPECT_EQ(furniture_faults(stage_->fonts(), frame), std::vector<std::string>{}) << i;
        }
        if (text_scale == 1.0) {
          EXPECT_GT(said, 0);
        }
      }
    }
  }
}

// What is said of a layer comes and goes with it, and never at once.
TEST_F(CueLegend, FadesWithItsLayers) {
  scene::Frame frame;
  for (const scene::SizePx size : kSizes) {
    SCOPED_TRACE(fmt::format("{}x{}", size.width_px, size.height_px));
    const FilmPlan plan = plan_of(size, "en", 1.0, 25);
    const auto& layers = stage_->world().exhibit.layers;
    std::map<std::string, int> alpha;  // of each layer's label in the frame before
    std::set<int> seen;
    for (int i = 0; i < plan.frame_count(); ++i) {
      const model::ViewState view = plan.view_at(i);
      scene::build_frame(stage_->inputs(view), view, size, scene::px_per_pt_of(size, 0.0), frame);
      std::map<std::string, int> now;
      for (const auto& layer : layers) {
        const std::string& label = layer.label.in("en");
        for (const scene::TextRun& run : frame.furniture_text.runs) {
          const std::string text =
              frame.furniture_text.strings.substr(run.string_begin, run.string_end - run.string_begin);
          if (text == label || text == stage_->language("en").capitals(label)) now[label] = run.colour.a;
        }
        if (i > 0) {
          EXPECT_LE(std::abs(now[label] - alpha[label]), 90) << label << " in frame " << i;
        }
        seen.insert(now[label]);
      }
      alpha = std::move(now);
    }
    EXPECT_GT(seen.size(), 10U) << "it is there, gone and between";
  }
}

}  // namespace
}  // namespace spreadmap::app
