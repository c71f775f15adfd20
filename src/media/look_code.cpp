#include "media/look_code.h"

#include <array>
#include <string_view>
#include <utility>

namespace spreadmap::media {
namespace {

constexpr int kLongestCode = 12;

/// How long the code of each symbol is, in hexadecimal. From the counts of the tokens of 16 frames of the built-in exhibit's
/// film at 1080p, without (which counts twice) and with the layer of density.
constexpr std::string_view kDarkLengths =
    "ccccccccccc8899888888666666666667666677678888877777777777767777788888888888888888888887888888888"
    "888887899999999999999999999999999999999998899999aa999aa9999aaaaaa9999aaaaaaaaaaaaaaa9bbbabbbabba"
    "baabbbbbbabbbbbbbbbababbaababbbaababaabaabbbabbbbbbbbccccccccccac4887aa7a7a788889899998aa9aaa5";
constexpr std::string_view kLightLengths =
    "9cccccccccccccccccccccbbbbbccabbbbbbbbbbbcbcbaaabbbbbbbbbbbbbbbbbbbcbbabbbbbabaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaa99aaaaaaa9aaa9aaaaa899999999999899999999999999999999999998899998888888888"
    "88888888887888887777777777777766666665656666666666678778998cccccc4896aa7b7a7788798989989a9aaa5";

/// In 64ths, of the same frames: distances up to 256 by symbol, then that of the pixel before and of the row above.
constexpr std::array<std::uint32_t, 16> kNearDistances{1, 1, 1, 1, 2, 2, 7, 6, 4, 4, 4, 4, 4, 4, 2, 2};
constexpr std::uint32_t kPixelDistance = 30;
constexpr std::uint32_t kStrideDistance = 25;

}  // namespace

BlockCode look_code(Ground ground, std::size_t stride, std::size_t pixel) {
  const std::string_view lengths = ground == Ground::kLight ? kLightLengths : kDarkLengths;
  SymbolCounts counts;
  for (std::size_t i = 0; i < kLiteralSymbols; ++i) {
    const int length = lengths[i] <= '9' ? lengths[i] - '0' : lengths[i] - 'a' + 10;
    counts.literals[i] = 1U << static_cast<unsigned>(kLongestCode - length);
  }
  // Where pixels do not fill the longest match, a flat segment is the next shorter one.
  if (kLongestMatch % pixel != 0) std::swap(counts.literals[284], counts.literals[285]);
  for (std::size_t i = 0; i < kNearDistances.size(); ++i) counts.distances[i] = kNearDistances[i];
  counts.distances[distance_symbol(pixel).symbol] += kPixelDistance;
  if (stride <= kFurthestMatch) counts.distances[distance_symbol(stride).symbol] += kStrideDistance;
  return {counts, kLongestCode};
}

}  // namespace spreadmap::media
