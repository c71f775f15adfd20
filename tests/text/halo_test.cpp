#include "text/halo.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace spreadmap::text {
namespace {

std::uint8_t at(const GlyphBitmap& bitmap, int x_px, int y_px) {
  const int x = x_px - bitmap.left_px, y = y_px - bitmap.top_px;
  if (x < 0 || y < 0 || x >= bitmap.width_px || y >= bitmap.height_px) return 0;
  return bitmap
      .coverage[static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap.width_px) + static_cast<std::size_t>(x)];
}

// The law that the docstring states, by looking from each pixel instead of from the ink.
RC_GTEST_PROP(Halo, HasTheMostThatTheDiscAboutAPixelSees, ()) {
  GlyphBitmap glyph{
      *rc::gen::inRange(-9, 9), *rc::gen::inRange(-9, 9), *rc::gen::inRange(1, 9), *rc::gen::inRange(1, 9), {}};
  glyph.coverage = *rc::gen::container<std::vector<std::uint8_t>>(
      static_cast<std::size_t>(glyph.width_px) * static_cast<std::size_t>(glyph.height_px),
      rc::gen::arbitrary<std::uint8_t>());
  const auto width_px = static_cast<float>(*rc::gen::inRange(0, 17)) * 0.25F;
  const GlyphBitmap halo = haloed(glyph, width_px);
  const int reach = static_cast<int>(std::ceil(width_px)) + 1;
  for (int y = glyph.top_px - reach; y < glyph.top_px + glyph.height_px + reach; ++y) {
    for (int x = glyph.left_px - reach; x < glyph.left_px + glyph.width_px + reach; ++x) {
      double most = 0.0;
      for (int dy = -reach; dy <= reach; ++dy) {
        for (int dx = -reach; dx <= reach; ++dx) {
          const double share = std::clamp(static_cast<double>(width_px) + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
          most = std::max(most, share * at(glyph, x + dx, y + dy));
        }
      }
      RC_ASSERT(std::abs(at(halo, x, y) - most) <= 1.5);
    }
  }
}

TEST(Halo, OfNothingIsNothing) {
  const GlyphBitmap halo = haloed({}, 3.0F);
  EXPECT_EQ(halo.width_px, 0);
  EXPECT_TRUE(halo.coverage.empty());
}

}  // namespace
}  // namespace spreadmap::text
