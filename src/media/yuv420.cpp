#include "media/yuv420.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/assert.h"

// The same integers on every processor; on x86-64 wider registers are chosen where it has them when the program starts.
// ThreadSanitizer is not there yet when that is chosen, and the program would end before it begins.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_THREAD__)
#define SM_WIDE_REGISTERS __attribute__((target_clones("avx2", "default")))
#else
#define SM_WIDE_REGISTERS
#endif

namespace spreadmap::media {
namespace {

constexpr double kRed = 0.2126, kBlue = 0.0722;  // BT.709-6, item 3.2
constexpr double kLightnessRange = 219.0 / 255.0, kColourRange = 224.0 / 255.0;
constexpr int kShift = 16;

constexpr int fixed(double value) { return static_cast<int>(value * (1 << kShift) + (value < 0 ? -0.5 : 0.5)); }

constexpr int kYr = fixed(kRed * kLightnessRange), kYb = fixed(kBlue * kLightnessRange);
// What is left, so that white is 235 and grey has no colour, exactly.
constexpr int kYg = fixed(kLightnessRange) - kYr - kYb;
constexpr int kCbR = fixed(-kRed / (2 * (1 - kBlue)) * kColourRange), kCbB = fixed(0.5 * kColourRange),
              kCbG = -kCbR - kCbB;
constexpr int kCrR = fixed(0.5 * kColourRange), kCrB = fixed(-kBlue / (2 * (1 - kRed)) * kColourRange),
              kCrG = -kCrR - kCrB;

/// Pixels as the bytes of an image lie in memory, in a number.
std::uint32_t pixel_at(const std::uint8_t* row, int column) {
  std::uint32_t pixel = 0;
  std::memcpy(&pixel, row + 4 * static_cast<std::size_t>(column), sizeof pixel);
  return pixel;
}
constexpr std::uint32_t kRedAndBlue = 0x00ff00ffU, kLow = 0xffffU;

SM_WIDE_REGISTERS
void lightness(const std::uint8_t* __restrict rgba, int width, std::uint8_t* __restrict out) {
  for (int i = 0; i < width; ++i) {
    const std::uint32_t pixel = pixel_at(rgba, i);
    const int red = static_cast<int>(pixel & 0xffU), green = static_cast<int>(pixel >> 8U & 0xffU),
              blue = static_cast<int>(pixel >> 16U & 0xffU);
    out[i] = static_cast<std::uint8_t>((kYr * red + kYg * green + kYb * blue + (16 << kShift) + (1 << (kShift - 1))) >>
                                       kShift);
  }
}

/// Of each column, of two rows: red in the low half and blue in the high one; and green.
SM_WIDE_REGISTERS
void sum_columns(const std::uint8_t* __restrict upper, const std::uint8_t* __restrict lower, int width,
                 std::uint32_t* __restrict red_blue, std::uint32_t* __restrict green) {
  for (int i = 0; i < width; ++i) {
    const std::uint32_t a = pixel_at(upper, i), b = pixel_at(lower, i);
    red_blue[i] = (a & kRedAndBlue) + (b & kRedAndBlue);
    green[i] = (a >> 8U & 0xffU) + (b >> 8U & 0xffU);
  }
}

/// Weights 1, 2, 1 about each even column. The sums begin with the column before the first.
SM_WIDE_REGISTERS
void colour(const std::uint32_t* __restrict red_blue, const std::uint32_t* __restrict green, int count,
            std::uint8_t* __restrict cb, std::uint8_t* __restrict cr) {
  constexpr int kSumShift = kShift + 3;  // of eight pixels
  constexpr int kMiddle = (128 << kSumShift) + (1 << (kSumShift - 1));
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const std::uint32_t rb = red_blue[2 * i] + 2 * red_blue[2 * i + 1] + red_blue[2 * i + 2];
    const int g = static_cast<int>(green[2 * i] + 2 * green[2 * i + 1] + green[2 * i + 2]);
    const int r = static_cast<int>(rb & kLow), b = static_cast<int>(rb >> 16U);
    cb[i] = static_cast<std::uint8_t>((kCbR * r + kCbG * g + kCbB * b + kMiddle) >> kSumShift);
    cr[i] = static_cast<std::uint8_t>((kCrR * r + kCrG * g + kCrB * b + kMiddle) >> kSumShift);
  }
}

SM_WIDE_REGISTERS
void alpha(const std::uint8_t* __restrict rgba, int width, std::uint8_t* __restrict out) {
  for (int i = 0; i < width; ++i) out[i] = rgba[4 * static_cast<std::size_t>(i) + 3];
}

}  // namespace

void convert_row_pair(const Image& image, int first, Columns columns, const Yuv420Planes& planes) {
  SM_ASSERT(image.depth == Depth::k8 && columns.begin % 2 == 0 && columns.end % 2 == 0 && columns.end <= image.width_px,
            "columns {} to {} of {}", columns.begin, columns.end, image.width_px);
  const int width = columns.end - columns.begin;
  const std::uint8_t* const upper_row = image.rgba.data() + static_cast<std::size_t>(first) * image.row_bytes();
  const std::uint8_t* const upper = upper_row + 4 * static_cast<std::size_t>(columns.begin);
  const std::uint8_t* const lower = upper + image.row_bytes();
  const auto at = [&](const Yuv420Planes::Plane& plane, int row) {
    return plane.rows + row * plane.stride + columns.begin;
  };
  lightness(upper, width, at(planes.y, first));
  lightness(lower, width, at(planes.y, first + 1));
  if (planes.alpha.rows != nullptr) {
    alpha(upper, width, at(planes.alpha, first));
    alpha(lower, width, at(planes.alpha, first + 1));
  }
  // A piece at a time, whose sums stay in the nearest cache. The column before the first is that one again.
  constexpr int kPiece = 512;
  // Filled before they are read; to clear them first would cost as much as a tile.
  std::array<std::uint32_t, kPiece + 1> red_blue, green;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (int begin = columns.begin; begin < columns.end; begin += kPiece) {
    const int count = std::min(kPiece, columns.end - begin);
    const std::uint8_t* const from = upper_row + 4 * static_cast<std::size_t>(begin);
    const std::uint8_t* const before = begin > 0 ? from - 4 : from;
    sum_columns(before, before + image.row_bytes(), 1, red_blue.data(), green.data());
    sum_columns(from, from + image.row_bytes(), count, red_blue.data() + 1, green.data() + 1);
    const std::ptrdiff_t row = first / 2, column = begin / 2;
    colour(red_blue.data(), green.data(), count / 2, planes.cb.rows + row * planes.cb.stride + column,
           planes.cr.rows + row * planes.cr.stride + column);
  }
}

}  // namespace spreadmap::media
