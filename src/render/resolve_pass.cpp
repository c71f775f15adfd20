#include "render/resolve_pass.h"

#include "base/assert.h"
#include "render/transforms.h"

namespace spreadmap::render {

Result<ResolvePass> ResolvePass::create(const gpu::ShaderLibrary& shaders) {
  auto over = OverPass::create(shaders, "resolved");
  if (!over) return tl::unexpected(over.error());
  ResolvePass pass;
  pass.over_ = std::move(*over);
  return pass;
}

void ResolvePass::draw(const gpu::Target& target, const gpu::Target& drawn, int times, bool is_opaque) const {
  SM_ASSERT(drawn.width_px() == target.width_px() * times && drawn.height_px() == target.height_px() * times,
            "{}x{} to {}x{}", drawn.width_px(), drawn.height_px(), target.width_px(), target.height_px());
  glProgramUniform1i(over_.program(), 0, times);
  glProgramUniform1i(over_.program(), 1, is_opaque ? 1 : 0);
  over_.draw(target, drawn, whole(target), gpu::Blend::kReplace);
}

}  // namespace spreadmap::render
