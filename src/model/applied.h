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
};

/// THE writer of ViewState, with `advanced`: the view after a command. Commands that make no sense (a layer that is not there) change
/// nothing. Equal states in and out mean that nothing has to be drawn.
ViewState applied(ViewState view, const ViewCommand& command, const CommandContext& context);

/// The view at another wall clock: the playhead follows playback, nothing else changes.
ViewState advanced(ViewState view, const CommandContext& context);

}  // namespace spreadmap::model
