#pragma once
#include <vector>

#include "app/picture_spec.h"
#include "app/stage.h"
#include "model/cue_track.h"

namespace spreadmap::app {

/// The exhibit's cues as pictures of one size follow them. `opening`: what is shown where a cue says nothing of it. All that they show has
/// been brought. Errors: an exhibit without cues; a region, place, kind or the like that is not there, with the file and line; a source that
/// cannot be read.
Result<model::CueTrack> cue_track_of(Stage& stage, const Places& places, const PictureSpec& picture,
                                     const model::ViewState& opening);

/// The view at a moment of such a track.
model::ViewState view_at(const model::ViewState& opening, const model::CueMoment& moment);

}  // namespace spreadmap::app
