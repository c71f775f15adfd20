#include "app/export_fault.h"

#include <gtest/gtest.h>

namespace spreadmap::app {
namespace {

using ui::ExportFault;

constexpr std::array kAllFaults{ExportFault::kBusy,    ExportFault::kUnfinished, ExportFault::kOtherExport,
                                ExportFault::kNotOurs, ExportFault::kTakenAway,  ExportFault::kCutOff};

TEST(ExportFault, HasANameOfItsOwn) {
  for (const ExportFault fault : kAllFaults) EXPECT_EQ(fault_named(name_of(fault)), fault);
  EXPECT_EQ(fault_named("none that there is"), ExportFault::kNone);
  EXPECT_EQ(fault_named(""), ExportFault::kNone);
}

TEST(ExportFault, IsSaidInThePanelsWords) {
  const language::Language english("en", SPREADMAP_BUILD_DIR "/assets/translations");
  const language::Language spanish("es", SPREADMAP_BUILD_DIR "/assets/translations");
  ui::ExportProgress progress;
  progress.has_failed = true;
  progress.said = "film.mp4: cannot be written: No space left on device; free some space";
  progress.detail = "theme: 'dark' there, 'light' here";
  EXPECT_EQ(ui::failure_told(progress, english), progress.said) << "whatever has no words here says it itself";
  for (const ExportFault fault : kAllFaults) {
    progress.fault = fault;
    EXPECT_NE(ui::failure_told(progress, english), ui::failure_told(progress, spanish));
  }
  EXPECT_EQ(ui::failure_told(progress, english),
            "film.mp4: cannot be written: No space left on device; free some space. What is done stays.");
  progress.fault = ExportFault::kOtherExport;
  EXPECT_EQ(ui::failure_told(progress, english),
            "What was begun is of something else (theme: 'dark' there, 'light' here). Begin again, or set that back.");
}

}  // namespace
}  // namespace spreadmap::app
