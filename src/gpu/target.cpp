#include "gpu/target.h"

#include <array>

#include "base/assert.h"
#include "gpu/texture.h"

namespace spreadmap::gpu {

Target::Target(const char* label, int width_px, int height_px)
    : width_px_(width_px),
      height_px_(height_px),
      texture_(make_texture(label, GL_SRGB8_ALPHA8, width_px, height_px, GL_NEAREST)),
      framebuffer_(make_framebuffer(label, texture_)) {}

void Target::clear() const {
  glDisable(GL_SCISSOR_TEST);  // it cuts clears too
  constexpr std::array<GLfloat, 4> kNothing{};
  glClearNamedFramebufferfv(framebuffer_.name(), GL_COLOR, 0, kNothing.data());
}

void Target::copy_to(const Target& other, const PixelBox& part) const {
  SM_ASSERT(width_px_ == other.width_px_ && height_px_ == other.height_px_, "{}x{} into {}x{}", width_px_, height_px_,
            other.width_px_, other.height_px_);
  // A copy of bytes: a blit would decode and encode sRGB where the driver honours GL_FRAMEBUFFER_SRGB.
  glCopyImageSubData(texture_.name(), GL_TEXTURE_2D, 0, part.x_px, part.y_px, 0, other.texture_.name(), GL_TEXTURE_2D,
                     0, part.x_px, part.y_px, 0, part.width_px, part.height_px, 1);
}

void Target::read(std::span<std::uint8_t> out) const {
  SM_ASSERT(out.size() == static_cast<std::size_t>(width_px_) * static_cast<std::size_t>(height_px_) * 4, "{} bytes",
            out.size());
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width_px_, height_px_, GL_RGBA, GL_UNSIGNED_BYTE, out.data());
}

void Target::present(const PixelBox& part, int window_height_px, Srgb8 ground) const {
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_FRAMEBUFFER_SRGB);  // The window's bytes are the target's bytes.
  // Bound, and not only named: Mesa looks at the window's size when its framebuffer is bound.
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  const PixelBox here = common(part, {0, 0, width_px_, height_px_});
  if (here != part) {
    glEnable(GL_SCISSOR_TEST);
    glScissor(part.x_px, window_height_px - part.y_px - part.height_px, part.width_px, part.height_px);
    const auto encoded = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    const std::array colour{encoded(ground.r), encoded(ground.g), encoded(ground.b), 1.0F};
    glClearBufferfv(GL_COLOR, 0, colour.data());
    glDisable(GL_SCISSOR_TEST);
  }
  if (here.width_px == 0 || here.height_px == 0) return;
  const GLint top = window_height_px - here.y_px;
  glBlitFramebuffer(here.x_px, here.y_px, here.x_px + here.width_px, here.y_px + here.height_px, here.x_px, top,
                    here.x_px + here.width_px, top - here.height_px, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace spreadmap::gpu
