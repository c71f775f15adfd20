#include "render/vision_pass.h"

#include "gpu/buffer.h"
#include "gpu/pipeline.h"
#include "render/transforms.h"

namespace spreadmap::render {

Result<VisionPass> VisionPass::create(const gpu::ShaderLibrary& shaders) {
  VisionPass pass;
  auto program = gpu::load_program(shaders, "vision");
  if (!program) return tl::unexpected(program.error());
  pass.program_ = std::move(*program);
  pass.vertex_array_ = gpu::make_empty_vertex_array("vision");
  return pass;
}

void VisionPass::draw(const gpu::Target& target, style::Vision seen_with) {
  if (seen_with == style::Vision::kFull) return;
  if (shown_.width_px() != target.width_px() || shown_.height_px() != target.height_px()) {
    shown_ = gpu::Target("picture as shown", target.width_px(), target.height_px());
  }
  target.copy_to(shown_);
  gpu::bind({.program = program_.name(),
             .vertex_array = vertex_array_.name(),
             .framebuffer = target.framebuffer(),
             .viewport = whole(target),
             .scissor = whole(target),
             .blend = gpu::Blend::kReplace});
  glBindTextureUnit(0, shown_.texture());
  const auto matrix = style::vision_matrix(seen_with);
  constexpr GLboolean kRowMajor = GL_TRUE;
  glProgramUniformMatrix3fv(program_.name(), 0, 1, kRowMajor, matrix.data());
  glDrawArrays(GL_TRIANGLES, 0, 3);
}

}  // namespace spreadmap::render
