#include "render/over_pass.h"

#include "gpu/buffer.h"
#include "render/transforms.h"

namespace spreadmap::render {

Result<OverPass> OverPass::create(const gpu::ShaderLibrary& shaders, const std::string& name) {
  OverPass pass;
  auto program = gpu::load_program(shaders, "whole", name);
  if (!program) return tl::unexpected(program.error());
  pass.program_ = std::move(*program);
  pass.vertex_array_ = gpu::make_vertex_array("whole target", 0, 0, {}, 0);
  return pass;
}

void OverPass::draw(const gpu::Target& target, const gpu::Target& other, const gpu::PixelBox& part, gpu::Blend blend,
                    float share) const {
  gpu::bind({.program = program_.name(),
             .vertex_array = vertex_array_.name(),
             .framebuffer = target.framebuffer(),
             .viewport = whole(target),
             .scissor = part,
             .blend = blend,
             .share = share});
  glBindTextureUnit(0, other.texture());
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace spreadmap::render
