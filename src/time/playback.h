#pragma once
#include "time/pacing.h"

namespace spreadmap::time {

/// Where the playhead is as a pure function of the wall clock: playhead = anchor + speed * (now - anchor time), in the played days of a
/// course. Nothing is ever added up, so an hour of playing does not drift. Positions are f64 days since the timeline's epoch.
struct Playback {
  bool playing = false;
  bool loops = false;
  bool is_directed = false;     ///< lingers and hastens as the director says
  double speed_d_per_s = 15.0;  ///< data days a second of wall clock; negative plays backwards
  double anchor_playhead_d = 0.0;
  double anchor_s = 0.0;  ///< wall clock at which the playhead stood at the anchor
  bool operator==(const Playback&) const = default;
};

/// The playhead at wall clock `now_s`. At an end of the course's range it stays there, or starts again when it loops.
double playhead_at(const Playback& playback, const Course& course, double now_s);
/// The playback at `now_s`: stopped when it has run into an end and does not loop; otherwise unchanged.
Playback advanced(Playback playback, const Course& course, double now_s);
/// Playing from where the playhead stands (from the other end when it stands at the end).
Playback played(Playback playback, const Course& course, double now_s);
Playback paused(Playback playback, const Course& course, double now_s);
/// The playhead put elsewhere (clamped to the range), playing on if it played.
Playback sought(Playback playback, const Course& course, double playhead_d, double now_s);
/// Another speed, the playhead staying where it is.
Playback with_speed(Playback playback, const Course& course, double speed_d_per_s, double now_s);

/// The playhead of frame `index` of `frame_count` in a film: a function of the index alone. The first frame shows
/// `from_d`, the last `to_d`; so does the only frame of a film of one.
double playhead_of_frame(const Course& course, int index, int frame_count);

}  // namespace spreadmap::time
