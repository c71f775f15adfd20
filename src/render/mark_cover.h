#pragma once
#include <cstdint>
#include <vector>

#include "gpu/pipeline.h"
#include "scene/frame.h"

namespace spreadmap::render {

/// Which of many equal marks can be seen, when each is an opaque disc and later ones lie over earlier ones. Where a processor draws,
/// each pixel of a mark costs, and of a million marks on a map most lie wholly under others. Exact: a mark that is left out would change
/// no pixel (tests/render/mark_cover_test.cpp), since a mark counts as covering only where its coverage is 1, and as seen wherever it is above 0.
class MarkCover {
 public:
  /// Whether discs of this radius are small enough for the row masks.
  static bool can_hold(float radius_px) { return radius_px <= kMostRadiusPx; }
  /// Of marks in `room`, in pixels of the target, with `radius_px` to the middle of the outer edge, which is one pixel soft.
  MarkCover(const gpu::PixelBox& room, float radius_px);
  [[nodiscard]] const gpu::PixelBox& room() const { return room_; }
  [[nodiscard]] float radius_px() const { return radius_px_; }
  /// Forgets the marks. What a mark touches and covers stays reckoned, which is most of the work of making one.
  void clear();
  /// To be called for the last mark first. Whether some pixel of the mark at this centre is in the room and not covered by marks added
  /// before; then what it covers wholly is covered.
  bool add(scene::PixelPoint centre);

 private:
  static constexpr float kMostRadiusPx = 28.0F;
  /// Centres are told apart to an eighth of a pixel: a row that is touched for any centre in that step counts as touched, and one that is covered for all
  /// of them as covered.
  static constexpr int kSteps = 8;
  /// One row of a mark: which pixels, the first bit being `reach_` pixels left of the centre's pixel.
  struct Row {
    std::uint64_t touched = 0, covered = 0;
  };

  gpu::PixelBox room_;
  float radius_px_;
  int reach_;   ///< how many pixels a mark may reach from its centre's pixel
  int margin_;  ///< of the bits on each side of the room, so that no mark has to be cut
  int words_per_row_;
  std::vector<Row> rows_;            ///< by step of y, step of x, row
  std::vector<std::uint64_t> open_;  ///< pixels of the room, with margins, that are not covered
};

}  // namespace spreadmap::render
