#pragma once
#include <cstddef>
#include <vector>

#include "gpu/handle.h"

namespace spreadmap::gpu {

/// A rectangle of a target in framebuffer pixels, origin top-left.
struct PixelBox {
  int x_px = 0, y_px = 0, width_px = 0, height_px = 0;
  bool operator==(const PixelBox&) const = default;
};

/// Whether they have a pixel in common.
inline bool overlap(const PixelBox& one, const PixelBox& other) {
  return one.x_px < other.x_px + other.width_px && other.x_px < one.x_px + one.width_px &&
         one.y_px < other.y_px + other.height_px && other.y_px < one.y_px + one.height_px;
}
/// The pixels that both have; without width or height where there are none.
PixelBox common(const PixelBox& one, const PixelBox& other);
/// Boxes that cover the same pixels and more, at most `most` of them: those are joined that lie nearest to one another. For work that
/// costs something a box.
std::vector<PixelBox> joined(std::vector<PixelBox> boxes, std::size_t most);

/// kErase: what is there is left by as much as what is drawn lets through, and nothing comes to it. kMix: what is there gives way to what is
/// drawn by `Pipeline::share`.
enum class Blend { kReplace, kPremultiplied, kAdd, kErase, kMix };

/// All the state that a draw depends on. Every pass declares one whole and `bind` sets every field: no state is cached or
/// inherited.
struct Pipeline {
  GLuint program = 0;
  GLuint vertex_array = 0;
  GLuint framebuffer = 0;
  PixelBox viewport;
  PixelBox scissor;
  Blend blend = Blend::kPremultiplied;
  float share = 1.0F;  ///< of kMix
};

void bind(const Pipeline& pipeline);

}  // namespace spreadmap::gpu
