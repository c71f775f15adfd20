#pragma once
#include <cstddef>
#include <optional>

#include "model/cue_track.h"

namespace spreadmap::model {

/// Where a talk stands: on its way to a cue from what was shown when someone asked for it, playing that cue's days, or at rest at its end. A
/// value; what it shows is a pure function of the clock. Times are wall clock seconds.
struct TalkPlace {
  std::size_t cue = 0;
  std::optional<CueMoment> from;  ///< nullopt: nothing is on its way, the cue rests
  double start_s = 0.0;           ///< of the way
  double length_s = 0.0;          ///< of the way
  bool plays = false;             ///< the cue's days, once it is there; who comes back to a cue finds it at its end
};

/// A talk that begins at a cue's end, or comes back to it.
TalkPlace talk_at(std::size_t cue);
/// The same talk on its way to another cue from what it shows now, at whatever moment: on to it, or back. The way is the cue's own from the one
/// before it, else as long as it is far. `is_at_once`: nothing flies.
TalkPlace gone_to(const CueTrack& track, const TalkPlace& place, std::size_t cue, double now_s,
                  bool is_at_once = false);
/// What it shows.
CueMoment moment_of(const CueTrack& track, const TalkPlace& place, double now_s);
/// Whether it will show something else without anyone asking.
bool is_under_way(const CueTrack& track, const TalkPlace& place, double now_s);

}  // namespace spreadmap::model
