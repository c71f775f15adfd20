// A talk's spotlight, over a picture: dark outside, untouched inside, and nothing where there is none.
#include "scene/spotlight.h"

#include <algorithm>
#include <cmath>

#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kLitSize{960, 540};

class SpotlightLaws : public StageTest {
 protected:
  static model::ViewState lit_view(double x, double y, double size = 1.0 / 6.0, double strength = 1.0) {
    model::ViewState view = view_on("2019-08-27");
    view.spotlight = {x, y, size, strength};
    return view;
  }
  /// As a window draws it: onto what the frame before left in the same target.
  static media::Image window_picture(const model::ViewState& view, scene::SizePx size = kLitSize) {
    stage().draw(view, size, scene::px_per_pt_of(size, 0.0));
    media::Image image;
    image.width_px = size.width_px;
    image.height_px = size.height_px;
    image.rgba.resize(4 * static_cast<std::size_t>(size.width_px) * static_cast<std::size_t>(size.height_px));
    stage().target().read(image.rgba);
    return image;
  }
  /// As if nothing had been drawn before.
  static std::uint64_t afresh_hash(const model::ViewState& view) {
    stage().renderer().set_caching(false);
    const std::uint64_t hash = hash_of(window_picture(view));
    stage().renderer().set_caching(true);
    return hash;
  }
};

TEST_F(SpotlightLaws, IsAsItWasWithinTheSpotAndDimmedAsMuchAsTheThemeSaysOutside) {
  for (const style::ThemeName theme : {style::ThemeName::kDark, style::ThemeName::kLight}) {
    model::ViewState view = lit_view(0.7, 0.4);
    view.looks.theme = theme;
    const media::Image lit = picture(view, kLitSize);
    const scene::SpotlightDraw spot = *stage().frame().spotlight;
    view.spotlight.reset();
    const media::Image plain = picture(view, kLitSize);
    const double share = static_cast<double>(spot.dim.a) / 255.0;
    const auto encoded = [&](std::uint8_t under, std::uint8_t dim) {
      const auto linear = [](std::uint8_t value) {
        return static_cast<double>(linear_premultiplied({value, 0, 0})[0]);
      };
      const double light = linear(under) * (1.0 - share) + linear(dim) * share;
      return 255.0 * (light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1.0 / 2.4) - 0.055);
    };
    int inside = 0, outside = 0, wrong_inside = 0, wrong_outside = 0;
    for (int y = 0; y < kLitSize.height_px; ++y) {
      for (int x = 0; x < kLitSize.width_px; ++x) {
        const float far_px = std::hypot(static_cast<float>(x) + 0.5F - spot.centre.x_px,
                                        static_cast<float>(y) + 0.5F - spot.centre.y_px);
        const std::size_t at = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(kLitSize.width_px) +
                                    static_cast<std::size_t>(x));
        if (far_px < spot.radius_px - spot.rim_px) {
          ++inside;
          wrong_inside += std::equal(lit.rgba.data() + at, lit.rgba.data() + at + 4, plain.rgba.data() + at) ? 0 : 1;
        } else if (far_px > spot.radius_px + spot.soft_px + spot.rim_px) {
          ++outside;
          const auto is_wrong = [&](std::size_t channel, std::uint8_t dim) {
            return std::abs(static_cast<double>(lit.rgba[at + channel]) - encoded(plain.rgba[at + channel], dim)) > 1.0;
          };
          wrong_outside +=
              is_wrong(0, spot.dim.r) || is_wrong(1, spot.dim.g) || is_wrong(2, spot.dim.b) || lit.rgba[at + 3] != 255
                  ? 1
                  : 0;
        }
      }
    }
    EXPECT_GT(inside, 3000);
    EXPECT_GT(outside, 400000);
    EXPECT_EQ(wrong_inside, 0);
    EXPECT_EQ(wrong_outside, 0);
  }
}

TEST_F(SpotlightLaws, AFrameAloneIsTheFrameInSequence) {
  // It moves, grows, comes and goes, leaves the picture, and time plays below it.
  std::vector<model::ViewState> views;
  for (int step = 0; step < 6; ++step) views.push_back(lit_view(0.2 + 0.1 * step, 0.9 - 0.17 * step));
  views.push_back(lit_view(0.72, -0.05));
  views.push_back(lit_view(0.72, 0.1, 0.9));
  views.push_back(lit_view(0.72, 0.1, 0.9, 0.4));
  views.push_back(lit_view(1.4, 1.4));
  views.push_back(view_on("2019-08-27"));
  views.push_back(lit_view(0.5, 0.5));
  for (int step = 0; step < 3; ++step) {
    views.push_back(lit_view(0.5 + 0.02 * step, 0.5));
    views.back().playhead_d += 3.3 * step;
  }
  std::vector<std::uint64_t> in_sequence;
  for (const model::ViewState& view : views) in_sequence.push_back(hash_of(window_picture(view)));
  for (std::size_t i = 0; i < views.size(); ++i) EXPECT_EQ(afresh_hash(views[i]), in_sequence[i]) << i;
}

TEST_F(SpotlightLaws, WithoutItThePictureIsWhatItWas) {
  const model::ViewState plain = view_on("2019-08-27");
  const std::uint64_t before = hash_of(window_picture(plain));
  EXPECT_NE(hash_of(window_picture(lit_view(0.5, 0.5))), before);
  EXPECT_EQ(hash_of(window_picture(plain)), before);
  EXPECT_FALSE(stage().frame().spotlight);
  stage().renderer().forget_caches();
  EXPECT_EQ(hash_of(window_picture(plain)), before);
}

TEST_F(SpotlightLaws, OnlyTheTilesWhereTheLightWasAndIsAreDrawnAsItMoves) {
  if (!gpu::is_software_renderer()) GTEST_SKIP() << "a graphics card draws the whole picture";
  // A day on which no mark moves.
  const auto still_view = [](double x) {
    model::ViewState view = lit_view(x, 0.5);
    view.playhead_d = position_d("2020-09-30");
    return view;
  };
  window_picture(still_view(0.5));
  window_picture(still_view(0.51));
  stage().renderer().take_drawn();
  window_picture(still_view(0.53));
  const render::TileSet drawn = stage().renderer().take_drawn();
  EXPECT_GT(drawn.count(), 3U);
  EXPECT_LE(drawn.count(), 20U) << "of " << drawn.grid().count();
  window_picture(still_view(0.53));
  EXPECT_EQ(stage().renderer().take_drawn().count(), 0U) << "nothing moves";
}

TEST_F(SpotlightLaws, ItLiesWhereItPointsInEverySizeAndForm) {
  for (const scene::SizePx size : {scene::SizePx{1920, 1080}, scene::SizePx{1080, 1920}, scene::SizePx{640, 640}}) {
    const scene::SpotlightDraw spot = scene::spotlight_draw({0.25, 0.75, 1.0 / 6.0, 1.0}, style::dark_theme(), size);
    EXPECT_FLOAT_EQ(spot.centre.x_px, 0.25F * static_cast<float>(size.width_px));
    EXPECT_FLOAT_EQ(spot.centre.y_px, 0.75F * static_cast<float>(size.height_px));
    const auto across_px = static_cast<float>(std::min(size.width_px, size.height_px)) / 6.0F;
    EXPECT_NEAR(2.0F * spot.radius_px + spot.soft_px, across_px, 0.5F) << "half of its edge lies within";
  }
}

}  // namespace
}  // namespace spreadmap::app
