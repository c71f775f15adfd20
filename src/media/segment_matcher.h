#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "media/deflate_block.h"

namespace spreadmap::media {

/// Part of a row of bytes.
struct Segment {
  const std::uint8_t* begin = nullptr;
  std::size_t size = 0;
  std::size_t pixel = 0;   ///< bytes of a pixel
  std::size_t stride = 0;  ///< bytes to the row above; 0 where nothing above may be copied
  bool is_first = false;   ///< of its row: no pixel before it
};

/// Finds what a segment repeats: of itself, of the pixel before it and of the segment above it, and of nothing else, so that
/// what is found stays true while those are the same.
class SegmentMatcher {
 public:
  /// How far it reads beyond a segment; what is there does not matter.
  static constexpr std::size_t kSlack_bytes = 8;

  /// Calls literal(byte) and match(length, distance), in order.
  template <class Literal, class Match>
  void match(const Segment& segment, Literal literal, Match match) {
    seen_before_ += kPositions;  // what was seen in other segments is not seen
    for (std::size_t at = 0; at < segment.size;) {
      const Found found = longest(segment, at);
      if (found.length >= kShortestMatch) {
        for (std::size_t done = 0; done < found.length;) {
          const std::size_t length = piece(found.length - done);
          match(length, found.distance);
          done += length;
        }
        at += found.length;
      } else {
        // Rather the whole pixel than a search from each of its bytes: what repeats begins with a pixel.
        for (const std::size_t next = std::min(segment.size, at + segment.pixel); at < next; ++at)
          literal(segment.begin[at]);
      }
    }
  }

 private:
  static constexpr std::uint64_t kPositions = 1024;  // more than a segment has bytes
  static constexpr unsigned kHashBits = 8;
  static constexpr std::size_t kLongEnough = 32;  // a match for which no longer one is looked for
  struct Found {
    std::size_t length = 0;
    std::size_t distance = 0;
  };

  /// What is left must not be shorter than a match may be.
  static std::size_t piece(std::size_t left) {
    const std::size_t length = std::min(left, kLongestMatch);
    return left > length && left - length < kShortestMatch ? length - kShortestMatch : length;
  }

  static std::uint32_t three_at(const std::uint8_t* bytes) {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word & 0xffffffU;
  }

  /// How many bytes are the same, at most `most`; eight at a time.
  static std::size_t same_bytes(const std::uint8_t* a, const std::uint8_t* b, std::size_t most) {
    for (std::size_t i = 0; i < most; i += 8) {
      std::uint64_t x = 0, y = 0;
      std::memcpy(&x, a + i, sizeof x);
      std::memcpy(&y, b + i, sizeof y);
      if (x != y) return std::min(most, i + static_cast<std::size_t>(std::countr_zero(x ^ y)) / 8);
    }
    return most;
  }

  Found longest(const Segment& segment, std::size_t at) {
    const std::size_t left = segment.size - at;
    if (left < kShortestMatch) return {};
    const std::uint8_t* here = segment.begin + at;
    const std::uint32_t word = three_at(here);
    std::uint64_t& seen = last_seen_[word * 0x9e3779b1U >> (32 - kHashBits)];
    const std::uint64_t seen_there = seen;
    seen = seen_before_ + at;
    Found best;
    const auto consider = [&](std::size_t distance) {
      if (best.length >= kLongEnough || three_at(here - distance) != word) return;
      const std::size_t length = same_bytes(here, here - distance, left);
      if (length > best.length) best = {length, distance};
    };
    // The nearest first: it costs the fewest bits.
    if (!segment.is_first || at >= segment.pixel) consider(segment.pixel);
    if (seen_there >= seen_before_) consider(static_cast<std::size_t>(seen_before_ + at - seen_there));
    if (segment.stride != 0) consider(segment.stride);
    return best;
  }

  std::uint64_t seen_before_ = 0;
  std::array<std::uint64_t, 1U << kHashBits> last_seen_{};  // where in a segment, and in which
};

}  // namespace spreadmap::media
