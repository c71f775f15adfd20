#pragma once
#include <variant>

namespace spreadmap::model {

/// So many cues on, or back. Past either end it stays.
struct StepCue {
  int by = 1;
};
struct GoToFirstCue {};
struct GoToLastCue {};
/// The number of a cue, one figure after the other; then there. Without figures: the next cue.
struct TypeFigure {
  int figure = 0;  ///< 0 to 9
};
struct GoToTypedCue {};
/// What the wall shows in place of the picture, while the speaker wants to be looked at. Whoever goes on while it is drawn has the picture back,
/// and the same cue.
enum class Curtain { kNone, kBlack, kWhite };
/// Draws it, or opens it where it is drawn.
struct DrawCurtain {
  Curtain curtain = Curtain::kBlack;
};

/// Comes, or goes.
struct ToggleSpotlight {};
/// To a place of the picture, as shares of its sides; while it is off, too.
struct PointSpotlight {
  double x = 0.5, y = 0.5;
};
/// So many times as large; nothing happens while it is off, where nobody would see what they do.
struct ResizeSpotlight {
  double factor = 1.0;
};

/// Goes through `applied` of a TalkState.
using TalkCommand = std::variant<StepCue, GoToFirstCue, GoToLastCue, TypeFigure, GoToTypedCue, DrawCurtain,
                                 ToggleSpotlight, PointSpotlight, ResizeSpotlight>;

}  // namespace spreadmap::model
