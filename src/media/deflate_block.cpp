#include "media/deflate_block.h"

#include <algorithm>
#include <bit>

namespace spreadmap::media {
namespace {

static_assert(std::endian::native == std::endian::little, "the bits are written as little-endian words");

constexpr Symbol symbol_of_length(std::size_t length) {
  if (length == kLongestMatch) return {285, 0, 0};
  const auto rest = static_cast<unsigned>(length - 3);
  if (rest < 4) return {static_cast<std::uint16_t>(257 + rest), 0, 0};
  const auto extra_bits = static_cast<unsigned>(std::bit_width(rest)) - 3;
  return {static_cast<std::uint16_t>(261 + 4 * extra_bits + (rest >> extra_bits & 3U)),
          static_cast<std::uint8_t>(extra_bits), static_cast<std::uint16_t>(rest & ((1U << extra_bits) - 1))};
}

constexpr Symbol symbol_of_distance(std::size_t distance) {
  const auto rest = static_cast<unsigned>(distance - 1);
  if (rest < 2) return {static_cast<std::uint16_t>(rest), 0, 0};
  const auto extra_bits = static_cast<unsigned>(std::bit_width(rest)) - 2;
  return {static_cast<std::uint16_t>(2 + 2 * extra_bits + (rest >> extra_bits & 1U)),
          static_cast<std::uint8_t>(extra_bits), static_cast<std::uint16_t>(rest & ((1U << extra_bits) - 1))};
}
static_assert(symbol_of_length(10).symbol == 264 && symbol_of_length(11).symbol == 265 &&
              symbol_of_length(257).symbol == 284);
static_assert(symbol_of_distance(4).symbol == 3 && symbol_of_distance(5).symbol == 4 &&
              symbol_of_distance(32768).symbol == 29);

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
  std::array<Symbol, kLiteralSymbols + kDistanceSymbols> items_{};
  std::size_t size_ = 0;
};

}  // namespace

Symbol length_symbol(std::size_t length) { return symbol_of_length(length); }
Symbol distance_symbol(std::size_t distance) { return symbol_of_distance(distance); }

void BitWriter::copy(const std::byte* bits, std::size_t begin, std::size_t end) {
  constexpr std::size_t kAtOnce = 48;  // of a word that begins up to 7 bits before them
  while (begin < end) {
    const std::size_t count = std::min(kAtOnce, end - begin);
    std::uint64_t word = 0;
    std::memcpy(&word, bits + begin / 8, sizeof word);
    put(word >> begin % 8 & ((std::uint64_t{1} << count) - 1), static_cast<unsigned>(count));
    begin += count;
  }
}

BlockCode::BlockCode(const SymbolCounts& counts, int longest) {
  assign_codes(counts.literals, longest, literals_);
  assign_codes(counts.distances, longest, distances_);
  for (std::size_t length = kShortestMatch; length <= kLongestMatch; ++length) {
    const Symbol symbol = symbol_of_length(length);
    const PrefixCode code = literals_[symbol.symbol];
    lengths_[length] = {code.bits | std::uint32_t{symbol.extra} << code.length,
                        static_cast<std::uint8_t>(code.length + symbol.extra_bits)};
  }
}

void BlockCode::put_begin(BitWriter& out) const {
  out.put(0b100, 3);  // not the last block, with codes of its own
  out.put(literals_.size() - 257, 5);
  out.put(distances_.size() - 1, 5);
  CodeLengths lengths;
  lengths.add(literals_);
  lengths.add(distances_);
  lengths.write(out);
}

void BlockCode::put_match(std::size_t length, std::size_t distance, BitWriter& out) const {
  const Bits low = lengths_[length];
  const Symbol symbol = symbol_of_distance(distance);
  const PrefixCode code = distances_[symbol.symbol];
  const std::uint64_t high = code.bits | std::uint64_t{symbol.extra} << code.length;
  out.put(low.bits | high << low.count, unsigned{low.count} + code.length + symbol.extra_bits);
}

void BlockCode::put_end(BitWriter& out) const {
  out.put(literals_[kEndOfBlock]);
  out.put(0, 3);
  out.fill_byte();
  out.put(0xffff0000U, 32);
}

}  // namespace spreadmap::media
