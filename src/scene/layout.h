#pragma once
#include "model/view_state.h"
#include "scene/frame.h"

namespace spreadmap::scene {

/// Layout points: framebuffer pixels / px_per_pt, origin top-left, y down.
struct UiRect {
  double left_pt = 0.0, top_pt = 0.0, right_pt = 0.0, bottom_pt = 0.0;
  [[nodiscard]] double width_pt() const { return right_pt - left_pt; }
  [[nodiscard]] double height_pt() const { return bottom_pt - top_pt; }
};

/// The three ways in which a picture is laid out. Wide: the counter and the legend are a column at the right. Square (up to 4:5
/// either way): the counter stands at the right of the title, the legend below the map. Tall: everything is stacked.
enum class Format { kWide, kSquare, kTall };

/// Where the furniture stands in a picture of one size, in layout points. The map takes what is left.
struct Layout {
  double width_pt = 0.0, height_pt = 0.0;
  double px_per_pt = 1.0;
  Format format = Format::kWide;
  double margin_pt = 64.0;
  double title_size_pt = 44.0, subtitle_size_pt = 20.0, counter_size_pt = 148.0;
  double title_baseline_pt = 85.0, subtitle_baseline_pt = 119.0;
  double counter_baseline_pt = 171.0;
  UiRect counter;  ///< the counter's block: figures, noun, date and what stands below
  UiRect legend;
  UiRect map;
  UiRect strip;  ///< from the axis' start to its end; top: above the milestone rows; bottom: below the axis' labels
  double axis_y_pt = 0.0;
  double axis_labels_pt = 27.0;  ///< from the axis down to its labels' baseline
  double text_scale =
      1.0;  ///< of legend, notes, axis and labels: larger where there is more room than in a wide picture
  double bars_height_pt = 80.0;
  int milestone_rows = 3;  ///< rows of labels above the bars
  double credits_baseline_pt = 0.0;
  [[nodiscard]] bool is_tall() const { return format == Format::kTall; }
  [[nodiscard]] bool has_legend_below() const { return format != Format::kWide; }
};

/// The scale at which furniture is laid out: 1 at 1920x1080 (wide), 1400 (square) or 1080 (tall) across, and where the
/// furniture still has room not below `least_px_per_pt`, so that a small window on a dense display stays legible.
double px_per_pt_of(SizePx size, double least_px_per_pt);

/// The layout of a picture. Parts of the furniture that are off give their room to the map.
Layout layout_of(SizePx size, double px_per_pt, const model::Furniture& furniture);

PixelRect pixel_rect(const UiRect& rect, double px_per_pt);

}  // namespace spreadmap::scene
