#include "render/vision_pass.h"

#include "render/transforms.h"

namespace spreadmap::render {

Result<VisionPass> VisionPass::create(const gpu::ShaderLibrary& shaders) {
  auto over = OverPass::create(shaders, "vision");
  if (!over) return tl::unexpected(over.error());
  VisionPass pass;
  pass.over_ = std::move(*over);
  return pass;
}

void VisionPass::draw(const gpu::Target& target, style::Vision seen_with) {
  if (seen_with == style::Vision::kFull) return;
  fit(shown_, "picture as shown", target);
  target.copy_to(shown_);
  const auto matrix = style::vision_matrix(seen_with);
  constexpr GLboolean kRowMajor = GL_TRUE;
  glProgramUniformMatrix3fv(over_.program(), 0, 1, kRowMajor, matrix.data());
  over_.draw(target, shown_, whole(target), gpu::Blend::kReplace);
}

}  // namespace spreadmap::render
