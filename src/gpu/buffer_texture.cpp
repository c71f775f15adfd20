#include "gpu/buffer_texture.h"

namespace spreadmap::gpu {

ByteTexture::ByteTexture(const char* label) : buffer_(label) {
  GLuint name = 0;
  glCreateTextures(GL_TEXTURE_BUFFER, 1, &name);
  texture_ = Handle<TextureKind>(name);
  glObjectLabel(GL_TEXTURE, name, -1, label);
}

void ByteTexture::write(std::span<const std::uint8_t> bytes) {
  if (bytes.empty()) return;
  buffer_.write_values(bytes);
  // The buffer's storage may be another since it was last bound.
  glTextureBuffer(texture_.name(), GL_R8UI, buffer_.name());
}

}  // namespace spreadmap::gpu
