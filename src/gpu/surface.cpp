#include "gpu/surface.h"

#include "base/assert.h"
#include "gpu/texture.h"

namespace spreadmap::gpu {

Surface::Surface(const char* label, int width, int height)
    : width_(width),
      height_(height),
      texture_(make_texture(label, GL_R32F, width, height, GL_LINEAR)),
      framebuffer_(make_framebuffer(label, texture_)) {}

void Surface::clear() const {
  glDisable(GL_SCISSOR_TEST);  // it cuts clears too
  constexpr GLfloat kZero = 0.0F;
  glClearNamedFramebufferfv(framebuffer_.name(), GL_COLOR, 0, &kZero);
}

std::vector<float> Surface::read() const {
  std::vector<float> values(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
  glGetTextureImage(texture_.name(), 0, GL_RED, GL_FLOAT, static_cast<GLsizei>(values.size() * sizeof(float)),
                    values.data());
  return values;
}

}  // namespace spreadmap::gpu
