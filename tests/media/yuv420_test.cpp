#include "media/yuv420.h"

#include <cmath>

#include "media/media_testing.h"

namespace spreadmap::media {
namespace {

using testing::flat_image;
using testing::noise_image;

/// The planes of a whole image.
struct Planes {
  explicit Planes(const Image& image)
      : width(image.width_px),
        y(at(image.width_px, image.height_px)),
        cb(y.size() / 4),
        cr(y.size() / 4),
        alpha(y.size()) {
    const Yuv420Planes planes{{y.data(), width}, {cb.data(), width / 2}, {cr.data(), width / 2}, {alpha.data(), width}};
    for (int row = 0; row < image.height_px; row += 2) convert_row_pair(image, row, {0, image.width_px}, planes);
  }
  static std::size_t at(int x, int y) { return static_cast<std::size_t>(x) * static_cast<std::size_t>(y); }
  int width;
  std::vector<std::uint8_t> y, cb, cr, alpha;
};

/// Rec. ITU-R BT.709-6, item 3, of encoded samples from 0 to 1, in the limited range of 8 bits (item 4).
struct Exact {
  Exact(double red, double green, double blue) {
    const double light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    y = 16 + 219 * light;
    cb = 128 + 224 * (blue - light) / 1.8556;
    cr = 128 + 224 * (red - light) / 1.5748;
  }
  double y, cb, cr;
};

TEST(Yuv420, IsBt709InItsLimitedRange) {
  for (const std::array<std::uint8_t, 3> rgb : {std::array<std::uint8_t, 3>{255, 0, 0},
                                                {0, 255, 0},
                                                {0, 0, 255},
                                                {255, 180, 84},
                                                {11, 15, 26},
                                                {1, 2, 3},
                                                {254, 255, 253}}) {
    const Planes planes(flat_image(6, 4, rgb));
    const Exact exact(rgb[0] / 255.0, rgb[1] / 255.0, rgb[2] / 255.0);
    for (const std::uint8_t value : planes.y) EXPECT_NEAR(value, exact.y, 0.51);
    for (const std::uint8_t value : planes.cb) EXPECT_NEAR(value, exact.cb, 0.51);
    for (const std::uint8_t value : planes.cr) EXPECT_NEAR(value, exact.cr, 0.51);
  }
}

TEST(Yuv420, GreysHaveNoColour) {
  for (int level = 0; level < 256; ++level) {
    const auto grey = static_cast<std::uint8_t>(level);
    const Planes planes(flat_image(2, 2, {grey, grey, grey}));
    EXPECT_EQ(planes.y[0], std::lround(16 + level * 219 / 255.0)) << level;
    EXPECT_EQ(planes.cb[0], 128) << level;
    EXPECT_EQ(planes.cr[0], 128) << level;
  }
}

/// The mean colour of the columns at the left, at the site and at the right of it, which counts twice, over two rows.
Exact mean_about(const Image& image, int column, int row) {
  std::array<double, 3> sum{};
  for (int dy = 0; dy < 2; ++dy) {
    for (int dx = -1; dx <= 1; ++dx) {
      const std::size_t at = static_cast<std::size_t>(row + dy) * image.row_bytes() +
                             4 * static_cast<std::size_t>(std::max(0, column + dx));
      for (std::size_t i = 0; i < 3; ++i) sum[i] += (dx == 0 ? 2 : 1) * image.rgba[at + i] / 255.0 / 8.0;
    }
  }
  return {sum[0], sum[1], sum[2]};
}

TEST(Yuv420, ColourSitesLieOnTheLeftOfEvenColumns) {
  // Wider than what is summed up at once, so that the pieces' ends are among what is looked at.
  const Image image = noise_image(1540, 4, 7);
  const Planes planes(image);
  for (int row = 0; row < image.height_px; row += 2) {
    for (int column = 0; column < image.width_px; column += 2) {
      const Exact exact = mean_about(image, column, row);
      const std::size_t at = Planes::at(row / 2, image.width_px / 2) + static_cast<std::size_t>(column / 2);
      ASSERT_NEAR(planes.cb[at], exact.cb, 0.52) << column;
      ASSERT_NEAR(planes.cr[at], exact.cr, 0.52) << column;
    }
  }
}

TEST(Yuv420, AlphaIsCopiedAndPairsOfRowsAreTheirOwn) {
  Image image = noise_image(64, 6, 3);
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = static_cast<std::uint8_t>(i / 4);
  const Planes before(image);
  for (std::size_t i = 0; i < before.alpha.size(); ++i) ASSERT_EQ(before.alpha[i], image.rgba[4 * i + 3]);
  for (std::size_t i = 0; i < 2 * image.row_bytes(); ++i) image.rgba[i] ^= 0x55U;
  const Planes after(image);
  for (std::size_t i = 128; i < before.y.size(); ++i) ASSERT_EQ(after.y[i], before.y[i]);
  for (std::size_t i = 32; i < before.cb.size(); ++i) ASSERT_EQ(after.cb[i], before.cb[i]);
}

}  // namespace
}  // namespace spreadmap::media
