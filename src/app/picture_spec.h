#pragma once
#include "media/image.h"
#include "scene/frame.h"

namespace spreadmap::app {

/// What of a picture is made: all of it, one of the passes that give it when they are laid over one another, or which record each pixel shows.
enum class PicturePart : std::uint8_t { kWhole, kBase, kMarks, kFurniture, kMatte };

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
