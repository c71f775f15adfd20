#include "scene/layout.h"

#include <algorithm>

namespace spreadmap::scene {
namespace {

constexpr double kMarginPt = 64.0;
constexpr double kMilestoneRoomPt = 68.0;   // three rows of milestone labels above the bars
constexpr double kCounterColumnPt = 330.0;  // as wide as the longest line below the counter

/// The strip at the foot, shared by both shapes of picture. Returns the top of what it takes.
double place_strip(Layout& layout, const model::Furniture& furniture, double bottom_pt) {
  double top_pt = bottom_pt;
  layout.credits_baseline_pt = bottom_pt;
  if (furniture.strip) {
    // The axis, its labels, then the credits: two lines of them in portrait.
    const double labels_pt = layout.axis_labels_pt + 3.0;
    layout.axis_y_pt = bottom_pt - labels_pt - (!furniture.credits ? 0.0 : layout.is_portrait ? 62.0 : 46.0);
    // The play button stands left of the axis. In landscape its room is kept where it is off, so that a film and a window
    // agree; portrait has no room to spare.
    const bool keeps_room = !layout.is_portrait || furniture.transport;
    const double left_pt = layout.margin_pt + (keeps_room ? 70.0 : 0.0);
    top_pt = layout.axis_y_pt - layout.bars_height_pt - kMilestoneRoomPt * layout.text_scale;
    layout.strip = {left_pt, top_pt, layout.width_pt - layout.margin_pt,
                    layout.axis_y_pt + layout.axis_labels_pt + 7.0};
  } else if (furniture.credits) {
    top_pt = bottom_pt - 24.0;
  }
  return top_pt;
}

void lay_out_landscape(Layout& layout, const model::Furniture& furniture) {
  const double foot_pt = place_strip(layout, furniture, layout.height_pt - 28.0);
  const double right_pt = layout.width_pt - layout.margin_pt;
  const bool column = furniture.counter || furniture.legend;
  layout.counter = {right_pt - kCounterColumnPt, 60.0, right_pt, 300.0};
  const double legend_top_pt = furniture.counter ? 362.0 : layout.margin_pt;
  layout.legend = {right_pt - 256.0, legend_top_pt, right_pt, foot_pt};
  const double map_top_pt = furniture.title ? 148.0 : layout.margin_pt / 2.0;
  layout.map = {layout.margin_pt, map_top_pt, column ? right_pt - kCounterColumnPt - 12.0 : right_pt, foot_pt - 4.0};
}

void lay_out_portrait(Layout& layout, const model::Furniture& furniture) {
  layout.title_size_pt = 64.0;
  layout.subtitle_size_pt = 26.0;
  layout.counter_size_pt = 210.0;
  layout.title_baseline_pt = 132.0;
  layout.subtitle_baseline_pt = 182.0;
  const double top_pt = furniture.title ? 230.0 : layout.margin_pt;
  layout.counter = {layout.margin_pt, top_pt, layout.width_pt - layout.margin_pt, top_pt + 310.0};
  layout.counter_baseline_pt = top_pt + 190.0;
  layout.bars_height_pt = 110.0;
  layout.text_scale = 1.25;
  layout.axis_labels_pt = 46.0;
  double foot_pt = place_strip(layout, furniture, layout.height_pt - 40.0);
  if (furniture.legend) {
    layout.legend = {layout.margin_pt, foot_pt - 270.0, layout.width_pt - layout.margin_pt, foot_pt - 20.0};
    foot_pt = layout.legend.top_pt;
  }
  layout.map = {layout.margin_pt / 2.0, furniture.counter ? layout.counter.bottom_pt : top_pt,
                layout.width_pt - layout.margin_pt / 2.0, foot_pt - 10.0};
}

}  // namespace

double px_per_pt_of(SizePx size, double least_px_per_pt) {
  const bool is_portrait = size.height_px > size.width_px;
  const auto scale_of = [size](double width_pt, double height_pt) {
    return std::min(size.width_px / width_pt, size.height_px / height_pt);
  };
  const double fitted = is_portrait ? scale_of(1080.0, 1500.0) : scale_of(1920.0, 1080.0);
  // In fewer points than these the counter runs into the title, and the legend into the strip.
  const double most = is_portrait ? scale_of(900.0, 1450.0) : scale_of(1240.0, 1020.0);
  return std::max(fitted, std::min(least_px_per_pt, most));
}

Layout layout_of(SizePx size, double px_per_pt, const model::Furniture& furniture) {
  Layout layout;
  layout.px_per_pt = px_per_pt;
  layout.width_pt = size.width_px / px_per_pt;
  layout.height_pt = size.height_px / px_per_pt;
  layout.is_portrait = size.height_px > size.width_px;
  layout.margin_pt = kMarginPt;
  if (layout.is_portrait) {
    lay_out_portrait(layout, furniture);
  } else {
    lay_out_landscape(layout, furniture);
  }
  return layout;
}

PixelRect pixel_rect(const UiRect& rect, double px_per_pt) {
  return {static_cast<float>(rect.left_pt * px_per_pt), static_cast<float>(rect.top_pt * px_per_pt),
          static_cast<float>(rect.right_pt * px_per_pt), static_cast<float>(rect.bottom_pt * px_per_pt)};
}

}  // namespace spreadmap::scene
