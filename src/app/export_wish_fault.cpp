#include "app/export_wish_fault.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "app/option_values.h"
#include "app/presets.h"
#include "media/ending.h"
#include "media/film_format.h"
#include "media/frame_pattern.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;
using model::ExportMade;
using ui::WishFault;
using ui::WishFaultKind;
using ui::WishField;

/// The endings that the file of a wish may have.
std::vector<std::string_view> endings_of(const model::ExportWish& wish) {
  if (wish.made == ExportMade::kFrames) return {".png"};
  if (wish.made == ExportMade::kStill) return {".png", ".svg", ".pdf"};
  if (const media::FilmFormat* const format = media::find_film_format(wish.format)) return format->endings;
  const Preset* const preset = find_preset(wish.preset);
  return preset != nullptr ? std::vector{preset->ending} : std::vector<std::string_view>{};
}

WishFault fault_of_name(const model::ExportWish& wish, const fs::path& file) {
  const auto fault = [](WishFaultKind kind, std::string about = {}) -> WishFault {
    return {kind, WishField::kFile, std::move(about)};
  };
  if (wish.file.empty()) return fault(WishFaultKind::kNoName);
  std::error_code ignored;
  if (wish.file.ends_with('/') || fs::is_directory(file, ignored)) return fault(WishFaultKind::kIsFolder, wish.file);
  const std::vector<std::string_view> endings = endings_of(wish);
  if (!endings.empty() && std::ranges::count(endings, media::ending_of(file)) == 0) {
    std::string listed;
    for (const std::string_view ending : endings) listed += fmt::format("{}{}", listed.empty() ? "" : ", ", ending);
    return fault(WishFaultKind::kEnding, std::move(listed));
  }
  if (wish.made != ExportMade::kFrames) return {};
  const auto pattern = media::FramePattern::parsed(file.string());
  return pattern && !pattern->names_one_file() ? WishFault{} : fault(WishFaultKind::kNumber);
}

/// Of what the command line says, by the option that it begins with: "--fps: 'many' is no rate".
WishFault fault_of_words(const std::string& said, bool is_still, bool has_days) {
  const auto starts = [&](std::string_view option) {
    return said.starts_with(option) && said.substr(option.size()).starts_with(": ");
  };
  if (starts("--size")) {
    const int most = is_still ? kMostSideOfStills_px : kMostSideOfFrames_px;
    return {WishFaultKind::kSize, WishField::kSize, std::to_string(kLeastSide_px), std::to_string(most)};
  }
  if (starts("--fps")) return {WishFaultKind::kRate, WishField::kRate};
  if (starts("--seconds")) return {WishFaultKind::kSeconds, WishField::kSeconds};
  if (starts("--hold")) return {WishFaultKind::kHold, WishField::kHold};
  if (starts("--to") && has_days) return {WishFaultKind::kOrder, WishField::kTo};
  constexpr std::array days{std::pair{"--from", WishField::kFrom}, std::pair{"--to", WishField::kTo},
                            std::pair{"--day", WishField::kDay}};
  for (const auto& [option, field] : days) {
    if (starts(option)) return {WishFaultKind::kNoDay, field};
  }
  return {WishFaultKind::kAsItIsSaid, WishField::kNone, said};
}

/// What the format cannot hold.
WishFault fault_of_film(const ExportOptions& made) {
  const media::FilmFormat& format = *made.film_format;
  const std::string told(format.told);
  const int longest = std::max(made.size.width_px, made.size.height_px), multiple = format.least_multiple_px;
  if (longest > format.longest_side_px)
    return {WishFaultKind::kTooLarge, WishField::kSize, told, std::to_string(format.longest_side_px)};
  if (made.size.width_px % multiple != 0 || made.size.height_px % multiple != 0) {
    const auto next = [&](int side_px) { return (side_px + multiple - 1) / multiple * multiple; };
    return {WishFaultKind::kOddSize, WishField::kSize, told,
            fmt::format("{}x{}", next(made.size.width_px), next(made.size.height_px))};
  }
  if (static_cast<double>(made.fps_num) / made.fps_den > format.most_fps)
    return {WishFaultKind::kTooFast, WishField::kRate, told, fmt::format("{}", format.most_fps)};
  return {};
}

WishFault fault_of_days(const ExportOptions& made, const model::DayAxis& axis) {
  const std::array days{std::pair{made.from, WishField::kFrom}, std::pair{made.to, WishField::kTo},
                        std::pair{made.day, WishField::kDay}};
  for (const auto& [day, field] : days) {
    if (day && (*day < axis.epoch || *day > axis.last))
      return {WishFaultKind::kOutside, field, time::iso_day(axis.epoch), time::iso_day(axis.last)};
  }
  if (!made.from && !made.to) return {};
  // What is left open is the film's own.
  const time::PlayRange film = axis.film();
  const time::Day from = made.from.value_or(axis.day_at(film.from_d)), to = made.to.value_or(axis.day_at(film.to_d));
  if (to <= from) return {WishFaultKind::kOrder, made.to ? WishField::kTo : WishField::kFrom};
  return {};
}

}  // namespace

WishFault fault_of(const model::ExportWish& wish, const fs::path& file, const Result<ExportOptions>& read,
                   const model::DayAxis& axis) {
  if (WishFault fault = fault_of_name(wish, file); fault.is_there()) return fault;
  if (!read) {
    const bool has_days =
        (wish.from.empty() || time::parse_day(wish.from)) && (wish.to.empty() || time::parse_day(wish.to));
    return fault_of_words(read.error().message, wish.made == ExportMade::kStill, has_days);
  }
  if (read->film_format != nullptr) {
    if (WishFault fault = fault_of_film(*read); fault.is_there()) return fault;
  }
  return fault_of_days(*read, axis);
}

}  // namespace spreadmap::app
