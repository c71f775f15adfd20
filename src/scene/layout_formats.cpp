// The three ways in which a picture is laid out.
#include <algorithm>
#include <cmath>

#include "scene/layout_parts.h"

namespace spreadmap::scene {
namespace {

constexpr double kUsualFigures_pt = 148.0;
/// Between a title and figures beside it.
constexpr double kBesideTitle_pt = 48.0;

/// Figures of all days in one size. Where they would be small in the column they stand above the map, as high as the head, or without a
/// head in a row of their own. Returns the map's top.
double place_figures_of_column(Layout& layout, const model::Furniture& furniture, const TextWidths& texts,
                               double map_top_pt, double column_pt) {
  constexpr double kAbove_pt = 40.0, kBelow_pt = 2.0;
  const double higher_pt = kMarginPt - layout.margin_pt, right_pt = layout.right_pt;
  layout.counter_size_pt = figures_size_pt(texts, kUsualFigures_pt, column_pt);
  layout.counter_baseline_pt =
      furniture.title ? title_top_pt(layout) + kCap_em * layout.counter_size_pt : 171.0 - higher_pt;
  const double taken_pt = furniture.title ? head_width_pt(layout, texts) + kBesideTitle_pt : 0.0;
  const double top_pt = furniture.title ? title_top_pt(layout) : std::min(kAbove_pt, 0.7 * layout.margin_pt),
               above_room_pt = right_pt - layout.left_pt - taken_pt;
  const double most_pt =
      furniture.title ? (map_top_pt - kBelow_pt - top_pt) / (kCap_em + kCommaTail_em) : kUsualFigures_pt;
  const double above_pt = figures_size_pt(texts, std::min(kUsualFigures_pt, most_pt), above_room_pt);
  if (above_pt > layout.counter_size_pt) {
    layout.counter_size_pt = above_pt;
    layout.counter_baseline_pt = top_pt + kCap_em * above_pt;
    map_top_pt = std::max(map_top_pt, layout.counter_baseline_pt + kCommaTail_em * above_pt + kBelow_pt);
  }
  layout.figures = figures_up_to(layout, texts, right_pt);
  return map_top_pt;
}

/// A date above the noun may be higher than figures that it stands beside.
void keep_clear_of_title(Layout& layout, const model::Furniture& furniture, double title_bottom_pt, const Rank& date) {
  if (!layout.has_counter_beside || !furniture.title) return;
  constexpr double kAir_pt = 20.0;
  const double high_pt = (kDateLeading_em + kCap_em) * date.size_pt;
  layout.counter_baseline_pt = std::max(layout.counter_baseline_pt, title_bottom_pt + kAir_pt + high_pt);
}

}  // namespace

void lay_out_wide(Layout& layout, const model::Furniture& furniture, const TextWidths& texts) {
  const Growth growth{layout.viewer_scale, 17.0};
  // As wide as the longest line below the counter, and no more than a third of the picture.
  constexpr double kColumnPt = 330.0, kMostColumn = 0.33;
  const double column_pt =
      std::max(kColumnPt, std::min(kColumnPt * layout.viewer_scale, kMostColumn * layout.width_pt));
  const double right_pt = layout.width_pt - layout.margin_pt;
  const double higher_pt = kMarginPt - layout.margin_pt;
  layout.subtitle_size_pt = growth.of(20.0);
  const double title_room_pt = right_pt - layout.margin_pt - std::max(480.0, column_pt + 40.0);
  const double title_bottom_pt = place_title(layout, texts, growth.rank(44.0), 80.0 - higher_pt, title_room_pt, 14.0);
  double map_top_pt = furniture.title ? title_bottom_pt + 34.0 : layout.margin_pt / 2.0;
  if (furniture.counter) map_top_pt = place_figures_of_column(layout, furniture, texts, map_top_pt, column_pt);
  place_counter_lines(layout, growth.rank(26.0), growth.rank(30.0), growth.rank(17.0));
  size_strip(layout, 1.0);
  const double foot_pt = place_strip(layout, furniture, layout.height_pt - 28.0);
  const bool column = furniture.counter || furniture.legend;
  const double counter_bottom = counter_bottom_pt(layout);
  const double counter_top_pt =
      std::min(60.0 - higher_pt, layout.counter_baseline_pt - kCap_em * layout.counter_size_pt);
  layout.counter = {right_pt - column_pt, counter_top_pt, right_pt, counter_bottom};
  const double legend_top_pt = furniture.counter ? counter_bottom + 47.0 / layout.viewer_scale : layout.margin_pt;
  const double legend_width_pt = layout.viewer_scale == 1.0 ? 256.0 : std::max(256.0, column_pt - 30.0);
  constexpr double kAboveStrip_pt = 8.0;
  layout.legend = {right_pt - legend_width_pt, legend_top_pt, right_pt,
                   std::max(legend_top_pt, foot_pt - kAboveStrip_pt)};
  layout.map = {layout.margin_pt, map_top_pt, column ? right_pt - column_pt - 12.0 : right_pt, foot_pt - 4.0};
}

namespace {

/// How high a legend below the map is: as high as at the usual size, or so many lines of larger type.
double legend_height_pt(const Layout& layout, double usual_pt, double lines) {
  constexpr double kLine_pt = 27.0;
  return layout.is_compact() ? 20.0 + lines * kLine_pt * layout.text_scale : usual_pt * layout.viewer_scale;
}

}  // namespace

void lay_out_square(Layout& layout, const model::Furniture& furniture, const TextWidths& texts) {
  constexpr double kFormatScale = format_scale(Format::kSquare), kSmallFigures = 0.75, kLeastRoom_pt = 440.0,
                   kBesideFigures_pt = 380.0;
  layout.text_scale *= kFormatScale;
  layout.axis_labels_pt = 32.0;
  layout.bars_height_pt = 90.0;
  const Growth growth{layout.viewer_scale, 17.0};
  layout.subtitle_size_pt = growth.of(20.0);
  layout.has_counter_beside = layout.is_compact();
  const double higher_pt = kMarginPt - layout.margin_pt, right_pt = layout.width_pt - layout.margin_pt;
  const double whole_pt = right_pt - layout.margin_pt;
  const double title_bottom_pt = place_title(layout, texts, growth.rank(44.0), 85.0 - higher_pt,
                                             layout.has_counter_beside ? whole_pt : whole_pt - 480.0, 14.0);
  const double figures_top_pt = !furniture.title            ? 63.0 - higher_pt
                                : layout.has_counter_beside ? title_bottom_pt + 37.0
                                                            : title_top_pt(layout);
  // The title stands left of them, or they have the row to themselves but for what stands beside them.
  const double beside_title_pt = furniture.title ? whole_pt - head_width_pt(layout, texts) - kBesideTitle_pt : whole_pt;
  const double figures_room_pt =
      layout.has_counter_beside ? whole_pt - kBesideFigures_pt : std::max(kLeastRoom_pt, beside_title_pt);
  const double most_pt = layout.gives_up(Thrift::kSmallHead) ? kSmallFigures * kUsualFigures_pt : kUsualFigures_pt;
  layout.counter_size_pt = figures_size_pt(texts, most_pt, figures_room_pt);
  layout.has_date_beside_noun = !layout.has_counter_beside && layout.gives_up(Thrift::kSmallHead);
  layout.counter_baseline_pt = figures_top_pt + kCap_em * layout.counter_size_pt;
  keep_clear_of_title(layout, furniture, title_bottom_pt, growth.rank(30.0));
  layout.figures = layout.has_counter_beside ? figures_from(layout, texts, layout.margin_pt)
                                             : figures_up_to(layout, texts, right_pt);
  place_counter_lines(layout, growth.rank(26.0), growth.rank(30.0), growth.rank(17.0));
  size_strip(layout, kFormatScale);
  const double strip_top_pt = place_strip(layout, furniture, layout.height_pt - 32.0);
  // A picture of 4:5 has room for a line more than one of 1:1.
  const double taller = std::clamp((layout.height_pt - layout.width_pt) / (0.25 * layout.width_pt), 0.0, 1.0);
  const double lines = 6.0 / layout.viewer_scale + 1.5 * taller * std::clamp(3.0 - layout.viewer_scale, 0.0, 1.0);
  const double foot_pt =
      place_legend_below(layout, furniture, texts, legend_height_pt(layout, 240.0, lines), strip_top_pt);
  // Wider than a column: what stands below the date has two lines, of one line each. A title that reaches as far down stands beside it.
  constexpr double kBlock_pt = 620.0, kBesideHead_pt = 40.0;
  const bool is_beside_head =
      furniture.title && title_bottom_pt > layout.note_baseline_pt - kCap_em * layout.note_size_pt - kBesideHead_pt;
  const double width_pt = layout.has_counter_beside ? whole_pt
                          : is_beside_head
                              ? std::min(kBlock_pt, whole_pt - head_width_pt(layout, texts) - kBesideHead_pt)
                              : kBlock_pt;
  layout.counter = {right_pt - width_pt, figures_top_pt, right_pt, counter_bottom_pt(layout) + 7.0};
  const double head_bottom_pt = furniture.title ? title_bottom_pt + 29.0 : layout.margin_pt / 2.0;
  const double map_top_pt =
      furniture.counter ? std::max(layout.counter.bottom_pt + (layout.is_compact() ? 20.0 : 2.0), head_bottom_pt)
                        : head_bottom_pt;
  layout.map = {layout.margin_pt / 2.0, map_top_pt, layout.width_pt - layout.margin_pt / 2.0, foot_pt - 10.0};
}

void lay_out_tall(Layout& layout, const model::Furniture& furniture, const TextWidths& texts) {
  constexpr double kFormatScale = format_scale(Format::kTall), kUsualTall_pt = 210.0, kSmallHead = 0.7,
                   kBesideFigures_pt = 380.0;
  const bool is_small = layout.gives_up(Thrift::kSmallHead);
  const double head = is_small ? kSmallHead : 1.0;
  const Growth growth{layout.viewer_scale, 17.0 * kFormatScale};
  layout.text_scale *= kFormatScale;
  layout.subtitle_size_pt = growth.of(26.0);
  layout.axis_labels_pt = 46.0;
  layout.bars_height_pt = 110.0;
  layout.milestone_rows = 4;
  const double whole_pt = layout.width_pt - 2.0 * layout.margin_pt;
  const double higher_pt = kMarginPt - layout.margin_pt;
  const double title_bottom_pt = place_title(layout, texts, growth.rank(64.0 * head),
                                             is_small ? 84.0 - higher_pt : 132.0 - 1.8 * higher_pt, whole_pt, 24.0);
  const double top_pt =
      furniture.title ? title_bottom_pt + (is_small ? 22.0 : 48.0) / std::sqrt(layout.viewer_scale) : layout.margin_pt;
  // Noun and date stand beside the figures, unless these would be much smaller for it on every day.
  constexpr double kWorthIt = 0.7;
  const double most_pt = kUsualTall_pt * head;
  const double beside_pt = figures_size_pt(texts, most_pt, whole_pt - kBesideFigures_pt * (1.0 + head) / 2.0);
  const double alone_pt = figures_size_pt(texts, most_pt, whole_pt);
  layout.has_counter_beside = beside_pt >= kWorthIt * alone_pt;
  layout.has_date_beside_noun = !layout.has_counter_beside;
  // In a row of their own, larger type below them takes some of their height.
  constexpr double kAloneAboveLargeType_pt = 108.0;
  layout.counter_size_pt = layout.has_counter_beside ? beside_pt
                           : layout.is_compact()     ? std::min(alone_pt, kAloneAboveLargeType_pt)
                                                     : alone_pt;
  layout.counter_baseline_pt = top_pt + 190.0 * head - kCap_em * (most_pt - layout.counter_size_pt) -
                               (is_small ? 14.0 : 38.0) * (1.0 - 1.0 / layout.viewer_scale);
  keep_clear_of_title(layout, furniture, title_bottom_pt, growth.rank(42.0));
  layout.figures = figures_from(layout, texts, layout.margin_pt);
  place_counter_lines(layout, growth.rank(34.0), growth.rank(42.0), growth.rank(25.5));
  const double bottom_pt = counter_bottom_pt(layout) + (layout.is_compact() ? 30.0 : 15.5);
  layout.counter = {layout.margin_pt, top_pt, layout.width_pt - layout.margin_pt, bottom_pt};
  size_strip(layout, kFormatScale);
  const double strip_top_pt = place_strip(layout, furniture, layout.height_pt - (is_small ? 28.0 : 40.0));
  const double lines = 4.0 + 0.4 * std::clamp(3.0 - layout.viewer_scale, 0.0, 1.0);
  const double foot_pt =
      place_legend_below(layout, furniture, texts, legend_height_pt(layout, 270.0, lines), strip_top_pt);
  layout.map = {layout.margin_pt / 2.0, furniture.counter ? layout.counter.bottom_pt : top_pt,
                layout.width_pt - layout.margin_pt / 2.0, foot_pt - 10.0};
}

}  // namespace spreadmap::scene
