#pragma once
#include <cstdint>
#include <span>

namespace spreadmap::media {

/// A symbol's prefix code as DEFLATE writes it: the low `length` bits of `bits`, lowest first. Length 0: the symbol
/// does not occur.
struct PrefixCode {
  std::uint16_t bits = 0;
  std::uint8_t length = 0;
};

/// Huffman's code for symbols that occur so often, no code longer than `longest` bits (at most 15); canonical, as RFC
/// 1951, 3.2.2 numbers it. At least two symbols get a code, for some decoders refuse less. Depends on the counts alone.
/// At most 288 symbols, and 2^longest of them.
void assign_codes(std::span<const std::uint32_t> counts, int longest, std::span<PrefixCode> codes);

}  // namespace spreadmap::media
