#include "media/claim.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "media/atomic_file.h"
#include "media/media_testing.h"

namespace spreadmap::media {
namespace {

using testing::contents;
using testing::Folder;

std::string said(const OrRefused<Claim>& claim) { return claim ? "" : claim.error().message; }

TEST(Claim, OneShareIsTakenOnce) {
  const Folder folder;
  auto first = Claim::take(folder.path(), {2, 3});
  ASSERT_TRUE(first) << said(first);
  EXPECT_EQ(said(Claim::take(folder.path(), {2, 3})),
            folder.path().string() +
                ": this share is being written there by another process; wait until it ends, or name another --out");
  EXPECT_EQ(Claim::take(folder.path(), {2, 3}).error().kind, Refusal::kBusy);
  { EXPECT_TRUE(Claim::take(folder.path(), {1, 3})) << "shares go together"; }
  EXPECT_NE(said(Claim::take(folder.path(), {})).find("a share of an export is being written"), std::string::npos);
  EXPECT_NE(said(Claim::take(folder.path(), {1, 2})).find("another export is being written"), std::string::npos)
      << "its frames are those of others";
}

TEST(Claim, TheWholeGoesWithNothing) {
  const Folder folder;
  const auto whole = Claim::take(folder.path(), {});
  ASSERT_TRUE(whole) << said(whole);
  EXPECT_NE(said(Claim::take(folder.path(), {})).find("an export is being written"), std::string::npos);
  EXPECT_NE(said(Claim::take(folder.path(), {1, 2})).find("another export is being written"), std::string::npos);
}

TEST(Claim, HoldsWhileItsJournalIsReplacedAndTakenAway) {
  const Folder folder;
  auto claim = Claim::take(folder.path(), {});
  ASSERT_TRUE(claim) << said(claim);
  ASSERT_TRUE(claim->begin_journal("head\n"));
  EXPECT_FALSE(Claim::take(folder.path(), {}));
  ASSERT_TRUE(claim->append("line\n"));
  ASSERT_TRUE(claim->begin_journal("other\n"));
  ASSERT_TRUE(claim->append("line\n"));
  EXPECT_FALSE(Claim::take(folder.path(), {}));
  EXPECT_EQ(contents(claim->journal()), "other\nline\n");
  claim->drop_journal();
  auto next = Claim::take(folder.path(), {});
  ASSERT_TRUE(next) << said(next);
  ASSERT_TRUE(next->begin_journal("next\n"));
  claim->drop_journal();
  EXPECT_EQ(contents(next->journal()), "next\n") << "a journal of somebody else is left alone";
}

TEST(Claim, LeavesOnlyAJournalInWhichSomethingStands) {
  const Folder folder;
  { EXPECT_TRUE(Claim::take(folder.path(), {1, 2})); }
  EXPECT_TRUE(folder.names().empty());
  { EXPECT_TRUE(Claim::take(folder.path(), {1, 2})->begin_journal("head\n")); }
  EXPECT_EQ(folder.names(), std::vector<std::string>{"frames.1-of-2.journal"});
  EXPECT_FALSE(holds_nothing(folder.path()));
  std::ofstream(folder / "frames.1-of-2.journal") << "";
  EXPECT_TRUE(holds_nothing(folder.path()));
  EXPECT_TRUE(holds_nothing(folder / "none"));
}

/// A process that takes what it is told to, says so, and waits.
template <class Take>
pid_t holder(Take&& take) {
  std::array<int, 2> pipe{};
  EXPECT_EQ(::pipe(pipe.data()), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto held = take();
    const char word = held ? 'y' : 'n';
    if (::write(pipe[1], &word, 1) != 1) ::_exit(1);
    while (true) ::pause();
  }
  char word = 0;
  EXPECT_EQ(::read(pipe[0], &word, 1), 1);
  EXPECT_EQ(word, 'y');
  ::close(pipe[0]);
  ::close(pipe[1]);
  return child;
}

void kill_9(pid_t child) {
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
}

TEST(Claim, AKilledProcessHoldsNothing) {
  const Folder folder;
  const pid_t child = holder([&] { return Claim::take(folder.path(), {1, 2}); });
  EXPECT_FALSE(Claim::take(folder.path(), {1, 2}));
  EXPECT_FALSE(Claim::take(folder.path(), {}));
  kill_9(child);
  EXPECT_TRUE(Claim::take(folder.path(), {1, 2}));
  EXPECT_TRUE(Claim::take(folder.path(), {}));
  EXPECT_TRUE(folder.names().empty());
}

TEST(PendingFile, IsWrittenByOneProcessAtATime) {
  const Folder folder;
  const pid_t child = holder([&] { return PendingFile::create(folder / "map.png"); });
  const auto second = PendingFile::create(folder / "map.png");
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().message,
            (folder / "map.png").string() +
                ": is being written by another process; wait until it ends, or name another file");
  EXPECT_TRUE(PendingFile::create(folder / "other.png"));
  kill_9(child);
  EXPECT_EQ(folder.names(), std::vector<std::string>{".map.png.part"});
  const std::string text = "whole";
  EXPECT_TRUE(write_file_atomically(folder / "map.png", std::as_bytes(std::span(text))));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"map.png"});
}

}  // namespace
}  // namespace spreadmap::media
