// Surfaces of density: what they add up to, and that they are functions of the view alone.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "furniture_testing.h"
#include "model/applied.h"
#include "scene/camera.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kDensitySize{960, 540};

class Density : public StageTest {
 protected:
  static std::size_t layer() { return *stage().world().exhibit.layer_index("density"); }
  static std::size_t counted() { return *stage().world().exhibit.layer_index("partnerships"); }
  static model::ViewState view_with_density(std::string_view day) {
    model::ViewState view = view_on(day);
    view.layers[layer()].visible = true;
    return view;
  }
  static model::ViewState in_crs(model::ViewState view, const std::string& crs) {
    const auto sheet = stage().sheets().bring(crs);
    EXPECT_TRUE(sheet) << sheet.error().message;
    view.crs = crs;
    view.camera = (*sheet)->fit();
    return view;
  }
  static const scene::DensityDraw& draw_of(const model::ViewState& view, scene::SizePx size = kDensitySize) {
    picture(view, size);
    return stage().frame().densities.at(0);
  }
  static std::vector<float> surface() { return stage().renderer().density().surface(layer()); }
  /// What the surface of the picture drawn last adds up to, as kernels of an areal scale of 1.
  static double volume() {
    const scene::DensityDraw& draw = stage().frame().densities.at(0);
    const std::vector<float> values = surface();
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    const double kernel_cells = scene::kKernelVolume * std::pow(static_cast<double>(draw.radius_px / draw.cell_px), 2);
    return sum / (static_cast<double>(draw.height) * kernel_cells);
  }
  static bool is_inside(const scene::Frame& frame, geo::MapPoint mark) {
    const scene::PixelPoint at = scene::pixel_from_map(mark, frame.map);
    const float reach_px = frame.densities.at(0).radius_px;
    return at.x_px - reach_px > frame.map_rect.left_px && at.x_px + reach_px < frame.map_rect.right_px &&
           at.y_px - reach_px > frame.map_rect.top_px && at.y_px + reach_px < frame.map_rect.bottom_px;
  }
};

// Inland states: all their kernels lie within the map's room, and the composite is true to area there.
const std::vector<std::string> kInlandStates{"CO", "KS", "MO", "IL", "IN", "OH", "TN"};

TEST_F(Density, TheSurfaceAddsUpToTheRecordsThatAreThere) {
  model::ViewState view = view_with_density("2018-04-01");
  view.filter.regions = kInlandStates;
  int before = 0;
  for (const char* day : {"2018-12-31", "2019-08-28", "2020-03-31"}) {
    view.playhead_d = position_d(day);
    draw_of(view);
    const int count = stage().select(view).layer(counted()).count(view.playhead_d).certain;
    EXPECT_GT(count, before);
    before = count;
    EXPECT_NEAR(volume(), count, 0.003 * count) << day;
  }
  // A month later those of the window are left: fewer, and not those of an earlier day.
  view.layers[counted()].window_days = 30;
  draw_of(view);
  const int left = stage().select(view).layer(counted()).count(view.playhead_d).certain;
  EXPECT_GT(left, 0);
  EXPECT_LT(left, before / 2);
  EXPECT_NEAR(volume(), left, 0.003 * left);
}

TEST_F(Density, OnAnyMapARecordCountsByTheGroundAndOneBeyondTheHorizonNot) {
  for (const char* crs : {"EPSG:3857", "+proj=ortho +lat_0=40 +lon_0=-20"}) {
    const model::ViewState view = in_crs(view_with_density("2020-03-31"), crs);
    picture(view, kDensitySize);
    const MapSheet& sheet = stage().sheet(view);
    const model::LayerRows& rows = story().rows(counted());
    double expected = 0.0;
    int hidden = 0, outside = 0;
    for (std::uint32_t row = 0; row < rows.days.row_count(); ++row) {
      if (static_cast<double>(rows.days.latest[row]) > view.playhead_d) continue;
      const geo::MapPoint mark = sheet.geometry.marks[counted()][row];
      const auto scale = sheet.projection.scale_at(rows.table->lon_lat[row]);
      hidden += std::isfinite(mark.x_m) ? 0 : 1;
      if (!std::isfinite(mark.x_m) || !scale) continue;
      outside += is_inside(stage().frame(), mark) ? 0 : 1;
      expected += scale->mean * scale->mean;
    }
    EXPECT_EQ(hidden > 0, std::string_view(crs).find("ortho") != std::string_view::npos) << crs;
    EXPECT_GT(expected, 1.0);
    // A few kernels reach beyond the room: that part of them is not there.
    EXPECT_LT(outside, 30) << crs;
    EXPECT_NEAR(volume(), expected, 0.02 * expected) << crs;
  }
}

