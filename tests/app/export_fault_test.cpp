#include "app/export_fault.h"

#include <gtest/gtest.h>

namespace spreadmap::app {
namespace {

using ui::ExportFault;

constexpr std::array kAllFaults{ExportFault::kBusy,    ExportFault::kUnfinished, ExportFault::kOtherExport,
                                ExportFault::kNotOurs, ExportFault::kTakenAway,  ExportFault::kCutOff};

class ExportFaultTest : public testing::Test {
 protected:
  const language::Language english_{"en", SPREADMAP_BUILD_DIR "/assets/translations"};
  const language::Language spanish_{"es", SPREADMAP_BUILD_DIR "/assets/translations"};
};

TEST_F(ExportFaultTest, HasANameOfItsOwn) {
  for (const ExportFault fault : kAllFaults) EXPECT_EQ(fault_named(name_of(fault)), fault);
  EXPECT_EQ(fault_named("none that there is"), ExportFault::kNone);
  EXPECT_EQ(fault_named(""), ExportFault::kNone);
}

TEST_F(ExportFaultTest, IsSaidInThePanelsWordsBesideItsOwn) {
  ui::ExportProgress progress;
  progress.has_failed = true;
  progress.cause = "film.mp4: cannot be written: No space left on device; free some space";
  progress.detail = "theme: 'dark' there, 'light' here";
  EXPECT_EQ(ui::failure_told(progress, english_).own_words, progress.cause);
  EXPECT_EQ(ui::failure_told(progress, english_).sentence, "It could not be exported:");
  std::vector<ExportFault> faults(kAllFaults.begin(), kAllFaults.end());
  faults.push_back(ExportFault::kNone);
  for (const ExportFault fault : faults) {
    progress.fault = fault;
    const ui::Told english = ui::failure_told(progress, english_), spanish = ui::failure_told(progress, spanish_);
    EXPECT_NE(english.sentence, spanish.sentence);
    EXPECT_EQ(english.own_words, spanish.own_words);
    EXPECT_EQ(english.sentence.find("cannot be written"), std::string::npos) << "nobody's own words are in it";
  }
  progress.fault = ExportFault::kOtherExport;
  EXPECT_EQ(ui::failure_told(progress, english_).own_words, progress.detail);
  progress.fault = ExportFault::kNone;
  progress.cause.clear();
  progress.status = 139;
  EXPECT_EQ(ui::failure_told(progress, english_).sentence, "The export ended by itself, with status 139.");
  EXPECT_EQ(ui::failure_told(progress, english_).own_words, "");
}

}  // namespace
}  // namespace spreadmap::app
