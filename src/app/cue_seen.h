#pragma once
#include <optional>
#include <vector>

#include "app/picture_spec.h"
#include "app/stage.h"
#include "exhibit/cue.h"
#include "model/cue_track.h"

namespace spreadmap::app {

/// What a window shows, and by what it is told in an exhibit's words.
struct SeenView {
  const model::ViewState& view;
  const model::ViewState& opening;  ///< what is shown where a cue says nothing of it; of the view's CRS
  PictureSpec picture;
  const std::vector<exhibit::CueSpec>& cues;  ///< whose words for places are taken up
  const model::CueTrack* track = nullptr;     ///< theirs in such a picture; nullptr: there is none
};

/// A cue with the camera, days, layers and filter of what is seen, at rest, without words. The camera is that of a cue or a region that is shown so,
/// else the extent in degrees that a picture of this form shows so; the days are those of the stretch that plays alone, else the playhead's.
exhibit::CueSpec seen_cue(Stage& stage, const Places& places, const SeenView& seen);

/// The words, seconds and ways of one cue with what another shows. A card, which covers the map, takes the day alone.
exhibit::CueSpec shown_in_cue(exhibit::CueSpec words, const exhibit::CueSpec& shown);

}  // namespace spreadmap::app
