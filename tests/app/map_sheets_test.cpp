// Real records of the whole world (tests/data/standard_time) on the planes of several CRSs.
#include "app/map_sheets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/applied.h"
#include "offscreen_stage.h"
#include "scene/camera.h"
#include "scene/layout.h"
#include "scene/pick.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kSheetsSize{1280, 720};

class WorldSheets : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto stage = offscreen_stage(SPREADMAP_SOURCE_DIR "/tests/data/standard_time/standard_time.exhibit.toml");
    ASSERT_TRUE(stage) << stage.error().message;
    stage_ = std::move(*stage);
  }
  static void TearDownTestSuite() { stage_.reset(); }

  static const MapSheet& sheet(const std::string& crs) {
    const auto brought = stage_->sheets().bring(crs);
    EXPECT_TRUE(brought) << brought.error().message;
    return **brought;
  }
  static model::ViewState view_in(const std::string& crs) {
    model::ViewState view = stage_->first_view();
    view.crs = crs;
    view.camera = sheet(crs).fit();
    view.playhead_d = stage_->world().story->axis().whole().to_d;
    return view;
  }
  static std::uint64_t hash_of(const model::ViewState& view) {
    media::Image image;
    stage_->picture(view, {.size = kSheetsSize, .px_per_pt = scene::px_per_pt_of(kSheetsSize, 0.0)}, image);
    Fnv1a hash;
    hash.add(std::as_bytes(std::span(image.rgba)));
    return hash.value();
  }
  static double land_m2(const MapSheet& sheet) {
    double sum_m2 = 0.0;
    const auto& vertices = sheet.geometry.land_vertices;
    const auto& indices = sheet.geometry.land_indices;
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
      const auto a = vertices[indices[i]], b = vertices[indices[i + 1]], c = vertices[indices[i + 2]];
      const auto cross = [](double ax, double ay, double bx, double by) { return ax * by - ay * bx; };
      const double ab_x = static_cast<double>(b.x_m) - static_cast<double>(a.x_m);
      const double ab_y = static_cast<double>(b.y_m) - static_cast<double>(a.y_m);
      const double ac_x = static_cast<double>(c.x_m) - static_cast<double>(a.x_m);
      const double ac_y = static_cast<double>(c.y_m) - static_cast<double>(a.y_m);
      sum_m2 += std::abs(cross(ab_x, ab_y, ac_x, ac_y)) / 2.0;
    }
    return sum_m2;
  }

  // One for the suite, which GoogleTest can only give to a static.
  // NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
  inline static std::unique_ptr<Stage> stage_;
};

constexpr const char* kAtlantic = "+proj=eqearth +lon_0=0 +datum=WGS84";
constexpr const char* kPacific = "+proj=eqearth +lon_0=180 +datum=WGS84";

TEST_F(WorldSheets, EqualAreaMapsShowAllTheLandHoweverTheyAreCut) {
  // Natural Earth's land without ice shelves and the Caspian Sea; see geodata/geodata_laws.py.
  const double whole_m2 = land_m2(sheet(kAtlantic));
  EXPECT_GT(whole_m2, 146e12);
  EXPECT_LT(whole_m2, 148e12);
  for (const char* crs :
       {kPacific, "+proj=laea +lat_0=90 +datum=WGS84", "+proj=laea +lat_0=-20 +lon_0=170 +datum=WGS84", "EPSG:3035",
        "+proj=cea +lon_0=77 +datum=WGS84"}) {
    EXPECT_NEAR(land_m2(sheet(crs)) / whole_m2, 1.0, 2e-3) << crs;
  }
}

TEST_F(WorldSheets, AWholeMapFitsAllRecordsWhereverItIsCut) {
  for (const char* crs : {kAtlantic, kPacific, "EPSG:3857", "EPSG:4326", "EPSG:3035"}) {
    const scene::MapGeometry& geometry = sheet(crs).geometry;
    for (const geo::MapPoint mark : geometry.marks[0]) {
      ASSERT_TRUE(std::isfinite(mark.x_m)) << crs;
      EXPECT_TRUE(geometry.fit.bounds.contains(mark)) << crs;
    }
  }
}

TEST_F(WorldSheets, RecordsBeyondTheHorizonAreCountedAndNotDrawn) {
  const MapSheet& globe = sheet("+proj=ortho +lat_0=10 +lon_0=-170 +datum=WGS84");
  const std::size_t off = off_the_map(stage_->world(), globe);
  EXPECT_GT(off, 100U);
  EXPECT_LT(off, 250U);
  constexpr double kRadius_m = 6378137.0;
  for (const geo::MapPoint mark : globe.geometry.marks[0]) {
    if (!std::isfinite(mark.x_m)) continue;
    EXPECT_LE(std::hypot(mark.x_m, mark.y_m), kRadius_m * 1.001);
  }
}

