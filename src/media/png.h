#pragma once
#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

#include "base/result.h"
#include "media/image.h"

namespace spreadmap::media {

/// Turns images into PNG bytes (RGB or RGBA of 8 or 16 bits, sRGB chunk; where an image has no alpha, that is left out). One for
/// each thread: it keeps its working memory and the last frame, and does again only what changed. The bytes
/// depend on the pixels alone.
class PngEncoder {
 public:
  PngEncoder();
  PngEncoder(PngEncoder&&) noexcept;
  PngEncoder& operator=(PngEncoder&&) noexcept;
  ~PngEncoder();
  /// The encoded file, valid until the next call. At most 2 GiB of it; larger pictures go through a `PngFile`.
  const std::vector<std::byte>& encode(const Image& image);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Reads a PNG, to 8 or 16 bits a sample. Errors: it cannot be opened, is none, is broken, or has more pixels a side than `most_side_px`, which is known
/// before any is read.
Result<Image> read_png(const std::string& file, int most_side_px = std::numeric_limits<int>::max());

}  // namespace spreadmap::media
