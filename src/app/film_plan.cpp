#include "app/film_plan.h"

#include <algorithm>
#include <cmath>

#include "app/cue_stops.h"
#include "app/export_still.h"

namespace spreadmap::app {
namespace {

Result<time::PlayRange> film_range(const ExportOptions& options, const model::DayAxis& axis) {
  time::PlayRange range = axis.film();
  if (options.from) range.from_d = axis.position_d(*options.from);
  if (options.to) range.to_d = axis.position_d(*options.to);
  const time::PlayRange whole = axis.whole();
  if (range.from_d < whole.from_d || range.to_d > whole.to_d || range.from_d >= range.to_d) {
    return fail("--from and --to must lie in the exhibit's timeline, {} to {}, in this order",
                time::iso_day(axis.epoch), time::iso_day(axis.last));
  }
  return range;
}

}  // namespace

void FilmPlan::set_length(const ExportOptions& options, double seconds) {
  fps_num_ = options.fps_num;
  fps_den_ = options.fps_den;
  const auto frames_in = [this](double s) { return static_cast<int>(std::lround(s * fps_num_ / fps_den_)); };
  held_frames_ = frames_in(options.hold.start_s);
  played_frames_ = std::max(1, frames_in(seconds));
  frame_count_ = held_frames_ + played_frames_ + frames_in(options.hold.end_s);
}

Result<void> FilmPlan::play_timeline(const Stage& stage, const ExportOptions& options) {
  const model::Story& story = *stage.world().story;
  const auto range = film_range(options, story.axis());
  if (!range) return tl::unexpected(range.error());
  const double seconds = options.seconds.value_or(stage.world().exhibit.timeline.seconds);
  set_length(options, seconds);
  days_ = *range;
  opening_.playback.speed_d_per_s = range->length_d() / seconds;
  opening_.playhead_d = range->from_d;
  course_.emplace(*range, opening_.playback.is_directed ? &story.pacing() : nullptr, opening_.playback.speed_d_per_s);
  return {};
}

Result<void> FilmPlan::follow_cues(Stage& stage, const Places& places, const ExportOptions& options) {
  auto track = cue_track_of(stage, places, picture_of(options), opening_);
  if (!track) return tl::unexpected(track.error());
  // An exhibit's hours are a slip of the pen: films are that long at most.
  constexpr double kLongest_s = 36000.0;
  if (track->length_s() > kLongest_s) {
    return fail("{}: the cues last {:.0f} s, more than the {:.0f} s of the longest film; make them shorter",
                stage.world().exhibit.file.string(), track->length_s(), kLongest_s);
  }
  const double seconds = options.seconds.value_or(track->length_s());
  set_length(options, seconds);
  cue_s_per_film_s_ = track->length_s() / seconds;
  days_ = track->days();
  opening_.playhead_d = track->stops().front().from_d;
  cues_ = std::move(*track);
  return {};
}

Result<FilmPlan> FilmPlan::make(Stage& stage, const Places& places, const ExportOptions& options,
                                const model::ViewState& opening) {
  FilmPlan plan;
  plan.opening_ = opening;
  const auto made = options.cues ? plan.follow_cues(stage, places, options) : plan.play_timeline(stage, options);
  if (!made) return tl::unexpected(made.error());
  return plan;
}

double FilmPlan::second_of(int index) const { return static_cast<double>(index) * fps_den_ / fps_num_; }

model::ViewState FilmPlan::view_at(int index) const {
  if (!cues_) {
    model::ViewState view = opening_;
    view.playhead_d = time::playhead_of_frame(*course_, played(index), played_frames_);
    return view;
  }
  model::ViewState view = app::view_at(opening_, cues_->at(position_s(index)));
  // Nothing flies: the camera is there at once, while the film stays as long as it is.
  const model::CueStop& stop = cues_->stops()[cues_->cue_at(position_s(index))];
  if (view.looks.reduces_motion && !stop.is_card) view.camera = stop.camera;
  return view;
}

std::optional<std::size_t> FilmPlan::cue_of(int index) const {
  return cues_ ? std::optional(cues_->cue_at(position_s(index))) : std::nullopt;
}

}  // namespace spreadmap::app
