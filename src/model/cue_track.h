#pragma once
#include <cstddef>
#include <vector>

#include "model/camera.h"
#include "model/filter.h"
#include "model/view_state.h"
#include "time/play_range.h"

namespace spreadmap::model {

/// A cue as a film follows it: everything is known, positions are f64 days since the timeline's epoch.
struct CueStop {
  Camera camera;
  double from_d = 0.0, to_d = 0.0;  ///< equal: time stands still
  bool is_card = false;             ///< the map is covered
  bool is_linear = false;           ///< its days play at one speed
  std::vector<LayerView> layers;    ///< one for each layer of the exhibit
  Filter filter;
  double travel_s = 0.0;  ///< the way there: from 0; of the first one none is needed
  double play_s = 0.0;
  double dwell_s = 0.0;
};

/// What a film shows at one moment.
struct CueMoment {
  CueShown shown;
  Camera camera;
  double playhead_d = 0.0;
  std::vector<LayerView> layers;
  const Filter* filter = nullptr;  ///< valid as long as the track
};

/// Camera and data time on one list, as a pure function of the seconds since the film's beginning. Each cue is a way there, days that
/// play, and a dwell in which everything holds still. On the way the camera flies (see Flight), the playhead runs from where it was, and
/// layers fade; a filter changes as a cue begins, since a count has no half. What a card covers is changed while it covers it.
class CueTrack {
 public:
  /// At least one stop. `width_m`: what zoom 1 shows across; see Flight. `note_lines`: see CueShown.
  CueTrack(std::vector<CueStop> stops, double width_m, double note_lines = 0.0);

  [[nodiscard]] double length_s() const { return begins_s_.back(); }
  /// Before the beginning the beginning, after the end the end.
  [[nodiscard]] CueMoment at(double position_s) const;
  /// A cue when its days have played, with its text or its card all there.
  [[nodiscard]] CueMoment rest(std::size_t cue) const;
  /// The day of a cue that has played for so long.
  [[nodiscard]] static double playhead_d(const CueStop& stop, double played_s);
  /// Which cue is told at a position; at the very end the last.
  [[nodiscard]] std::size_t cue_at(double position_s) const;
  [[nodiscard]] double begin_s(std::size_t cue) const { return begins_s_[cue]; }
  [[nodiscard]] const std::vector<CueStop>& stops() const { return stops_; }
  [[nodiscard]] double width_m() const { return width_m_; }
  [[nodiscard]] double note_lines() const { return note_lines_; }
  /// The data time between the earliest and the latest position that is shown.
  [[nodiscard]] time::PlayRange days() const;

 private:
  [[nodiscard]] CueShown shown(std::size_t cue, double into_s) const;

  std::vector<CueStop> stops_;
  double width_m_, note_lines_;
  std::vector<double> begins_s_;  ///< of each cue, and the end of the last
};

/// How long a film goes from one camera to another, and how long a card takes to come or go, where nobody says otherwise.
double usual_travel_s(const CueStop& from, const CueStop& to, double width_m);

}  // namespace spreadmap::model
