#include "scene/camera.h"

#include <gtest/gtest.h>

namespace spreadmap::scene {
namespace {

constexpr PixelRect kRoom{100.0F, 50.0F, 1100.0F, 650.0F};

geo::MapBounds bounds() {
  geo::MapBounds bounds;
  bounds.include({-2e6, -1e6});
  bounds.include({2e6, 1e6});
  return bounds;
}

TEST(MapView, TheFitExtentFillsTheRoomAndDoesNotLeaveIt) {
  const MapView view = map_view({bounds().centre(), 1.0}, bounds(), kRoom);
  const PixelPoint left = pixel_from_map({-2e6, 0.0}, view), right = pixel_from_map({2e6, 0.0}, view);
  EXPECT_NEAR(left.x_px, kRoom.left_px, 1e-3F);
  EXPECT_NEAR(right.x_px, kRoom.right_px, 1e-3F);
  EXPECT_GE(pixel_from_map({0.0, 1e6}, view).y_px, kRoom.top_px);
  EXPECT_LE(pixel_from_map({0.0, -1e6}, view).y_px, kRoom.bottom_px);
}

TEST(MapView, NorthIsUp) {
  const MapView view = map_view({bounds().centre(), 1.0}, bounds(), kRoom);
  EXPECT_LT(pixel_from_map({0.0, 5e5}, view).y_px, pixel_from_map({0.0, -5e5}, view).y_px);
}

TEST(MapView, FromMapToPixelAndBackIsTheSamePoint) {
  const MapView view = map_view({{3e5, -2e5}, 7.0}, bounds(), kRoom);
  const geo::MapPoint point{4.2e5, -1.1e5};
  const geo::MapPoint back = map_from_pixel(pixel_from_map(point, view), view);
  // A pixel position is a 32-bit float: a ten-thousandth of a pixel at this size.
  EXPECT_NEAR(back.x_m, point.x_m, 1e-3 / view.px_per_m);
  EXPECT_NEAR(back.y_m, point.y_m, 1e-3 / view.px_per_m);
}

TEST(MapView, AnExtentOfNoSizeIsStillAView) {
  geo::MapBounds one;
  one.include({5.0, 5.0});
  EXPECT_GT(map_view({one.centre(), 1.0}, one, kRoom).px_per_m, 0.0);
  EXPECT_GT(map_view({{}, 1.0}, geo::MapBounds{}, kRoom).px_per_m, 0.0);
}

}  // namespace
}  // namespace spreadmap::scene
