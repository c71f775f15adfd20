#pragma once
#include <array>

#include "geo/spaces.h"
#include "gpu/pipeline.h"
#include "gpu/target.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// scale x, scale y, offset x, offset y: pixel = local * scale + offset. The one place where north-up becomes y-down.
std::array<float, 4> pixel_from_local(const scene::MapView& view, geo::MapOrigin origin);
/// Where a point comes to lie by such a transform, as shaders have it.
inline scene::PixelPoint pixel_of(const std::array<float, 4>& transform, geo::LocalPoint local) {
  return {local.x_m * transform[0] + transform[2], local.y_m * transform[1] + transform[3]};
}

/// The two transforms of what glides, and how far it is on its way from its own sheet to the other.
struct GlideTransforms {
  std::array<float, 4> own{}, other{};
  float away = 0.0F;
};
GlideTransforms glide_transforms(const scene::Frame& frame, scene::GlideSide side, geo::MapOrigin from_origin,
                                 geo::MapOrigin to_origin);

/// The whole target, and a rectangle of it cut to whole pixels inside the target.
gpu::PixelBox whole(const gpu::Target& target);
gpu::PixelBox cut(const scene::PixelRect& rect, const gpu::Target& target);

}  // namespace spreadmap::render
