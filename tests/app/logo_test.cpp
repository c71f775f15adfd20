// The exhibit's logo, in pictures of every kind: the same pixels whatever way they were made.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <fstream>
#include <functional>

#include "media/png.h"
#include "offscreen_stage.h"
#include "scene/layout.h"
#include "srgb_testing.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

constexpr scene::SizePx kLogoSize{960, 540};
using Rgba = std::array<std::uint8_t, 4>;
using Paint = std::function<Rgba(int x, int y)>;

class LogoTest : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override {
    stage_.reset();
    fs::remove_all(folder_);
  }

  void write_logo(const char* name, int width_px, int height_px, const Paint& paint) {
    media::Image image{width_px, height_px, {}, media::Depth::k8, true};
    for (int y = 0; y < height_px; ++y) {
      for (int x = 0; x < width_px; ++x) {
        const Rgba colour = paint(x, y);
        image.rgba.insert(image.rgba.end(), colour.begin(), colour.end());
      }
    }
    const std::vector<std::byte> bytes = media::PngEncoder().encode(image);
    std::ofstream(folder_ / name, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  }

  Result<std::unique_ptr<Stage>> make(const std::string& brand) {
    std::ofstream(folder_ / "rows.csv") << "name,day,lon,lat\nA,2019-02-01,-100,40\nB,2019-05-01,-90,35\n";
    std::ofstream(folder_ / "own.exhibit.toml") << fmt::format(
        "title = \"Own\"\ncredits = \"Sources: none\"\n[brand]\n{}\n[timeline]\nfrom = 2019-01-01\nto = 2019-12-31\n"
        "[[layers]]\nid = \"rows\"\nkind = \"partnerships\"\nlabel = \"Rows\"\nsource = \"rows.csv\"\n"
        "fields = {{ name = \"name\", first_day = \"day\", lon = \"lon\", lat = \"lat\" }}\n",
        brand);
    return offscreen_stage(folder_ / "own.exhibit.toml");
  }
  void show(const std::string& brand) {
    stage_.reset();  // one context at a time
    auto made = make(brand);
    ASSERT_TRUE(made) << made.error().message;
    stage_ = std::move(*made);
  }
  std::string error_of(const std::string& brand) {
    const auto made = make(brand);
    return made ? "no error" : made.error().message;
  }

  model::ViewState view(double playhead_d = 100.0) {
    model::ViewState view = stage_->first_view();
    view.playhead_d = playhead_d;
    return view;
  }
  static PictureSpec spec(scene::SizePx size = kLogoSize) {
    return {.size = size, .px_per_pt = scene::px_per_pt_of(size, 0.0)};
  }
  media::Image picture(const model::ViewState& view, const PictureSpec& spec) {
    media::Image image;
    stage_->picture(view, spec, image);
    return image;
  }
  static Rgba pixel(const media::Image& image, int x, int y) {
    const std::size_t at =
        4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width_px) + static_cast<std::size_t>(x));
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
  }
  /// Whole pixels of the logo's box: left, top, right, bottom.
  std::array<int, 4> box(const model::ViewState& view, const PictureSpec& spec) {
    const auto& logo = stage_->frames_of(view, spec.size, spec.px_per_pt).frame->logo;
    EXPECT_TRUE(logo);
    const auto whole = [](float px) { return static_cast<int>(std::lround(px)); };
    return logo ? std::array{whole(logo->box.left_px), whole(logo->box.top_px), whole(logo->box.right_px),
                             whole(logo->box.bottom_px)}
                : std::array<int, 4>{};
  }

  fs::path folder_ = fs::temp_directory_path() / fmt::format("spreadmap-logo-{}", getpid());
  std::unique_ptr<Stage> stage_;
};

/// Stripes finer than what a picture of this size can show, a slanted edge, and a half transparent part.
Rgba busy(int x, int y) {
  if (x > y + 200) return {0, 0, 0, 0};
  const auto alpha = static_cast<std::uint8_t>(y < 100 ? 255 : 128);
  return x % 4 < 2 ? Rgba{255, 40, 90, alpha} : Rgba{20, 200, 255, alpha};
}

TEST_F(LogoTest, IsReducedAndBlendedInLinearLight) {
  // Black and white by turns are half of the light, whatever a viewer makes of their numbers.
  write_logo("logo.png", 300, 300, [](int x, int y) -> Rgba {
    const auto level = static_cast<std::uint8_t>((x + y) % 2 == 0 ? 255 : 0);
    return {level, level, level, static_cast<std::uint8_t>(y < 150 ? 255 : 128)};
  });
  show("logo = \"logo.png\"");
  const auto [left, top, right, bottom] = box(view(), spec());
  ASSERT_EQ(right - left, bottom - top);
  const media::Image image = picture(view(), spec());
  const int middle = (left + right) / 2;
  const double half = encoded(0.5) * 255.0;
  EXPECT_NEAR(pixel(image, middle, top + 5)[0], half, 1.5);
  const double ground = decoded(stage_->world().theme(style::ThemeName::kDark).ground.r / 255.0);
  const double alpha = 128.0 / 255.0;
  EXPECT_NEAR(pixel(image, middle, bottom - 5)[0], encoded(0.5 * alpha + ground * (1.0 - alpha)) * 255.0, 1.5);
  // Without the ground it is as opaque as its file.
  PictureSpec over_nothing = spec();
  over_nothing.has_alpha = true;
  const media::Image alone = picture(view(), over_nothing);
  EXPECT_NEAR(pixel(alone, middle, bottom - 5)[3], 128, 1);
  EXPECT_NEAR(pixel(alone, middle, bottom - 5)[0], half, 2.5);
}