TEST_F(Density, WhatIsFilteredOutLeavesIt) {
  model::ViewState view = view_with_density("2020-03-31");
  view.filter.regions = {"CA"};
  draw_of(view);
  const std::vector<float> california = surface();
  const scene::Frame& frame = stage().frame();
  const auto width =
      california.size() /
      static_cast<std::size_t>(std::ceil(frame.map_rect.height_px() / frame.densities.at(0).cell_px) + 4.0F);
  double west = 0.0, east = 0.0;
  for (std::size_t i = 0; i < california.size(); ++i)
    (i % width < width / 2 ? west : east) += static_cast<double>(california[i]);
  EXPECT_GT(west, 0.0);
  EXPECT_EQ(east, 0.0);
}

TEST_F(Density, TheScaleDependsOnNothingButTheZoom) {
  model::ViewState view = view_with_density("2020-06-11");
  const double max = draw_of(view).max_per_m2;
  // All records on the last day: the surface reaches the ramp's end, and hardly goes beyond it.
  const std::vector<float> values = surface();
  const float largest = *std::max_element(values.begin(), values.end());
  EXPECT_GT(largest, 0.8F);
  EXPECT_LT(largest, 1.1F);
  view.playhead_d = position_d("2018-06-01");
  EXPECT_EQ(draw_of(view).max_per_m2, max);
  view.filter.regions = {"FL"};
  view.layers[counted()].window_days = 14;
  EXPECT_EQ(draw_of(view).max_per_m2, max);
  view.camera.centre.x_m += 4e5;
  EXPECT_EQ(draw_of(view).max_per_m2, max);
  double before = max;
  for (int step = 0; step < 8; ++step) {
    view.camera.zoom *= 1.1;
    const double now = draw_of(view).max_per_m2;
    EXPECT_GT(now, before) << "nearer by, more stand in a place";
    EXPECT_LT(now, before * 1.1 * 1.1 * 1.001) << "but not more than the places shrink";
    before = now;
  }
}

TEST_F(Density, InAnySizeOfPictureTheSurfaceIsTheSame) {
  const model::ViewState view = view_with_density("2019-08-28");
  draw_of(view, {960, 540});
  const std::vector<float> small = surface();
  draw_of(view, {1920, 1080});
  const std::vector<float> large = surface();
  ASSERT_EQ(small.size(), large.size());
  float most = 0.0F;
  for (std::size_t i = 0; i < small.size(); ++i) most = std::max(most, std::abs(small[i] - large[i]));
  // The map's room ends on whole pixels of each, so that the camera's middle may lie half a pixel off.
  EXPECT_LT(most, 0.04F);
}

TEST_F(Density, ASurfaceAloneIsCountedAsItsMarksAre) {
  model::ViewState view = view_with_density("2019-08-27");
  for (model::LayerView& each : view.layers) each.visible = false;
  const auto says_405 = [&] {
    picture(view, kDensitySize);
    const auto& list = stage().frame().furniture_text;
    return std::any_of(list.runs.begin(), list.runs.end(), [&](const scene::TextRun& run) {
      return list.strings.substr(run.string_begin, run.string_end - run.string_begin) == "405";
    });
  };
  EXPECT_FALSE(says_405());
  const std::size_t without = stage().frame().furniture.size();
  view.layers[layer()].visible = true;
  EXPECT_TRUE(says_405());
  EXPECT_GT(stage().frame().furniture.size(), without + 50) << "no bars";
}

TEST_F(Density, CachesChangeNoPixelWhileTimePlays) {
  for (const int window_days : {0, 30}) {
    model::ViewState view = view_with_density("2019-06-01");
    view.layers[counted()].window_days = window_days;
    for (int step = 0; step < 10; ++step) {
      view.playhead_d += 2.7;
      picture(view, kDensitySize);
    }
    const std::uint64_t in_sequence = picture_hash(view, kDensitySize);
    const std::vector<float> sums = surface();
    stage().renderer().set_caching(false);
    EXPECT_EQ(picture_hash(view, kDensitySize), in_sequence) << window_days;
    EXPECT_EQ(surface(), sums) << window_days;
    stage().renderer().set_caching(true);
    stage().renderer().forget_caches();
    EXPECT_EQ(picture_hash(view, kDensitySize), in_sequence) << window_days;
    view.playhead_d -= 20.0;
    EXPECT_NE(picture_hash(view, kDensitySize), in_sequence) << window_days;
    view.playhead_d += 20.0;
    EXPECT_EQ(picture_hash(view, kDensitySize), in_sequence) << window_days;
  }
}

