#include "render/transforms.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::render {

std::array<float, 4> pixel_from_local(const scene::MapView& view, geo::MapOrigin origin) {
  const double offset_x_px =
      static_cast<double>(view.anchor_px.x_px) + (origin.x_m - view.anchor_m.x_m) * view.px_per_m;
  const double offset_y_px =
      static_cast<double>(view.anchor_px.y_px) - (origin.y_m - view.anchor_m.y_m) * view.px_per_m;
  return {static_cast<float>(view.px_per_m), static_cast<float>(-view.px_per_m), static_cast<float>(offset_x_px),
          static_cast<float>(offset_y_px)};
}

GlideTransforms glide_transforms(const scene::Frame& frame, scene::GlideSide side, geo::MapOrigin from_origin,
                                 geo::MapOrigin to_origin) {
  const auto from = pixel_from_local(frame.glide->from, from_origin), to = pixel_from_local(frame.map, to_origin);
  if (side == scene::GlideSide::kFrom) return {from, to, frame.glide->share};
  return {to, from, 1.0F - frame.glide->share};
}

gpu::PixelBox whole(const gpu::Target& target) { return {0, 0, target.width_px(), target.height_px()}; }

gpu::PixelBox cut(const scene::PixelRect& rect, const gpu::Target& target) {
  const int left = std::clamp(static_cast<int>(std::floor(rect.left_px)), 0, target.width_px());
  const int top = std::clamp(static_cast<int>(std::floor(rect.top_px)), 0, target.height_px());
  const int right = std::clamp(static_cast<int>(std::ceil(rect.right_px)), left, target.width_px());
  const int bottom = std::clamp(static_cast<int>(std::ceil(rect.bottom_px)), top, target.height_px());
  return {left, top, right - left, bottom - top};
}

}  // namespace spreadmap::render
