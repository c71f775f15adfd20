// Areas that are no states: a grid of cells over the composite map, its insets and the sea about them.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <fstream>

#include "offscreen_stage.h"
#include "scene/area_geometry.h"
#include "scene/camera.h"
#include "scene/glide_map.h"
#include "scene/layout.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

constexpr scene::SizePx kCompositeSize{1280, 720};
constexpr std::size_t kCells = 1;  // the layer of areas

/// Records whose cells are cut: by the inset of Alaska (San Diego, Yuma), by Hawaii's (Tucson), to an inset (the others).
constexpr const char* kRows =
    "San Diego,-117.16,32.72\nYuma,-114.62,32.69\nTucson,-110.97,32.22\nHonolulu,-157.86,21.31\nHilo,-155.09,19.71\n"
    "Adak,-176.63,51.88\nKetchikan,-131.65,55.34\nSan Juan,-66.11,18.47\nDenver,-104.99,39.74\n";

class CompositeAreas : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(folder_);
    std::ofstream(folder_ / "rows.csv") << "name,lon,lat,day\n" << with_day(kRows);
    std::ofstream(folder_ / "cells.geojson") << cells();
    std::ofstream(folder_ / "cells.exhibit.toml") << fmt::format(R"(title = "Cells"
[map]
crs = "us-composite"
[[map.base]]
source = "{}/geodata/us.gpkg"
layer = "states"
role = "land"
[timeline]
from = 2019-01-01
to = 2019-12-31
[[layers]]
id = "rows"
kind = "partnerships"
label = "Rows"
source = "rows.csv"
visible = false
fields = {{ name = "name", first_day = "day", lon = "lon", lat = "lat" }}
[[layers]]
id = "cells"
kind = "areas"
label = "Cells"
source = "cells.geojson"
counts = "rows"
fields = {{ name = "name", key = "name" }}
classes = {{ method = "fixed", limits = [2, 5] }}
)",
                                                                 SPREADMAP_SOURCE_DIR);
    auto made = offscreen_stage(folder_ / "cells.exhibit.toml");
    ASSERT_TRUE(made) << made.error().message;
    stage_ = std::move(*made);
  }
  void TearDown() override { fs::remove_all(folder_); }

  static std::string with_day(std::string rows) {
    for (std::size_t at = rows.find('\n'); at != std::string::npos; at = rows.find('\n', at + 12))
      rows.insert(at, ",2019-02-01");
    return rows;
  }
  /// From the Aleutians to Maine, four degrees each.
  static std::string cells() {
    std::string features;
    for (int west = -180; west < -64; west += 4) {
      for (int south = 14; south < 72; south += 4) {
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"name":"{}_{}"}},"geometry":{{"type":"Polygon","coordinates":[[)"
            R"([{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
            features.empty() ? "" : ",", west, south, west, south, west + 4, south, west + 4, south + 4, west,
            south + 4, west, south);
      }
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
  }

  model::ViewState view_with(bool are_cells_shown) {
    model::ViewState view = stage_->first_view();
    view.playhead_d = 300.0;
    view.layers[0].visible = false;
    view.layers[kCells].visible = are_cells_shown;
    EXPECT_TRUE(stage_->prepare(view));
    return view;
  }
  media::Image picture(const model::ViewState& view) {
    media::Image image;
    stage_->picture(view, {.size = kCompositeSize, .px_per_pt = scene::px_per_pt_of(kCompositeSize, 0.0)}, image);
    return image;
  }
  static std::array<int, 3> pixel_at(const media::Image& image, scene::PixelPoint at) {
    const auto first = (static_cast<std::size_t>(at.y_px) * static_cast<std::size_t>(image.width_px) +
                        static_cast<std::size_t>(at.x_px)) *
                       4;
    return {image.rgba[first], image.rgba[first + 1], image.rgba[first + 2]};
  }

  fs::path folder_ = fs::temp_directory_path() / ("spreadmap-cells-" + std::to_string(getpid()));
  std::unique_ptr<Stage> stage_;
};

