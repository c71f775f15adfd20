#include "text/halo.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace spreadmap::text {
namespace {

/// A pixel of the disc: where it is from the middle, and how much of it the disc covers, 1/256.
struct DiscPixel {
  int x_px = 0, y_px = 0;
  int weight = 0;
};

std::vector<DiscPixel> disc_of(float radius_px, int margin_px) {
  std::vector<DiscPixel> disc;
  for (int y = -margin_px; y <= margin_px; ++y) {
    for (int x = -margin_px; x <= margin_px; ++x) {
      const float distance_px = std::hypot(static_cast<float>(x), static_cast<float>(y));
      const float covered = std::clamp(radius_px + 0.5F - distance_px, 0.0F, 1.0F);
      if (covered > 0.0F) disc.push_back({x, y, static_cast<int>(std::lround(covered * 256.0F))});
    }
  }
  return disc;
}

/// Where in the coverage a pixel stands.
std::size_t index_of(const GlyphBitmap& bitmap, int x, int y) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(bitmap.width_px) + static_cast<std::size_t>(x);
}

/// Whether all around it there is as much ink: then what its disc covers, that of a neighbour nearer to there covers as well.
bool is_inner(const GlyphBitmap& glyph, int x, int y, int ink) {
  if (x == 0 || y == 0 || x + 1 == glyph.width_px || y + 1 == glyph.height_px) return false;
  for (int row = y - 1; row <= y + 1; ++row) {
    const std::uint8_t* const three = &glyph.coverage[index_of(glyph, x - 1, row)];
    if (three[0] < ink || three[1] < ink || three[2] < ink) return false;
  }
  return true;
}

}  // namespace

GlyphBitmap haloed(const GlyphBitmap& glyph, float width_px) {
  if (glyph.width_px == 0 || glyph.height_px == 0) return {};
  const int margin_px = std::max(0, static_cast<int>(std::ceil(width_px)));
  GlyphBitmap halo{glyph.left_px - margin_px,
                   glyph.top_px - margin_px,
                   glyph.width_px + 2 * margin_px,
                   glyph.height_px + 2 * margin_px,
                   {}};
  halo.coverage.resize(static_cast<std::size_t>(halo.width_px) * static_cast<std::size_t>(halo.height_px));
  const auto disc = disc_of(width_px, margin_px);
  const auto middle = static_cast<int>(std::lround(std::min(width_px + 0.5F, 1.0F) * 256.0F));
  for (int y = 0; y < glyph.height_px; ++y) {
    for (int x = 0; x < glyph.width_px; ++x) {
      const int ink = glyph.coverage[index_of(glyph, x, y)];
      if (ink == 0) continue;
      if (is_inner(glyph, x, y, ink)) {
        auto& covered = halo.coverage[index_of(halo, x + margin_px, y + margin_px)];
        covered = static_cast<std::uint8_t>(std::max<int>(covered, ink * middle >> 8));
        continue;
      }
      for (const DiscPixel& pixel : disc) {
        auto& covered = halo.coverage[index_of(halo, x + margin_px + pixel.x_px, y + margin_px + pixel.y_px)];
        covered = static_cast<std::uint8_t>(std::max<int>(covered, ink * pixel.weight >> 8));
      }
    }
  }
  return halo;
}

}  // namespace spreadmap::text
