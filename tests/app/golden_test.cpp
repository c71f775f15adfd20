// Golden images: what the built-in exhibit looks like. To renew them after a change that was looked at:
//   SPREADMAP_RENEW_GOLDENS=1 build/test/test_app --gtest_filter='Golden*'
#include <cstdlib>
#include <filesystem>

#include "media/atomic_file.h"
#include "media/png.h"
#include "model/applied.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

struct Difference {
  int most = 0;
  double mean = 0.0;
};

Difference difference(const media::Image& a, const media::Image& b) {
  Difference found;
  double sum = 0.0;
  std::size_t compared = 0;
  for (std::size_t i = 0; i < a.rgba.size(); ++i) {
    if (i % 4 == 3) continue;  // PNG frames are opaque
    const int step = std::abs(int{a.rgba[i]} - int{b.rgba[i]});
    found.most = std::max(found.most, step);
    sum += step;
    ++compared;
  }
  found.mean = sum / static_cast<double>(compared);
  return found;
}

class Golden : public StageTest {
 protected:
  // The same llvmpipe draws the same bytes; another Mesa or CPU rounds blending and interpolation otherwise: a few steps in a few
  // pixels of an edge (most), which cannot add up over a picture (mean). Type that moves by a quarter pixel exceeds both.
  static constexpr int kMost = 40;
  static constexpr double kMean = 0.05;

  static void expect_golden(const std::string& name, const media::Image& image) {
    const std::filesystem::path file =
        std::filesystem::path(SPREADMAP_SOURCE_DIR) / "tests/golden" / name / "expected.png";
    if (std::getenv("SPREADMAP_RENEW_GOLDENS") != nullptr) {
      std::filesystem::create_directories(file.parent_path());
      ASSERT_TRUE(media::write_file_atomically(file, media::PngEncoder().encode(image)));
      GTEST_SKIP() << "renewed " << file;
    }
    const auto expected = media::read_png(file.string());
    ASSERT_TRUE(expected) << expected.error().message;
    ASSERT_EQ(expected->width_px, image.width_px);
    ASSERT_EQ(expected->height_px, image.height_px);
    const Difference found = difference(*expected, image);
    const bool passes = found.most <= kMost && found.mean <= kMean;
    const auto actual = std::filesystem::path(SPREADMAP_BUILD_DIR) / ("golden-" + name + "-actual.png");
    if (!passes) static_cast<void>(media::write_file_atomically(actual, media::PngEncoder().encode(image)));
    EXPECT_TRUE(passes) << "most " << found.most << ", mean " << found.mean << "; look at " << actual << " beside "
                        << file;
  }
};

TEST_F(Golden, TheFourHundredFive) { expect_golden("landscape-405", picture(view_on("2019-08-27"), {960, 540})); }

TEST_F(Golden, AfterTheListEnds) { expect_golden("landscape-incomplete", picture(view_on("2020-08-15"), {960, 540})); }

TEST_F(Golden, TheOpenCount) { expect_golden("landscape-open-count", picture(view_on("2020-06-11"), {960, 540})); }

TEST_F(Golden, Portrait) { expect_golden("portrait-letter", picture(view_on("2019-10-20"), {540, 960})); }

TEST_F(Golden, Square) { expect_golden("square-spring", picture(view_on("2020-03-27"), {720, 720})); }

TEST_F(Golden, ZoomedIn) {
  const model::CommandContext context{story(), stage().select(stage().first_view()), stage().first_sheet().fit(), 0.0};
  // Los Angeles County, where the first money was.
  model::ViewState view = model::applied(view_on("2019-08-27"), model::ZoomAbout{{-2.0e6, -3.0e5}, 9.0}, context);
  expect_golden("zoomed-los-angeles", picture(view, {960, 540}));
}

TEST_F(Golden, FilteredToTwoStates) {
  model::ViewState view = view_on("2020-03-01");
  view.filter.regions = {"CA", "MI"};
  expect_golden("filtered-two-states", picture(view, {960, 540}));
}

TEST_F(Golden, Light) {
  model::ViewState view = view_on("2019-11-02");
  view.looks.theme = style::ThemeName::kLight;
  expect_golden("landscape-light", picture(view, {960, 540}));
}

TEST_F(Golden, DensityOfAgencies) {
  model::ViewState view = view_on("2020-03-27");
  for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
    view.layers[layer].visible = stage().world().exhibit.layers[layer].kind == exhibit::LayerKind::kDensity;
  }
  expect_golden("density", picture(view, {960, 540}));
}

TEST_F(Golden, StatesByAgenciesPerHead) {
  model::ViewState view = view_on("2020-06-11");
  for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
    view.layers[layer].visible = stage().world().exhibit.layers[layer].id == "states";
  }
  ASSERT_TRUE(stage().prepare(view));
  expect_golden("states-per-head", picture(view, {960, 540}));
}

TEST_F(Golden, Spotlight) {
  model::ViewState view = view_on("2019-08-27");
  view.spotlight = {0.43, 0.44, 0.3, 1.0};
  expect_golden("spotlight", picture(view, {960, 540}));
}

TEST_F(Golden, SpotlightOnALightGround) {
  model::ViewState view = view_on("2019-11-02");
  view.looks.theme = style::ThemeName::kLight;
  view.spotlight = {0.14, 0.58, 0.3, 1.0};
  expect_golden("spotlight-light", picture(view, {960, 540}));
}

TEST_F(Golden, BareMap) {
  model::ViewState view = view_on("2019-08-27");
  view.furniture = {false, false, false, false, false, false};
  expect_golden("bare-map", picture(view, {960, 540}));
}

}  // namespace
}  // namespace spreadmap::app
