#pragma once
#include "gpu/handle.h"

namespace spreadmap::gpu {

/// A texture of one level, read by `filter` (GL_NEAREST, GL_LINEAR), at its edges as within. Throws `std::bad_alloc`.
Handle<TextureKind> make_texture(const char* label, GLenum format, int width, int height, GLenum filter);

/// A framebuffer that draws into the texture.
Handle<FramebufferKind> make_framebuffer(const char* label, const Handle<TextureKind>& texture);

}  // namespace spreadmap::gpu
