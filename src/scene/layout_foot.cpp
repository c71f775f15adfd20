// What stands at the foot of a picture: credits, strip, and in all but wide ones the legend.
#include <algorithm>
#include <cmath>

#include "scene/layout_parts.h"
#include "scene/milestone_labels.h"

namespace spreadmap::scene {

int lines_of(double wide_em, double size_pt, double room_pt) {
  constexpr double kRagged = 1.08;  // what lines leave free at their ends, in all
  const double lines = wide_em * size_pt / room_pt;
  return lines <= 1.0 ? 1 : static_cast<int>(std::ceil(lines * kRagged));
}

void size_credits(Layout& layout, const TextWidths& texts) {
  constexpr double kUsual_pt = 13.0, kLeading_em = 16.0 / 13.0;
  // Beside a logo there is room for as many as it is high.
  const int logo_lines =
      layout.has_logo_at_foot
          ? static_cast<int>(layout.logo.height_pt() / (kLeading_em * kUsual_pt * layout.viewer_scale))
          : 0;
  const int own_lines = layout.is_compact() && layout.is_tall()            ? 4
                        : layout.has_legend_below() || layout.is_compact() ? 3
                                                                           : 2;
  const int most_lines = std::max(own_lines, logo_lines);
  const double growth = layout.viewer_scale;
  layout.scale_bar_room_pt = !layout.is_compact()        ? 120.0 + 110.0 * growth
                             : layout.has_legend_below() ? 0.0
                                                         : 120.0 + 80.0 * growth;
  const double room_pt = layout.credits_right_pt - layout.credits_left_pt - layout.scale_bar_room_pt;
  double size_pt = kUsual_pt * growth;
  while (size_pt > kUsual_pt && lines_of(texts.credits_em, size_pt, room_pt) > most_lines) size_pt -= 0.5;
  layout.credits_size_pt = std::max(size_pt, kUsual_pt);
  layout.credits_leading_pt = kLeading_em * layout.credits_size_pt;
  // At the usual size the room is the same for all texts.
  layout.credits_lines = growth == 1.0 && !layout.gives_up(Thrift::kLowStrip)
                             ? most_lines
                             : std::clamp(lines_of(texts.credits_em, layout.credits_size_pt, room_pt), 1, most_lines);
}

void size_strip(Layout& layout, double format_scale) {
  const double growth = layout.viewer_scale;
  layout.axis_labels_pt += 24.0 * format_scale * (growth - 1.0);
  layout.bars_height_pt = std::max(layout.bars_height_pt / std::sqrt(growth), 0.7 * layout.bars_height_pt);
  // Where legend and strip share a low picture, milestones are lines without labels.
  constexpr double kLow_pt = 380.0;
  const bool is_low = layout.has_legend_below() && layout.height_pt < kLow_pt * layout.text_scale;
  layout.milestone_rows =
      is_low ? 0 : std::max(1, layout.milestone_rows - static_cast<int>(std::floor(2.0 * (growth - 0.75))));
  if (!layout.gives_up(Thrift::kLowStrip)) return;
  constexpr double kLowBars = 0.6, kBareBars = 0.4;
  const bool is_bare = layout.gives_up(Thrift::kBareStrip);
  layout.bars_height_pt *= is_bare ? kBareBars : kLowBars;
  layout.milestone_rows = is_bare ? 0 : std::min(layout.milestone_rows, 1);
}

double place_strip(Layout& layout, const model::Furniture& furniture, double bottom_pt) {
  constexpr double kAboveLogo_pt = 14.0;
  const bool has_logo = layout.has_logo_at_foot;
  const double logo_pt =
      has_logo ? layout.logo.height_pt() + std::min(kAboveLogo_pt, 0.5 * layout.logo.height_pt()) : 0.0;
  double top_pt = bottom_pt;
  layout.credits_baseline_pt = bottom_pt;
  if (furniture.strip) {
    // The axis, its labels, then the credits.
    const double labels_pt = layout.axis_labels_pt + 3.0;
    const double credits_pt = 14.0 + layout.credits_leading_pt * layout.credits_lines;
    layout.axis_y_pt = bottom_pt - labels_pt - std::max(furniture.credits ? credits_pt : 0.0, logo_pt);
    // The play button stands left of the axis. Its room is kept where it is off, so that a film and a window agree; a tall
    // picture has none to spare.
    const bool keeps_room = !layout.is_tall() || furniture.transport;
    const double left_pt = layout.margin_pt + (keeps_room ? 70.0 : 0.0);
    top_pt =
        layout.axis_y_pt - layout.bars_height_pt - (5.0 + kMilestoneRowPt * layout.milestone_rows) * layout.text_scale;
    layout.strip = {left_pt, top_pt, layout.width_pt - layout.margin_pt,
                    layout.axis_y_pt + layout.axis_labels_pt + 7.0};
  } else if (furniture.credits || has_logo) {
    const double credits_pt = 8.0 + layout.credits_leading_pt * layout.credits_lines;
    top_pt = bottom_pt - std::max(furniture.credits ? credits_pt : 0.0, logo_pt);
  }
  return top_pt;
}

double place_legend_below(Layout& layout, const model::Furniture& furniture, const TextWidths& texts, double height_pt,
                          double foot_pt) {
  layout.legend = {layout.margin_pt, foot_pt, layout.width_pt - layout.margin_pt, foot_pt};
  if (!furniture.legend || layout.gives_up(Thrift::kNoLegend)) return foot_pt;
  double below_pt = 20.0;
  if (layout.gives_up(Thrift::kLowLegend)) {
    constexpr double kLow = 0.62;
    height_pt *= kLow;
    below_pt = 14.0;
  }
  if (layout.gives_up(Thrift::kFewRows)) {
    constexpr int kMostRows = 6;
    constexpr double kSmallType = 0.82;
    layout.has_running_legend = true;
    const auto rows_of = [&](double share) {
      const double width_pt = layout.legend.width_pt();
      return texts.legend_rows ? std::clamp(texts.legend_rows(share * layout.text_scale, width_pt), 1, kMostRows) : 1;
    };
    int rows = rows_of(1.0);
    if (const int fewer = rows_of(kSmallType); layout.gives_up(Thrift::kSmallRows) && fewer < rows) {
      rows = fewer;
      layout.legend_type_share = kSmallType;
    }
    const double rows_pt = RunningLegend::kAbovePt + RunningLegend::kRowPt * (rows - 1) + RunningLegend::kBelowPt;
    height_pt = std::min(height_pt, below_pt + rows_pt * layout.text_scale * layout.legend_type_share);
  }
  layout.legend.top_pt = foot_pt - height_pt;
  layout.legend.bottom_pt = foot_pt - below_pt;
  return layout.legend.top_pt;
}

}  // namespace spreadmap::scene
