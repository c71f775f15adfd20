#pragma once

namespace spreadmap::scene {

/// Labels come in steps of half an octave. Zoom 1 stands well within one, so that what belongs to it is there whole.
inline constexpr double kStepsPerOctave = 2.0;
inline constexpr double kFitWithinStep = 0.5;

/// How far a label has come in at a scale, 0 to 1: softly, while the map is enlarged by a few percent from the label's own scale on.
double share_come_in(double pt_per_m, double from_pt_per_m);
/// The largest zoom up to this one at which every label is there whole or not at all: there a camera that shows a place comes to rest.
double zoom_of_whole_labels(double zoom);

}  // namespace spreadmap::scene
