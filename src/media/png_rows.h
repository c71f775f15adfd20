#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "media/band_deflater.h"
#include "media/image.h"

namespace spreadmap::media {

/// So many rows are compressed together.
inline constexpr std::size_t kPngBandRows = 16;

/// Some rows as a PNG's stream has them, and as the image had them: 2.2 times the bytes of its pixels.
struct PngBand {
  std::vector<std::uint8_t> pixels;        ///< as in Image
  std::vector<std::uint8_t> rows;          ///< filter byte and samples, row after row; and BandDeflater's slack
  std::size_t stride = 0;                  ///< bytes of a row
  std::size_t pixel = 0;                   ///< bytes of a pixel
  std::size_t first = 0;                   ///< its first row in the image
  std::vector<std::uint64_t> tile_stamps;  ///< of the tiles in which its rows lie, as Image::stamps_of_row
  std::vector<std::uint32_t> row_adlers;
  std::uint32_t adler = 1;  ///< of all rows
  DeflatedBand deflated;

  /// Of the rows, uncompressed.
  [[nodiscard]] std::size_t size() const { return row_adlers.size() * stride; }
};

/// Compresses rows of images, and keeps its working memory.
class PngRows {
 public:
  /// Rows [first, first + count) of the image, which lie in one row of its tiles. Of what the band holds already only segments that changed are done again.
  void compress(const Image& image, std::size_t first, std::size_t count, PngBand& band);

 private:
  std::vector<std::uint8_t> changed_;  ///< of each segment of the band in work
  std::vector<std::uint8_t> stays_;    ///< of each segment of its rows: by the tiles' stamps nothing in it has changed
  BandDeflater deflater_;
};

/// The Adler-32 (RFC 1950) of two pieces, from that of each and the second one's size.
std::uint32_t adler_of_both(std::uint32_t first, std::uint32_t second, std::size_t second_size);

}  // namespace spreadmap::media
