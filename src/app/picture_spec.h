#pragma once
#include <algorithm>
#include <cmath>

#include "media/image.h"
#include "scene/frame.h"

namespace spreadmap::app {

/// What of a picture is made: all of it, one of the passes that give it when they are laid over one another, or which record each pixel shows.
enum class PicturePart : std::uint8_t { kWhole, kBase, kMarks, kFurniture, kMatte };

/// A picture made small: its size, and how long its sides are of what they were.
struct Shrunk {
  scene::SizePx size;
  double share = 1.0;
};
/// So small that its longer side has no more than so many pixels; what is that small already stays.
inline Shrunk shrunk(scene::SizePx size, double longest_px) {
  const double share = std::min(longest_px / std::max(size.width_px, size.height_px), 1.0);
  const auto side = [share](int side_px) { return std::max(1, static_cast<int>(std::lround(side_px * share))); };
  return {{side(size.width_px), side(size.height_px)}, share};
}

/// How a view becomes a picture.
struct PictureSpec {
  scene::SizePx size;
  double px_per_pt = 1.0;
  int supersample = 1;     ///< drawn so many times as large, and averaged in linear light
  bool has_alpha = false;  ///< what is drawn on the ground, without it
  /// The samples of a matte are numbers of 16 bits, whatever `depth` says: red the layer's place in the exhibit, counted from 1, or 0 where no
  /// record is; green and blue the row of its table, counted from 1, green times 65536. Neither alpha nor supersampling go with it.
  PicturePart part = PicturePart::kWhole;
  media::Depth depth = media::Depth::k8;
  int largest_tile_px = 8192;  ///< side of what is drawn at once; larger pictures are put together from tiles

  /// Marks and furniture apart have no ground either.
  [[nodiscard]] bool is_opaque() const {
    return part == PicturePart::kMatte || (!has_alpha && (part == PicturePart::kWhole || part == PicturePart::kBase));
  }
  /// An image of this kind, of so many rows, without pixels.
  [[nodiscard]] media::Image image_of(int rows) const {
    return {size.width_px, rows, {}, part == PicturePart::kMatte ? media::Depth::k16 : depth, !is_opaque()};
  }
};

}  // namespace spreadmap::app
