#include "platform/child_process.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>

namespace spreadmap::platform {
namespace {

namespace fs = std::filesystem;

class Child : public testing::Test {
 protected:
  void TearDown() override { fs::remove(script_); }
  /// Runs a shell script with some input.
  Result<std::string> run(const std::string& text, std::string_view input = {}) const {
    std::ofstream(script_) << "#!/bin/sh\n" << text;
    fs::permissions(script_, fs::perms::owner_all);
    auto output = run_child(script_, std::as_bytes(std::span(input)));
    if (!output) return tl::unexpected(output.error());
    return std::string(reinterpret_cast<const char*>(output->data()), output->size());
  }
  fs::path script_ = fs::temp_directory_path() / ("spreadmap-child-" + std::to_string(getpid()));
};

TEST_F(Child, AnswersWhatItWasAsked) { EXPECT_EQ(*run("cat", "questions"), "questions"); }

TEST_F(Child, TakesAndGivesMoreThanAPipeHolds) {
  const std::string much(3'000'000, 'x');
  EXPECT_EQ(*run("cat", much), much);
}

TEST_F(Child, DoesNotGetWhatTheTerminalSendsToTheProgram) {
  const auto group = run("cut -d ' ' -f 5 /proc/self/stat");  // proc(5): the process group
  ASSERT_TRUE(group);
  EXPECT_NE(std::stoi(*group), getpgrp());
}

TEST_F(Child, ThatFailsIsAnErrorWithItsStatus) {
  const auto failed = run("exit 7");
  ASSERT_FALSE(failed);
  EXPECT_NE(failed.error().message.find("status 7"), std::string::npos);
  const auto killed = run("kill -9 $$");
  ASSERT_FALSE(killed);
  EXPECT_NE(killed.error().message.find("signal 9"), std::string::npos);
}

TEST_F(Child, ThatDoesNotListenIsNotTheEndOfTheProgram) {
  EXPECT_EQ(*run("exec <&-; echo deaf", std::string(1'000'000, 'x')), "deaf\n");
}

TEST_F(Child, ThatIsNotThereIsNamed) {
  const auto missing = run_child("/nosuch/program", {});
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().message.find("/nosuch/program"), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::platform
