#include "media/output_folder.h"

#include <unistd.h>

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
  EXPECT_TRUE(under_a_file.error().message.ends_with("file is no folder; name another"));
}

TEST(OutputFolder, NamesTheFolderThatCannotBeWrittenTo) {
  const Folder folder;
  std::filesystem::create_directory(folder / "ro");
  std::filesystem::permissions(folder / "ro", std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  const std::string ro = (folder / "ro").string();
  // Root may write everywhere; /proc refuses it too.
  const bool is_root = ::geteuid() == 0;
  const auto here = OutputFolder::make(is_root ? "/proc/self" : ro);
  ASSERT_FALSE(here);
  EXPECT_TRUE(here.error().message.starts_with(fmt::format("{}: cannot be written to: ", is_root ? "/proc/self" : ro)))
      << here.error().message;
  EXPECT_TRUE(here.error().message.ends_with("; allow writing to it or name another folder")) << here.error().message;
  if (is_root) return;
  const auto below = OutputFolder::make(folder / "ro/film.mp4.parts");
  ASSERT_FALSE(below);
  EXPECT_TRUE(below.error().message.ends_with(fmt::format("; allow writing to the folder {} or name another", ro)))
      << below.error().message;
}

}  // namespace
}  // namespace spreadmap::media
