#pragma once
#include <cstddef>
#include <memory>
#include <vector>

#include "base/result.h"
#include "media/image.h"

namespace spreadmap::media {

/// Turns images into PNG bytes (8-bit RGB, sRGB chunk; alpha is dropped, frames are opaque). One for each thread: it
/// keeps its working memory and the last frame, and is several times as fast where that was the same. The bytes depend
/// on the pixels alone.
class PngEncoder {
 public:
  PngEncoder();
  PngEncoder(PngEncoder&&) noexcept;
  PngEncoder& operator=(PngEncoder&&) noexcept;
  ~PngEncoder();
  /// The encoded file, valid until the next call. At most 2 GiB of it: enough for 26 000 × 26 000 pixels of noise.
  const std::vector<std::byte>& encode(const Image& image);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Reads an 8-bit RGB or RGBA PNG (for tests and golden images).
Result<Image> read_png(const std::string& file);

}  // namespace spreadmap::media
