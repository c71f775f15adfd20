#include "platform/folder_watch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace spreadmap::platform {
namespace {

namespace fs = std::filesystem;

class WatchedFolder : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const char* name, const char* text) const { std::ofstream(folder_ / name) << text; }
  fs::path folder_ = fs::temp_directory_path() / ("spreadmap-watch-" + std::to_string(getpid()));
};

TEST_F(WatchedFolder, TellsOfAFileThatIsWrittenOnce) {
  auto watch = FolderWatch::create(folder_);
  ASSERT_TRUE(watch);
  EXPECT_FALSE(watch->changed());
  write("a", "1");
  EXPECT_TRUE(watch->changed());
  EXPECT_FALSE(watch->changed());
}

TEST_F(WatchedFolder, TellsOfAFileThatIsReplacedByRenaming) {
  write("aside", "2");
  fs::create_directories(folder_ / "elsewhere");
  fs::rename(folder_ / "aside", folder_ / "elsewhere/aside");
  auto watch = FolderWatch::create(folder_);
  ASSERT_TRUE(watch);
  fs::rename(folder_ / "elsewhere/aside", folder_ / "a");
  EXPECT_TRUE(watch->changed());
}

TEST_F(WatchedFolder, DoesNotTellOfReading) {
  write("a", "3");
  auto watch = FolderWatch::create(folder_);
  ASSERT_TRUE(watch);
  std::string text;
  std::ifstream(folder_ / "a") >> text;
  EXPECT_EQ(text, "3");
  EXPECT_FALSE(watch->changed());
}

TEST_F(WatchedFolder, NamesAFolderThatIsNotThere) {
  const auto watch = FolderWatch::create(folder_ / "nosuch");
  ASSERT_FALSE(watch);
  EXPECT_NE(watch.error().message.find("nosuch"), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::platform
