#include "gpu/surface.h"

#include "base/assert.h"
#include "gpu/context.h"

namespace spreadmap::gpu {

Surface::Surface(const char* label, int width, int height) : width_(width), height_(height) {
  GLuint texture = 0;
  glCreateTextures(GL_TEXTURE_2D, 1, &texture);
  texture_ = Handle<TextureKind>(texture);
  glTextureStorage2D(texture, 1, GL_R32F, width, height);
  require_memory();
  glTextureParameteri(texture, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTextureParameteri(texture, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTextureParameteri(texture, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTextureParameteri(texture, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glObjectLabel(GL_TEXTURE, texture, -1, label);
  GLuint framebuffer = 0;
  glCreateFramebuffers(1, &framebuffer);
  framebuffer_ = Handle<FramebufferKind>(framebuffer);
  glNamedFramebufferTexture(framebuffer, GL_COLOR_ATTACHMENT0, texture, 0);
  glObjectLabel(GL_FRAMEBUFFER, framebuffer, -1, label);
  const GLenum status = glCheckNamedFramebufferStatus(framebuffer, GL_FRAMEBUFFER);
  SM_ASSERT(status == GL_FRAMEBUFFER_COMPLETE, "framebuffer {} is 0x{:x} at {}x{}", label, status, width, height);
}

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
