// Two days side by side: the line between them, and what is said of each.
#include <algorithm>
#include <cmath>

#include "scene/strip_parts.h"
#include "scene/words.h"

namespace spreadmap::scene {
namespace {

/// A day with its count, in two lines.
struct DayBlock {
  std::string day, count;
  double width_pt = 0.0;
};

/// A hold for a finger, where little is written.
void add_hold(const PartContext& context, const Pen& pen, double line_pt, Frame& frame) {
  const Layout& layout = context.layout;
  const auto& theme = context.theme();
  const auto px_per_pt = pen.px_per_pt();
  const double top_pt = static_cast<double>(frame.map_room.top_px) / px_per_pt;
  const double bottom_pt = static_cast<double>(frame.map_rect.bottom_px) / px_per_pt;
  const double hold_scale = layout.text_scale / std::sqrt(layout.viewer_scale);
  const double hold_pt = 17.0 * hold_scale, hold_y_pt = top_pt + 0.8 * (bottom_pt - top_pt);
  // Whole, where the line is at the picture's side.
  const double hold_x_pt = std::clamp(line_pt, layout.safe.left_pt + hold_pt, layout.safe.right_pt - hold_pt);
  frame.wipe_rect = pixel_rect({hold_x_pt - hold_pt, top_pt, hold_x_pt + hold_pt, bottom_pt}, px_per_pt);
  if (!context.view.furniture.transport) return;  // nobody takes hold of a film
  pen.circle(hold_x_pt, hold_y_pt, hold_pt, theme.control, 2.0, theme.playhead);
  pen.text(hold_x_pt, hold_y_pt + 6.0 * hold_scale, "↔",
           {.size_pt = 18 * hold_scale, .colour = theme.text, .align = Align::kCentre});
  frame.kept_clear.push_back(
      pixel_rect({hold_x_pt - hold_pt, hold_y_pt - hold_pt, hold_x_pt + hold_pt, hold_y_pt + hold_pt}, px_per_pt));
}

}  // namespace

void add_wipe(const PartContext& context, const Pen& pen, Frame& frame) {
  const Layout& layout = context.layout;
  const auto& theme = context.theme();
  const auto px_per_pt = pen.px_per_pt();
  const auto map_width_px = static_cast<double>(frame.map_room.width_px());
  frame.wipe_px = frame.map_room.left_px + static_cast<float>(std::round(context.view.wipe->share * map_width_px));
  const double line_pt = static_cast<double>(*frame.wipe_px) / px_per_pt;
  const double top_pt = static_cast<double>(frame.map_room.top_px) / px_per_pt;
  const double bottom_pt = static_cast<double>(frame.map_rect.bottom_px) / px_per_pt;
  pen.crisp_box(line_pt - 1.0, top_pt, line_pt + 1.0, bottom_pt, theme.playhead);
  // Each day's labels are drawn on its own side: of "$120,000" the line would leave "20,000".
  frame.kept_clear.push_back(pixel_rect({line_pt - 2.0, top_pt, line_pt + 2.0, bottom_pt}, px_per_pt));
  add_hold(context, pen, line_pt, frame);

  const auto layer = context.inputs.story.counted_layer();
  const bool counts = layer && context.shows_records_of(*layer);
  const double usual_scale = layout.text_scale / layout.viewer_scale;  // of the format
  Type day_type{
      .face = text::Face::kSemiBold, .size_pt = 17 * layout.text_scale, .colour = theme.text, .tabular = true};
  Type count_type{.face = text::Face::kDisplayBold,
                  .size_pt = usual_scale * grown_pt(32.0, layout.viewer_scale, 17.0),
                  .colour = counts ? context.spec(*layer).style.colour : theme.text,
                  .tabular = true};
  const auto block_of = [&](double at_d) {
    DayBlock block;
    const time::Day day = context.inputs.story.axis().day_at(at_d);
    block.day = layout.is_compact() ? context.language().medium_day(day) : context.language().long_day(day);
    if (counts) block.count = count_text(context.inputs.selection.layer(*layer).count(at_d), context.language());
    block.width_pt = std::max(pen.width_pt(block.day, day_type), pen.width_pt(block.count, count_type));
    return block;
  };
  constexpr double kGap_pt = 16.0, kAir_pt = 8.0;
  DayBlock left = block_of(context.view.wipe->left_d), right = block_of(context.view.playhead_d);
  const double room_pt = map_width_px / px_per_pt - 2.0 * (kAir_pt + kGap_pt);
  if (const double wide_pt = left.width_pt + right.width_pt; wide_pt > room_pt && room_pt > 0.0) {
    day_type.size_pt *= room_pt / wide_pt;
    count_type.size_pt *= room_pt / wide_pt;
    left = block_of(context.view.wipe->left_d);
    right = block_of(context.view.playhead_d);
  }
  // Each on its own side of the line; where a side is too narrow for it there is next to nothing that it would say it of.
  const double map_left_pt = static_cast<double>(frame.map_room.left_px) / px_per_pt + kAir_pt;
  const double map_right_pt = static_cast<double>(frame.map_room.right_px) / px_per_pt - kAir_pt;
  const double left_pt = line_pt - kGap_pt - left.width_pt, right_pt = line_pt + kGap_pt;
  // Baselines, from the map's top: the air between lines does not grow with the type.
  constexpr double kCap_em = 0.73, kTail_em = 0.27, kAbove_pt = 13.6, kBetween_pt = 6.0, kBelow_pt = 12.0,
                   kTop_pt = 6.0;
  const double day_pt = kAbove_pt + kCap_em * day_type.size_pt;
  const double count_pt = day_pt + kTail_em * day_type.size_pt + kBetween_pt + kCap_em * count_type.size_pt;
  const double band_bottom_pt = top_pt + (counts ? count_pt : day_pt) + kBelow_pt;
  const auto add_block = [&](const DayBlock& block, double at_pt, Align align) {
    const double edge_pt = align == Align::kRight ? at_pt + block.width_pt : at_pt;
    const UiRect band{at_pt - kAir_pt, top_pt + kTop_pt, at_pt + block.width_pt + kAir_pt, band_bottom_pt};
    pen.crisp_box(band.left_pt, band.top_pt, band.right_pt, band.bottom_pt, with_opacity(theme.ground, 0.82));
    frame.kept_clear.push_back(pixel_rect(band, px_per_pt));
    Type type = day_type;
    type.align = align;
    pen.text(edge_pt, top_pt + day_pt, block.day, type);
    if (!counts) return;
    type = count_type;
    type.align = align;
    pen.text(edge_pt, top_pt + count_pt, block.count, type);
  };
  if (left_pt >= map_left_pt) add_block(left, left_pt, Align::kRight);
  if (right_pt + right.width_pt <= map_right_pt) add_block(right, right_pt, Align::kLeft);
}

void add_wipe_day(const StripContext& strip, Frame& frame) {
  const auto& wipe = strip.context.view.wipe;
  if (!wipe || !strip.scale.shown.contains(wipe->left_d)) return;
  const double x_pt = strip.scale.x_pt(wipe->left_d), axis_pt = strip.axis_pt();
  const auto& theme = strip.context.theme();
  const double radius_pt = strip.context.layout.is_tall() ? 16.0 : 8.0;
  strip.pen.crisp_box(x_pt - 0.5, strip.bars_top_pt(), x_pt + 0.5, axis_pt, theme.text_second);
  strip.pen.circle(x_pt, axis_pt, radius_pt, theme.ground, 2.0, theme.text);
  const double reach_pt = radius_pt + 4.0;
  frame.wipe_day_rect =
      pixel_rect({x_pt - reach_pt, axis_pt - reach_pt, x_pt + reach_pt, axis_pt + reach_pt}, strip.pen.px_per_pt());
}

}  // namespace spreadmap::scene
