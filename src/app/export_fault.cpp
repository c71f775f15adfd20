#include "app/export_fault.h"

#include <algorithm>
#include <array>
#include <utility>

namespace spreadmap::app {
namespace {

using ui::ExportFault;

constexpr std::array<std::pair<ExportFault, std::string_view>, 6> kNames{{{ExportFault::kBusy, "busy"},
                                                                          {ExportFault::kUnfinished, "unfinished"},
                                                                          {ExportFault::kOtherExport, "other export"},
                                                                          {ExportFault::kNotOurs, "not ours"},
                                                                          {ExportFault::kTakenAway, "taken away"},
                                                                          {ExportFault::kCutOff, "cut off"}}};

ExportFault fault_of(media::Refusal refusal) {
  switch (refusal) {
    case media::Refusal::kBusy:
      return ExportFault::kBusy;
    case media::Refusal::kUnfinished:
      return ExportFault::kUnfinished;
    case media::Refusal::kOtherExport:
      return ExportFault::kOtherExport;
    case media::Refusal::kNotOurs:
      return ExportFault::kNotOurs;
    case media::Refusal::kOther:
      break;
  }
  return ExportFault::kNone;
}

}  // namespace

std::string_view name_of(ExportFault fault) {
  const auto* const found = std::ranges::find(kNames, fault, &std::pair<ExportFault, std::string_view>::first);
  return found == kNames.end() ? "" : found->second;
}

ExportFault fault_named(std::string_view name) {
  const auto* const found = std::ranges::find(kNames, name, &std::pair<ExportFault, std::string_view>::second);
  return found == kNames.end() ? ExportFault::kNone : found->first;
}

tl::unexpected<Error> told_refusal(Progress& progress, const media::Refused& refused) {
  if (const ExportFault fault = fault_of(refused.kind); fault != ExportFault::kNone)
    progress.fault(name_of(fault), refused.message, refused.detail);
  return tl::unexpected<Error>(refused);
}

}  // namespace spreadmap::app
