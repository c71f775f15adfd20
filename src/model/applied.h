#pragma once
#include "model/command.h"
#include "model/selection.h"
#include "model/story.h"
#include "model/view_state.h"

namespace spreadmap::model {

/// What a command needs to know of the world to be carried out.
struct CommandContext {
  const Story& story;
  const Selection& selection;  ///< what the view's filter leaves
  Camera fit;                  ///< the camera of the fit view
  double now_s = 0.0;          ///< wall clock that playback is anchored to
  geo::MapBounds reach{};      ///< where the camera's centre may go, lest the map be lost from sight; empty: anywhere
  double fit_width_m = 0.0;    ///< what zoom 1 shows across; 0: as wide as the reach
};

/// THE writer of ViewState, with `advanced`: the view after a command. Commands that make no sense (a layer that is not there) change
/// nothing. Equal states in and out mean that nothing has to be drawn.
ViewState applied(ViewState view, const ViewCommand& command, const CommandContext& context);

/// The view at another wall clock: the playhead follows playback, the camera its flight and the map its glide; nothing else changes.
ViewState advanced(ViewState view, const CommandContext& context);

/// A view that another is left for, gliding where their CRSs differ. Nothing jumps under way: who goes back where the map comes from turns it round;
/// for any other CRS it first arrives where it goes, faster, and goes on from there.
ViewState glided(ViewState to, const ViewState& from, double now_s);

/// The view when all its glides are over.
ViewState arrived(ViewState view);

}  // namespace spreadmap::model
