// The timeline strip: weekly bars, axis, milestones, playhead.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/strip_view.h"
#include "scene/axis_ticks.h"
#include "scene/milestone_labels.h"
#include "scene/strip_parts.h"
#include "scene/words.h"

namespace spreadmap::scene {
namespace {

using text::Face;

/// Where the last milestone's line stands on the strip.
double last_milestone_pt(const PartContext& context, const StripScale& scale) {
  double last_pt = scale.left_pt;
  for (const auto& milestone : context.inputs.exhibit.timeline.milestones) {
    const double position_d = context.inputs.story.axis().position_d(milestone.day.earliest);
    if (scale.shown.contains(position_d)) last_pt = std::max(last_pt, scale.x_pt(position_d));
  }
  return last_pt;
}

/// Past the day until which the list is complete there are no bars: the room says why.
void add_unknown_stretch(const PartContext& context, const Pen& pen, const StripScale& scale) {
  const auto known_until_d = context.inputs.story.known_until_d();
  if (!known_until_d || *known_until_d + 1.0 >= scale.shown.to_d) return;
  const double left_pt = std::max(scale.left_pt, scale.x_pt(*known_until_d + 1.0));
  const double axis_pt = context.layout.axis_y_pt;
  const double top_pt = axis_pt - context.layout.bars_height_pt * 0.62;
  pen.crisp_box(left_pt, top_pt, scale.right_pt, axis_pt, with_opacity(context.theme().control, 0.55));
  const Type type{
      .size_pt = 13 * context.layout.text_scale, .colour = context.theme().text_second, .align = Align::kRight};
  const char* const reason = context.language().text("list not complete");
  // Neither the playhead nor a milestone's line runs through words; while it is here, the counter gives the reason in full.
  if (!context.inputs.story.is_complete(context.view.playhead_d)) return;
  const double room_left_pt = std::max(left_pt, last_milestone_pt(context, scale));
  if (pen.width_pt(reason, type) < scale.right_pt - room_left_pt - 16.0) {
    pen.text(scale.right_pt - 10.0, (top_pt + axis_pt) / 2.0 + 5.0, reason, type);
  }
}

std::string tick_label(const AxisTick& tick, const language::Language& language) {
  const std::chrono::year_month_day date(tick.day);
  switch (tick.rank) {
    case TickRank::kYear:
      return std::to_string(static_cast<int>(date.year()));
    case TickRank::kMonth:
      return language.short_month(tick.day);
    case TickRank::kDay:
      return language.day_and_month(tick.day);
  }
  return {};
}

void add_axis(const PartContext& context, const Pen& pen, const StripScale& scale) {
  const double axis_pt = context.layout.axis_y_pt;
  const double now_pt = scale.clamped_x_pt(context.view.playhead_d);
  const auto layer = context.inputs.story.counted_layer();
  const Srgb8 past = layer ? context.spec(*layer).style.colour : context.theme().playhead;
  // What is not known is not coloured as if it were.
  const double known_pt = scale.clamped_x_pt(context.inputs.story.known_until_d().value_or(scale.shown.to_d) + 1.0);
  pen.crisp_box(scale.left_pt, axis_pt, std::min(now_pt, known_pt), axis_pt + 2.0, past);
  pen.crisp_box(std::min(now_pt, known_pt), axis_pt, scale.right_pt, axis_pt + 1.0, context.theme().bar_ahead);

  const model::DayAxis& axis = context.inputs.story.axis();
  const model::DayAxis shown{axis.day_at(std::ceil(scale.shown.from_d)), axis.day_at(scale.shown.to_d), {}};
  for (const AxisTick& tick : axis_ticks(shown, scale.day_pt(), 72.0 * context.layout.text_scale)) {
    const double x_pt = scale.x_pt(axis.position_d(tick.day));
    pen.crisp_box(x_pt, axis_pt + 2.0, x_pt + 1.0, axis_pt + 7.0, context.theme().bar_ahead);
    const std::string label = tick_label(tick, context.language());
    const bool is_year = tick.rank == TickRank::kYear;
    const Type type{.face = is_year ? Face::kSemiBold : Face::kRegular,
                    .size_pt = 15 * context.layout.text_scale,
                    .colour = is_year ? context.theme().text : context.theme().text_second,
                    .align = Align::kCentre,
                    .tabular = true};
    // Where the strip begins or ends at the margin its labels do too.
    const double half_pt = pen.width_pt(label, type) / 2.0;
    const double centre_pt = std::clamp(x_pt, context.layout.left_pt + half_pt, context.layout.right_pt - half_pt);
    pen.text(centre_pt, axis_pt + context.layout.axis_labels_pt, label, type);
  }
}

constexpr double kMilestoneType_pt = 15.0, kAboveBars_pt = 10.0;  // of the lowest row's baseline

std::vector<MilestoneLabel> add_milestones(const PartContext& context, const Pen& pen, const StripScale& scale,
                                           Frame& frame) {
  const auto& axis = context.inputs.story.axis();
  std::vector<MilestoneLabel> labels;
  const auto& milestones = context.inputs.exhibit.timeline.milestones;
  for (std::uint32_t i = 0; i < milestones.size(); ++i) {
    const auto& milestone = milestones[i];
    const double position_d = axis.position_d(milestone.day.earliest);
    if (!scale.shown.contains(position_d)) continue;
    const bool has_come = position_d <= context.view.playhead_d;
    const Type type{.face = Face::kRegular,
                    .size_pt = kMilestoneType_pt * context.layout.text_scale,
                    .colour = has_come ? context.theme().text : context.theme().text_second};
    const std::string& text = milestone.label.in(context.view.language);
    labels.push_back({scale.x_pt(position_d), pen.width_pt(text, type), text, has_come});
    frame.milestones.push_back({i, {}, {}, 0.0F});
  }
  // A window has its buttons left of the strip.
  const double room_left_pt = context.view.furniture.transport ? scale.left_pt : context.layout.left_pt;
  place_milestone_labels(labels, room_left_pt, scale.right_pt, context.layout.milestone_rows);
  const double bars_top_pt = context.layout.axis_y_pt - context.layout.bars_height_pt;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const MilestoneLabel& label = labels[i];
    const Srgb8 colour = label.has_come ? context.theme().text : context.theme().text_second;
    const double baseline_pt = bars_top_pt - kAboveBars_pt - kMilestoneRowPt * context.layout.text_scale * label.row;
    const double line_top_pt = label.row < 0 ? bars_top_pt : baseline_pt + 6.0;
    pen.dashed_line(label.x_pt, line_top_pt, context.layout.axis_y_pt, 1.0, 3.0,
                    with_opacity(context.theme().text_third, label.has_come ? 0.5 : 0.36));
    const double scaled = context.layout.text_scale;
    const PixelRect line = pixel_rect({label.x_pt, line_top_pt, label.x_pt, context.layout.axis_y_pt}, pen.px_per_pt());
    frame.milestones[i].line_top = {line.left_px, line.top_px};
    frame.milestones[i].line_bottom_px = line.bottom_px;
    if (label.row < 0) continue;
    frame.milestones[i].label = pixel_rect({label.left_pt - 4.0, baseline_pt - 15.0 * scaled,
                                            label.left_pt + label.width_pt + 4.0, baseline_pt + 6.0 * scaled},
                                           pen.px_per_pt());
    pen.text(label.left_pt, baseline_pt, label.text,
             {.size_pt = kMilestoneType_pt * context.layout.text_scale, .colour = colour});
  }
  return labels;
}

/// Where the playhead's line begins: above the bars, but below a label that stands across it; beside one it goes up little by little.
double playhead_top_pt(const PartContext& context, double x_pt, const std::vector<MilestoneLabel>& labels) {
  constexpr double kAbove_pt = 6.0, kHalfLine_pt = 1.0, kAside_pt = 3.0, kTail_em = 0.27, kBelow_pt = 3.0;
  const double bars_top_pt = context.layout.axis_y_pt - context.layout.bars_height_pt;
  const double free_pt = bars_top_pt - kAbove_pt;
  const double under_pt = std::max(
      free_pt, bars_top_pt - kAboveBars_pt + kTail_em * kMilestoneType_pt * context.layout.text_scale + kBelow_pt);
  double share = 1.0;
  for (const MilestoneLabel& label : labels) {
    if (label.row != 0) continue;
    const double beside_pt = std::max(label.left_pt - x_pt, x_pt - label.left_pt - label.width_pt) - kHalfLine_pt;
    share = std::min(share, std::clamp(beside_pt / kAside_pt, 0.0, 1.0));
  }
  return std::lerp(under_pt, free_pt, share);
}

void add_playhead(const PartContext& context, const Pen& pen, const StripScale& scale,
                  const std::vector<MilestoneLabel>& labels) {
  if (!scale.shown.contains(context.view.playhead_d)) return;
  const double x_pt = scale.x_pt(context.view.playhead_d);
  const double axis_pt = context.layout.axis_y_pt;
  pen.crisp_box(x_pt - 1.0, playhead_top_pt(context, x_pt, labels), x_pt + 1.0, axis_pt, context.theme().playhead);
  pen.circle(x_pt, axis_pt, context.layout.is_tall() ? 20.0 : 9.0, context.theme().playhead);
}

/// A line that says which part of the axis is shown, where it is not all.
void add_overview(const PartContext& context, const Pen& pen, const StripScale& scale) {
  const time::PlayRange whole = context.inputs.story.axis().whole();
  if (scale.shown == whole) return;
  const StripScale all{scale.left_pt, scale.right_pt, whole};
  const double y_pt = context.layout.axis_y_pt + context.layout.axis_labels_pt + 9.0;
  pen.crisp_box(scale.left_pt, y_pt, scale.right_pt, y_pt + 2.0, context.theme().control);
  pen.crisp_box(all.x_pt(scale.shown.from_d), y_pt, all.x_pt(scale.shown.to_d), y_pt + 2.0,
                context.theme().text_second);
  const double now_pt = all.x_pt(context.view.playhead_d);
  pen.crisp_box(now_pt - 1.0, y_pt - 1.0, now_pt + 1.0, y_pt + 3.0, context.theme().text);
}

void add_play_button(const PartContext& context, const Pen& pen, Frame& frame) {
  const double radius_pt = 26.0;
  const double x_pt = context.layout.left_pt + radius_pt - 1.0;
  const double y_pt = context.layout.axis_y_pt - 18.0;
  pen.circle(x_pt, y_pt, radius_pt, context.theme().control, 1.0, context.theme().bar_ahead);
  if (context.view.playback.playing) {
    pen.crisp_box(x_pt - 8.0, y_pt - 10.0, x_pt - 2.5, y_pt + 10.0, context.theme().text);
    pen.crisp_box(x_pt + 2.5, y_pt - 10.0, x_pt + 8.0, y_pt + 10.0, context.theme().text);
  } else {
    pen.triangle(x_pt + 2.5, y_pt, 8.5, 10.5, context.theme().text);
  }
  frame.play_button_rect =
      pixel_rect({x_pt - radius_pt, y_pt - radius_pt, x_pt + radius_pt, y_pt + radius_pt}, pen.px_per_pt());
}

}  // namespace