TEST_F(WorldSheets, TheSamePlaceIsSeenAtTheSameScaleInAnother) {
  const MapSheet& from = sheet(kPacific);
  const geo::LonLat fiji{178.4, -18.1};
  const model::Camera camera{from.projection.map_from_lon_lat(fiji).value(), 9.0};
  for (const char* crs : {"EPSG:3832", "+proj=ortho +lat_0=0 +lon_0=180 +datum=WGS84", "EPSG:3857"}) {
    const MapSheet& to = sheet(crs);
    const model::Camera there = same_view(camera, from, to, 1.6);
    const auto place = to.projection.lon_lat_from_map(there.centre);
    ASSERT_TRUE(place) << crs;
    EXPECT_NEAR(std::remainder(place->lon_deg - fiji.lon_deg, 360.0), 0.0, 1e-6) << crs;
    const model::Camera back = same_view(there, to, from, 1.6);
    EXPECT_NEAR(back.zoom / camera.zoom, 1.0, 1e-6) << crs;
  }
  EXPECT_EQ(same_view(from.fit(), from, sheet(kAtlantic), 1.6), sheet(kAtlantic).fit());
}

TEST_F(WorldSheets, AGlideBeginsAtOneMapAndEndsAtTheOther) {
  model::ViewState there = view_in(kPacific);
  there.scale_bar = false;  // it is not drawn under way
  model::ViewState gliding = there;
  gliding.glide = model::CrsGlide{kAtlantic, sheet(kAtlantic).fit(), 0.0, 1.0};
  EXPECT_EQ(hash_of(gliding), hash_of(there));
  gliding.glide->share = 0.5;
  const std::uint64_t halfway = hash_of(gliding);
  EXPECT_NE(halfway, hash_of(there));
  EXPECT_EQ(hash_of(gliding), halfway);  // whatever was drawn between
  // Halfway a mark lies halfway, and where it began it lies as on the map that it leaves.
  for (const float share : {0.0F, 0.5F}) {
    gliding.glide->share = static_cast<double>(share);
    stage_->draw(gliding, kSheetsSize, 1.0);
    const scene::SceneInputs inputs = stage_->inputs(gliding);
    const auto at = scene::mark_place(inputs, stage_->frame(), {0, 5});
    const auto to = scene::pixel_from_map(sheet(kPacific).geometry.marks[0][5], stage_->frame().map);
    const auto from = scene::pixel_from_map(sheet(kAtlantic).geometry.marks[0][5], stage_->frame().glide->from);
    ASSERT_TRUE(at);
    EXPECT_NEAR(at->centre.x_px, from.x_px + (to.x_px - from.x_px) * share, 0.01F);
    EXPECT_NEAR(at->centre.y_px, from.y_px + (to.y_px - from.y_px) * share, 0.01F);
  }
}

TEST_F(WorldSheets, ThereAndBackIsTheSamePicture) {
  const std::uint64_t before = hash_of(view_in(kAtlantic));
  for (const char* crs : {"us-composite", "EPSG:3995", kPacific}) hash_of(view_in(crs));
  EXPECT_EQ(hash_of(view_in(kAtlantic)), before);
}

TEST_F(WorldSheets, AMarkIsPickedWhereItIsSeenInEveryMap) {
  for (const char* crs : {kPacific, "EPSG:3857", "+proj=ortho +lat_0=10 +lon_0=-170 +datum=WGS84"}) {
    const model::ViewState view = view_in(crs);
    stage_->draw(view, kSheetsSize, 1.0);
    const scene::SceneInputs inputs = stage_->inputs(view);
    const scene::PickIndex index(sheet(crs).geometry);
    int seen = 0;
    for (std::uint32_t row = 0; row < inputs.tables.layers[0].row_count(); row += 7) {
      const auto place = scene::mark_place(inputs, stage_->frame(), {0, row});
      if (!place || !stage_->frame().map_rect.contains(place->centre)) continue;
      const auto picked = scene::record_at(inputs, view, stage_->frame(), index, place->centre, 0.5F);
      ASSERT_TRUE(picked) << crs << " row " << row;
      const auto other = scene::mark_place(inputs, stage_->frame(), *picked);
      EXPECT_NEAR(other->centre.x_px, place->centre.x_px, 0.6F);
      ++seen;
    }
    EXPECT_GT(seen, 10) << crs;
  }
}

TEST_F(WorldSheets, TheGraticuleIsDrawnWhereAskedForOnly) {
  model::ViewState view = view_in(kPacific);
  const std::uint64_t without = hash_of(view);
  view.graticule = true;
  EXPECT_NE(hash_of(view), without);
  EXPECT_NE(stage_->frame().base.graticule_key, 0U);
  view.graticule = false;
  EXPECT_EQ(hash_of(view), without);
}

}  // namespace
}  // namespace spreadmap::app
