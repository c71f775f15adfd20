#pragma once
#include <cstddef>
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

/// Reads an RGB or RGBA PNG of 8 or 16 bits (for tests and golden images).
Result<Image> read_png(const std::string& file);

}  // namespace spreadmap::media
