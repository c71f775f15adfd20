#include "media/band_deflater.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "media/prefix_code.h"

namespace spreadmap::media {
namespace {

constexpr std::size_t kEndOfBlock = 256;
constexpr std::size_t kShortestMatch = 4;  // 3 would be allowed; 4 are compared at once
constexpr std::size_t kLongestMatch = 258;
constexpr std::size_t kFurthest = 32768;
constexpr std::size_t kLongEnough = 32;  // a match for which no longer one is looked for
constexpr std::size_t kMostBits = 48;    // of a token: length 15 + 5, distance 15 + 13
constexpr std::size_t kRoomForHeader = 512;
static_assert(std::endian::native == std::endian::little, "the bits are written as little-endian words");

/// A length or a distance: its symbol and the bits that follow it (RFC 1951, 3.2.5).
struct Symbol {
  std::uint16_t symbol = 0;
  std::uint8_t extra_bits = 0;
  std::uint16_t extra = 0;
};

constexpr Symbol length_symbol(std::size_t length) {
  if (length == kLongestMatch) return {285, 0, 0};
  const auto rest = static_cast<unsigned>(length - 3);
  if (rest < 4) return {static_cast<std::uint16_t>(257 + rest), 0, 0};
  const auto extra_bits = static_cast<unsigned>(std::bit_width(rest)) - 3;
  return {static_cast<std::uint16_t>(261 + 4 * extra_bits + (rest >> extra_bits & 3U)),
          static_cast<std::uint8_t>(extra_bits), static_cast<std::uint16_t>(rest & ((1U << extra_bits) - 1))};
}

constexpr Symbol distance_symbol(std::size_t distance) {
  const auto rest = static_cast<unsigned>(distance - 1);
  if (rest < 2) return {static_cast<std::uint16_t>(rest), 0, 0};
  const auto extra_bits = static_cast<unsigned>(std::bit_width(rest)) - 2;
  return {static_cast<std::uint16_t>(2 + 2 * extra_bits + (rest >> extra_bits & 1U)),
          static_cast<std::uint8_t>(extra_bits), static_cast<std::uint16_t>(rest & ((1U << extra_bits) - 1))};
}
static_assert(length_symbol(10).symbol == 264 && length_symbol(11).symbol == 265 && length_symbol(257).symbol == 284);
static_assert(distance_symbol(4).symbol == 3 && distance_symbol(5).symbol == 4 && distance_symbol(32768).symbol == 29);

std::uint32_t word_at(const std::uint8_t* bytes) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// How many bytes are the same, at most `most`; eight at a time, reading up to 8 bytes further.
std::size_t same_bytes(const std::uint8_t* a, const std::uint8_t* b, std::size_t most) {
  for (std::size_t i = 0; i < most; i += 8) {
    std::uint64_t x = 0, y = 0;
    std::memcpy(&x, a + i, sizeof x);
    std::memcpy(&y, b + i, sizeof y);
    if (x != y) return std::min(most, i + static_cast<std::size_t>(std::countr_zero(x ^ y)) / 8);
  }
  return most;
}

/// Writes bits, lowest first, into memory that is large enough (8 bytes more than what is written).
class BitWriter {
 public:
  explicit BitWriter(std::byte* to) : to_(to) {}
  /// At most 48 bits at a time.
  void put(std::uint64_t bits, unsigned count) {
    bits_ |= bits << count_;
    count_ += count;
    std::memcpy(to_, &bits_, sizeof bits_);
    to_ += count_ / 8;
    bits_ >>= count_ & ~7U;
    count_ &= 7U;
  }
  void put(PrefixCode code) { put(code.bits, code.length); }
  void fill_byte() {
    if (count_ != 0) put(0, 8 - count_);
  }
  [[nodiscard]] std::byte* end() const { return to_; }

 private:
  std::byte* to_;
  std::uint64_t bits_ = 0;
  unsigned count_ = 0;
};

void write_tokens(std::span<const BandDeflater::Token> tokens, std::span<const PrefixCode> literal_codes,
                  std::span<const PrefixCode> distance_codes, BitWriter& out) {
  for (const BandDeflater::Token& token : tokens) {
    if (token.distance == 0) {
      out.put(literal_codes[token.length_or_literal]);
      continue;
    }
    const Symbol length = length_symbol(token.length_or_literal), distance = distance_symbol(token.distance);
    const PrefixCode length_code = literal_codes[length.symbol], distance_code = distance_codes[distance.symbol];
    const unsigned length_bits = unsigned{length_code.length} + length.extra_bits;
    const std::uint64_t low = length_code.bits | std::uint64_t{length.extra} << length_code.length;
    const std::uint64_t high = distance_code.bits | std::uint64_t{distance.extra} << distance_code.length;
    out.put(low | high << length_bits, length_bits + distance_code.length + distance.extra_bits);
  }
}

/// The code lengths of a block, themselves run-length and prefix coded (RFC 1951, 3.2.7).
class CodeLengths {
 public:
  void add(std::span<const PrefixCode> codes) {
    for (std::size_t i = 0; i < codes.size();) {
      std::size_t run = 1;
      while (i + run < codes.size() && codes[i + run].length == codes[i].length) ++run;
      add_run(codes[i].length, run);
      i += run;
    }
  }