void add_strip(const PartContext& context, const Pen& pen, Frame& frame) {
  const Layout& layout = context.layout;
  const StripScale scale{layout.strip.left_pt, layout.strip.right_pt,
                         model::shown_strip(context.view, context.inputs.story.axis())};
  const StripContext strip{context, pen, scale};
  add_unknown_stretch(context, pen, scale);
  const std::vector<MilestoneLabel> labels = add_milestones(context, pen, scale, frame);
  add_bars(strip);
  add_count_line(strip);
  add_stretch(strip, frame);
  add_axis(context, pen, scale);
  add_pace(strip);
  add_wipe_day(strip, frame);
  add_playhead(context, pen, scale, labels);
  add_overview(context, pen, scale);
  if (context.view.furniture.transport) add_play_button(context, pen, frame);
  frame.strip_shown = scale.shown;
  const double labels_bottom_pt = layout.axis_y_pt + layout.axis_labels_pt + 7.0;
  frame.strip_rect = pixel_rect(
      {scale.left_pt, layout.axis_y_pt - layout.bars_height_pt, scale.right_pt, labels_bottom_pt}, pen.px_per_pt());
  if (scale.shown == context.inputs.story.axis().whole()) return;
  // Below the knob.
  const double knob_pt = layout.is_tall() ? 20.0 : 12.0;
  frame.axis_labels_rect =
      pixel_rect({scale.left_pt, layout.axis_y_pt + knob_pt, scale.right_pt, labels_bottom_pt + 8.0}, pen.px_per_pt());
}

}  // namespace spreadmap::scene
