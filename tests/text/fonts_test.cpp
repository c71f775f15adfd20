#include "text/fonts.h"

#include <unistd.h>

#include <fstream>
#include <string>

#include "text/test_fonts.h"

namespace spreadmap::text {
namespace {

/// A folder of its own with links to the build's fonts, removed afterwards.
class FontFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    for (const auto& font : std::filesystem::directory_iterator(kFontFolder)) {
      std::filesystem::create_symlink(font.path(), folder_ / font.path().filename());
    }
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void replace(const char* file, const std::string& bytes) {
    std::filesystem::remove(folder_ / file);
    std::ofstream(folder_ / file, std::ios::binary) << bytes;
  }
  std::string error() {
    const Result<FontSet> set = FontSet::load(folder_);
    return set ? "" : set.error().message;
  }

  // One folder a process: ctest runs tests side by side.
  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) / ("spreadmap-fonts-" + std::to_string(getpid()));
};

TEST_F(FontFolder, IsReadWhereItLies) {
  Result<FontSet> set = FontSet::load(folder_);
  ASSERT_TRUE(set) << set.error().message;
  EXPECT_EQ(set->font_file(0), folder_ / "Inter-Regular.otf");
  const float before_px = set->shape("Ring", {}).width_px;
  const FontSet moved = std::move(*set);
  EXPECT_EQ(moved.shape("Ring", {}).width_px, before_px);
  EXPECT_FALSE(moved.rasterize(0, moved.shape("R", {}).glyphs.front().glyph_id, 16.0F, 0).coverage.empty());
}

TEST_F(FontFolder, AFontOfOnesOwnStandsInPlaceOfInterWhichHasWhatItLacks) {
  const OwnFont hebrew{folder_ / "NotoSansHebrew-Regular.ttf", "x.toml:3: 'brand.font'"};
  const OwnFont bold{folder_ / "NotoSansThai-Regular.ttf", "x.toml:4: 'brand.font_bold'"};
  const Result<FontSet> set = FontSet::load(folder_, hebrew, bold);
  ASSERT_TRUE(set) << set.error().message;
  const auto file_of = [&](std::string_view utf8, Face face) {
    return set->font_file(set->shape(utf8, {.face = face}).glyphs.front().font).filename().string();
  };
  EXPECT_EQ(file_of("ש", Face::kRegular), "NotoSansHebrew-Regular.ttf");
  EXPECT_EQ(file_of("ก", Face::kDisplayBold), "NotoSansThai-Regular.ttf");
  EXPECT_EQ(file_of("Я", Face::kRegular), "Inter-Regular.otf");
  EXPECT_EQ(file_of("Я", Face::kDisplayBold), "InterDisplay-Bold.otf");
  EXPECT_EQ(file_of("ب", Face::kBold), "NotoSansArabic-Regular.ttf");
  EXPECT_EQ(set->own_family(), "Noto Sans Hebrew");
  EXPECT_EQ(FontSet::load(folder_)->own_family(), "");
  // Without a bold cut there is one weight.
  EXPECT_EQ(FontSet::load(folder_, hebrew)->font_file(static_cast<std::uint16_t>(Face::kBold)), hebrew.file);
}

TEST_F(FontFolder, AnOwnFontThatIsNoneIsSaidWithItsLine) {
  replace("mine.ttf", "not a font");
  const auto error_of = [&](const char* file) {
    return FontSet::load(folder_, {folder_ / file, "x.toml:3: 'brand.font'"}).error().message;
  };
  EXPECT_EQ(error_of("mine.ttf"), "x.toml:3: 'brand.font': " + (folder_ / "mine.ttf").string() +
                                      ": is not a font, or a damaged one; name a .ttf or .otf file that is there");
  EXPECT_NE(error_of("none.ttf").find("No such file"), std::string::npos);
}

TEST_F(FontFolder, AMissingFolderNamesTheFile) {
  std::filesystem::remove_all(folder_);
  EXPECT_NE(error().find((folder_ / "Inter-Regular.otf").string()), std::string::npos) << error();
  EXPECT_NE(error().find("No such file"), std::string::npos) << error();
}

TEST_F(FontFolder, AMissingFallbackIsMissedAtLoad) {
  std::filesystem::remove(folder_ / "NotoSansThai-Regular.ttf");
  EXPECT_NE(error().find("NotoSansThai-Regular.ttf"), std::string::npos) << error();
}

TEST_F(FontFolder, ADamagedFileIsNamed) {
  for (const std::string bytes : {"", "not a font", "OTTO", "OTTO\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f"}) {
    replace("Inter-Bold.otf", bytes);
    EXPECT_NE(error().find("Inter-Bold.otf"), std::string::npos) << bytes;
  }
  std::filesystem::remove(folder_ / "Inter-Bold.otf");
  std::filesystem::create_directory(folder_ / "Inter-Bold.otf");
  EXPECT_NE(error().find("Inter-Bold.otf"), std::string::npos) << "a folder by that name";
}

TEST(Fonts, TheSameLineIsTheSameReference) {
  const TextStyle style{.size_px = 20.0F};
  const ShapedText& first = fonts().shape("405 agencies", style);
  for (int i = 0; i < 1000; ++i) static_cast<void>(fonts().shape(std::to_string(i), style));
  EXPECT_EQ(&fonts().shape("405 agencies", style), &first);
  EXPECT_EQ(&fonts().shape(std::string("405 ") + "agencies", style), &first);
  EXPECT_NE(&fonts().shape("405 agencies", {.size_px = 21.0F}), &first);
}

TEST(Fonts, ALineIsTheSameAfterItWasForgotten) {
  const ShapedText before = fonts().shape("Ring שלום", {});
  fonts().trim(0);
  const ShapedText& after = fonts().shape("Ring שלום", {});
  EXPECT_EQ(glyph_ids(after), glyph_ids(before));
  EXPECT_EQ(after.width_px, before.width_px);
}

}  // namespace
}  // namespace spreadmap::text
