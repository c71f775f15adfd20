// What the strip says of playing: the stretch that is played over and over, and the director's pace.
#include <algorithm>
#include <cmath>

#include "scene/strip_parts.h"

namespace spreadmap::scene {

void add_stretch(const StripContext& strip, Frame& frame) {
  const auto& stretch = strip.context.view.stretch;
  const auto& theme = strip.context.theme();
  const StripScale& scale = strip.scale;
  if (!stretch || stretch->to_d < scale.shown.from_d || stretch->from_d > scale.shown.to_d) return;
  const double top_pt = strip.bars_top_pt(), axis_pt = strip.axis_pt();
  // What is not played recedes.
  const Srgb8 veil = with_opacity(theme.ground, 0.55);
  const double from_pt = scale.clamped_x_pt(stretch->from_d), to_pt = scale.clamped_x_pt(stretch->to_d);
  strip.pen.crisp_box(scale.left_pt, top_pt, from_pt, axis_pt, veil);
  strip.pen.crisp_box(to_pt, top_pt, scale.right_pt, axis_pt, veil);
  // Lines with flags that point into the stretch, or out of it where they would meet.
  constexpr double kGrasp_pt = 11.0, kLeastGap_pt = 6.0;
  const double scale_of_type = strip.context.layout.viewer_scale, side_pt = 16.0 * scale_of_type;
  const double length_pt = scale.x_pt(stretch->to_d) - scale.x_pt(stretch->from_d);
  const double inward = length_pt < 2.0 * side_pt + kLeastGap_pt ? -1.0 : 1.0;
  // `direction`: to the other end; what can be grasped there is the other's from the middle on.
  const auto add_end = [&](double at_d, double direction, const char* name) -> PixelRect {
    if (!scale.shown.contains(at_d)) return {};
    const double x_pt = scale.x_pt(at_d), flag_pt = x_pt + direction * inward * side_pt;
    strip.pen.crisp_box(x_pt - 1.0, top_pt, x_pt + 1.0, axis_pt, theme.text_second);
    strip.pen.crisp_box(std::min(x_pt, flag_pt), top_pt, std::max(x_pt, flag_pt), top_pt + side_pt, theme.text_second);
    strip.pen.text((x_pt + flag_pt) / 2.0, top_pt + 12.0 * scale_of_type, name,
                   {.face = text::Face::kSemiBold,
                    .size_pt = 12 * scale_of_type,
                    .colour = theme.ground,
                    .align = Align::kCentre});
    const double outer_pt = x_pt - direction * std::max(kGrasp_pt, inward < 0.0 ? side_pt : 0.0);
    const double inner_pt = x_pt + direction * std::min(std::max(kGrasp_pt, side_pt), length_pt / 2.0);
    return pixel_rect({std::min(outer_pt, inner_pt), top_pt, std::max(outer_pt, inner_pt), top_pt + 10.0 + side_pt},
                      strip.pen.px_per_pt());
  };
  frame.stretch_from_rect = add_end(stretch->from_d, 1.0, "A");
  frame.stretch_to_rect = add_end(stretch->to_d, -1.0, "B");
}

void add_pace(const StripContext& strip) {
  const PartContext& context = strip.context;
  const model::Story& story = context.inputs.story;
  const time::Playback& playback = context.view.playback;
  if (!playback.is_directed) return;
  const StripScale& scale = strip.scale;
  const double axis_pt = strip.axis_pt(), at_d = context.view.playhead_d;
  const time::Course course(context.view.stretch.value_or(story.axis().playing_from(at_d)), &story.pacing(),
                            std::abs(playback.speed_d_per_s));
  const auto& knots = story.pacing().knots();
  constexpr double kMost_pt = 6.0, kLingerPace = 0.2;
  for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
    const double from_d = std::max(knots[i].at_d, course.range().from_d);
    const double to_d = std::min(knots[i + 1].at_d, course.range().to_d);
    if (to_d <= from_d || to_d < scale.shown.from_d || from_d > scale.shown.to_d) continue;
    const double left_pt = scale.clamped_x_pt(from_d), right_pt = scale.clamped_x_pt(to_d);
    const bool is_lingered = knots[i + 1].lingers > knots[i].lingers;
    const double slowness = 1.0 / course.pace((from_d + to_d) / 2.0);
    const double depth_pt = is_lingered ? 2.0 : std::clamp(1.8 * slowness, 0.5, kMost_pt);
    const Srgb8 ink = from_d < at_d ? context.theme().text_second : context.theme().bar_ahead;
    strip.pen.crisp_box(left_pt, axis_pt + 1.0, right_pt, axis_pt + 1.0 + depth_pt, ink);
    if (is_lingered && course.linger_s() > 0.0) {
      strip.pen.diamond((left_pt + right_pt) / 2.0, axis_pt + 1.0, 5.0, context.theme().ground, 1.5,
                        from_d <= at_d ? context.theme().text : context.theme().text_second);
    }
  }
  const double pace = course.pace(at_d);
  constexpr double kSlow = 0.8, kFast = 1.25;
  if (!scale.shown.contains(at_d) || (pace >= kSlow && pace <= kFast)) return;
  // Beside the playhead, over bars: below the axis stand its labels. Below the flags of a stretch and the line's last number.
  constexpr double kMostShare = 0.5;
  const double size_pt = std::min(13.0 * context.layout.text_scale, kMostShare * context.layout.bars_height_pt);
  const Type type{.face = text::Face::kSemiBold, .size_pt = size_pt, .colour = context.theme().text};
  const char* const text = pace < kLingerPace ? context.language().text("lingers")
                           : pace < kSlow     ? context.language().text("slow")
                                              : context.language().text("fast");
  const double width_pt = strip.pen.width_pt(text, type), pad_pt = 0.5 * size_pt, line_pt = 2.0;
  const double x_pt = scale.x_pt(at_d);
  const bool is_right = x_pt + line_pt + width_pt + 2.0 * pad_pt < scale.right_pt;
  const double left_pt = is_right ? x_pt + line_pt : x_pt - line_pt - width_pt - 2.0 * pad_pt;
  const double flag_pt = context.view.stretch ? 16.0 * context.layout.viewer_scale + line_pt : 0.0;
  const double height_pt = 1.5 * size_pt;
  const double top_pt = std::min(strip.bars_top_pt() + std::max(flag_pt, 12.0 * context.layout.text_scale),
                                 axis_pt - height_pt - line_pt);
  strip.pen.crisp_box(left_pt, top_pt, left_pt + width_pt + 2.0 * pad_pt, top_pt + height_pt,
                      with_opacity(context.theme().ground, 0.85));
  strip.pen.text(left_pt + pad_pt, top_pt + 1.08 * size_pt, text, type);
}

}  // namespace spreadmap::scene
