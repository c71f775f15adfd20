#include "scene/camera.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

#include "scene/label_plan.h"
#include "scene/label_steps.h"

namespace spreadmap::scene {
namespace {

constexpr PixelRect kRoom{100.0F, 50.0F, 1100.0F, 650.0F};

FitExtent extent() {
  FitExtent fit;
  fit.bounds.include({-2e6, -1e6});
  fit.bounds.include({2e6, 1e6});
  return fit;
}

TEST(MapView, TheFitExtentFillsTheRoomAndDoesNotLeaveIt) {
  const MapView view = map_view({extent().bounds.centre(), 1.0}, extent(), kRoom, 1.0);
  const PixelPoint left = pixel_from_map({-2e6, 0.0}, view), right = pixel_from_map({2e6, 0.0}, view);
  const auto margin_px = static_cast<float>(kFitMarginPt);
  EXPECT_NEAR(left.x_px, kRoom.left_px + margin_px, 1e-3F);
  EXPECT_NEAR(right.x_px, kRoom.right_px - margin_px, 1e-3F);
  EXPECT_GE(pixel_from_map({0.0, 1e6}, view).y_px, kRoom.top_px);
  EXPECT_LE(pixel_from_map({0.0, -1e6}, view).y_px, kRoom.bottom_px);
}

TEST(MapView, NorthIsUp) {
  const MapView view = map_view({extent().bounds.centre(), 1.0}, extent(), kRoom, 1.0);
  EXPECT_LT(pixel_from_map({0.0, 5e5}, view).y_px, pixel_from_map({0.0, -5e5}, view).y_px);
}

TEST(MapView, FromMapToPixelAndBackIsTheSamePoint) {
  const MapView view = map_view({{3e5, -2e5}, 7.0}, extent(), kRoom, 1.0);
  const geo::MapPoint point{4.2e5, -1.1e5};
  const geo::MapPoint back = map_from_pixel(pixel_from_map(point, view), view);
  // A pixel position is a 32-bit float: a ten-thousandth of a pixel at this size.
  EXPECT_NEAR(back.x_m, point.x_m, 1e-3 / view.px_per_m);
  EXPECT_NEAR(back.y_m, point.y_m, 1e-3 / view.px_per_m);
}

TEST(MapView, AnExtentOfNoSizeIsStillAView) {
  FitExtent one;
  one.bounds.include({5.0, 5.0});
  EXPECT_GT(map_view({one.bounds.centre(), 1.0}, one, kRoom, 1.0).px_per_m, 0.0);
  EXPECT_GT(map_view({{}, 1.0}, FitExtent{}, kRoom, 1.0).px_per_m, 0.0);
}

RC_GTEST_PROP(MapView, EveryCircleThatFitsIsWholeInTheFirstView, ()) {
  FitExtent fit = extent();
  struct Circle {
    geo::MapPoint at;
    double radius_pt;
  };
  std::vector<Circle> circles;
  const int count = *rc::gen::inRange(1, 40);
  for (int i = 0; i < count; ++i) {
    circles.push_back({{*rc::gen::inRange(-20, 21) * 1e5, *rc::gen::inRange(-10, 11) * 1e5},
                       static_cast<double>(*rc::gen::inRange(1, 120))});
    fit.across.push_back({std::abs(circles.back().at.x_m), circles.back().radius_pt});
    fit.upright.push_back({std::abs(circles.back().at.y_m), circles.back().radius_pt});
  }
  fit.across = deciding(std::move(fit.across));
  fit.upright = deciding(std::move(fit.upright));
  const MapView view = map_view({{0.0, 0.0}, 1.0}, fit, kRoom, 1.0);
  for (const Circle& circle : circles) {
    const PixelPoint at = pixel_from_map(circle.at, view);
    const auto radius_px = static_cast<float>(circle.radius_pt) - 1e-2F;
    RC_ASSERT(at.x_px - radius_px >= kRoom.left_px);
    RC_ASSERT(at.x_px + radius_px <= kRoom.right_px);
    RC_ASSERT(at.y_px - radius_px >= kRoom.top_px);
    RC_ASSERT(at.y_px + radius_px <= kRoom.bottom_px);
  }
}

RC_GTEST_PROP(CameraOnAnExtent, ShowsItWholeAndNoLabelOnItsWayIn, ()) {
  const double half_m = 1e4 * std::exp2(0.01 * *rc::gen::inRange(0, 700));
  geo::MapBounds bounds;
  bounds.include({3e5 - half_m, -half_m});
  bounds.include({3e5 + half_m, half_m});
  const model::Camera camera = camera_on(bounds, extent(), kRoom, 1.0);
  const MapView view = map_view(camera, extent(), kRoom, 1.0);
  const PixelPoint top_left = pixel_from_map({bounds.min_x_m, bounds.max_y_m}, view);
  const PixelPoint bottom_right = pixel_from_map({bounds.max_x_m, bounds.min_y_m}, view);
  constexpr float kSlack_px = 1e-2F;
  RC_ASSERT(top_left.x_px >= kRoom.left_px - kSlack_px);
  RC_ASSERT(top_left.y_px >= kRoom.top_px - kSlack_px);
  RC_ASSERT(bottom_right.x_px <= kRoom.right_px + kSlack_px);
  RC_ASSERT(bottom_right.y_px <= kRoom.bottom_px + kSlack_px);
  // Nor much smaller than it may be.
  const double most_px = static_cast<double>(kRoom.height_px()) - 2.0 * kFitMarginPt;
  const double least_px = most_px / std::exp2(1.0 / 16.0);
  RC_ASSERT(static_cast<double>(bottom_right.y_px - top_left.y_px) >= least_px - 1e-2);
  const double fit_px_per_m = map_view({{}, 1.0}, extent(), kRoom, 1.0).px_per_m;
  const LabelPlan plan({}, {}, {}, 1.0, fit_px_per_m, 16.0);
  for (int step = -2; step <= 40; ++step) {
    const double share = share_come_in(view.px_per_m, plan.step_scale(step));
    RC_ASSERT(share < 1e-6 || share > 1.0 - 1e-6);
  }
}

TEST(MapView, ACircleLargerThanTheRoomMakesNoSpeckOfTheMap) {
  FitExtent fit = extent();
  const double without = map_view({{0.0, 0.0}, 1.0}, fit, kRoom, 1.0).px_per_m;
  fit.across = {{2e6, 5000.0}};
  EXPECT_GT(map_view({{0.0, 0.0}, 1.0}, fit, kRoom, 1.0).px_per_m, 0.5 * without);
}

}  // namespace
}  // namespace spreadmap::scene
