#pragma once
#include <cstdint>
#include <span>

#include "base/colour.h"
#include "gpu/handle.h"
#include "gpu/pipeline.h"

namespace spreadmap::gpu {

/// An sRGB-encoded colour target (blending happens in linear light). Row 0 of its texture is the TOP row of the picture: the
/// transforms of render/ put it there, so reading back gives pictures top row first, and only `present` turns a picture round.
class Target {
 public:
  Target() = default;
  Target(const char* label, int width_px, int height_px);

  [[nodiscard]] int width_px() const { return width_px_; }
  [[nodiscard]] int height_px() const { return height_px_; }
  [[nodiscard]] GLuint framebuffer() const { return framebuffer_.name(); }
  [[nodiscard]] GLuint texture() const { return texture_.name(); }

  /// Nothing, transparent.
  void clear() const;
  /// The same bytes into another target of the same size.
  void copy_to(const Target& other) const { copy_to(other, {0, 0, width_px_, height_px_}); }
  /// Of a part that lies within both.
  void copy_to(const Target& other, const PixelBox& part) const;
  /// RGBA bytes, top row first; `out` holds width*height*4. Waits for the drawing.
  void read(std::span<std::uint8_t> out) const;
  /// A part onto the window's framebuffer, at the same place from its top-left; what lies beyond the target in `ground`, encoded. THE place
  /// where y is turned round.
  void present(const PixelBox& part, int window_height_px, Srgb8 ground) const;

 private:
  int width_px_ = 0;
  int height_px_ = 0;
  Handle<TextureKind> texture_;
  Handle<FramebufferKind> framebuffer_;
};

}  // namespace spreadmap::gpu
