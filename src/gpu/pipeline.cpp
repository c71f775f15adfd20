#include "gpu/pipeline.h"

#include <algorithm>

namespace spreadmap::gpu {
namespace {

PixelBox around(const PixelBox& one, const PixelBox& other) {
  const int left = std::min(one.x_px, other.x_px), top = std::min(one.y_px, other.y_px);
  const int right = std::max(one.x_px + one.width_px, other.x_px + other.width_px);
  const int bottom = std::max(one.y_px + one.height_px, other.y_px + other.height_px);
  return {left, top, right - left, bottom - top};
}

long area(const PixelBox& box) { return static_cast<long>(box.width_px) * box.height_px; }

void set_blending(const Pipeline& pipeline) {
  if (pipeline.blend == Blend::kReplace) {
    glDisable(GL_BLEND);
    return;
  }
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendColor(0.0F, 0.0F, 0.0F, pipeline.share);
  switch (pipeline.blend) {
    case Blend::kAdd:
      glBlendFunc(GL_ONE, GL_ONE);
      break;
    case Blend::kErase:
      glBlendFunc(GL_ZERO, GL_ONE_MINUS_SRC_ALPHA);
      break;
    case Blend::kMix:
      glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
      break;
    case Blend::kReplace:
    case Blend::kPremultiplied:
      glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
      break;
  }
}

}  // namespace

PixelBox common(const PixelBox& one, const PixelBox& other) {
  const int left = std::max(one.x_px, other.x_px), top = std::max(one.y_px, other.y_px);
  const int right = std::min(one.x_px + one.width_px, other.x_px + other.width_px);
  const int bottom = std::min(one.y_px + one.height_px, other.y_px + other.height_px);
  return {left, top, std::max(right - left, 0), std::max(bottom - top, 0)};
}

std::vector<PixelBox> joined(std::vector<PixelBox> boxes, std::size_t most) {
  while (boxes.size() > std::max<std::size_t>(most, 1)) {
    std::size_t first = 0, second = 1;
    long least = -1;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = i + 1; j < boxes.size(); ++j) {
        const long more = area(around(boxes[i], boxes[j])) - area(boxes[i]) - area(boxes[j]);
        if (least >= 0 && more >= least) continue;
        least = std::max(more, 0L);
        first = i;
        second = j;
      }
    }
    boxes[first] = around(boxes[first], boxes[second]);
    boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(second));
  }
  return boxes;
}

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
  set_blending(pipeline);
}

}  // namespace spreadmap::gpu
