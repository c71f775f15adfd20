#include "media/png.h"

#include <rapidcheck/gtest.h>

#include "media/media_testing.h"

namespace spreadmap::media {
namespace {

using testing::dotted_image;
using testing::flat_image;
using testing::Folder;
using testing::noise_image;
using testing::noise_of;

void write(const std::filesystem::path& file, const std::vector<std::byte>& bytes) {
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

void expect_round_trip(PngEncoder& encoder, const Image& image) {
  const Folder folder;
  write(folder / "a.png", encoder.encode(image));
  const Result<Image> read = read_png((folder / "a.png").string());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->width_px, image.width_px);
  EXPECT_EQ(read->height_px, image.height_px);
  EXPECT_TRUE(read->rgba == image.rgba) << image.width_px << " x " << image.height_px;
}

TEST(Png, KeepsEveryPixel) {
  PngEncoder encoder;
  for (const auto& [width_px, height_px] :
       {std::pair{1, 1}, {2, 1}, {1, 2}, {3, 5}, {7, 1}, {1, 9}, {257, 3}, {640, 361}, {33, 1000}}) {
    expect_round_trip(encoder, flat_image(width_px, height_px, {255, 0, 127}));
    expect_round_trip(encoder, noise_image(width_px, height_px, 1));
    expect_round_trip(encoder, dotted_image(width_px, height_px, 2));
  }
}

TEST(Png, KeepsEveryKindOfPixel) {
  PngEncoder encoder;
  for (const Depth depth : {Depth::k8, Depth::k16}) {
    for (const bool has_alpha : {false, true}) {
      const Folder folder;
      const Image image = noise_of(123, 77, depth, has_alpha, 11);
      write(folder / "a.png", encoder.encode(image));
      const Result<Image> read = read_png((folder / "a.png").string());
      ASSERT_TRUE(read) << read.error().message;
      EXPECT_EQ(read->depth, depth);
      EXPECT_EQ(read->has_alpha, has_alpha);
      EXPECT_TRUE(read->rgba == image.rgba) << has_alpha;
    }
  }
}

TEST(Png, KeepsEveryPixelOfTheLargestUsualFrame) {
  PngEncoder encoder;
  expect_round_trip(encoder, dotted_image(3840, 2160, 3));
  expect_round_trip(encoder, noise_image(1921, 1081, 4));
}

TEST(Png, BytesDependOnThePixelsAlone) {
  PngEncoder used, fresh;
  used.encode(noise_image(500, 300, 5));
  used.encode(dotted_image(64, 64, 6));
  const Image image = dotted_image(321, 123, 7);
  const std::vector<std::byte> first = used.encode(image);
  EXPECT_TRUE(first == used.encode(image));
  EXPECT_TRUE(first == fresh.encode(image));
  Image other_alpha = image;
  for (std::size_t i = 3; i < other_alpha.rgba.size(); i += 4) other_alpha.rgba[i] = 7;
  EXPECT_TRUE(first == fresh.encode(other_alpha)) << "alpha is dropped";
}

TEST(Png, AFrameAfterOthersIsTheSameFrame) {
  PngEncoder used;
  for (unsigned seed = 0; seed < 6; ++seed) {
    // Mostly the frame before, with a few rows changed; then the same again; then another size.
    Image image = dotted_image(200, 101, 1);
    const std::size_t begin = std::size_t{9000} * seed;
    for (std::size_t i = begin; i < begin + 400; ++i) image.rgba[i] = static_cast<std::uint8_t>(i % 251);
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) image.rgba[i] = 255;
    for (int again = 0; again < 2; ++again) {
      PngEncoder fresh;
      EXPECT_TRUE(used.encode(image) == fresh.encode(image)) << seed;
      expect_round_trip(used, image);
    }
    expect_round_trip(used, dotted_image(200, 90 + static_cast<int>(seed), 1));
    expect_round_trip(used, dotted_image(101, 200, 1));
  }
}

/// Changes a rectangle to one of few colours: as often as not to what is there, or to another ground.
void change_somewhere(Image& image) {
  const auto below = [](int end) { return *rc::gen::inRange(0, end); };
  const int left = below(image.width_px), top = below(image.height_px);
  const int right = std::min(image.width_px, left + 1 + below(9)),
            bottom = std::min(image.height_px, top + 1 + below(3));
  const auto value = *rc::gen::element<std::uint8_t>(0, 11, 14, 127, 128, 255);
  const int samples = image.has_alpha ? 4 : 3;
  const std::size_t sample_bytes = image.pixel_bytes() / 4;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      std::uint8_t* pixel = image.rgba.data() + image.row_bytes() * static_cast<std::size_t>(y) +
                            image.pixel_bytes() * static_cast<std::size_t>(x);
      std::fill_n(pixel, sample_bytes * static_cast<std::size_t>(samples), value);
    }
  }
}

