#include "gpu/pipeline.h"

namespace spreadmap::gpu {

void bind(const Pipeline& pipeline) {
  glUseProgram(pipeline.program);
  glBindVertexArray(pipeline.vertex_array);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, pipeline.framebuffer);
  // Targets hold the picture's top row first, so a box's y is a texture row as it stands.
  glViewport(pipeline.viewport.x_px, pipeline.viewport.y_px, pipeline.viewport.width_px, pipeline.viewport.height_px);
  glEnable(GL_SCISSOR_TEST);
  glScissor(pipeline.scissor.x_px, pipeline.scissor.y_px, pipeline.scissor.width_px, pipeline.scissor.height_px);
  glEnable(GL_FRAMEBUFFER_SRGB);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_STENCIL_TEST);
  glDisable(GL_CULL_FACE);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
  glEnable(GL_PROGRAM_POINT_SIZE);
  if (pipeline.blend == Blend::kReplace) {
    glDisable(GL_BLEND);
  } else {
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, pipeline.blend == Blend::kAdd ? GL_ONE : GL_ONE_MINUS_SRC_ALPHA);
  }
}

}  // namespace spreadmap::gpu
