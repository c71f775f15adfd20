#include "model/talk_state.h"

#include <algorithm>
#include <charconv>

namespace spreadmap::model {
namespace {

// No exhibit has more cues than four figures can name.
constexpr std::size_t kMostFigures = 4;

/// What each command makes of the state.
class AppliedToTalk {
 public:
  AppliedToTalk(TalkState& state, const CueTrack& track, double now_s, bool is_at_once)
      : state_(state), track_(track), now_s_(now_s), is_at_once_(is_at_once) {}

  void operator()(const StepCue& step) {
    state_.typed.clear();
    if (state_.curtain != Curtain::kNone) {
      state_.curtain = Curtain::kNone;
      return;
    }
    const auto last = static_cast<long long>(track_.stops().size()) - 1;
    go_to(static_cast<std::size_t>(std::clamp(static_cast<long long>(state_.place.cue) + step.by, 0LL, last)));
  }
  void operator()(const GoToFirstCue& /*first*/) { go_to(0); }
  void operator()(const GoToLastCue& /*last*/) { go_to(track_.stops().size() - 1); }
  void operator()(const TypeFigure& type) {
    if (state_.typed.size() < kMostFigures) state_.typed += static_cast<char>('0' + std::clamp(type.figure, 0, 9));
  }
  void operator()(const GoToTypedCue& /*typed*/) {
    if (state_.typed.empty()) return (*this)(StepCue{1});
    std::size_t number = 0;
    std::from_chars(state_.typed.data(), state_.typed.data() + state_.typed.size(), number);
    state_.typed.clear();
    // A slip of the fingers takes nobody away from where they are.
    if (number >= 1 && number <= track_.stops().size()) go_to(number - 1);
  }
  void operator()(const DrawCurtain& draw) {
    state_.curtain = state_.curtain == draw.curtain ? Curtain::kNone : draw.curtain;
  }
  void operator()(const ToggleSpotlight& /*toggle*/) {
    state_.spotlight = turned(state_.spotlight, !state_.spotlight.is_on, now_s_, is_at_once_);
  }
  void operator()(const PointSpotlight& point) {
    state_.spotlight.x = point.x;
    state_.spotlight.y = point.y;
  }
  void operator()(const ResizeSpotlight& resize) {
    if (state_.points()) state_.spotlight = resized(state_.spotlight, resize.factor);
  }

 private:
  void go_to(std::size_t cue) {
    state_.typed.clear();
    state_.curtain = Curtain::kNone;
    state_.place = gone_to(track_, state_.place, cue, now_s_, is_at_once_);
  }

  TalkState& state_;
  const CueTrack& track_;
  double now_s_;
  bool is_at_once_;
};

}  // namespace

TalkState applied(TalkState state, const TalkCommand& command, const CueTrack& track, double now_s, bool is_at_once) {
  std::visit(AppliedToTalk(state, track, now_s, is_at_once), command);
  return state;
}

}  // namespace spreadmap::model
