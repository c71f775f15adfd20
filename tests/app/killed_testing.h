// Files that are whole whenever the program is killed.
#pragma once
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <random>

namespace spreadmap::app {

/// A process that saves over and over is killed at any moment, in the middle of a save too: so often in a row.
inline int kills_wanted() { return std::getenv("SPREADMAP_LONG_TESTS") != nullptr ? 200 : 20; }

/// `save(round)` in another process, `check()` after each of its ends.
template <class Save, class Check>
void expect_whole_whenever_killed(Save save, Check check) {
  std::mt19937 random(405);
  for (int kill_number = 0; kill_number < kills_wanted(); ++kill_number) {
    std::array<int, 2> begun{};
    ASSERT_EQ(::pipe(begun.data()), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      for (int round = 0;; ++round) {
        save(round);
        if (round == 0 && ::write(begun[1], "s", 1) != 1) ::_exit(1);
      }
    }
    char told = 0;
    EXPECT_EQ(::read(begun[0], &told, 1), 1);
    ::usleep(static_cast<useconds_t>(random() % 8000));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "it saved until then";
    ::close(begun[0]);
    ::close(begun[1]);
    ASSERT_NO_FATAL_FAILURE(check()) << "after kill " << kill_number;
  }
}

}  // namespace spreadmap::app
