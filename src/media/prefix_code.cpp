#include "media/prefix_code.h"

#include <algorithm>
#include <array>

#include "base/assert.h"

namespace spreadmap::media {
namespace {

constexpr std::size_t kMostSymbols = 288;
constexpr std::size_t kLongest = 15;

/// How many codes there are of each length.
using LengthCounts = std::array<std::uint32_t, kLongest + 2>;

/// `weights` ascend. Huffman's tree by two queues, leaves and inner nodes, both in ascending order.
LengthCounts tree_depths(std::span<const std::uint32_t> weights, std::size_t longest) {
  const std::size_t leaves = weights.size();
  std::array<std::uint64_t, 2 * kMostSymbols> weight{};
  std::array<std::size_t, 2 * kMostSymbols> parent{}, depth{};
  std::ranges::copy(weights, weight.begin());
  std::size_t leaf = 0, inner = leaves;
  for (std::size_t next = leaves; next < 2 * leaves - 1; ++next) {
    for (int child = 0; child < 2; ++child) {
      const bool take_leaf = leaf < leaves && (inner >= next || weight[leaf] <= weight[inner]);
      const std::size_t taken = take_leaf ? leaf++ : inner++;
      weight[next] += weight[taken];
      parent[taken] = next;
    }
  }
  LengthCounts counts{};
  for (std::size_t node = 2 * leaves - 2; node-- > 0;) {
    depth[node] = depth[parent[node]] + 1;
    if (node < leaves) ++counts[std::min(depth[node], longest)];
  }
  return counts;
}

/// Cutting the tree at `longest` gave out more code space than there is: each round lengthens one shorter code, which
/// frees room.
void shorten(LengthCounts& counts, std::size_t longest) {
  std::uint64_t used = 0;
  for (std::size_t length = 1; length <= longest; ++length) used += std::uint64_t{counts[length]} << (longest - length);
  for (; used > std::uint64_t{1} << longest; --used) {
    std::size_t length = longest - 1;
    while (counts[length] == 0) --length;
    --counts[longest];
    --counts[length];
    counts[length + 1] += 2;
  }
}

std::uint16_t reversed(std::uint32_t code, std::size_t length) {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < length; ++i) bits |= (code >> i & 1U) << (length - 1 - i);
  return static_cast<std::uint16_t>(bits);
}

}  // namespace

void assign_codes(std::span<const std::uint32_t> counts, int longest_code, std::span<PrefixCode> codes) {
  const auto longest = static_cast<std::size_t>(longest_code);
  SM_ASSERT(counts.size() <= kMostSymbols && counts.size() == codes.size() && longest <= kLongest,
            "{} symbols, {} bits", counts.size(), longest);
  std::array<std::uint16_t, kMostSymbols> symbols{};
  std::array<std::uint32_t, kMostSymbols> weights{};
  std::array<std::uint64_t, kMostSymbols> order{};  // by count, and among equals by symbol, in one number
  constexpr unsigned kSymbolBits = 16;
  std::size_t used = 0;
  const auto occurring = std::ranges::count_if(counts, [](std::uint32_t count) { return count != 0; });
  std::ptrdiff_t lacking = std::max<std::ptrdiff_t>(0, 2 - occurring);
  for (std::size_t symbol = 0; symbol < counts.size(); ++symbol) {
    const bool added = counts[symbol] == 0 && lacking > 0;
    if (added) --lacking;
    if (counts[symbol] != 0 || added) order[used++] = std::uint64_t{counts[symbol]} << kSymbolBits | symbol;
  }
  std::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(used));
  for (std::size_t i = 0; i < used; ++i) {
    symbols[i] = static_cast<std::uint16_t>(order[i]);
    weights[i] = static_cast<std::uint32_t>(order[i] >> kSymbolBits);
  }

  LengthCounts of_length = tree_depths(std::span(weights).first(used), longest);
  shorten(of_length, longest);
  std::ranges::fill(codes, PrefixCode{});
  std::size_t rarest = 0;
  for (std::size_t length = longest; length > 0; --length) {
    for (std::uint32_t i = 0; i < of_length[length]; ++i)
      codes[symbols[rarest++]].length = static_cast<std::uint8_t>(length);
  }
  std::array<std::uint32_t, kLongest + 2> next{};
  for (std::size_t length = 1; length <= longest; ++length) next[length + 1] = (next[length] + of_length[length]) << 1U;
  for (PrefixCode& code : codes) {
    if (code.length != 0) code.bits = reversed(next[code.length]++, code.length);
  }
}

}  // namespace spreadmap::media
