// The ring round a record that has just begun: it reads on the map for more than a third of its days, in both themes.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/camera.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kRingsSize{1920, 1080};
constexpr double kMarkContrast = 3.0;  // WCAG 2.1, 1.4.11

class Rings : public StageTest, public testing::WithParamInterface<style::ThemeName> {
 protected:
  static double contrast_at(const media::Image& image, scene::PixelPoint at, Srgb8 under) {
    const auto x = static_cast<std::size_t>(std::lround(at.x_px)), y = static_cast<std::size_t>(std::lround(at.y_px));
    const auto* pixel = &image.rgba[4 * (y * static_cast<std::size_t>(kRingsSize.width_px) + x)];
    return contrast_ratio({pixel[0], pixel[1], pixel[2], 255}, under);
  }
};
INSTANTIATE_TEST_SUITE_P(Themes, Rings, testing::Values(style::ThemeName::kDark, style::ThemeName::kLight));

TEST_P(Rings, ReadForMoreThanAThirdOfTheirDays) {
  // Greenfield, Wisconsin, alone on the map, five of the fourteen days after it joined.
  model::ViewState view = view_on("2018-03-27");
  view.looks.theme = GetParam();
  const style::Theme& theme = style::theme_of(GetParam());
  const media::Image image = picture(view, kRingsSize);
  const std::size_t layer = *story().counted_layer();
  const auto& index = stage().select(view).layer(layer);
  ASSERT_EQ(index.prefix(view.playhead_d), 1U);
  const scene::MarkDraw& marks = stage().frame().marks.at(0);
  ASSERT_EQ(marks.ring_days, 14.0F);
  const scene::PixelPoint centre =
      scene::pixel_from_map(stage().first_sheet().geometry.marks[layer][index.row(0)], stage().frame().map);
  const float left = 1.0F - 5.0F / marks.ring_days;
  const float radius_px = marks.ring_from_px + (1.0F - left * left) * (marks.ring_to_px - marks.ring_from_px);
  // Along the ring the land and its lines lie under it; most of it is on the land.
  int reads = 0;
  constexpr int kPlaces = 72;
  for (int place = 0; place < kPlaces; ++place) {
    const double angle = 2.0 * std::numbers::pi * place / kPlaces;
    double best = 0.0;
    for (const double off_px : {-1.0, 0.0, 1.0}) {
      const double r_px = static_cast<double>(radius_px) + off_px;
      best = std::max(best, contrast_at(image,
                                        {centre.x_px + static_cast<float>(r_px * std::cos(angle)),
                                         centre.y_px + static_cast<float>(r_px * std::sin(angle))},
                                        theme.land));
    }
    reads += best >= kMarkContrast ? 1 : 0;
  }
  EXPECT_GE(reads, kPlaces * 3 / 4);
}

}  // namespace
}  // namespace spreadmap::app
