#include "scene/layout.h"

#include <algorithm>

#include "scene/milestone_labels.h"

namespace spreadmap::scene {
namespace {

constexpr double kMarginPt = 64.0;
constexpr double kCounterColumnPt = 330.0;  // as wide as the longest line below the counter

/// The strip at the foot, shared by both shapes of picture. Returns the top of what it takes.
double place_strip(Layout& layout, const model::Furniture& furniture, double bottom_pt) {
  double top_pt = bottom_pt;
  layout.credits_baseline_pt = bottom_pt;
  if (furniture.strip) {
    // The axis, its labels, then the credits: two lines of them where the picture is narrow.
    const double labels_pt = layout.axis_labels_pt + 3.0;
    layout.axis_y_pt = bottom_pt - labels_pt - (!furniture.credits ? 0.0 : layout.has_legend_below() ? 62.0 : 46.0);
    // The play button stands left of the axis. Its room is kept where it is off, so that a film and a window agree; a tall
    // picture has none to spare.
    const bool keeps_room = !layout.is_tall() || furniture.transport;
    const double left_pt = layout.margin_pt + (keeps_room ? 70.0 : 0.0);
    top_pt =
        layout.axis_y_pt - layout.bars_height_pt - (5.0 + kMilestoneRowPt * layout.milestone_rows) * layout.text_scale;
    layout.strip = {left_pt, top_pt, layout.width_pt - layout.margin_pt,
                    layout.axis_y_pt + layout.axis_labels_pt + 7.0};
  } else if (furniture.credits) {
    top_pt = bottom_pt - 24.0;
  }
  return top_pt;
}

void lay_out_wide(Layout& layout, const model::Furniture& furniture) {
  const double foot_pt = place_strip(layout, furniture, layout.height_pt - 28.0);
  const double right_pt = layout.width_pt - layout.margin_pt;
  const bool column = furniture.counter || furniture.legend;
  layout.counter = {right_pt - kCounterColumnPt, 60.0, right_pt, 300.0};
  const double legend_top_pt = furniture.counter ? 362.0 : layout.margin_pt;
  layout.legend = {right_pt - 256.0, legend_top_pt, right_pt, foot_pt};
  const double map_top_pt = furniture.title ? 148.0 : layout.margin_pt / 2.0;
  layout.map = {layout.margin_pt, map_top_pt, column ? right_pt - kCounterColumnPt - 12.0 : right_pt, foot_pt - 4.0};
}

/// The legend stands across the foot, above the strip.
void place_legend_below(Layout& layout, const model::Furniture& furniture, double height_pt, double& foot_pt) {
  if (!furniture.legend) return;
  layout.legend = {layout.margin_pt, foot_pt - height_pt, layout.width_pt - layout.margin_pt, foot_pt - 20.0};
  foot_pt = layout.legend.top_pt;
}

void lay_out_square(Layout& layout, const model::Furniture& furniture) {
  layout.text_scale = 1.15;
  layout.axis_labels_pt = 32.0;
  layout.bars_height_pt = 90.0;
  double foot_pt = place_strip(layout, furniture, layout.height_pt - 32.0);
  place_legend_below(layout, furniture, 240.0, foot_pt);
  const double right_pt = layout.width_pt - layout.margin_pt;
  // Wider than a column: what stands below the date has two lines, of one line each.
  layout.counter = {right_pt - 620.0, 60.0, right_pt, 322.0};
  const double map_top_pt = furniture.counter ? layout.counter.bottom_pt + 2.0
                            : furniture.title ? 148.0
                                              : layout.margin_pt / 2.0;
  layout.map = {layout.margin_pt / 2.0, map_top_pt, layout.width_pt - layout.margin_pt / 2.0, foot_pt - 10.0};
}

void lay_out_tall(Layout& layout, const model::Furniture& furniture) {
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
  layout.milestone_rows = 4;
  double foot_pt = place_strip(layout, furniture, layout.height_pt - 40.0);
  place_legend_below(layout, furniture, 270.0, foot_pt);
  layout.map = {layout.margin_pt / 2.0, furniture.counter ? layout.counter.bottom_pt : top_pt,
                layout.width_pt - layout.margin_pt / 2.0, foot_pt - 10.0};
}

Format format_of(SizePx size) {
  const double aspect = static_cast<double>(size.width_px) / size.height_px;
  return aspect > 1.13 ? Format::kWide : aspect >= 0.72 ? Format::kSquare : Format::kTall;
}

/// The fewest points, across and down, that a format is laid out in: fitted, and at most enlarged for the sake of type. In fewer
/// the counter runs into the title, and the legend into the strip.
struct LeastPoints {
  double width_pt, height_pt, enlarged_width_pt, enlarged_height_pt;
};
LeastPoints least_points(Format format) {
  switch (format) {
    case Format::kSquare:
      return {1400.0, 1240.0, 1240.0, 1240.0};
    case Format::kTall:
      return {1080.0, 1500.0, 900.0, 1450.0};
    case Format::kWide:
      break;
  }
  return {1920.0, 1080.0, 1240.0, 1020.0};
}

}  // namespace

double px_per_pt_of(SizePx size, double least_px_per_pt) {
  const auto scale_of = [size](double width_pt, double height_pt) {
    return std::min(size.width_px / width_pt, size.height_px / height_pt);
  };
  const LeastPoints least = least_points(format_of(size));
  const double fitted = scale_of(least.width_pt, least.height_pt);
  const double most = scale_of(least.enlarged_width_pt, least.enlarged_height_pt);
  return std::max(fitted, std::min(least_px_per_pt, most));
}

Layout layout_of(SizePx size, double px_per_pt, const model::Furniture& furniture) {
  Layout layout;
  layout.px_per_pt = px_per_pt;
  layout.width_pt = size.width_px / px_per_pt;
  layout.height_pt = size.height_px / px_per_pt;
  layout.format = format_of(size);
  layout.margin_pt = kMarginPt;
  switch (layout.format) {
    case Format::kWide:
      lay_out_wide(layout, furniture);
      break;
    case Format::kSquare:
      lay_out_square(layout, furniture);
      break;
    case Format::kTall:
      lay_out_tall(layout, furniture);
      break;
  }
  return layout;
}

PixelRect pixel_rect(const UiRect& rect, double px_per_pt) {
  return {static_cast<float>(rect.left_pt * px_per_pt), static_cast<float>(rect.top_pt * px_per_pt),
          static_cast<float>(rect.right_pt * px_per_pt), static_cast<float>(rect.bottom_pt * px_per_pt)};
}

}  // namespace spreadmap::scene
