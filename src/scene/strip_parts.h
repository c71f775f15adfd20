#pragma once
#include "scene/parts.h"
#include "scene/strip_scale.h"

namespace spreadmap::scene {

/// What the parts of the strip are laid out from.
struct StripContext {
  const PartContext& context;
  const Pen& pen;
  StripScale scale;
  [[nodiscard]] double axis_pt() const { return context.layout.axis_y_pt; }
  [[nodiscard]] double bars_top_pt() const { return context.layout.axis_y_pt - context.layout.bars_height_pt; }
  /// Where the playhead's day stands; at the nearer side where it is not shown.
  [[nodiscard]] double now_pt() const { return scale.clamped_x_pt(context.view.playhead_d); }
};

/// What began in each week, or on each day where days are wide enough: what the filter leaves, before all that there is.
void add_bars(const StripContext& strip);
/// How many there are, by day, on a scale of its own; a band where days leave it open, and the last number.
void add_count_line(const StripContext& strip);
/// The stretch that alone is played, with its ends to hold.
void add_stretch(const StripContext& strip, Frame& frame);
/// The left day of a wipe, to be moved.
void add_wipe_day(const StripContext& strip, Frame& frame);
/// How the director paces the axis: the thicker the slower, a bead where it lingers, and a word beside the playhead.
void add_pace(const StripContext& strip);

}  // namespace spreadmap::scene
