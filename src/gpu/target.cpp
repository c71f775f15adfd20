#include "gpu/target.h"

#include <array>

#include "base/assert.h"
#include "gpu/texture.h"

namespace spreadmap::gpu {

namespace {

GLenum format_of(PixelKind kind) {
  switch (kind) {
    case PixelKind::kSrgb8:
      return GL_SRGB8_ALPHA8;
    case PixelKind::kHalf:
      return GL_RGBA16F;
    case PixelKind::kBytes:
      return GL_RGBA8;
    case PixelKind::kWords:
      return GL_RGBA16;
    case PixelKind::kNumbers:
      return GL_RG32UI;
  }
  return GL_NONE;
}

}  // namespace

Target::Target(const char* label, int width_px, int height_px, PixelKind kind)
    : width_px_(width_px),
      height_px_(height_px),
      kind_(kind),
      texture_(make_texture(label, format_of(kind), width_px, height_px, GL_NEAREST)),
      framebuffer_(make_framebuffer(label, texture_)) {}

void Target::clear() const {
  glDisable(GL_SCISSOR_TEST);  // it cuts clears too
  constexpr std::array<GLfloat, 4> kNothing{};
  constexpr std::array<GLuint, 4> kNoNumber{};
  if (kind_ == PixelKind::kNumbers) {
    glClearNamedFramebufferuiv(framebuffer_.name(), GL_COLOR, 0, kNoNumber.data());
  } else {
    glClearNamedFramebufferfv(framebuffer_.name(), GL_COLOR, 0, kNothing.data());
  }
}

void Target::copy_to(const Target& other, const PixelBox& part) const {
  SM_ASSERT(width_px_ == other.width_px_ && height_px_ == other.height_px_ && kind_ == other.kind_, "{}x{} into {}x{}",
            width_px_, height_px_, other.width_px_, other.height_px_);
  // A copy of bytes: a blit would decode and encode sRGB where the driver honours GL_FRAMEBUFFER_SRGB.
  glCopyImageSubData(texture_.name(), GL_TEXTURE_2D, 0, part.x_px, part.y_px, 0, other.texture_.name(), GL_TEXTURE_2D,
                     0, part.x_px, part.y_px, 0, part.width_px, part.height_px, 1);
}

void Target::scale_to(const Target& other, const PixelBox& part) const {
  SM_ASSERT(kind_ == other.kind_, "targets of two kinds");
  glDisable(GL_SCISSOR_TEST);
  // Encoded bytes are mixed as they are: it is a small picture to know one by.
  glDisable(GL_FRAMEBUFFER_SRGB);
  glBlitNamedFramebuffer(framebuffer_.name(), other.framebuffer_.name(), 0, 0, width_px_, height_px_, part.x_px,
                         part.y_px, part.x_px + part.width_px, part.y_px + part.height_px, GL_COLOR_BUFFER_BIT,
                         GL_LINEAR);
}

std::size_t Target::pixel_bytes() const { return kind_ == PixelKind::kWords || kind_ == PixelKind::kNumbers ? 8 : 4; }

void Target::read(std::span<std::uint8_t> out) const { read(out, {0, 0, width_px_, height_px_}); }

void Target::read(std::span<std::uint8_t> out, const PixelBox& part) const {
  const std::size_t row_bytes = static_cast<std::size_t>(width_px_) * pixel_bytes();
  read(out.subspan(static_cast<std::size_t>(part.y_px) * row_bytes +
                   static_cast<std::size_t>(part.x_px) * pixel_bytes()),
       part, row_bytes);
}

void Target::read(std::span<std::uint8_t> out, int columns, int rows, std::size_t row_bytes) const {
  read(out, {0, 0, columns, rows}, row_bytes);
}

void Target::read(std::span<std::uint8_t> out, const PixelBox& part, std::size_t row_bytes) const {
  SM_ASSERT(kind_ != PixelKind::kHalf && common(part, {0, 0, width_px_, height_px_}) == part, "{}x{} at {}, {}",
            part.width_px, part.height_px, part.x_px, part.y_px);
  SM_ASSERT(part.height_px == 0 || out.size() >= static_cast<std::size_t>(part.height_px - 1) * row_bytes +
                                                     static_cast<std::size_t>(part.width_px) * pixel_bytes(),
            "{} bytes", out.size());
  const bool is_numbers = kind_ == PixelKind::kNumbers;
  const GLenum sample = is_numbers                   ? GL_UNSIGNED_INT
                        : kind_ == PixelKind::kWords ? GL_UNSIGNED_SHORT
                                                     : GL_UNSIGNED_BYTE;
  glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.name());
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glPixelStorei(GL_PACK_ROW_LENGTH, static_cast<GLint>(row_bytes / pixel_bytes()));
  glReadPixels(part.x_px, part.y_px, part.width_px, part.height_px, is_numbers ? GL_RG_INTEGER : GL_RGBA, sample,
               out.data());
  glPixelStorei(GL_PACK_ROW_LENGTH, 0);
}

namespace {

void clear_window(Srgb8 colour) {
  const auto encoded = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
  const std::array values{encoded(colour.r), encoded(colour.g), encoded(colour.b), 1.0F};
  glClearBufferfv(GL_COLOR, 0, values.data());
}

}  // namespace

void present_plain(Srgb8 colour) {
  glDisable(GL_SCISSOR_TEST);
  glDisable(GL_FRAMEBUFFER_SRGB);
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
  clear_window(colour);
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
    clear_window(ground);
    glDisable(GL_SCISSOR_TEST);
  }
  if (here.width_px == 0 || here.height_px == 0) return;
  const GLint top = window_height_px - here.y_px;
  glBlitFramebuffer(here.x_px, here.y_px, here.x_px + here.width_px, here.y_px + here.height_px, here.x_px, top,
                    here.x_px + here.width_px, top - here.height_px, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

}  // namespace spreadmap::gpu
