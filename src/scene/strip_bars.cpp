// What the strip counts: bars of what began, and the line of how many there are.
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "scene/strip_parts.h"
#include "scene/words.h"
#include "style/blending.h"

namespace spreadmap::scene {
namespace {

// Days are bars of their own where they are wide enough to be told apart.
constexpr double kDayBar_pt = 5.0;
// The count at the line's end, at text scale 1.
constexpr double kNumberPt = 12.0;
// How far it stands before the line's end: clear of a playhead there.
constexpr double kBeforeEnd_pt = 5.0;

struct Bar {
  double left_pt, right_pt, top_pt;
};

/// What began, by week or by day; a bar for each of them that has any.
struct Bars {
  const StripContext& strip;
  const model::LayerIndex& all;
  bool by_day = strip.scale.day_pt() >= kDayBar_pt;
  int most = most_of(all, by_day);  ///< the count of a bar of full height

  static int most_of(const model::LayerIndex& all, bool by_day) {
    if (by_day) return std::max(1, all.most_in_a_day());
    int most = 1;
    for (const auto& week : all.weeks()) most = std::max(most, week.count);
    return most;
  }
  [[nodiscard]] std::optional<Bar> bar(double from_d, double length_d, int count) const {
    const StripScale& scale = strip.scale;
    const double axis_pt = strip.axis_pt();
    const double gap_pt = std::clamp(scale.day_pt() * length_d * 0.14, 0.0, 2.0);
    const double stop_d = strip.context.inputs.story.known_until_d().value_or(scale.shown.to_d) + 1.0;
    const double left_pt = std::max(scale.x_pt(from_d), scale.left_pt);
    const double right_pt = std::min(scale.x_pt(std::min(from_d + length_d, stop_d)), scale.right_pt) - gap_pt;
    if (count == 0 || from_d >= stop_d || right_pt <= left_pt) return std::nullopt;
    return Bar{left_pt, right_pt, axis_pt - std::max(strip.context.layout.bars_height_pt * count / most, 1.5)};
  }
  /// Calls `use` with each bar that is shown, from the left.
  template <class Use>
  void each(const model::LayerIndex& index, const Use& use) const {
    const auto use_bar = [&](double from_d, double length_d, int count) {
      if (const auto shown = bar(from_d, length_d, count)) use(*shown);
    };
    const time::PlayRange& shown = strip.scale.shown;
    if (by_day) {
      for (double day_d = std::floor(shown.from_d); day_d < shown.to_d; day_d += 1.0)
        use_bar(day_d, 1.0, index.began_on(day_d));
      return;
    }
    for (const auto& week : index.weeks()) {
      if (week.from_d + 7.0 > shown.from_d && week.from_d < shown.to_d) use_bar(week.from_d, 7.0, week.count);
    }
  }
  /// Before the playhead in one colour and after it in another.
  void add(const model::LayerIndex& index, Srgb8 past, Srgb8 ahead) const {
    each(index, [&](const Bar& bar) {
      const double split_pt = std::clamp(strip.scale.x_pt(strip.context.view.playhead_d), bar.left_pt, bar.right_pt);
      strip.pen.crisp_box(bar.left_pt, bar.top_pt, split_pt, strip.axis_pt(), past);
      strip.pen.crisp_box(split_pt, bar.top_pt, bar.right_pt, strip.axis_pt(), ahead);
    });
  }
};

/// The line's samples: the first day of each week or each day, and the last that is known.
struct CountLine {
  const StripContext& strip;
  const model::LayerIndex& index;
  double stop_d = 0.0;  ///< the line ends here, or where the strip does
  int most = 1;

