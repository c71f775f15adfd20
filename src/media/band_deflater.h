#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "media/deflate_block.h"
#include "media/look_code.h"
#include "media/segment_matcher.h"

namespace spreadmap::media {

/// Rows of a picture as a PNG's stream has them, each with its filter byte.
struct BandRows {
  const std::uint8_t* bytes = nullptr;  ///< and BandDeflater::kSlack_bytes more, whose values do not matter
  std::size_t count = 0;
  std::size_t stride = 0;  ///< bytes of a row
  std::size_t pixel = 0;   ///< bytes of a pixel
};

/// Rows of which each pixel lies in a segment: a row's first ones, the next ones...
struct Segments {
  explicit Segments(std::size_t pixel_bytes) : px(kLongestMatch / pixel_bytes) {}
  [[nodiscard]] std::size_t of_row(std::size_t width_px) const { return (width_px + px - 1) / px; }
  std::size_t px;  ///< what a single match can repeat
};

/// A band of rows compressed, and what is needed to compress it again after a change.
class DeflatedBand {
 public:
  /// Ends on a byte and is no last block, so that bands can follow one another.
  [[nodiscard]] std::span<const std::byte> bytes() const {
    return own_.empty() ? std::span(look_).first(look_size_) : std::span(own_);
  }

 private:
  friend class BandDeflater;
  std::vector<std::byte> look_;      // in the look's code, and 8 bytes more
  std::size_t look_size_ = 0;        // bytes
  std::vector<std::uint32_t> ends_;  // of each segment, in bits of look_
  Ground ground_ = Ground::kDark;
  std::vector<std::byte> own_;  // in a code of its own, where that is shorter
};

/// Compresses rows of a picture (DEFLATE, RFC 1951), fast where little has changed since the last time: each segment's bits
/// depend on few pixels and are in a code that is always the same, so that those of others are copied.
class BandDeflater {
 public:
  static constexpr std::size_t kSlack_bytes = SegmentMatcher::kSlack_bytes;

  /// `changed`: for each segment, row after row, whether it, the pixel before it or the segment above it differ from the rows that
  /// `band` was made of last, which had the same size and kind; all of them for a new band. The bytes depend on the rows alone.
  void compress(const BandRows& rows, std::span<const std::uint8_t> changed, DeflatedBand& band);

 private:
  struct LookCode {
    BlockCode code;
    std::vector<std::byte> begin;  // the block's first bits, and 8 bytes more
    std::size_t begin_bits = 0;
  };
  struct Token {
    std::uint16_t length_or_literal;
    std::uint16_t distance;  // 0: a literal
  };
  const LookCode& look_code_of(const BandRows& rows, Ground ground);
  void write_look(const BandRows& rows, const LookCode& look, std::span<const std::uint8_t> changed, bool all,
                  DeflatedBand& band);
  void write_own(const BandRows& rows, std::vector<std::byte>& out);

  SegmentMatcher matcher_;
  std::size_t stride_ = 0, pixel_ = 0;  // that look_codes_ are for
  std::array<std::optional<LookCode>, 2> look_codes_;
  std::vector<Token> tokens_;
  std::vector<std::byte> scratch_;
};

}  // namespace spreadmap::media
