#include "media/atomic_file.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "media/media_testing.h"

namespace spreadmap::media {
namespace {

using testing::contents;
using testing::Folder;

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

TEST(AtomicFile, WritesAndReplaces) {
  const Folder folder;
  ASSERT_TRUE(write_file_atomically(folder / "a.bin", bytes_of("first, and longer")));
  ASSERT_TRUE(write_file_atomically(folder / "a.bin", bytes_of("second")));
  EXPECT_EQ(contents(folder / "a.bin"), "second");
  ASSERT_TRUE(write_file_atomically(folder / "empty", {}));
  EXPECT_EQ(contents(folder / "empty"), "");
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"a.bin", "empty"}));
}

TEST(AtomicFile, ALeftOverOfAKilledRunDoesNotMatter) {
  const Folder folder;
  std::ofstream(folder / ".a.bin.part") << "half of something much longer";
  ASSERT_TRUE(write_file_atomically(folder / "a.bin", bytes_of("whole")));
  EXPECT_EQ(contents(folder / "a.bin"), "whole");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.bin"});
}

TEST(AtomicFile, WritesIntoTheCurrentFolder) {
  const Folder folder;
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  const Result<void> written = write_file_atomically("plain.txt", bytes_of("here"));
  std::filesystem::current_path(before);
  ASSERT_TRUE(written) << written.error().message;
  EXPECT_EQ(contents(folder / "plain.txt"), "here");
}

TEST(AtomicFile, SaysWhatIsWrongWithTheFolder) {
  const Folder folder;
  std::ofstream(folder / "file") << "x";
  const std::string missing = (folder / "none").string();
  EXPECT_EQ(
      write_file_atomically(missing + "/a", bytes_of("x")).error().message,
      missing + "/a: cannot be written: No such file or directory; make the folder " + missing + " or name another");
  const std::string file = (folder / "file").string();
  EXPECT_EQ(write_file_atomically(file + "/a", bytes_of("x")).error().message,
            file + "/a: cannot be written: Not a directory; make the folder " + file + " or name another");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"file"});
}

TEST(AtomicFile, ReplacesNeitherFoldersNorDevices) {
  const Folder folder;
  std::filesystem::create_directory(folder / "sub");
  EXPECT_EQ(write_file_atomically(folder / "sub", bytes_of("x")).error().message,
            (folder / "sub").string() + ": cannot be written: Is a directory; it is a folder: name a file");
  EXPECT_NE(write_file_atomically("/dev/null", bytes_of("x")).error().message.find("name a file"), std::string::npos);
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"sub"});
}

TEST(AtomicFile, FoldersInWhichNobodyMayWrite) {
  // Also for root: nobody makes files in /proc.
  const Result<void> written = write_file_atomically("/proc/a.png", bytes_of("x"));
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().message.find("/proc/a.png: cannot be written: "), 0U) << written.error().message;
}

TEST(AtomicFile, AFullDiskLeavesTheOldFileAndNoTemporary) {
  const Folder folder;
  ASSERT_TRUE(write_file_atomically(folder / "a.bin", bytes_of("old")));
  const pid_t child = ::fork();
  if (child == 0) {
    // The limit on the size of files stands for the full disk: write() fails halfway in the same manner.
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1000, 1000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const Result<void> written = write_file_atomically(folder / "a.bin", bytes_of(std::string(5000, 'n')));
    const bool clear = !written && written.error().message.find("File too large; raise the limit") != std::string::npos;
    ::_exit(clear ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(contents(folder / "a.bin"), "old");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"a.bin"});
}

TEST(AtomicFile, SaysWhatToDoAboutAFullDisk) {
  EXPECT_EQ(write_error("frames/000001.png", ENOSPC).message,
            "frames/000001.png: cannot be written: No space left on device; free some space or write to another disk");
}

TEST(PendingFile, IsRemovedUnlessCommitted) {
  const Folder folder;
  {
    Result<PendingFile> pending = PendingFile::create(folder / "film.mp4");
    ASSERT_TRUE(pending);
    std::ofstream(pending->temporary()) << "half";
    const PendingFile moved = std::move(*pending);
    EXPECT_EQ(folder.names(), std::vector<std::string>{".film.mp4.part"});
  }
  EXPECT_TRUE(folder.names().empty());
  Result<PendingFile> pending = PendingFile::create(folder / "film.mp4");
  std::ofstream(pending->temporary()) << "whole";
  ASSERT_TRUE(pending->commit());
  EXPECT_EQ(contents(folder / "film.mp4"), "whole");
  EXPECT_EQ(folder.names(), std::vector<std::string>{"film.mp4"});
}

}  // namespace
}  // namespace spreadmap::media
