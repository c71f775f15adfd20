#pragma once
#include <optional>
#include <string_view>

#include "model/story.h"
#include "model/view_state.h"

namespace spreadmap::model {

/// What the strip shows at least, days.
inline constexpr double kLeastStrip_d = 14.0;

/// The part of the axis that the strip shows.
time::PlayRange shown_strip(const ViewState& view, const DayAxis& axis);

// The part that is shown after a change; nullopt: all.
/// A larger factor shows less. The anchor stays where it is on the strip, as far as the axis reaches.
std::optional<time::PlayRange> zoomed_strip(time::PlayRange shown, time::PlayRange whole, double anchor_d,
                                            double factor);
std::optional<time::PlayRange> panned_strip(time::PlayRange shown, time::PlayRange whole, double days);
/// The page on which the playhead lies, counted in lengths of what is shown: the same whether or not pages between were seen.
std::optional<time::PlayRange> followed_strip(time::PlayRange shown, time::PlayRange whole, double playhead_d);

/// What the view plays and how it is paced: its stretch, else what plays from where the playhead was last put.
time::Course course_of(const Story& story, const ViewState& view);

/// How fast time may play: two years in a second are faster than an eye can follow; a day in ten seconds is slower than anyone waits.
inline constexpr double kLeastSpeed_d_per_s = 0.1, kMostSpeed_d_per_s = 730.0;

/// In how many seconds the whole, as a film shows it, may play: what those speeds allow, ends rounded inwards as they are told.
struct SecondsRange {
  double least_s = 0.0, most_s = 0.0;
};
SecondsRange seconds_range(const DayAxis& axis);
/// A number of seconds that was typed, with a point or with `decimal`; nullopt: it is none, or outside the range.
std::optional<double> seconds_of_typed(std::string_view text, char decimal, const DayAxis& axis);

/// Where a date that was typed lies: `2019`, `2019-08`, `2019-08-28`. A year or a month goes to its first day on the axis. Errors: what was
/// typed is none of these; it lies outside the timeline.
Result<double> position_of_typed(std::string_view text, const DayAxis& axis);

}  // namespace spreadmap::model
