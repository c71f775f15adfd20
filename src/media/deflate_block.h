#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "media/prefix_code.h"

namespace spreadmap::media {

// The parts of a block of DEFLATE with codes of its own (RFC 1951, 3.2.5 to 3.2.7).

inline constexpr std::size_t kLiteralSymbols = 286;
inline constexpr std::size_t kDistanceSymbols = 30;
inline constexpr std::size_t kEndOfBlock = 256;
inline constexpr std::size_t kShortestMatch = 3;
inline constexpr std::size_t kLongestMatch = 258;
inline constexpr std::size_t kFurthestMatch = 32768;

/// A length or a distance: its symbol and the bits that follow it.
struct Symbol {
  std::uint16_t symbol = 0;
  std::uint8_t extra_bits = 0;
  std::uint16_t extra = 0;
};
/// `length`: kShortestMatch to kLongestMatch.
Symbol length_symbol(std::size_t length);
/// `distance`: 1 to kFurthestMatch.
Symbol distance_symbol(std::size_t distance);

/// Writes bits, lowest first, into memory that is large enough (8 bytes more than what is written).
class BitWriter {
 public:
  explicit BitWriter(std::byte* to) : from_(to), to_(to) {}
  /// At most 48 bits at a time, and none above them.
  void put(std::uint64_t bits, unsigned count) {
    bits_ |= bits << count_;
    count_ += count;
    std::memcpy(to_, &bits_, sizeof bits_);
    to_ += count_ / 8;
    bits_ >>= count_ & ~7U;
    count_ &= 7U;
  }
  void put(PrefixCode code) { put(code.bits, code.length); }
  /// Bits [begin, end) of `bits`; reads up to 8 bytes beyond them.
  void copy(const std::byte* bits, std::size_t begin, std::size_t end);
  void fill_byte() {
    if (count_ != 0) put(0, 8 - count_);
  }
  [[nodiscard]] std::size_t bits() const { return 8 * static_cast<std::size_t>(to_ - from_) + count_; }

 private:
  std::byte* from_;
  std::byte* to_;
  std::uint64_t bits_ = 0;
  unsigned count_ = 0;
};

/// How often each symbol occurs.
struct SymbolCounts {
  std::array<std::uint32_t, kLiteralSymbols> literals{};
  std::array<std::uint32_t, kDistanceSymbols> distances{};
};

/// A block's codes.
class BlockCode {
 public:
  /// Bits of the longest match: its length's code and 5 bits, its distance's and 13.
  static constexpr std::size_t kMostBits = 48;
  /// Of a block's first bits and of its last ones.
  static constexpr std::size_t kRoomForEnds_bytes = 512;

  /// The shortest codes for these counts, none longer than `longest` bits.
  BlockCode(const SymbolCounts& counts, int longest);
  /// That a block begins which is not the last, and its codes.
  void put_begin(BitWriter& out) const;
  void put_literal(std::uint8_t value, BitWriter& out) const { out.put(literals_[value]); }
  void put_match(std::size_t length, std::size_t distance, BitWriter& out) const;
  /// The block's end, and an empty stored one, which ends on a byte.
  void put_end(BitWriter& out) const;

 private:
  struct Bits {
    std::uint32_t bits = 0;
    std::uint8_t count = 0;
  };
  std::array<PrefixCode, kLiteralSymbols> literals_{};
  std::array<PrefixCode, kDistanceSymbols> distances_{};
  std::array<Bits, kLongestMatch + 1> lengths_{};  ///< code and extra bits of each length
};

}  // namespace spreadmap::media
