#pragma once
#include <algorithm>
#include <optional>

#include "app/options.h"
#include "app/stage.h"
#include "model/cue_track.h"
#include "model/view_state.h"
#include "time/pacing.h"

namespace spreadmap::app {

/// What each frame of a film shows: a pure function of the frame's number. Frames, captions, the list of seconds and the flash check
/// all ask it. A film plays the timeline, or follows the exhibit's cues.
class FilmPlan {
 public:
  /// `opening`: the view of the export; all that the plan shows has been brought. Errors: days outside of the timeline; with `options.cues`
  /// what is wrong with the cues; a source that cannot be read.
  static Result<FilmPlan> make(Stage& stage, const Places& places, const ExportOptions& options,
                               const model::ViewState& opening);

  [[nodiscard]] int frame_count() const { return frame_count_; }
  /// When a frame begins, in seconds of the film.
  [[nodiscard]] double second_of(int index) const;
  /// Frames are pure, so any may be asked for at any time.
  [[nodiscard]] model::ViewState view_at(int index) const;
  /// nullptr: the timeline plays.
  [[nodiscard]] const model::CueTrack* cues() const { return cues_ ? &*cues_ : nullptr; }
  /// Which cue is told in a frame; nullopt: the timeline plays.
  [[nodiscard]] std::optional<std::size_t> cue_of(int index) const;
  /// The data time that is shown, from its earliest day to its latest.
  [[nodiscard]] time::PlayRange days() const { return days_; }
  /// The view that all frames are changes of, with the speed at which the timeline plays.
  [[nodiscard]] const model::ViewState& opening() const { return opening_; }

 private:
  FilmPlan() = default;
  Result<void> follow_cues(Stage& stage, const Places& places, const ExportOptions& options);
  Result<void> play_timeline(const Stage& stage, const ExportOptions& options);
  /// `seconds`: how long it plays.
  void set_length(const ExportOptions& options, double seconds);
  /// Which of the frames that play a frame shows: the first while the film rests at its start, the last while it does at its end.
  [[nodiscard]] int played(int index) const { return std::clamp(index - held_frames_, 0, played_frames_ - 1); }
  /// Where a frame lies on the cues' list, in its own seconds.
  [[nodiscard]] double position_s(int index) const { return second_of(played(index)) * cue_s_per_film_s_; }

  model::ViewState opening_;
  time::PlayRange days_;
  int fps_num_ = 30, fps_den_ = 1;
  int frame_count_ = 1;
  int held_frames_ = 0;  ///< at the start
  int played_frames_ = 1;
  std::optional<time::Course> course_;   ///< of a film of the timeline
  std::optional<model::CueTrack> cues_;  ///< of one that follows cues
  double cue_s_per_film_s_ = 1.0;
};

}  // namespace spreadmap::app
