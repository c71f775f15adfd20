#pragma once
#include <cstdint>
#include <span>

#include "gpu/handle.h"

namespace spreadmap::gpu {

/// A picture that ImGui draws smaller than it is: encoded bytes of RGBA, top row first; without alpha the fourth say nothing.
class SmallPicture {
 public:
  SmallPicture(std::span<const std::uint8_t> pixels, int width_px, int height_px, bool has_alpha);
  [[nodiscard]] GLuint texture() const { return texture_.name(); }

 private:
  Handle<TextureKind> texture_;
};

}  // namespace spreadmap::gpu
