#pragma once
#include <cstdint>
#include <span>

#include "gpu/buffer.h"

namespace spreadmap::gpu {

/// Bytes that a shader reads by number (usamplerBuffer). `write` replaces them all.
class ByteTexture {
 public:
  ByteTexture() = default;
  explicit ByteTexture(const char* label);
  void write(std::span<const std::uint8_t> bytes);
  [[nodiscard]] GLuint texture() const { return texture_.name(); }

 private:
  Buffer buffer_;
  Handle<TextureKind> texture_;
};

}  // namespace spreadmap::gpu
