#pragma once
#include <cstdint>
#include <vector>

namespace spreadmap::scene {

/// The picture that an exhibit's house is known by, as its file has it.
struct Logo {
  int width_px = 0, height_px = 0;
  std::vector<std::uint8_t> rgba;  ///< sRGB-encoded, straight alpha, top row first
  std::uint64_t key = 0;           ///< differs where the picture does
  [[nodiscard]] double aspect() const { return static_cast<double>(width_px) / height_px; }
};

}  // namespace spreadmap::scene
