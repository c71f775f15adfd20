#pragma once
#include <vector>

#include "app/options.h"
#include "app/stage.h"
#include "model/cue_track.h"

namespace spreadmap::app {

/// The exhibit's cues as a film of one size follows them. `opening`: what is shown where a cue says nothing of it. Errors: an exhibit without
/// cues; a region, place, kind or the like that is not there, with the file and line.
Result<model::CueTrack> cue_track_of(Stage& stage, const Places& places, const ExportOptions& options,
                                     const model::ViewState& opening);

}  // namespace spreadmap::app
