#pragma once
#include <cstdint>
#include <vector>

namespace spreadmap::media {

/// RGBA, 8 bits a channel, sRGB-encoded, straight alpha, top row first, rows without padding.
struct Image {
  int width_px = 0;
  int height_px = 0;
  std::vector<std::uint8_t> rgba;
};

}  // namespace spreadmap::media
