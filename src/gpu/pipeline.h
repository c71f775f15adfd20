#pragma once
#include "gpu/handle.h"

namespace spreadmap::gpu {

/// A rectangle of a target in framebuffer pixels, origin top-left.
struct PixelBox {
  int x_px = 0, y_px = 0, width_px = 0, height_px = 0;
  bool operator==(const PixelBox&) const = default;
};

enum class Blend { kReplace, kPremultiplied, kAdd };

/// All the state that a draw depends on. Every pass declares one whole and `bind` sets every field: no state is cached or
/// inherited.
struct Pipeline {
  GLuint program = 0;
  GLuint vertex_array = 0;
  GLuint framebuffer = 0;
  PixelBox viewport;
  PixelBox scissor;
  Blend blend = Blend::kPremultiplied;
};

void bind(const Pipeline& pipeline);

}  // namespace spreadmap::gpu