  void write(BitWriter& out) const {
    constexpr std::array<std::uint8_t, 19> kOrder{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    std::array<PrefixCode, 19> codes{};
    assign_codes(counts_, 7, codes);
    out.put(kOrder.size() - 4, 4);
    for (const std::uint8_t symbol : kOrder) out.put(codes[symbol].length, 3);
    for (std::size_t i = 0; i < size_; ++i) {
      out.put(codes[items_[i].symbol]);
      out.put(items_[i].extra, items_[i].extra_bits);
    }
  }

 private:
  void add_run(std::uint8_t length, std::size_t run) {
    if (length == 0) {
      run = add_repeats({18, 7, 11}, 138, run);
      run = add_repeats({17, 3, 3}, 10, run);
    } else {
      add({length, 0, 0});
      run = add_repeats({16, 2, 3}, 6, run - 1);
    }
    for (; run > 0; --run) add({length, 0, 0});
  }
  /// `repeat` says how often with `extra` more than its least; returns what is left.
  std::size_t add_repeats(Symbol repeat, std::size_t most, std::size_t run) {
    const std::uint16_t least = repeat.extra;
    while (run >= least) {
      const std::size_t times = std::min(run, most);
      repeat.extra = static_cast<std::uint16_t>(times - least);
      add(repeat);
      run -= times;
    }
    return run;
  }
  void add(Symbol item) {
    items_[size_++] = item;
    ++counts_[item.symbol];
  }

  std::array<std::uint32_t, 19> counts_{};
  std::array<Symbol, 286 + 30> items_{};
  std::size_t size_ = 0;
};

}  // namespace

void BandDeflater::append(const std::uint8_t* rows, std::size_t size, Distances distances,
                          std::vector<std::byte>& out) {
  last_seen_.fill(0);
  for (std::size_t at = 0; at < size;) {
    const Match match = longest_match(rows, at, size, distances);
    if (match.length >= kShortestMatch) {
      add_match(match);
      at += match.length;
    } else {
      // Rather the whole pixel than a search from each of its bytes: a fifth less time for 4 % more bytes.
      for (const std::size_t next = std::min(size, at + distances.pixel); at < next; ++at) add_literal(rows[at]);
    }
  }
  write_block(out);
}

BandDeflater::Match BandDeflater::longest_match(const std::uint8_t* rows, std::size_t at, std::size_t size,
                                                Distances distances) {
  const std::uint8_t* here = rows + at;
  const std::uint32_t word = word_at(here);
  const std::uint32_t hash = word * 0x9e3779b1U >> (32 - kHashBits);
  const std::size_t seen = last_seen_[hash];
  last_seen_[hash] = static_cast<std::uint32_t>(at + 1);
  Match best;
  const auto consider = [&](std::size_t distance) {
    if (best.length >= kLongEnough || distance > at || distance > kFurthest || word_at(here - distance) != word) return;
    const std::size_t length = same_bytes(here, here - distance, size - at);
    if (length > best.length) best = {length, distance};
  };
  consider(distances.pixel);
  consider(distances.stride);
  if (seen != 0) consider(at + 1 - seen);
  return best;
}

void BandDeflater::add_literal(std::uint8_t value) {
  ++literal_counts_[value];
  tokens_.push_back({value, 0});
}

void BandDeflater::add_match(Match match) {
  const Symbol distance = distance_symbol(match.distance);
  while (match.length > 0) {
    // What is left must not be shorter than a match may be.
    std::size_t length = std::min(match.length, kLongestMatch);
    if (match.length > length && match.length - length < 3) length -= 3;
    ++literal_counts_[length_symbol(length).symbol];
    ++distance_counts_[distance.symbol];
    tokens_.push_back({static_cast<std::uint16_t>(length), static_cast<std::uint16_t>(match.distance)});
    match.length -= length;
  }
}

void BandDeflater::write_block(std::vector<std::byte>& out) {
  scratch_.resize(tokens_.size() * kMostBits / 8 + kRoomForHeader);
  BitWriter writer(scratch_.data());
  ++literal_counts_[kEndOfBlock];
  std::array<PrefixCode, 286> literal_codes{};
  std::array<PrefixCode, 30> distance_codes{};
  assign_codes(literal_counts_, 15, literal_codes);
  assign_codes(distance_counts_, 15, distance_codes);
  writer.put(0b100, 3);  // not the last block, with codes of its own
  writer.put(literal_codes.size() - 257, 5);
  writer.put(distance_codes.size() - 1, 5);
  CodeLengths lengths;
  lengths.add(literal_codes);
  lengths.add(distance_codes);
  lengths.write(writer);
  write_tokens(tokens_, literal_codes, distance_codes, writer);
  writer.put(literal_codes[kEndOfBlock]);
  // An empty stored block ends on a byte.
  writer.put(0, 3);
  writer.fill_byte();
  writer.put(0xffff0000U, 32);

  const auto written = static_cast<std::size_t>(writer.end() - scratch_.data());
  out.resize(out.size() + written);
  std::copy_n(scratch_.data(), written, out.end() - static_cast<std::ptrdiff_t>(written));
  tokens_.clear();
  literal_counts_.fill(0);
  distance_counts_.fill(0);
}

}  // namespace spreadmap::media
