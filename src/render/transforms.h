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

/// Makes `target` one of the size, kind and place of another.
void fit(gpu::Target& target, const char* label, const gpu::Target& like);

/// What passes draw through: a viewport far wider than the target, since GL clips a point by its centre, and a power of two wide, so that the
/// way from a pixel of the picture to the target is exact and a part of the picture has the pixels of the whole.
gpu::PixelBox viewport_of(const gpu::Target& target);
/// Uniforms 1, `clip_from_pixel` of vertex shaders, and 50, `origin_px` of fragment shaders.
void set_clip(GLuint program, const gpu::Target& target);
void set_target_origin(GLuint program, const gpu::Target& target);

/// The whole target, and a rectangle of the picture cut to whole pixels inside the target: both counted from the target's first pixel.
gpu::PixelBox whole(const gpu::Target& target);
gpu::PixelBox cut(const scene::PixelRect& rect, const gpu::Target& target);
/// What a pixel of the target is in the picture.
scene::PixelRect in_picture(const gpu::PixelBox& box, const gpu::Target& target);

}  // namespace spreadmap::render
