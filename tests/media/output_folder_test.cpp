#include "media/output_folder.h"

#include "media/media_testing.h"

namespace spreadmap::media {
namespace {

using testing::Folder;

TEST(OutputFolder, IsMadeAndGoesAgainWhenNothingCameIntoIt) {
  const Folder folder;
  {
    const auto made = OutputFolder::make(folder / "a/b/c");
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_TRUE(std::filesystem::is_empty(folder / "a/b/c"));
  }
  EXPECT_TRUE(folder.names().empty());
  {
    const auto made = OutputFolder::make(folder / "a/b/c");
    std::ofstream(folder / "a/b/c/frame") << "x";
  }
  EXPECT_TRUE(std::filesystem::exists(folder / "a/b/c/frame"));
}

TEST(OutputFolder, OneThatWasThereStays) {
  const Folder folder;
  { const auto made = OutputFolder::make(folder.path()); }
  EXPECT_TRUE(std::filesystem::exists(folder.path()));
}

TEST(OutputFolder, RefusesFoldersThatCannotBe) {
  const Folder folder;
  std::ofstream(folder / "file") << "x";
  const auto under_a_file = OutputFolder::make(folder / "file/below");
  ASSERT_FALSE(under_a_file);
  EXPECT_NE(under_a_file.error().message.find("Not a directory"), std::string::npos) << under_a_file.error().message;
  const auto under_proc = OutputFolder::make("/proc/none");
  ASSERT_FALSE(under_proc);
  EXPECT_EQ(under_proc.error().message.find("/proc/none: cannot be made: "), 0U) << under_proc.error().message;
}

}  // namespace
}  // namespace spreadmap::media
