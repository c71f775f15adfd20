#include "media/prefix_code.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <vector>

namespace spreadmap::media {
namespace {

std::vector<PrefixCode> codes_of(const std::vector<std::uint32_t>& counts, int longest) {
  std::vector<PrefixCode> codes(counts.size());
  assign_codes(counts, longest, codes);
  return codes;
}

/// Kraft: the codes fill the whole space, no more and no less, so that a decoder finds no gap and no conflict.
void expect_complete(const std::vector<PrefixCode>& codes, int longest) {
  std::uint64_t used = 0;
  for (const PrefixCode& code : codes) {
    ASSERT_LE(code.length, longest);
    if (code.length != 0) used += std::uint64_t{1} << (longest - code.length);
  }
  EXPECT_EQ(used, std::uint64_t{1} << longest);
}

TEST(PrefixCode, NumbersLikeTheStandardsExample) {
  // RFC 1951, 3.2.2: lengths 3 3 3 3 3 2 4 4 give the codes 010 011 100 101 110 00 1110 1111; here with their first bit
  // lowest.
  const std::vector<PrefixCode> codes = codes_of({8, 8, 8, 8, 8, 16, 4, 4}, 15);
  const std::vector<int> lengths{3, 3, 3, 3, 3, 2, 4, 4}, bits{0b010, 0b110, 0b001, 0b101, 0b011, 0b00, 0b0111, 0b1111};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    EXPECT_EQ(codes[i].length, lengths[i]) << i;
    EXPECT_EQ(codes[i].bits, bits[i]) << i;
  }
}

TEST(PrefixCode, GivesAtLeastTwoCodes) {
  const std::vector<PrefixCode> none = codes_of({0, 0, 0}, 15), one = codes_of({0, 0, 5}, 15);
  EXPECT_EQ(none[0].length, 1);
  EXPECT_EQ(none[1].length, 1);
  EXPECT_EQ(one[0].length, 1);
  EXPECT_EQ(one[2].length, 1);
}

TEST(PrefixCode, KeepsToTheLongest) {
  // Fibonacci's numbers make the deepest tree.
  std::vector<std::uint32_t> counts{1, 1};
  while (counts.size() < 40) counts.push_back(counts[counts.size() - 1] + counts[counts.size() - 2]);
  for (const int longest : {7, 15}) expect_complete(codes_of(counts, longest), longest);
}

TEST(PrefixCode, IsCompleteWhateverTheCounts) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::uint32_t> counts(2 + random() % 285);
    for (std::uint32_t& count : counts) count = random() % 3 == 0 ? 0 : 1U << random() % 20U;
    expect_complete(codes_of(counts, 15), 15);
    counts.resize(std::min<std::size_t>(counts.size(), 19));
    expect_complete(codes_of(counts, 7), 7);
  }
}

}  // namespace
}  // namespace spreadmap::media