TEST_F(Density, EachSideOfAWipeHasTheSurfaceOfItsDay) {
  model::ViewState view = view_with_density("2020-03-31");
  view.furniture = {false, false, false, false, false, false};
  LabelsAtLine cut;
  const media::Image right = picture(view, kDensitySize);
  cut.add(stage().fonts(), stage().frame());
  model::ViewState left_view = view;
  left_view.playhead_d = position_d("2019-01-31");
  const media::Image left = picture(left_view, kDensitySize);
  cut.add(stage().fonts(), stage().frame());
  view.wipe = model::Wipe{left_view.playhead_d, 0.5};
  const media::Image wiped = picture(view, kDensitySize);
  const int line_px = static_cast<int>(*stage().frame().wipe_px);
  cut.cut_at(*stage().frame().wipe_px);
  std::size_t wrong = 0, differing = 0;
  for (int y = 120; y < kDensitySize.height_px; ++y) {  // below what is written at the line's top
    for (int x = 0; x < kDensitySize.width_px; ++x) {
      if (std::abs(x - line_px) < 20 || cut.contains(x, y)) continue;
      const auto at = 4 * (static_cast<std::ptrdiff_t>(y) * kDensitySize.width_px + x);
      const auto& expected = x < line_px ? left : right;
      wrong += std::equal(wiped.rgba.begin() + at, wiped.rgba.begin() + at + 4, expected.rgba.begin() + at) ? 0U : 1U;
      differing += std::equal(left.rgba.begin() + at, left.rgba.begin() + at + 4, right.rgba.begin() + at) ? 0U : 1U;
    }
  }
  EXPECT_EQ(wrong, 0U);
  EXPECT_GT(differing, 20000U);
}

TEST_F(Density, AGlideBeginsAndEndsWithTheSurfacesOfItsMaps) {
  const model::ViewState from = view_with_density("2019-08-28");
  const std::string mercator = "EPSG:3857";
  const model::ViewState to = in_crs(from, mercator);
  draw_of(from);
  const std::vector<float> at_start = surface();
  draw_of(to);
  const std::vector<float> at_end = surface();
  model::ViewState gliding = to;
  gliding.glide = model::CrsGlide{from.crs, from.camera, 0.0, 0.0};
  const auto most_apart = [&](const std::vector<float>& expected, double share) {
    gliding.glide->share = share;
    draw_of(gliding);
    const std::vector<float> values = surface();
    float most = 0.0F;
    for (std::size_t i = 0; i < expected.size(); ++i) most = std::max(most, std::abs(values[i] - expected[i]));
    return most;
  };
  EXPECT_LT(most_apart(at_start, 0.0), 1e-3F);
  EXPECT_LT(most_apart(at_end, 0.9999), 1e-2F);
  EXPECT_GT(most_apart(at_start, 0.5), 0.1F);
  const std::uint64_t cached = picture_hash(gliding, kDensitySize);
  stage().renderer().set_caching(false);
  EXPECT_EQ(picture_hash(gliding, kDensitySize), cached);
  stage().renderer().set_caching(true);
  // Back at rest nothing of the glide is left.
  draw_of(to);
  EXPECT_EQ(surface(), at_end);
  draw_of(from);
  EXPECT_EQ(surface(), at_start);
}

TEST_F(Density, TheLegendSaysWhatItsColoursAreAndRunsOverNothing) {
  for (const scene::SizePx size : {scene::SizePx{1920, 1080}, {1080, 1920}, {1400, 1400}, {1024, 768}}) {
    for (const double zoom : {1.0, 7.0, 400.0}) {
      for (const char* tag : {"en", "es"}) {
        model::ViewState view = view_with_density("2020-06-11");
        view.language = tag;
        view.camera.zoom = zoom;
        picture(view, size);
        for (const std::string& fault : furniture_faults(stage().fonts(), stage().frame()))
          ADD_FAILURE() << size.width_px << " wide, zoom " << zoom << ", " << tag << ": " << fault;
        const auto lines = set_lines(stage().fonts(), stage().frame());
        const auto says = [&](std::string_view text) {
          return std::any_of(lines.begin(), lines.end(),
                             [&](const SetLine& line) { return line.text.find(text) != std::string::npos; });
        };
        EXPECT_TRUE(says("km²")) << size.width_px << ", " << zoom;
        EXPECT_TRUE(says(std::string_view(tag) == "en" ? "Smoothed over" : "Suavizado en"));
      }
    }
  }
}

TEST_F(Density, OnlyASurfaceThatIsShownIsMade) {
  picture(view_on("2019-08-28"), kDensitySize);
  EXPECT_TRUE(stage().frame().densities.empty());
  model::ViewState view = view_with_density("2019-08-28");
  view.layers[counted()].visible = false;
  EXPECT_GT(draw_of(view).end, 0U) << "the records that it counts need not be shown themselves";
}

}  // namespace
}  // namespace spreadmap::app