TEST_F(CompositeAreas, ACellHasItsColourWhereverTheMapShowsIt) {
  const media::Image without = picture(view_with(false));
  const model::ViewState view = view_with(true);
  const media::Image with = picture(view);
  const scene::SceneInputs inputs = stage_->inputs(view);
  const auto is_coloured = [&](geo::LonLat place) {
    const auto point = inputs.projection.map_from_lon_lat(place);
    EXPECT_TRUE(point) << place.lon_deg;
    const scene::PixelPoint at = scene::pixel_from_map(*point, stage_->frame().map);
    EXPECT_TRUE(stage_->frame().map_rect.contains(at)) << place.lon_deg;
    return pixel_at(with, at) != pixel_at(without, at);
  };
  // In the cell of each record, on land and at sea.
  for (const geo::LonLat place : {geo::LonLat{-116.3, 33.7},
                                  {-119.5, 33.0},
                                  {-114.0, 33.0},
                                  {-110.0, 32.5},
                                  {-157.95, 21.45},
                                  {-158.5, 19.5},
                                  {-155.5, 19.6},
                                  {-177.5, 51.5},
                                  {-176.2, 53.0},
                                  {-130.9, 55.6},
                                  {-66.4, 18.2},
                                  {-105.5, 39.0}})
    EXPECT_TRUE(is_coloured(place)) << place.lon_deg << " " << place.lat_deg;
  // In cells without a record, and in the lower 48's part of Ketchikan's nothing of Alaska.
  for (const geo::LonLat place : {geo::LonLat{-98.0, 41.0}, {-150.0, 65.0}, {-160.2, 21.9}, {-121.0, 38.5}})
    EXPECT_FALSE(is_coloured(place)) << place.lon_deg << " " << place.lat_deg;
}

TEST_F(CompositeAreas, ACellIsTouchedWhereItIsDrawn) {
  const model::ViewState view = view_with(true);
  const scene::SceneInputs inputs = stage_->inputs(view);
  const scene::AreaInput& areas = inputs.areas[kCells];
  const auto& marks = inputs.geometry.marks[0];
  for (std::uint32_t row = 0; row < marks.size(); ++row) {
    const auto under = scene::area_at(*areas.geometry, geo::local_from_map(marks[row], inputs.geometry.origin));
    EXPECT_EQ(under, areas.layer->area_of_row[row]) << inputs.tables.layers[0].name[row];
  }
}

/// Twice the area of a triangle with these corners, in square metres.
double twice_m2(geo::LocalPoint a, geo::LocalPoint b, geo::LocalPoint c) {
  const auto of = [](float x) { return static_cast<double>(x); };
  return std::abs((of(b.x_m) - of(a.x_m)) * (of(c.y_m) - of(a.y_m)) -
                  (of(c.x_m) - of(a.x_m)) * (of(b.y_m) - of(a.y_m)));
}

TEST_F(CompositeAreas, AGlideBeginsWithTheCellsThatTheMapHasAtRest) {
  const model::ViewState view = view_with(true);
  const scene::AreaInput areas = stage_->inputs(view).areas[kCells];
  const auto parts = [&](const char* crs) { return (*stage_->sheets().bring(crs))->parts(); };
  const scene::SheetParts from = parts("us-composite"), to = parts("+proj=eqearth +datum=WGS84");
  scene::DegreeMeshes meshes;
  const scene::GlideMesh mesh = scene::glide_mesh(**meshes.of(areas.layer->table.shapes), from, to);
  const std::size_t count = areas.layer->table.row_count();
  std::vector<double> gliding_m2(count, 0.0), rest_m2(count, 0.0);
  for (std::size_t k = 0; k + 2 < mesh.from_indices.size(); k += 3) {
    const auto at = [&](std::size_t corner) { return mesh.vertices[mesh.from_indices[k + corner]]; };
    gliding_m2[at(0).feature] += twice_m2(at(0).in_from, at(1).in_from, at(2).in_from);
  }
  const auto& geometry = *areas.geometry;
  for (std::size_t k = 0; k + 2 < geometry.indices.size(); k += 3) {
    const auto at = [&](std::size_t corner) { return geometry.vertices[geometry.indices[k + corner]]; };
    rest_m2[at(0).area] += twice_m2(at(0).local, at(1).local, at(2).local);
  }
  for (std::size_t area = 0; area < count; ++area) {
    constexpr double kSpeck_m2 = 1e8;  // 10 km by 10 km: frames are bent a little less in cells
    EXPECT_NEAR(gliding_m2[area], rest_m2[area], 2e-3 * rest_m2[area] + kSpeck_m2) << areas.layer->table.name[area];
  }
}

}  // namespace
}  // namespace spreadmap::app
