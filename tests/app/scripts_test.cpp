// Names in other scripts, from an exhibit's table to the glyphs of a frame.
#include <algorithm>
#include <fstream>

#include "stage_testing.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

constexpr scene::SizePx kScriptsSize{1280, 720};

class Scripts : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    std::ofstream(folder_ / "places.geojson")
        << R"({"type": "FeatureCollection", "features": [)" << place("القاهرة", 4, 31.24, 30.04) << ","
        << place("תל אביב-יפו", 3, 34.78, 32.08) << "," << place("São Paulo", 2, -46.63, -23.55) << ","
        << place("Łódź", 1, 19.46, 51.76) << "]}";
    std::ofstream(folder_ / "rows.csv") << "name,day,lon,lat\na,2019-01-01,-60,-35\nb,2019-01-01,50,58\n";
    std::ofstream(folder_ / "own.exhibit.toml") << R"(title = "Places"
[map]
crs = "equal-earth"
[map.places]
source = "places.geojson"
name = "name"
rank = "rank"
[timeline]
from = 2019-01-01
to = 2019-12-31
[[layers]]
id = "rows"
kind = "partnerships"
label = "Rows"
source = "rows.csv"
[layers.fields]
name = "name"
first_day = "day"
lon = "lon"
lat = "lat"
)";
    auto made = offscreen_stage(folder_ / "own.exhibit.toml");
    ASSERT_TRUE(made) << made.error().message;
    stage_ = std::move(*made);
  }
  void TearDown() override { fs::remove_all(folder_); }

  static std::string place(const char* name, int rank, double lon, double lat) {
    return fmt::format(
        R"({{"type": "Feature", "properties": {{"name": "{}", "rank": {}}}, "geometry": {{"type": "Point", "coordinates": [{}, {}]}}}})",
        name, rank, lon, lat);
  }
  /// The run that says a name on a map of its surroundings, and its glyphs in the order in which they stand.
  std::pair<scene::TextRun, std::vector<text::PlacedGlyph>> set(std::string_view name) {
    const data::PlaceTable& table = stage_->world().tables.places;
    model::ViewState view = stage_->first_view();
    for (std::size_t i = 0; i < table.lon_lat.size(); ++i) {
      if (table.name[i] == name) view.camera = {stage_->first_sheet().geometry.places[i], 8.0};
    }
    stage_->draw(view, kScriptsSize, scene::px_per_pt_of(kScriptsSize, 0.0));
    const scene::TextList& list = stage_->frame().names;
    for (const scene::TextRun& run : list.runs) {
      if (std::string_view(list.strings).substr(run.string_begin, run.string_end - run.string_begin) != name) continue;
      std::vector<text::PlacedGlyph> glyphs(list.glyphs.begin() + run.glyph_begin, list.glyphs.begin() + run.glyph_end);
      std::stable_sort(glyphs.begin(), glyphs.end(), [](const auto& a, const auto& b) { return a.x_px < b.x_px; });
      return {run, std::move(glyphs)};
    }
    ADD_FAILURE() << name << " is not on the map";
    return {};
  }
  /// The glyph of a letter that stands alone.
  std::uint32_t glyph_of(std::string_view letter, const scene::TextRun& run) {
    return stage_->fonts().shape(letter, run.style).glyphs.at(0).glyph_id;
  }

  fs::path folder_ = fs::temp_directory_path() / ("spreadmap-scripts-" + std::to_string(getpid()));
  std::unique_ptr<Stage> stage_;
};

TEST_F(Scripts, EachNameHasItsGlyphsAHaloAndItsRoom) {
  for (const char* name : {"القاهرة", "תל אביב-יפו", "São Paulo", "Łódź"}) {
    const auto [run, glyphs] = set(name);
    ASSERT_FALSE(glyphs.empty()) << name;
    for (const text::PlacedGlyph& glyph : glyphs) EXPECT_NE(glyph.glyph_id, 0U) << name << " has a box for a letter";
    EXPECT_GT(run.halo_px, 0.0F);
    EXPECT_GT(run.halo.a, 200);
    EXPECT_GT(run.colour.a, 200);
    const text::InkSpan ink = stage_->fonts().ink_of(stage_->fonts().shape(name, run.style), run.style);
    const scene::PixelRect room = stage_->frame().map_rect;
    EXPECT_TRUE(room.contains({run.origin.x_px + ink.left_px, run.origin.y_px - run.style.size_px})) << name;
    EXPECT_TRUE(room.contains({run.origin.x_px + ink.right_px, run.origin.y_px + 0.3F * run.style.size_px})) << name;
    EXPECT_GT(ink.right_px - ink.left_px, 2.0F * run.style.size_px) << name;
  }
}

TEST_F(Scripts, HebrewAndArabicRunFromTheRight) {
  const auto [hebrew, hebrew_glyphs] = set("תל אביב-יפו");
  ASSERT_GT(hebrew_glyphs.size(), 8U);
  EXPECT_EQ(hebrew_glyphs.back().glyph_id, glyph_of("ת", hebrew)) << "the first letter stands at the right";
  EXPECT_EQ(hebrew_glyphs.front().glyph_id, glyph_of("ו", hebrew));
  const auto [arabic, arabic_glyphs] = set("القاهرة");
  ASSERT_GT(arabic_glyphs.size(), 4U);
  EXPECT_EQ(arabic_glyphs.back().glyph_id, glyph_of("ا", arabic));
  // Its letters join: of the second, which has a neighbour on either side, no glyph is that of the letter alone.
  const std::uint32_t lone = glyph_of("ق", arabic);
  for (const text::PlacedGlyph& glyph : arabic_glyphs) EXPECT_NE(glyph.glyph_id, lone);
}

TEST_F(Scripts, LatinRunsFromTheLeftWithItsAccents) {
  const auto [run, glyphs] = set("Łódź");
  ASSERT_EQ(glyphs.size(), 4U);
  EXPECT_EQ(glyphs.front().glyph_id, glyph_of("Ł", run));
  EXPECT_NE(glyph_of("Ł", run), glyph_of("L", run));
  EXPECT_EQ(glyphs.back().glyph_id, glyph_of("ź", run));
}

}  // namespace
}  // namespace spreadmap::app
