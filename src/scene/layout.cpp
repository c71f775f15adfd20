#include "scene/layout.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/layout_parts.h"

namespace spreadmap::scene {
namespace {

constexpr double kLeastMarginPt = 40.0;

Format format_of(double width, double height) {
  const double aspect = width / height;
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

/// Pixels of the safe area, which need not be whole.
struct SafeSize {
  double width_px, height_px;
};
SafeSize safe_size(SizePx size, const model::SafeArea& safe) {
  return {size.width_px * (1.0 - safe.left - safe.right), size.height_px * (1.0 - safe.top - safe.bottom)};
}

/// The scale at which all of a format's furniture has its room.
double fitted_scale(SafeSize size, Format format) {
  const LeastPoints least = least_points(format);
  return std::min(size.width_px / least.width_pt, size.height_px / least.height_pt);
}

/// A phone's picture stays one where bars at its head and foot leave a square: in the format of a square its type would be smaller.
Format format_of(SizePx size, const model::SafeArea& safe) {
  const SafeSize inner = safe_size(size, safe);
  const Format whole = format_of(size.width_px, size.height_px), own = format_of(inner.width_px, inner.height_px);
  return fitted_scale(inner, own) > fitted_scale(inner, whole) ? own : whole;
}

/// A layout of the safe area, put where that lies in the picture.
void move(Layout& layout, double right_pt, double down_pt) {
  for (UiRect* rect :
       {&layout.safe, &layout.counter, &layout.figures, &layout.legend, &layout.map, &layout.caption, &layout.strip}) {
    rect->left_pt += right_pt;
    rect->right_pt += right_pt;
    rect->top_pt += down_pt;
    rect->bottom_pt += down_pt;
  }
  layout.left_pt += right_pt;
  layout.right_pt += right_pt;
  layout.credits_left_pt += right_pt;
  layout.credits_right_pt += right_pt;
  for (double* y_pt :
       {&layout.title_baseline_pt, &layout.subtitle_baseline_pt, &layout.counter_baseline_pt, &layout.noun_baseline_pt,
        &layout.date_baseline_pt, &layout.note_baseline_pt, &layout.axis_y_pt, &layout.credits_baseline_pt})
    *y_pt += down_pt;
}

/// How far the map is drawn beyond its room: over what is covered, where nothing is written between.
void extend_map(Layout& layout, const model::Furniture& furniture, bool has_caption) {
  const bool has_column = layout.format == Format::kWide && (furniture.counter || furniture.legend);
  const bool has_logo = layout.logo.width_pt() > 0.0;
  const bool has_figures_above = furniture.counter && layout.figures.left_pt < layout.map.right_pt;
  const bool has_head = has_figures_above || (has_logo && !layout.has_logo_at_foot) || furniture.title ||
                        (layout.format != Format::kWide && furniture.counter);
  const bool has_foot = layout.has_logo_at_foot || furniture.strip || furniture.credits || has_caption ||
                        (layout.has_legend_below() && furniture.legend);
  layout.map_cut = layout.map;
  layout.map_cut.left_pt -= layout.safe.left_pt;
  if (!has_column) layout.map_cut.right_pt += layout.width_pt - layout.safe.right_pt;
  if (!has_head) layout.map_cut.top_pt -= layout.safe.top_pt;
  if (!has_foot) layout.map_cut.bottom_pt += layout.height_pt - layout.safe.bottom_pt;
}

/// What a layout is asked for.
struct LayoutAsked {
  SizePx size;
  double px_per_pt;
  const model::Furniture& furniture;
  double viewer_scale;
  const TextWidths& texts;
  double more_note_lines;
  bool has_caption;
  const model::SafeArea& safe;
  const LogoShape& logo;
};

constexpr std::array kThriftSteps{Thrift::kNone,      Thrift::kLowLegend, Thrift::kFewRows,   Thrift::kSmallRows,
                                  Thrift::kLowStrip,  Thrift::kShortHead, Thrift::kSmallHead, Thrift::kNoLegend,
                                  Thrift::kBareStrip, Thrift::kSmallWords};

Layout laid_out(const LayoutAsked& asked, Thrift thrift, double most_logo_pt) {
  constexpr double kSubtitleUpTo = 2.2;
  Layout layout;
  layout.thrift = thrift;
  layout.px_per_pt = asked.px_per_pt;
  const SafeSize inner = safe_size(asked.size, asked.safe);
  layout.width_pt = inner.width_px / asked.px_per_pt;
  layout.height_pt = inner.height_px / asked.px_per_pt;
  layout.format = format_of(asked.size, asked.safe);
  layout.viewer_scale = layout.text_scale = asked.viewer_scale;
  layout.margin_pt = std::max(kMarginPt / std::sqrt(asked.viewer_scale), kLeastMarginPt);
  layout.left_pt = layout.margin_pt;
  layout.right_pt = layout.width_pt - layout.margin_pt;
  layout.credits_left_pt = layout.left_pt;
  layout.credits_right_pt = layout.right_pt;
  if (asked.logo.aspect > 0.0) size_logo(layout, asked.logo, most_logo_pt);
  const double row_pt = logo_row_pt(layout);
  layout.height_pt -= row_pt;
  layout.has_terse_notes = layout.is_compact() || layout.gives_up(Thrift::kShortHead);
  layout.note_lines = (layout.has_terse_notes ? 1.0 : 2.0) + asked.more_note_lines;
  layout.has_subtitle = asked.viewer_scale < kSubtitleUpTo && !layout.gives_up(Thrift::kShortHead);
  size_credits(layout, asked.texts);
  switch (layout.format) {
    case Format::kWide:
      lay_out_wide(layout, asked.furniture, asked.texts);
      break;
    case Format::kSquare:
      lay_out_square(layout, asked.furniture, asked.texts);
      break;
    case Format::kTall:
      lay_out_tall(layout, asked.furniture, asked.texts);
      break;
  }
  const double width_pt = asked.size.width_px / asked.px_per_pt, height_pt = asked.size.height_px / asked.px_per_pt;
  if (asked.has_caption) place_caption(layout, asked.texts, width_pt);
  layout.width_pt = width_pt;
  layout.height_pt = height_pt;
  layout.safe = {0.0, -row_pt, inner.width_px / asked.px_per_pt, inner.height_px / asked.px_per_pt - row_pt};
  move(layout, asked.safe.left * width_pt, asked.safe.top * height_pt + row_pt);
  place_logo(layout, asked.logo);
  extend_map(layout, asked.furniture, asked.has_caption);
  return layout;
}

/// How much higher the map is than what makes it what the picture is of: its part, and no less than the words below it.
double spare_pt(const Layout& layout, bool has_caption) {
  const double whole_pt = layout.safe.height_pt() - logo_row_pt(layout);
  return layout.map.height_pt() -
         std::max(maps_part(has_caption, layout.viewer_scale) * whole_pt, layout.caption.height_pt());
}

/// Gives a legend below the map what the map can spare, where it says more for it.
void share_with_legend(Layout& layout, const LayoutAsked& asked, double usual_legend_pt) {
  if (!asked.texts.legend_fit || !layout.has_legend_below() || layout.legend.height_pt() <= 0.0) return;
  // Rows stand farther from the strip than a line of words.
  constexpr double kMost = 1.25, kBelowRows_pt = 6.0;
  const UiRect now = layout.legend;
  const double most_pt = std::min(now.height_pt() + spare_pt(layout, asked.has_caption), kMost * usual_legend_pt);
  const int given_up = asked.texts.legend_fit(layout).given_up;
  if (given_up == 0 || most_pt <= now.height_pt()) return;
  Layout roomy = layout;
  roomy.has_running_legend = false;
  roomy.legend_type_share = 1.0;
  roomy.legend.top_pt = now.bottom_pt - most_pt;
  if (layout.has_running_legend) roomy.legend.bottom_pt -= kBelowRows_pt;
  const LegendFit more = asked.texts.legend_fit(roomy);
  if (more.given_up >= given_up || more.is_of_layers_alone) return;
  roomy.legend.top_pt = roomy.legend.bottom_pt - more.height_pt;
  const double lower_pt = roomy.legend.top_pt - now.top_pt;
  for (double* y_pt : {&roomy.map.bottom_pt, &roomy.map_cut.bottom_pt}) *y_pt += lower_pt;
  if (asked.has_caption) {
    for (double* y_pt : {&roomy.caption.top_pt, &roomy.caption.bottom_pt}) *y_pt += lower_pt;
  }
  layout = roomy;
}

/// A logo has at most a part of the map that there would be without it.
double most_logo_height_pt(const LayoutAsked& asked) {
  constexpr double kMostOfMap = 0.25;
  return kMostOfMap * laid_out({asked.size,
                                asked.px_per_pt,
                                asked.furniture,
                                asked.viewer_scale,
                                asked.texts,
                                asked.more_note_lines,
                                false,
                                asked.safe,
                                {}},
                               Thrift::kNone, 0.0)
                          .map.height_pt();
}

}  // namespace

double maps_part(bool has_caption, double viewer_scale) {
  if (has_caption) return 0.4 / std::pow(viewer_scale, 0.75);
  return viewer_scale < Layout::kCompactFrom ? 0.36 / viewer_scale : 0.0;
}

double px_per_pt_of(SizePx size, double least_px_per_pt, const model::SafeArea& safe) {
  const SafeSize inner = safe_size(size, safe);
  const Format format = format_of(size, safe);
  const LeastPoints least = least_points(format);
  const double most = std::min(inner.width_px / least.enlarged_width_pt, inner.height_px / least.enlarged_height_pt);
  return std::max(fitted_scale(inner, format), std::min(least_px_per_pt, most));
}

double grown_pt(double base_pt, double viewer_scale, double small_pt) {
  if (base_pt <= small_pt) return base_pt * viewer_scale;
  return std::max(base_pt, small_pt * viewer_scale + (base_pt - small_pt) / viewer_scale);
}

Layout layout_of(SizePx size, double px_per_pt, const model::Furniture& furniture, double viewer_scale,
                 const TextWidths& texts, double more_note_lines, bool has_caption, const model::SafeArea& safe,
                 const LogoShape& logo) {
  const LayoutAsked asked{size, px_per_pt, furniture, viewer_scale, texts, more_note_lines, has_caption, safe, logo};
  const double most_logo_pt = logo.aspect > 0.0 ? most_logo_height_pt(asked) : 0.0;
  Layout layout;
  double usual_legend_pt = 0.0;
  for (const Thrift thrift : kThriftSteps) {
    layout = laid_out(asked, thrift, most_logo_pt);
    if (thrift == Thrift::kNone) usual_legend_pt = layout.legend.height_pt();
    if (spare_pt(layout, has_caption) >= 0.0) break;
  }
  share_with_legend(layout, asked, usual_legend_pt);
  return layout;
}

PixelRect pixel_rect(const UiRect& rect, double px_per_pt) {
  return {static_cast<float>(rect.left_pt * px_per_pt), static_cast<float>(rect.top_pt * px_per_pt),
          static_cast<float>(rect.right_pt * px_per_pt), static_cast<float>(rect.bottom_pt * px_per_pt)};
}

}  // namespace spreadmap::scene