TEST_F(LogoTest, ByTilesIsTheWhole) {
  write_logo("logo.png", 700, 300, busy);
  const bool is_long = std::getenv("SPREADMAP_LONG_TESTS") != nullptr;
  int turn = 0;
  for (const char* place : {"bottom-right", "top-left"}) {
    ++turn;
    show(fmt::format("logo = \"logo.png\"\nlogo_place = \"{}\"", place));
    for (int kind = 0; kind < 4; ++kind) {
      if (!is_long && kind % 2 == turn % 2) continue;  // the short form takes them by turns
      PictureSpec whole = spec();
      whole.has_alpha = kind == 1;
      whole.depth = kind == 2 ? media::Depth::k16 : media::Depth::k8;
      whole.supersample = kind == 3 ? 2 : 1;
      PictureSpec tiled = whole;
      tiled.largest_tile_px = 137;
      EXPECT_TRUE(picture(view(), tiled).rgba == picture(view(), whole).rgba) << place << ", kind " << kind;
    }
  }
}

TEST_F(LogoTest, FourThousandPixelsByTilesAreTheWhole) {
  write_logo("logo.png", 700, 300, busy);
  show("logo = \"logo.png\"");
  PictureSpec tiled = spec({3840, 2160});
  tiled.largest_tile_px = 1000;
  EXPECT_TRUE(picture(view(), tiled).rgba == picture(view(), spec({3840, 2160})).rgba);
}

TEST_F(LogoTest, CachesChangeNoPixelAndAFrameAloneIsTheFrameInSequence) {
  write_logo("logo.png", 700, 300, busy);
  write_logo("light.png", 100, 300, [](int, int) { return Rgba{90, 0, 120, 200}; });
  show("logo = \"logo.png\"\nlogo_light = \"light.png\"");
  model::ViewState without = view(), light = view(), off = view();
  light.looks.theme = style::ThemeName::kLight;
  off.furniture.logo = false;
  // What stands beside the logo moves and goes.
  without.furniture.credits = without.furniture.strip = false;
  for (const model::ViewState& shown :
       {view(10.0), view(40.0), view(130.0), without, light, view(131.0), off, view(132.0)}) {
    const media::Image in_sequence = picture(shown, spec());
    stage_->renderer().set_caching(false);
    EXPECT_TRUE(picture(shown, spec()).rgba == in_sequence.rgba);
    stage_->renderer().set_caching(true);
  }
}

TEST_F(LogoTest, IsOfTheFurnitureAndCanBeLeftOut) {
  write_logo("logo.png", 200, 100, [](int, int) { return Rgba{255, 0, 255, 255}; });
  show("logo = \"logo.png\"");
  const auto [left, top, right, bottom] = box(view(), spec());
  const Rgba pink{255, 0, 255, 255};
  EXPECT_EQ(pixel(picture(view(), spec()), left, top), pink);
  EXPECT_EQ(pixel(picture(view(), spec()), right - 1, bottom - 1), pink);
  for (const auto& [part, has_logo] : {std::pair{PicturePart::kBase, false}, std::pair{PicturePart::kMarks, false},
                                       std::pair{PicturePart::kFurniture, true}}) {
    PictureSpec one = spec();
    one.part = part;
    EXPECT_EQ(pixel(picture(view(), one), left, top) == pink, has_logo) << static_cast<int>(part);
  }
  model::ViewState off = view();
  off.furniture.logo = false;
  EXPECT_FALSE(stage_->frames_of(off, kLogoSize, spec().px_per_pt).frame->logo);
  EXPECT_NE(pixel(picture(off, spec()), left, top), pink);
}

TEST_F(LogoTest, EachThemeHasItsOwn) {
  write_logo("logo.png", 64, 64, [](int, int) { return Rgba{255, 0, 255, 255}; });
  write_logo("light.png", 64, 64, [](int, int) { return Rgba{0, 0, 255, 255}; });
  show("logo = \"logo.png\"\nlogo_light = \"light.png\"");
  const auto [left, top, right, bottom] = box(view(), spec());
  model::ViewState light = view();
  light.looks.theme = style::ThemeName::kLight;
  EXPECT_EQ(pixel(picture(light, spec()), left, top), (Rgba{0, 0, 255, 255}));
  EXPECT_EQ(pixel(picture(view(), spec()), left, top), (Rgba{255, 0, 255, 255}));
}

TEST_F(LogoTest, WhatIsNoLogoIsRefusedWithItsLine) {
  const std::string place = (folder_ / "own.exhibit.toml").string() + ":4: 'brand.logo': ";
  const auto says = [&](const std::string& what) { return place + (folder_ / "logo.png").string() + ": " + what; };
  const std::string advice = "; a logo is a PNG beside the exhibit";
  EXPECT_EQ(error_of("logo = \"logo.png\""),
            says("cannot be read as PNG: it cannot be opened: No such file or directory" + advice));
  std::ofstream(folder_ / "logo.png") << "GIF89a is another format";
  EXPECT_EQ(error_of("logo = \"logo.png\""), says("cannot be read as PNG: Not a PNG file" + advice));
  std::ofstream(folder_ / "logo.png") << "";
  EXPECT_EQ(error_of("logo = \"logo.png\"").rfind(says("cannot be read as PNG: "), 0), 0U);
  write_logo("logo.png", 4097, 2, [](int, int) { return Rgba{255, 0, 255, 255}; });
  EXPECT_EQ(error_of("logo = \"logo.png\""),
            says("cannot be read as PNG: it has 4097x2 pixels, and 4096 a side is the most" + advice));
  write_logo("logo.png", 9, 9, [](int, int) { return Rgba{255, 0, 255, 0}; });
  EXPECT_EQ(error_of("logo = \"logo.png\""), says("shows nothing, all of it is transparent"));
}

}  // namespace
}  // namespace spreadmap::app
