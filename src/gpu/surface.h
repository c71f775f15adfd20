#pragma once
#include <vector>

#include "gpu/handle.h"

namespace spreadmap::gpu {

/// A target of one 32-bit float a cell, for sums; read by shaders with interpolation, and beyond its edge as its edge. Row 0 is the top one, as of `Target`.
class Surface {
 public:
  Surface() = default;
  Surface(const char* label, int width, int height);

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] GLuint framebuffer() const { return framebuffer_.name(); }
  [[nodiscard]] GLuint texture() const { return texture_.name(); }
  void clear() const;
  /// Its values, row by row. Waits for the drawing.
  [[nodiscard]] std::vector<float> read() const;

 private:
  int width_ = 0;
  int height_ = 0;
  Handle<TextureKind> texture_;
  Handle<FramebufferKind> framebuffer_;
};

}  // namespace spreadmap::gpu
