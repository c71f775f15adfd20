// What is wrong with an export that is wished for, and why one failed, in the panel's words.
#include <fmt/format.h>

#include "ui/export_view.h"

namespace spreadmap::ui {

Told wish_fault_told(const WishFault& fault, const language::Language& language, const std::string& save_key) {
  switch (fault.kind) {
    case WishFaultKind::kNone:
      return {};
    case WishFaultKind::kNoName:
      return {language.text("The file needs a name."), {}};
    case WishFaultKind::kIsFolder:
      return {language.filled("{} is a folder. Give the file another name.", fault.about), {}};
    case WishFaultKind::kEnding:
      return {language.filled("The file’s name has to end in {}.", fault.about), {}};
    case WishFaultKind::kNumber:
      return {language.text("The name of frames needs one place for their number: %06d."), {}};
    case WishFaultKind::kSize:
      return {
          language.filled("A size is width and height in pixels, {} to {} each: 1920x1080.", fault.about, fault.limit),
          {}};
    case WishFaultKind::kOddSize:
      return {language.filled("{} needs even sides: {}.", fault.about, fault.limit), {}};
    case WishFaultKind::kTooLarge:
      return {language.filled("{} has {} pixels a side at most.", fault.about, fault.limit), {}};
    case WishFaultKind::kRate:
      return {language.text("Frames a second are a whole number up to 240 or a fraction: 30, 30000/1001."), {}};
    case WishFaultKind::kTooFast:
      return {language.filled("{} shows {} frames a second at most.", fault.about, fault.limit), {}};
    case WishFaultKind::kSeconds:
      return {language.text("The length is a number of seconds, from 0.04 to 36000."), {}};
    case WishFaultKind::kHold:
      return {language.text("The rest is seconds at both ends (2) or at each (1,3), an hour at most."), {}};
    case WishFaultKind::kNoDay:
      return {language.text("A day is one of the calendar, written as 2019-08-27."), {}};
    case WishFaultKind::kOrder:
      return {language.text("The last day has to come after the first."), {}};
    case WishFaultKind::kOutside:
      return {language.filled("Only days of the timeline can be shown: {}.",
                              fmt::format("{} – {}", fault.about, fault.limit)),
              {}};
    case WishFaultKind::kUnsavedCues:
      return {save_key.empty()
                  ? language.text("The cues have been changed. Save them first: an export is made of the file.")
                  : language.filled("The cues have been changed. Save them first ({}): an export is made of the file.",
                                    save_key),
              {}};
    case WishFaultKind::kAsItIsSaid:
      return {language.text("This cannot be exported:"), fault.about};
  }
  return {};
}

Told failure_told(const ExportProgress& progress, const language::Language& language) {
  switch (progress.fault) {
    case ExportFault::kBusy:
      return {language.text("Another program is writing it. Wait until it is done, or give it another name."), {}};
    case ExportFault::kUnfinished:
      return {language.text("One of that name was begun and is not whole."), {}};
    case ExportFault::kOtherExport:
      return {language.text("What was begun is of something else. Begin again, or set back what differs:"),
              progress.detail};
    case ExportFault::kNotOurs:
      return {language.filled("{} is there already and is of something else. Move it away, or give another name.",
                              progress.detail),
              {}};
    case ExportFault::kTakenAway:
      return {language.filled("The folder {} was taken away. Put it back and go on.", progress.detail), {}};
    case ExportFault::kCutOff:
      return {language.text("It was cut off. What is done stays."), progress.cause};
    case ExportFault::kNone:
      break;
  }
  if (progress.cause.empty())
    return {language.filled("The export ended by itself, with status {}.", progress.status), {}};
  return {language.text("It could not be exported:"), progress.cause};
}

}  // namespace spreadmap::ui
