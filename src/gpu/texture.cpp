#include "gpu/texture.h"

#include "base/assert.h"
#include "gpu/context.h"

namespace spreadmap::gpu {

Handle<TextureKind> make_texture(const char* label, GLenum format, int width, int height, GLenum filter) {
  GLuint name = 0;
  glCreateTextures(GL_TEXTURE_2D, 1, &name);
  Handle<TextureKind> texture(name);
  glTextureStorage2D(name, 1, format, width, height);
  require_memory();
  glTextureParameteri(name, GL_TEXTURE_MIN_FILTER, static_cast<GLint>(filter));
  glTextureParameteri(name, GL_TEXTURE_MAG_FILTER, static_cast<GLint>(filter));
  glTextureParameteri(name, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTextureParameteri(name, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glObjectLabel(GL_TEXTURE, name, -1, label);
  return texture;
}

Handle<FramebufferKind> make_framebuffer(const char* label, const Handle<TextureKind>& texture) {
  GLuint name = 0;
  glCreateFramebuffers(1, &name);
  Handle<FramebufferKind> framebuffer(name);
  glNamedFramebufferTexture(name, GL_COLOR_ATTACHMENT0, texture.name(), 0);
  glObjectLabel(GL_FRAMEBUFFER, name, -1, label);
  const GLenum status = glCheckNamedFramebufferStatus(name, GL_FRAMEBUFFER);
  // 0: the context is lost, and nothing that is made in it is anything; whoever has the window sees that.
  SM_ASSERT(status == GL_FRAMEBUFFER_COMPLETE || status == 0, "framebuffer {} is 0x{:x}", label, status);
  return framebuffer;
}

}  // namespace spreadmap::gpu
