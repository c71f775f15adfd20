#pragma once
#include <string>

#include "model/talk.h"
#include "model/talk_command.h"
#include "model/talk_spotlight.h"

namespace spreadmap::model {

/// All of a talk that a command may change.
struct TalkState {
  TalkPlace place;
  Curtain curtain = Curtain::kNone;
  std::string typed;  ///< figures of a cue's number, counted from 1
  TalkSpotlight spotlight;

  /// Whether the spotlight is where a speaker points: what covers the wall covers it too.
  [[nodiscard]] bool points() const { return spotlight.is_on && curtain == Curtain::kNone; }
};

/// `is_at_once`: nothing flies.
TalkState applied(TalkState state, const TalkCommand& command, const CueTrack& track, double now_s, bool is_at_once);

}  // namespace spreadmap::model
