#include "vector/calm_picture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <utility>

#include "style/theme.h"

namespace spreadmap::vector {
namespace {

const std::array kWords{CalmWords{"Back in a few minutes", "This exhibit will start again by itself."},
                        CalmWords{"Volvemos en unos minutos", "Esta exposición se pondrá en marcha sola."}};

text::FontSet fonts() {
  auto loaded = text::FontSet::load(std::filesystem::path(SPREADMAP_BUILD_DIR) / "assets/fonts");
  if (!loaded) throw std::runtime_error(loaded.error().message);
  return std::move(*loaded);
}

std::uint32_t argb(Srgb8 colour) {
  return 0xFF000000U | static_cast<unsigned>(colour.r << 16 | colour.g << 8 | colour.b);
}

/// The box of the pixels that two pictures differ in; empty: left lies beyond right.
struct Ink {
  int left = 1 << 20, top = 1 << 20, right = -1, bottom = -1;
};
template <class Is>
Ink ink_of(const CalmPicture& picture, Is is) {
  Ink ink;
  for (int y = 0; y < picture.size.height_px; ++y) {
    for (int x = 0; x < picture.size.width_px; ++x) {
      if (!is(static_cast<std::size_t>(y * picture.size.width_px + x))) continue;
      ink = {std::min(ink.left, x), std::min(ink.top, y), std::max(ink.right, x), std::max(ink.bottom, y)};
    }
  }
  return ink;
}

TEST(CalmPicture, WordsAndDotsStandApartWithinTheMargins) {
  const text::FontSet set = fonts();
  for (const scene::SizePx size : {scene::SizePx{1080, 1920}, {1920, 1080}, {1080, 1080}, {2160, 3840}, {3440, 1440}}) {
    SCOPED_TRACE(size.width_px);
    const CalmPicture bare = calm_picture(size, kWords, nullptr, 0), told = calm_picture(size, kWords, &set, 0);
    const Ink words = ink_of(told, [&](std::size_t i) { return told.pixels[i] != bare.pixels[i]; });
    const Ink dots = ink_of(bare, [&](std::size_t i) { return bare.pixels[i] != argb(style::dark_theme().ground); });
    const int margin_px = 48 * std::min(size.width_px, size.height_px) / 1080;
    for (const Ink& ink : {words, dots}) {
      EXPECT_GE(ink.left, margin_px);
      EXPECT_GE(ink.top, margin_px);
      EXPECT_LT(ink.right, size.width_px - margin_px);
      EXPECT_LT(ink.bottom, size.height_px - margin_px);
    }
    EXPECT_TRUE(words.right < dots.left || words.top > dots.bottom);
  }
}

TEST(CalmPicture, AShareOfItIsBrightSoThatNoDisplaySeemsOff) {
  const CalmPicture bare = calm_picture({1080, 1920}, {}, nullptr, 0);
  const auto bright = std::ranges::count(bare.pixels, argb(style::dark_theme().partnership));
  EXPECT_GT(bright, 1080 * 1920 / 500);
  for (const std::uint32_t pixel : bare.pixels) ASSERT_EQ(pixel >> 24, 0xFFU);
}

TEST(CalmPicture, NoTurnKeepsTheSamePixels) {
  const text::FontSet set = fonts();
  for (int turn = 0; turn < 5; ++turn) {
    const CalmPicture one = calm_picture({1080, 1920}, kWords, &set, turn);
    EXPECT_NE(one.pixels, calm_picture({1080, 1920}, kWords, &set, turn + 1).pixels);
    EXPECT_EQ(one.pixels, calm_picture({1080, 1920}, kWords, &set, turn + 5).pixels);
  }
}

TEST(CalmPicture, WindowsOfAnySize) {
  const text::FontSet set = fonts();
  for (const scene::SizePx size : {scene::SizePx{0, 0}, {1, 1}, {3, 2000}, {2000, 3}, {64, 64}}) {
    const CalmPicture picture = calm_picture(size, kWords, &set, 3);
    EXPECT_EQ(picture.pixels.size(),
              static_cast<std::size_t>(size.width_px) * static_cast<std::size_t>(size.height_px));
  }
}

}  // namespace
}  // namespace spreadmap::vector