  [[nodiscard]] double y_pt(int count) const {
    // The last number stands above the line's end, below the milestones.
    const double number_pt = 3.0 + kNumberPt * strip.context.layout.text_scale;
    const double share = std::min(0.84, 1.0 - number_pt * 0.73 / strip.context.layout.bars_height_pt);
    return strip.axis_pt() - share * strip.context.layout.bars_height_pt * count / most;
  }
  /// One step, split where the playhead is.
  void add_level(double left_pt, double right_pt, double top_pt, double bottom_pt, double opacity) const {
    const auto& theme = strip.context.theme();
    const double split_pt = std::clamp(strip.scale.x_pt(strip.context.view.playhead_d), left_pt, right_pt);
    const auto ink = [&](Srgb8 colour, double share) {
      return with_opacity(colour, style::linear_opacity(colour, theme.ground, opacity * share));
    };
    strip.pen.crisp_box(left_pt, top_pt, split_pt, bottom_pt, ink(theme.text, 1.0));
    strip.pen.crisp_box(split_pt, top_pt, right_pt, bottom_pt, ink(theme.text_third, 0.8));
  }
  void add(double step_d) const {
    constexpr double kOpacity = 0.85, kUnder = 0.5, kBandOpacity = 0.16;
    const double line_pt = std::max(1.3, 1.0 / strip.pen.px_per_pt());
    const time::PlayRange& shown = strip.scale.shown;
    const double to_d = std::min(shown.to_d, stop_d);
    double before_pt = -1.0;
    for (double at_d = shown.from_d; at_d < to_d; at_d += step_d) {
      const double end_d = std::min(at_d + step_d, to_d);
      const double left_pt = strip.scale.x_pt(at_d), right_pt = strip.scale.x_pt(end_d);
      const model::DayCount count = index.count(end_d - 1e-6);
      const double certain_pt = y_pt(std::max(count.certain, 0)), possible_pt = y_pt(count.possible);
      if (certain_pt - possible_pt > 1.0) add_level(left_pt, right_pt, possible_pt, certain_pt, kBandOpacity);
      if (before_pt >= 0.0 && before_pt != certain_pt) {
        add_level(left_pt, left_pt + line_pt, std::min(before_pt, certain_pt), std::max(before_pt, certain_pt),
                  kOpacity);
      }
      // On bars it stands out by a dark edge.
      strip.pen.crisp_box(left_pt, certain_pt + line_pt, right_pt, certain_pt + 2.0 * line_pt,
                          with_opacity(strip.context.theme().ground, kUnder));
      add_level(left_pt, right_pt, certain_pt, certain_pt + line_pt, kOpacity);
      before_pt = certain_pt;
    }
    // The strip ends where its last day begins: what comes on that day is a step at the end.
    const double last_pt = y_pt(at_end().certain), right_pt = strip.scale.x_pt(to_d);
    if (before_pt >= 0.0 && before_pt != last_pt) {
      add_level(right_pt - line_pt, right_pt, std::min(before_pt, last_pt), std::max(before_pt, last_pt) + line_pt,
                kOpacity);
    }
  }
  /// How many there are where the line ends: at the end of the last day that is known, or on the strip's last day.
  [[nodiscard]] model::DayCount at_end() const {
    const double to_d = strip.scale.shown.to_d;
    return index.count(stop_d <= to_d ? stop_d - 1e-6 : to_d);
  }
  /// 0 where the playhead's line would go through words between these sides, 1 a little away from it: the counter says the same then.
  [[nodiscard]] double clear_of_playhead(double left_pt, double right_pt) const {
    constexpr double kHalfLine_pt = 1.0, kFade_pt = 3.0;
    const double at_d = strip.context.view.playhead_d;
    if (!strip.scale.shown.contains(at_d)) return 1.0;
    const double x_pt = strip.scale.x_pt(at_d);
    return std::clamp((std::max(left_pt - x_pt, x_pt - right_pt) - kHalfLine_pt) / kFade_pt, 0.0, 1.0);
  }
  /// Where words that end at `right_pt` end beside the bars that reach above their baseline: at the end, or a little before it. Where there is
  /// no such place, or the line has been higher there, they stay.
  [[nodiscard]] double beside_bars(const Bars& bars, double right_pt, double width_pt, double baseline_pt) const {
    constexpr double kBeside_pt = 3.0, kMost_pt = 96.0;
    std::vector<Bar> high;
    bars.each(bars.all, [&](const Bar& bar) {
      if (bar.top_pt < baseline_pt + 1.0) high.push_back(bar);
    });
    double found_pt = right_pt;
    for (auto bar = high.rbegin(); bar != high.rend(); ++bar) {
      if (bar->left_pt < found_pt && bar->right_pt > found_pt - width_pt) found_pt = bar->left_pt - kBeside_pt;
    }
    const double left_pt = found_pt - width_pt;
    if (left_pt < std::max(strip.scale.left_pt, right_pt - kMost_pt - width_pt)) return right_pt;
    const double left_d = strip.scale.shown.from_d + (left_pt - strip.scale.left_pt) / strip.scale.day_pt();
    return index.count(left_d).possible > at_end().possible ? right_pt : found_pt;
  }
  void add_end(const language::Language& language, const Bars& bars) const {
    const time::PlayRange& shown = strip.scale.shown;
    if (stop_d <= shown.from_d) return;
    const double to_d = std::min(shown.to_d, stop_d);
    const model::DayCount count = at_end();
    Type type{.size_pt = kNumberPt * strip.context.layout.text_scale,
              .colour = strip.context.theme().text_second,
              .align = Align::kRight,
              .tabular = true,
              .halo_pt = 2.0,
              .halo = strip.context.theme().ground};
    const std::string text = count_text(count, language);
    const double width_pt = strip.pen.width_pt(text, type);
    const double baseline_pt = y_pt(count.possible) - 3.0;
    const double right_pt = beside_bars(
        bars, std::max(strip.scale.x_pt(to_d) - kBeforeEnd_pt, strip.scale.left_pt + width_pt), width_pt, baseline_pt);
    const double opacity = clear_of_playhead(right_pt - width_pt, right_pt);
    if (opacity <= 0.0) return;
    type.colour = with_opacity(type.colour, opacity);
    type.halo = with_opacity(type.halo, opacity);
    strip.pen.text(right_pt, baseline_pt, text, type);
  }
};

}  // namespace

void add_bars(const StripContext& strip) {
  const PartContext& context = strip.context;
  const auto layer = context.inputs.story.counted_layer();
  if (!layer || !context.shows_records_of(*layer)) return;
  const model::LayerIndex& all = context.inputs.story.whole(*layer);
  const Bars bars{strip, all};
  const Srgb8 colour = context.spec(*layer).style.colour;
  const Srgb8 ahead = context.theme().bar_ahead;
  if (context.inputs.selection.refuses_any(*layer)) {
    const auto behind = [&](Srgb8 bar) {
      constexpr double kOpacity = 0.3;
      return with_opacity(bar, style::linear_opacity(bar, context.theme().ground, kOpacity));
    };
    bars.add(all, behind(colour), behind(ahead));
  }
  bars.add(context.inputs.selection.layer(*layer), colour, ahead);
}

void add_count_line(const StripContext& strip) {
  const PartContext& context = strip.context;
  const auto layer = context.inputs.story.counted_layer();
  if (!layer || !context.shows_records_of(*layer)) return;
  const time::PlayRange whole = context.inputs.story.axis().whole();
  const double stop_d = std::min(context.inputs.story.known_until_d().value_or(whole.to_d), whole.to_d) + 1.0;
  CountLine line{strip, context.inputs.selection.layer(*layer), stop_d};
  // The scale is that of the whole axis, so that it stays while the strip is moved.
  for (double at_d = whole.from_d; at_d < stop_d; at_d += 7.0) {
    line.most = std::max(line.most, line.index.count(at_d).possible);
  }
  line.most = std::max(line.most, line.index.count(stop_d - 1e-6).possible);
  line.add(strip.scale.day_pt() >= kDayBar_pt ? 1.0 : 7.0);
  // Larger type has no room above the line, and would stand on the bars; the counter says how many there are.
  constexpr double kMostGrowth = 1.2;
  if (!context.layout.is_compact() && context.layout.viewer_scale <= kMostGrowth)
    line.add_end(context.language(), Bars{strip, context.inputs.story.whole(*layer)});
}

}  // namespace spreadmap::scene
