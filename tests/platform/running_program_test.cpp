#include "platform/running_program.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

namespace spreadmap::platform {
namespace {

using Lines = std::vector<std::string>;

Result<RunningProgram> run(const std::string& script) { return RunningProgram::start("/bin/sh", {"sh", "-c", script}); }

bool comes(const std::function<bool()>& condition) {
  for (int tries = 0; tries < 1000; ++tries) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

/// All lines of a program until it ends.
Lines lines_of(RunningProgram& program) {
  Lines all;
  EXPECT_TRUE(comes([&] {
    const bool has_ended = program.status().has_value();
    for (std::string& line : program.take_lines()) all.push_back(std::move(line));
    return has_ended;
  }));
  return all;
}

TEST(RunningProgram, GivesItsLinesOnceAndWholeAndItsStatus) {
  auto program = run("echo one >&2; echo two >&2; echo unseen; printf rest >&2; exit 3");
  ASSERT_TRUE(program);
  EXPECT_EQ(lines_of(*program), (Lines{"one", "two", "rest"}));
  EXPECT_EQ(program->status(), 3);
  EXPECT_TRUE(program->take_lines().empty());
}

TEST(RunningProgram, ALineThatHasNotEndedIsNotGivenYet) {
  auto program = run("printf half >&2; read -r wait < /dev/null; kill -STOP $$; echo ' whole' >&2");
  ASSERT_TRUE(program);
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_TRUE(program->take_lines().empty());
  program->go_on();
  EXPECT_EQ(lines_of(*program), Lines{"half whole"});
}

TEST(RunningProgram, PausedItDoesNothingUntilItGoesOn) {
  auto program = run("while :; do echo tick >&2; sleep 0.01; done");
  ASSERT_TRUE(program);
  ASSERT_TRUE(comes([&] { return !program->take_lines().empty(); }));
  program->pause();
  EXPECT_TRUE(program->is_paused());
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  program->take_lines();
  std::this_thread::sleep_for(std::chrono::milliseconds(150));
  EXPECT_TRUE(program->take_lines().empty());
  program->go_on();
  EXPECT_TRUE(comes([&] { return !program->take_lines().empty(); }));
}

TEST(RunningProgram, IsAskedToStopAsByCtrlCEvenWhilePaused) {
  auto program = run("trap 'echo stopped >&2; exit 7' INT; echo ready >&2; while :; do sleep 0.01; done");
  ASSERT_TRUE(program);
  ASSERT_TRUE(comes([&] { return program->take_lines() == Lines{"ready"}; }));
  program->pause();
  program->ask_to_stop();
  EXPECT_EQ(lines_of(*program), Lines{"stopped"});
  EXPECT_EQ(program->status(), 7);
}

TEST(RunningProgram, SaysWhichSignalEndedIt) {
  auto program = run("kill -KILL $$");
  ASSERT_TRUE(program);
  EXPECT_TRUE(lines_of(*program).empty());
  EXPECT_EQ(program->status(), 128 + SIGKILL);
}

TEST(RunningProgram, NobodyIsLeftBehind) {
  pid_t id = 0;
  {
    auto program = run("echo $$ >&2; while :; do sleep 0.01; done");
    ASSERT_TRUE(program);
    Lines lines;
    ASSERT_TRUE(comes([&] { return !(lines = program->take_lines()).empty(); }));
    id = std::stoi(lines.front());
    EXPECT_EQ(kill(id, 0), 0);
  }
  EXPECT_NE(kill(id, 0), 0);
}

TEST(RunningProgram, GivesWayToTheWindow) {
  auto program = run("sleep 0.05; nice >&2");
  ASSERT_TRUE(program);
  EXPECT_EQ(lines_of(*program), Lines{std::to_string(getpriority(PRIO_PROCESS, 0) + 10)});
}

TEST(RunningProgram, WhatCannotBeStartedIsSaid) {
  const auto program = RunningProgram::start("/nowhere/spreadmap", {"spreadmap"});
  ASSERT_FALSE(program);
  EXPECT_NE(program.error().message.find("/nowhere/spreadmap"), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::platform
