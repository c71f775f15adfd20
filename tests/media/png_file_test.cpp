#include "media/png_file.h"

#include "media/media_testing.h"
#include "media/png.h"

namespace spreadmap::media {
namespace {

using testing::Folder;
using testing::noise_of;

/// Rows [first, first + count) of an image.
Image rows_of(const Image& image, int first, int count) {
  Image rows{image.width_px, count, {}, image.depth, image.has_alpha};
  const auto begin = image.rgba.begin() + static_cast<std::ptrdiff_t>(image.row_bytes()) * first;
  rows.rgba.assign(begin, begin + static_cast<std::ptrdiff_t>(image.row_bytes()) * count);
  // Of the same number on all of its tiles, of which several bands are compressed.
  const auto tile_rows = static_cast<std::size_t>((count + kImageTile_px - 1) / kImageTile_px);
  rows.tile_stamps.assign(rows.tile_columns() * tile_rows, static_cast<std::uint64_t>(first) + 1);
  return rows;
}

TEST(PngFile, HasThePixelsOfItsBands) {
  for (const Depth depth : {Depth::k8, Depth::k16}) {
    for (const bool has_alpha : {false, true}) {
      const Folder folder;
      // More than one chunk, the last band shorter than the others.
      const Image image = noise_of(700, 1003, depth, has_alpha, 3);
      auto file = PngFile::create(folder / "a.png", image);
      ASSERT_TRUE(file) << file.error().message;
      for (int first = 0; first < image.height_px; first += 96)
        ASSERT_TRUE(file->add(rows_of(image, first, std::min(96, image.height_px - first))));
      EXPECT_EQ(folder.names(), std::vector<std::string>{".a.png.part"}) << "not there before it is whole";
      ASSERT_TRUE(file->commit());
      EXPECT_EQ(folder.names(), std::vector<std::string>{"a.png"});
      const auto read = read_png((folder / "a.png").string());
      ASSERT_TRUE(read) << read.error().message;
      EXPECT_TRUE(read->rgba == image.rgba);
      EXPECT_EQ(read->has_alpha, has_alpha);
    }
  }
}

TEST(PngFile, LeavesNothingWhenItIsGivenUp) {
  const Folder folder;
  {
    auto file = PngFile::create(folder / "a.png", noise_of(8, 32, Depth::k8, false, 1));
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->add(noise_of(8, 16, Depth::k8, false, 1)));
  }
  EXPECT_TRUE(folder.names().empty());
}

TEST(PngFile, SaysWhereItCannotBeWritten) {
  const Folder folder;
  const auto file = PngFile::create(folder / "none/a.png", noise_of(8, 32, Depth::k8, false, 1));
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().message.find("none/a.png: cannot be written: "), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::media
