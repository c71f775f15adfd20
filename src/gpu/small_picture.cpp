#include "gpu/small_picture.h"

#include <algorithm>
#include <bit>

namespace spreadmap::gpu {

SmallPicture::SmallPicture(std::span<const std::uint8_t> pixels, int width_px, int height_px, bool has_alpha) {
  GLuint name = 0;
  glCreateTextures(GL_TEXTURE_2D, 1, &name);
  texture_ = Handle<TextureKind>(name);
  const auto longest = static_cast<unsigned>(std::max(width_px, height_px));
  glTextureStorage2D(name, static_cast<GLsizei>(std::bit_width(longest)), GL_RGBA8, width_px, height_px);
  glTextureSubImage2D(name, 0, 0, 0, width_px, height_px, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  glGenerateTextureMipmap(name);
  glTextureParameteri(name, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glTextureParameteri(name, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTextureParameteri(name, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTextureParameteri(name, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  if (!has_alpha) glTextureParameteri(name, GL_TEXTURE_SWIZZLE_A, GL_ONE);
}

}  // namespace spreadmap::gpu
