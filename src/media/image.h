#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace spreadmap::media {

/// Bits of each sample of an image.
enum class Depth : std::uint8_t { k8, k16 };

/// RGBA, sRGB-encoded, straight alpha, top row first, rows without padding.
struct Image {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> rgba;  ///< samples R, G, B, A; of 16 bits each two bytes, in the machine's order
  Depth depth = Depth::k8;
  bool has_alpha = false;  ///< without it every pixel is opaque, and the fourth samples say nothing

  [[nodiscard]] std::size_t pixel_bytes() const { return depth == Depth::k16 ? 8 : 4; }
  [[nodiscard]] std::size_t row_bytes() const { return static_cast<std::size_t>(width_px) * pixel_bytes(); }
  /// Makes room for its pixels.
  void fit() { rgba.resize(row_bytes() * static_cast<std::size_t>(height_px)); }
};

}  // namespace spreadmap::media
