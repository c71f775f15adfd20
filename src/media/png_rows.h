#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "media/band_deflater.h"
#include "media/image.h"

namespace spreadmap::media {

/// So many rows are compressed together.
inline constexpr std::size_t kPngBandRows = 16;

/// Some rows as a PNG's stream has them.
struct PngBand {
  std::vector<std::uint8_t> rows;  ///< filter byte and samples, row after row
  std::size_t stride = 0;          ///< bytes of a row
  std::vector<std::byte> compressed;
  std::uint32_t adler = 1;
};

/// Compresses rows of images, and keeps its working memory.
class PngRows {
 public:
  /// Rows [first, first + count) of the image, unless the band holds them already.
  void compress(const Image& image, std::size_t first, std::size_t count, PngBand& band);

 private:
  std::vector<std::uint8_t> rows_;  ///< of the band in work, and what copying and BandDeflater reach beyond it
  BandDeflater deflater_;
};

/// The Adler-32 (RFC 1950) of two pieces, from that of each and the second one's size.
std::uint32_t adler_of_both(std::uint32_t first, std::uint32_t second, std::size_t second_size);

}  // namespace spreadmap::media
