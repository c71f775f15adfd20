#include "model/strip_view.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

namespace spreadmap::model {
namespace {

/// A range of that length, moved onto the axis; nullopt where it is all of it.
std::optional<time::PlayRange> within(time::PlayRange range, time::PlayRange whole) {
  const double length_d = range.length_d();
  if (length_d >= whole.length_d()) return std::nullopt;
  const double from_d = std::clamp(range.from_d, whole.from_d, whole.to_d - length_d);
  return time::PlayRange{from_d, from_d + length_d};
}

}  // namespace

time::PlayRange shown_strip(const ViewState& view, const DayAxis& axis) { return view.strip.value_or(axis.whole()); }

std::optional<time::PlayRange> zoomed_strip(time::PlayRange shown, time::PlayRange whole, double anchor_d,
                                            double factor) {
  const double least_d = std::min(kLeastStrip_d, whole.length_d());
  const double length_d = std::clamp(shown.length_d() / factor, least_d, whole.length_d());
  const double anchor = std::clamp(anchor_d, shown.from_d, shown.to_d);
  const double from_d = anchor - (anchor - shown.from_d) / shown.length_d() * length_d;
  return within({from_d, from_d + length_d}, whole);
}

std::optional<time::PlayRange> panned_strip(time::PlayRange shown, time::PlayRange whole, double days) {
  return within({shown.from_d + days, shown.to_d + days}, whole);
}

std::optional<time::PlayRange> followed_strip(time::PlayRange shown, time::PlayRange whole, double playhead_d) {
  if (shown.contains(playhead_d)) return within(shown, whole);
  const double pages = std::floor((playhead_d - shown.from_d) / shown.length_d());
  return panned_strip(shown, whole, pages * shown.length_d());
}

time::Course course_of(const Story& story, const ViewState& view) {
  const time::PlayRange range = view.stretch.value_or(story.axis().playing_from(view.playback.anchor_playhead_d));
  if (!view.playback.is_directed) return range;
  return {range, &story.pacing(), std::abs(view.playback.speed_d_per_s)};
}

SecondsRange seconds_range(const DayAxis& axis) {
  const double least_s = axis.film().length_d() / kMostSpeed_d_per_s,
               most_s = axis.film().length_d() / kLeastSpeed_d_per_s;
  // Tenths where they matter.
  const double step_s = least_s < 10.0 ? 0.1 : 1.0;
  constexpr double kRounding = 1e-9;
  return {std::ceil(least_s / step_s - kRounding) * step_s, std::floor(most_s + kRounding)};
}

std::optional<double> seconds_of_typed(std::string_view text, char decimal, const DayAxis& axis) {
  std::string plain(text);
  std::replace(plain.begin(), plain.end(), decimal, '.');
  double typed_s = 0.0;
  const char* const end = plain.data() + plain.size();
  const auto read = std::from_chars(plain.data(), end, typed_s);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  const SecondsRange range = seconds_range(axis);
  // Tenths are not quite what they are written as.
  constexpr double kNear_s = 1e-6;
  const bool is_within = typed_s >= range.least_s - kNear_s && typed_s <= range.most_s;
  return is_within ? std::optional(typed_s) : std::nullopt;
}

Result<double> position_of_typed(std::string_view text, const DayAxis& axis) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  const auto date = time::parse_day_interval(text);
  if (!date) return tl::unexpected(date.error());
  if (date->latest < axis.epoch || date->earliest > axis.last) {
    return fail("{} lies outside the timeline: expected a date from {} to {}", text, time::iso_day(axis.epoch),
                time::iso_day(axis.last));
  }
  return axis.position_d(std::max(date->earliest, axis.epoch));
}

}  // namespace spreadmap::model
