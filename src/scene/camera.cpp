#include "scene/camera.h"

#include <algorithm>
#include <cmath>

#include "scene/label_steps.h"

namespace spreadmap::scene {

MapView map_view(const model::Camera& camera, const FitExtent& fit, const PixelRect& room, double px_per_pt) {
  const double fit_px_per_m =
      fit.px_per_m(static_cast<double>(room.width_px()), static_cast<double>(room.height_px()), px_per_pt);
  return {camera.centre,
          {(room.left_px + room.right_px) / 2.0F, (room.top_px + room.bottom_px) / 2.0F},
          fit_px_per_m * camera.zoom};
}

model::Camera camera_on(const geo::MapBounds& bounds, const FitExtent& fit, const PixelRect& room, double px_per_pt) {
  const double width_px = static_cast<double>(room.width_px()), height_px = static_cast<double>(room.height_px());
  // Whoever names an extent means it, be it a town's.
  constexpr double kLeastNamed_m = 1e3;
  const FitExtent wanted{bounds, {}, {}, kLeastNamed_m};
  const double zoom = wanted.px_per_m(width_px, height_px, px_per_pt) / fit.px_per_m(width_px, height_px, px_per_pt);
  return {bounds.centre(), std::clamp(zoom_of_whole_labels(zoom), model::kLeastZoom, model::kMostZoom)};
}

PixelPoint pixel_from_map(geo::MapPoint point, const MapView& view) {
  return {
      static_cast<float>(static_cast<double>(view.anchor_px.x_px) + (point.x_m - view.anchor_m.x_m) * view.px_per_m),
      static_cast<float>(static_cast<double>(view.anchor_px.y_px) - (point.y_m - view.anchor_m.y_m) * view.px_per_m)};
}

PixelPoint pixel_between(geo::MapPoint to, geo::MapPoint from, const Frame& frame) {
  const PixelPoint there = pixel_from_map(to, frame.map);
  if (!frame.glide || !std::isfinite(from.x_m)) return there;
  const PixelPoint here = pixel_from_map(from, frame.glide->from);
  if (!std::isfinite(to.x_m)) return here;
  return {std::lerp(here.x_px, there.x_px, frame.glide->share), std::lerp(here.y_px, there.y_px, frame.glide->share)};
}

geo::MapPoint map_from_pixel(PixelPoint point, const MapView& view) {
  return {view.anchor_m.x_m + static_cast<double>(point.x_px - view.anchor_px.x_px) / view.px_per_m,
          view.anchor_m.y_m - static_cast<double>(point.y_px - view.anchor_px.y_px) / view.px_per_m};
}

}  // namespace spreadmap::scene
