#include "render/logo_pass.h"

#include <cmath>

#include "base/hash.h"
#include "gpu/buffer.h"
#include "gpu/texture.h"
#include "render/transforms.h"

namespace spreadmap::render {

Result<LogoPass> LogoPass::create(const gpu::ShaderLibrary& shaders) {
  LogoPass pass;
  auto sizing = gpu::load_program(shaders, "whole", "logo_sized");
  if (!sizing) return tl::unexpected(sizing.error());
  auto drawing = gpu::load_program(shaders, "whole", "logo");
  if (!drawing) return tl::unexpected(drawing.error());
  pass.sizing_ = std::move(*sizing);
  pass.drawing_ = std::move(*drawing);
  pass.vertex_array_ = gpu::make_vertex_array("logo", 0, 0, {}, 0);
  return pass;
}

void LogoPass::note(const scene::Frame& frame, TileContents& tiles) {
  if (!frame.logo) return;
  Fnv1a hash;
  hash.add_value(frame.logo->picture->key);
  hash.add_value(frame.logo->box);
  tiles.add(frame.logo->box, hash.value());
}

void LogoPass::upload(const scene::Frame& frame, const TileSet* tiles) {
  parts_.clear();
  if (!frame.logo) return;
  const scene::PixelRect& box = frame.logo->box;
  if (tiles == nullptr) {
    parts_.push_back(box);
  } else {
    tiles->for_each_part(box, [&](const scene::PixelRect& part) { parts_.push_back(part); });
  }
  const bool is_new = picture_key_ != frame.logo->picture->key;
  if (is_new) upload_picture(*frame.logo->picture);
  const int width_px = static_cast<int>(std::lround(box.width_px()));
  const int height_px = static_cast<int>(std::lround(box.height_px()));
  if (is_new || sized_.width_px() != width_px || sized_.height_px() != height_px) bring_to_size(width_px, height_px);
}

void LogoPass::upload_picture(const scene::Logo& logo) {
  picture_ = gpu::make_texture("logo", GL_SRGB8_ALPHA8, logo.width_px, logo.height_px, GL_NEAREST);
  glTextureSubImage2D(picture_.name(), 0, 0, 0, logo.width_px, logo.height_px, GL_RGBA, GL_UNSIGNED_BYTE,
                      logo.rgba.data());
  picture_width_px_ = logo.width_px;
  picture_height_px_ = logo.height_px;
  picture_key_ = logo.key;
}

void LogoPass::bring_to_size(int width_px, int height_px) {
  sized_ = gpu::Target("logo in its size", width_px, height_px, gpu::PixelKind::kHalf);
  gpu::bind({.program = sizing_.name(),
             .vertex_array = vertex_array_.name(),
             .framebuffer = sized_.framebuffer(),
             .viewport = whole(sized_),
             .scissor = whole(sized_),
             .blend = gpu::Blend::kReplace});
  glProgramUniform2f(sizing_.name(), 0, static_cast<float>(picture_width_px_) / static_cast<float>(width_px),
                     static_cast<float>(picture_height_px_) / static_cast<float>(height_px));
  glBindTextureUnit(0, picture_.name());
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

void LogoPass::draw(const gpu::Target& target, const scene::Frame& frame) const {
  for (const scene::PixelRect& part : parts_) {
    const gpu::PixelBox box = cut(part, target);
    if (box.width_px <= 0 || box.height_px <= 0) continue;
    gpu::bind({.program = drawing_.name(),
               .vertex_array = vertex_array_.name(),
               .framebuffer = target.framebuffer(),
               .viewport = whole(target),
               .scissor = box,
               .blend = gpu::Blend::kPremultiplied});
    glProgramUniform2i(drawing_.name(), 0, static_cast<int>(std::lround(frame.logo->box.left_px)) - target.x_px(),
                       static_cast<int>(std::lround(frame.logo->box.top_px)) - target.y_px());
    glBindTextureUnit(0, sized_.texture());
    glDrawArrays(GL_TRIANGLES, 0, 3);
  }
}

}  // namespace spreadmap::render
