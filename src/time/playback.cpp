#include "time/playback.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::time {
namespace {

// Where the playhead would be on an axis without ends, in played days.
double unbounded_at(const Playback& playback, const Course& course, double now_s) {
  const double elapsed_s = playback.playing ? now_s - playback.anchor_s : 0.0;
  return course.played_d(playback.anchor_playhead_d) + playback.speed_d_per_s * elapsed_s;
}

// Not std::clamp, which has no answer when the range is turned round: such a range shows its beginning.
double clamped(PlayRange range, double playhead_d) { return std::max(range.from_d, std::min(range.to_d, playhead_d)); }

// Both ends show themselves when reached; only what lies past an end comes in again at the other.
double wrapped(PlayRange range, double playhead_d) {
  const double length_d = range.length_d();
  if (!(length_d > 0.0)) return range.from_d;
  if (range.contains(playhead_d)) return playhead_d;
  const double past_d = std::fmod(playhead_d - range.from_d, length_d);  // has the sign of its first argument
  return clamped(range, range.from_d + (past_d < 0.0 ? past_d + length_d : past_d));
}

// Whether the playhead stands at, or would be past, the end that it moves towards.
bool is_at_end(double playhead_d, PlayRange range, double speed_d_per_s) {
  return (speed_d_per_s > 0.0 && playhead_d >= range.to_d) || (speed_d_per_s < 0.0 && playhead_d <= range.from_d);
}

Playback anchored(Playback playback, double playhead_d, double now_s) {
  playback.anchor_playhead_d = playhead_d;
  playback.anchor_s = now_s;
  return playback;
}

}  // namespace

double playhead_at(const Playback& playback, const Course& course, double now_s) {
  if (!playback.playing) return clamped(course.range(), playback.anchor_playhead_d);
  const double played_d = unbounded_at(playback, course, now_s);
  return course.position_d(playback.loops ? wrapped(course.range(), played_d) : clamped(course.range(), played_d));
}

Playback advanced(Playback playback, const Course& course, double now_s) {
  const bool has_ended = playback.playing && !playback.loops &&
                         is_at_end(unbounded_at(playback, course, now_s), course.range(), playback.speed_d_per_s);
  return has_ended ? paused(playback, course, now_s) : playback;
}

Playback played(Playback playback, const Course& course, double now_s) {
  const double here_d = playhead_at(playback, course, now_s);
  const bool starts_over = is_at_end(here_d, course.range(), playback.speed_d_per_s);
  if (playback.playing && (playback.loops || !starts_over)) return playback;  // it plays already
  const double other_end_d = playback.speed_d_per_s < 0.0 ? course.range().to_d : course.range().from_d;
  playback.playing = true;
  return anchored(playback, starts_over ? other_end_d : here_d, now_s);
}

Playback paused(Playback playback, const Course& course, double now_s) {
  const double here_d = playhead_at(playback, course, now_s);
  playback.playing = false;
  return anchored(playback, here_d, now_s);
}

Playback sought(Playback playback, const Course& course, double playhead_d, double now_s) {
  return anchored(playback, clamped(course.range(), playhead_d), now_s);
}

Playback with_speed(Playback playback, const Course& course, double speed_d_per_s, double now_s) {
  const double here_d = playhead_at(playback, course, now_s);
  playback.speed_d_per_s = speed_d_per_s;
  return anchored(playback, here_d, now_s);
}

double playhead_of_frame(const Course& course, int index, int frame_count) {
  const PlayRange range = course.range();
  if (frame_count < 2) return range.to_d;
  const double share = static_cast<double>(std::clamp(index, 0, frame_count - 1)) / (frame_count - 1);
  return course.position_d(std::lerp(range.from_d, range.to_d, share));  // exact at both ends, never falls in between
}

}  // namespace spreadmap::time
