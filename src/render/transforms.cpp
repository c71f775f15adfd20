#include "render/transforms.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::render {
namespace {

/// Every OpenGL 4.5 driver that is known has viewports of this size, and places them so far left of a target.
constexpr int kViewport_px = 16384;
constexpr int kMargin_px = 4096;
/// Parts of a picture that begin within one block are drawn through one viewport: what it clips, it clips alike in all of them.
constexpr int kBlock_px = 8192;
constexpr GLint kClipUniform = 1, kOriginUniform = 50;

int first_of_viewport(int at_px) { return at_px / kBlock_px * kBlock_px - kMargin_px; }

}  // namespace

void fit(gpu::Target& target, const char* label, const gpu::Target& like) {
  if (target.width_px() != like.width_px() || target.height_px() != like.height_px() || target.kind() != like.kind())
    target = gpu::Target(label, like.width_px(), like.height_px(), like.kind());
  target.put_at(like.x_px(), like.y_px());
}

gpu::PixelBox viewport_of(const gpu::Target& target) {
  return {first_of_viewport(target.x_px()) - target.x_px(), first_of_viewport(target.y_px()) - target.y_px(),
          kViewport_px, kViewport_px};
}

void set_clip(GLuint program, const gpu::Target& target) {
  constexpr float kScale = 2.0F / static_cast<float>(kViewport_px);
  const auto offset = [](int at_px) { return -static_cast<float>(first_of_viewport(at_px)) * kScale - 1.0F; };
  glProgramUniform4f(program, kClipUniform, kScale, kScale, offset(target.x_px()), offset(target.y_px()));
}

void set_target_origin(GLuint program, const gpu::Target& target) {
  glProgramUniform2f(program, kOriginUniform, static_cast<float>(target.x_px()), static_cast<float>(target.y_px()));
}

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
  const int x_px = target.x_px(), y_px = target.y_px();
  const int left = std::clamp(static_cast<int>(std::floor(rect.left_px)) - x_px, 0, target.width_px());
  const int top = std::clamp(static_cast<int>(std::floor(rect.top_px)) - y_px, 0, target.height_px());
  const int right = std::clamp(static_cast<int>(std::ceil(rect.right_px)) - x_px, left, target.width_px());
  const int bottom = std::clamp(static_cast<int>(std::ceil(rect.bottom_px)) - y_px, top, target.height_px());
  return {left, top, right - left, bottom - top};
}

scene::PixelRect in_picture(const gpu::PixelBox& box, const gpu::Target& target) {
  const int left = box.x_px + target.x_px(), top = box.y_px + target.y_px();
  return {static_cast<float>(left), static_cast<float>(top), static_cast<float>(left + box.width_px),
          static_cast<float>(top + box.height_px)};
}

}  // namespace spreadmap::render
