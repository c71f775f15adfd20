// What an export that has ended is told to have said. In its place a shell runs.
#include "app/export_job.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

namespace spreadmap::app {
namespace {

class ExportJobTest : public testing::Test {
 protected:
  const ui::ExportProgress& run(const std::string& script) {
    model::ExportWish wish;
    wish.file = "look.png";
    wish.made = model::ExportMade::kStill;
    const auto started = job_.start({"sh", "-c", script}, wish);
    EXPECT_TRUE(started) << started.error().message;
    while (job_.is_running()) {
      job_.look();
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return job_.progress();
  }
  ExportJob job_{"/bin/sh"};
};

TEST_F(ExportJobTest, WhyItFailedStandsBeforeWhatItWarnedOf) {
  const ui::ExportProgress& progress =
      run("echo '{\"warning\":\"rows.csv:3: no day\"}' >&2; echo '{\"warning\":\"1 row was set aside\"}' >&2; "
          "echo '{\"fault\":\"failed\",\"said\":\"look.png: no space\"}' >&2; "
          "echo '{\"error\":\"look.png: no space; free some\"}' >&2; exit 1");
  EXPECT_TRUE(progress.has_failed);
  EXPECT_EQ(progress.fault, ui::ExportFault::kNone);
  EXPECT_EQ(progress.cause, "look.png: no space");
  EXPECT_EQ(progress.remarks, "rows.csv:3: no day\n1 row was set aside");
}

TEST_F(ExportJobTest, WhyItFailedIsTheLastThatItSays) {
  const ui::ExportProgress& progress =
      run("echo 'spreadmap: rows.csv:3: no day' >&2; echo 'spreadmap: 1 row was set aside' >&2; "
          "echo 'spreadmap: look.png: cannot be written: No space left on device' >&2; exit 1");
  EXPECT_TRUE(progress.has_failed);
  EXPECT_EQ(progress.cause, "look.png: cannot be written: No space left on device");
  EXPECT_EQ(progress.remarks, "rows.csv:3: no day\n1 row was set aside");
  EXPECT_EQ(progress.file, "look.png");
  EXPECT_EQ(progress.made, model::ExportMade::kStill);
}

TEST_F(ExportJobTest, OfOneThatASignalEndedNothingThatItSaidIsTheCause) {
  const ui::ExportProgress& progress = run("echo '{\"warning\":\"1 row was set aside\"}' >&2; kill -9 $$");
  EXPECT_TRUE(progress.has_failed);
  EXPECT_EQ(progress.cause, "");
  EXPECT_EQ(progress.status, 128 + 9);
  EXPECT_EQ(progress.remarks, "1 row was set aside");
}

TEST_F(ExportJobTest, AFaultsOwnWordsAreThoseForPrograms) {
  const ui::ExportProgress& progress =
      run("echo '{\"fault\":\"cut off\",\"said\":\"no space\",\"detail\":\"\"}' >&2; "
          "echo '{\"error\":\"no space; go on with: spreadmap export --resume\"}' >&2; exit 1");
  EXPECT_EQ(progress.fault, ui::ExportFault::kCutOff);
  EXPECT_EQ(progress.cause, "no space");
  EXPECT_EQ(progress.remarks, "");
}

TEST_F(ExportJobTest, WhatWasSaidOfOneThatSucceededIsKept) {
  const ui::ExportProgress& progress =
      run("echo '{\"warning\":\"frame 3: 4 flashes\"}' >&2; echo '{\"done\":true,\"frames\":9,\"bytes\":120}' >&2");
  EXPECT_TRUE(progress.is_done);
  EXPECT_EQ(progress.cause, "");
  EXPECT_EQ(progress.remarks, "frame 3: 4 flashes");
  EXPECT_EQ(progress.bytes, 120U);
  job_.forget_failure();
  EXPECT_TRUE(job_.progress().is_done);
}

TEST_F(ExportJobTest, AFailureIsForgottenWhenTheNextBeginsOrWhenAsked) {
  run("echo 'spreadmap: no' >&2; exit 1");
  EXPECT_EQ(run("exit 0").cause, "");
  EXPECT_FALSE(job_.progress().has_failed);
  run("echo 'spreadmap: no' >&2; exit 1");
  job_.forget_failure();
  EXPECT_FALSE(job_.progress().has_failed);
  EXPECT_EQ(job_.progress().cause, "");
  EXPECT_EQ(job_.progress().file, "");
}

}  // namespace
}  // namespace spreadmap::app
