#pragma once
#include <cstdint>
#include <vector>

#include "gpu/pipeline.h"

struct ImDrawData;
struct ImDrawList;

namespace spreadmap::gpu {

/// Finds which of ImGui's windows look other than in the picture before, so that the rest can stay as it is.
class ImGuiParts {
 public:
  /// The draw lists that have to be drawn: those that changed since the last call, and those that touch `boxes`, where what lies under
  /// them was put on the window again. Where a list changed, moved or went, its boxes are added; each list that is returned lies wholly
  /// within `boxes`. Framebuffer pixels from the window's top-left.
  std::vector<ImDrawList*> to_draw(const ImDrawData& data, std::vector<PixelBox>& boxes);
  /// The next call returns all lists.
  void forget() { known_.clear(); }

 private:
  struct Known {
    std::uint64_t hash = 0;
    PixelBox bounds;
  };
  std::vector<Known> known_;  ///< of the last picture, in the order of drawing
};

}  // namespace spreadmap::gpu
