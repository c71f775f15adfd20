#include "style/seen_theme.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstring>

namespace spreadmap::style {
namespace {

// All of a theme's colours stand before its ring.
using Colours = std::array<Srgb8, offsetof(Theme, ring) / sizeof(Srgb8)>;

Colours colours_of(const Theme& theme) {
  Colours colours;
  std::memcpy(static_cast<void*>(colours.data()), static_cast<const void*>(&theme), sizeof(colours));
  return colours;
}

TEST(SeenTheme, NoColourIsLeftOut) {
  for (const Vision vision : {Vision::kFull, Vision::kProtan, Vision::kDeutan, Vision::kTritan}) {
    for (const Theme* theme : {&dark_theme(), &light_theme()}) {
      const Colours own = colours_of(*theme), seen = colours_of(seen_with(vision, *theme));
      for (std::size_t i = 0; i < own.size(); ++i) EXPECT_EQ(seen[i], seen_with(vision, own[i])) << "colour " << i;
    }
  }
}

TEST(SeenTheme, AFullViewChangesNothing) {
  EXPECT_EQ(colours_of(seen_with(Vision::kFull, dark_theme())), colours_of(dark_theme()));
  EXPECT_EQ(seen_with(Vision::kDeutan, dark_theme()).place_label_pt, dark_theme().place_label_pt);
}

}  // namespace
}  // namespace spreadmap::style
