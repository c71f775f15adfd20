#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <map>
#include <thread>

#include "media/frame_sink.h"
#include "media/media_testing.h"
#include "media/output_folder.h"
#include "media/png.h"
#include "media/sha256.h"

namespace spreadmap::media {
namespace {

using testing::contents;
using testing::dotted_image;
using testing::Folder;
using testing::noise_image;

std::unique_ptr<FrameSink> sink_of(const std::filesystem::path& pattern, int threads) {
  return make_png_sink(*FramePattern::parsed(pattern.string()), threads,
                       [](const MadeUnit&) { return Result<void>{}; });
}

Image frame(int index) { return dotted_image(320, 180, static_cast<unsigned>(index)); }

TEST(PngSink, WritesEveryFrameInMissingFolders) {
  const Folder folder;
  const auto made = OutputFolder::make(folder / "a/b");
  ASSERT_TRUE(made) << made.error().message;
  auto sink = sink_of(folder / "a/b/%03d.png", 3);
  for (int i = 0; i < 40; ++i) ASSERT_TRUE(sink->put(i, frame(i)));
  ASSERT_TRUE(sink->finish());
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "a/b")) {
    const std::string name = entry.path().filename().string();
    EXPECT_EQ(read_png(entry.path().string())->rgba, frame(std::stoi(name)).rgba) << name;
    ++files;
  }
  EXPECT_EQ(files, 40);
}

TEST(PngSink, BytesDoNotDependOnTheNumberOfThreads) {
  const Folder one, four;
  for (const auto& [folder, threads] : {std::pair{&one, 1}, {&four, 4}}) {
    auto sink = sink_of(*folder / "%d.png", threads);
    for (int i = 0; i < 12; ++i) ASSERT_TRUE(sink->put(i, frame(i)));
    ASSERT_TRUE(sink->finish());
  }
  for (const std::string& name : one.names()) EXPECT_EQ(contents(one / name), contents(four / name)) << name;
}

TEST(PngSink, GivesBuffersBack) {
  const Folder folder;
  auto sink = sink_of(folder / "%d.png", 2);
  int back = 0;
  for (int i = 0; i < 50; ++i) {
    const Result<Image> buffer = sink->put(i, frame(i));
    ASSERT_TRUE(buffer);
    back += buffer->rgba.empty() ? 0 : 1;
  }
  // At most one waits and two are at work; the rest has come back, give or take a worker that has just written its last
  // one.
  EXPECT_GE(back, 45);
  ASSERT_TRUE(sink->finish());
}

TEST(PngSink, ASingleFileTakesOneFrame) {
  const Folder folder;
  auto sink = sink_of(folder / "still.png", 2);
  ASSERT_TRUE(sink->put(0, frame(0)));
  const Result<Image> second = sink->put(1, frame(1));
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message.find("put their number into the name"), std::string::npos) << second.error().message;
  ASSERT_TRUE(sink->finish());
  EXPECT_EQ(read_png((folder / "still.png").string())->rgba, frame(0).rgba);
}

TEST(PngSink, TellsWhatIsOnDisk) {
  const Folder folder;
  std::map<int, MadeUnit> units;
  auto sink = make_png_sink(*FramePattern::parsed((folder / "%d.png").string()), 3, [&units](const MadeUnit& done) {
    units.emplace(done.unit, done);
    return Result<void>{};
  });
  for (const int i : {3, 4, 9}) ASSERT_TRUE(sink->put(i, frame(i)));
  ASSERT_TRUE(sink->finish());
  ASSERT_EQ(units.size(), 3U);
  for (const auto& [index, unit] : units) {
    EXPECT_EQ(unit.file, folder / fmt::format("{}.png", index));
    EXPECT_EQ(unit.sha256, *sha256_of_file(unit.file));
    EXPECT_EQ(unit.frame_sha256, std::vector{unit.sha256});
  }
}

TEST(PngSink, UnfinishedLeavesWholeFramesOnly) {
  const Folder folder;
  {
    auto sink = sink_of(folder / "%d.png", 2);
    for (int i = 0; i < 8; ++i) ASSERT_TRUE(sink->put(i, frame(i)));
  }
  for (const std::string& name : folder.names()) {
    ASSERT_NE(name.front(), '.') << name;
    EXPECT_TRUE(read_png((folder / name).string())) << name;
  }
}

/// Runs `work` in a process of its own; its exit status, or minus the signal that ended it.
template <class Work>
pid_t in_child(Work work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  return child;
}

int status_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

TEST(PngSink, AKilledRunLeavesWholeFramesUnderTheirNames) {
  const Folder folder;
  const pid_t child = in_child([&folder] {
    auto sink = sink_of(folder / "%d.png", 2);
    for (int i = 0;; ++i) {
      if (!sink->put(i, noise_image(300, 200, static_cast<unsigned>(i)))) return 1;
    }
  });
  while (!std::filesystem::exists(folder / "20.png")) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  ::kill(child, SIGKILL);
  EXPECT_EQ(status_of(child), -SIGKILL);
  int whole = 0;
  for (const std::string& name : folder.names()) {
    if (name.front() == '.') continue;
    const Result<Image> read = read_png((folder / name).string());
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_TRUE(read->rgba == noise_image(300, 200, static_cast<unsigned>(std::stoi(name))).rgba) << name;
    ++whole;
  }
  EXPECT_GE(whole, 20);
}

TEST(PngSink, AFullDiskIsSaidByALaterCallAndLeavesNothingHalf) {
  const Folder folder;
  const pid_t child = in_child([&folder] {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{20'000, 20'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    auto sink = sink_of(folder / "%d.png", 2);
    // Frame 3 is noise and does not fit; those before it do.
    int index = 0;
    while (index < 100 && sink->put(index, index == 3 ? noise_image(320, 180, 1) : frame(index))) ++index;
    const Result<void> end = sink->finish();
    const Result<Image> after = sink->put(index, frame(index));
    const std::string file = (folder / "3.png").string();
    if (end || after || index == 100) return 1;
    if (end.error().message.find(file + ": cannot be written: File too large; ") != 0) return 2;
    return end.error().message == after.error().message ? 0 : 3;
  });
  EXPECT_EQ(status_of(child), 0);
  EXPECT_FALSE(std::filesystem::exists(folder / "3.png"));
  for (const std::string& name : folder.names()) {
    ASSERT_NE(name.front(), '.') << name;
    EXPECT_TRUE(read_png((folder / name).string())) << name;
  }
}

}  // namespace
}  // namespace spreadmap::media
