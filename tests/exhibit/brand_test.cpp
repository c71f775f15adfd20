#include <gtest/gtest.h>

#include "base/colour.h"
#include "exhibit/load_exhibit.h"

namespace spreadmap::exhibit {
namespace {

/// An exhibit whose brand begins on line 2.
Result<Exhibit> with(const std::string& brand, const std::string& theme = "dark") {
  return parse_exhibit(
      "title = \"T\"\n" + brand + "[map]\ntheme = \"" + theme +
          "\"\n[timeline]\nfrom = 2018-01-01\nto = 2020-01-01\n[[layers]]\nid = \"points\"\nkind = \"partnerships\"\n"
          "label = \"A\"\nsource = \"a.csv\"\nfields = { name = \"n\", first_day = \"d\", lon = \"x\", lat = \"y\" }\n",
      "x.toml");
}
std::string error_of(const std::string& brand, const std::string& theme = "dark") {
  const auto exhibit = with(brand, theme);
  return exhibit ? "no error" : exhibit.error().message;
}

TEST(Brand, IsOfTheThemeThatTheExhibitNames) {
  const auto exhibit = with(
      "[brand]\nfont = \"fonts/a.ttf\"\n[brand.colours]\nground = \"#fff8e7\"\ntext = \"#222222\"\naccent = "
      "\"#aa0022\"\n",
      "light");
  ASSERT_TRUE(exhibit) << exhibit.error().message;
  EXPECT_EQ(exhibit->brand.font.file, "fonts/a.ttf");
  EXPECT_EQ(exhibit->brand.font.line, 3U);
  const style::Theme light = theme_of(*exhibit, style::ThemeName::kLight);
  EXPECT_EQ(light.ground, srgb(0xfff8e7));
  EXPECT_EQ(light.text, srgb(0x222222));
  EXPECT_EQ(light.playhead, srgb(0xaa0022));
  EXPECT_EQ(theme_of(*exhibit, style::ThemeName::kDark).ground, style::dark_theme().ground);
}

TEST(Brand, WhatCannotBeReadIsRefusedWithItsLine) {
  EXPECT_EQ(
      error_of("[brand.colours]\ntext = \"#445566\"\n"),
      "x.toml:3: 'brand.colours.text': its contrast with ground and land is 2.2, and 4.5 is needed (WCAG AA); take a "
      "brighter one");
  EXPECT_NE(error_of("[brand.colours]\nground = \"#ffffff\"\naccent = \"#ffff00\"\n", "light")
                .find("x.toml:4: 'brand.colours.accent': its contrast"),
            std::string::npos);
  EXPECT_EQ(
      error_of("[brand.colours]\nground = \"#ffffff\"\n"),
      "x.toml:3: 'brand.colours.ground': is too bright for the dark theme; take another, or set map.theme = \"light\"");
  EXPECT_EQ(
      error_of("[brand.colours]\nland = \"#000000\"\n", "light"),
      "x.toml:3: 'brand.colours.land': is too dark for the light theme; take another, or set map.theme = \"dark\"");
  EXPECT_EQ(error_of("[brand.colours]\nland = \"#11111180\"\n"),
            "x.toml:3: 'brand.colours.land': must be opaque; write it as #rrggbb");
  EXPECT_EQ(error_of("[brand]\nfont_bold = \"b.ttf\"\n"),
            "x.toml:3: 'brand.font_bold': is the bold cut of a font; add 'brand.font'");
  EXPECT_EQ(error_of("[brand]\nlogo_place = \"top-left\"\n"),
            "x.toml:3: 'brand.logo_place': is of a logo; add 'brand.logo'");
  EXPECT_EQ(
      error_of("[brand]\nlogo = \"l.png\"\nlogo_place = \"top\"\n"),
      "x.toml:4: 'brand.logo_place': unknown value 'top'; known here: bottom-right, bottom-left, top-left, top-right");
  EXPECT_EQ(error_of("[brand]\nlogo = \"l.png\"\nlogo_height_pt = 121\n"),
            "x.toml:4: 'brand.logo_height_pt': expected a number from 16 to 120, got 121");
  EXPECT_EQ(error_of("[brand]\nfnot = \"b.ttf\"\n"), "x.toml:3: unknown key 'fnot'; did you mean 'font'?");
}

}  // namespace
}  // namespace spreadmap::exhibit