/// Gives tiles that differ a stamp that was never there before, and some others too; or says nothing of any.
void stamp_changes(const Image& before, Image& image) {
  static std::uint64_t last = 0;
  ++last;
  const std::size_t columns = image.tile_columns(), tile_px = kImageTile_px;
  image.tile_stamps.resize(columns * ((static_cast<std::size_t>(image.height_px) + tile_px - 1) / tile_px), last);
  for (std::uint64_t& stamp : image.tile_stamps) {
    if (*rc::gen::inRange(0, 8) == 0) stamp = last;
  }
  for (std::size_t at = 0; at < image.rgba.size(); ++at) {
    const std::size_t row = at / image.row_bytes(), column = at % image.row_bytes() / image.pixel_bytes();
    if (image.rgba[at] != before.rgba[at]) image.tile_stamps[row / tile_px * columns + column / tile_px] = last;
  }
  if (*rc::gen::inRange(0, 4) == 0) image.tile_stamps.clear();
}

RC_GTEST_PROP(Png, AFrameAfterSmallChangesIsTheSameFrame, ()) {
  const Depth depth = *rc::gen::element(Depth::k8, Depth::k16);
  const bool has_alpha = *rc::gen::arbitrary<bool>();
  const int width_px = *rc::gen::element(1, 2, 32, 43, 64, 85, 86, 87, 172, 173, 259);
  const int height_px = *rc::gen::element(1, 2, 15, 16, 17, 33, 81);
  Image image = noise_of(width_px, height_px, depth, has_alpha, *rc::gen::arbitrary<unsigned>());
  // Noise in a band leaves the code of the look; without it the bits are those of the look.
  if (*rc::gen::arbitrary<bool>()) {
    for (std::size_t i = 0; i < image.rgba.size(); ++i)
      if (i % image.pixel_bytes() < image.pixel_bytes() * 3 / 4) image.rgba[i] = 20;
  }
  PngEncoder used;
  for (int frame = 0; frame < 6; ++frame) {
    PngEncoder fresh;
    const std::vector<std::byte>& bytes = used.encode(image);
    RC_ASSERT(bytes == fresh.encode(image));
    const Folder folder;
    write(folder / "a.png", bytes);
    const Result<Image> read = read_png((folder / "a.png").string());
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->rgba == image.rgba);
    const Image before = image;
    for (int change = *rc::gen::inRange(0, 4); change > 0; --change) change_somewhere(image);
    stamp_changes(before, image);
  }
}

TEST(Png, SaysThatItIsSrgb) {
  PngEncoder encoder;
  const std::vector<std::byte>& bytes = encoder.encode(flat_image(2, 2, {1, 2, 3}));
  const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  EXPECT_NE(text.find("sRGB"), std::string::npos);
}

TEST(Png, IsSmall) {
  PngEncoder encoder;
  EXPECT_LT(encoder.encode(flat_image(1920, 1080, {11, 14, 24})).size(), 40'000U);
  EXPECT_LT(encoder.encode(dotted_image(1920, 1080, 8)).size(), 60'000U);
  EXPECT_LT(encoder.encode(noise_image(1920, 1080, 9)).size(), 1920U * 1080U * 3U * 102U / 100U);
}

TEST(Png, ReadingSaysWhatIsWrong) {
  const Folder folder;
  const std::string missing = (folder / "none.png").string();
  EXPECT_EQ(read_png(missing).error().message.find(missing + ": cannot be read as PNG: "), 0U);
  PngEncoder encoder;
  std::vector<std::byte> bytes = encoder.encode(noise_image(20, 20, 10));
  bytes.resize(bytes.size() / 2);
  write(folder / "half.png", bytes);
  EXPECT_FALSE(read_png((folder / "half.png").string()));
}

}  // namespace
}  // namespace spreadmap::media
