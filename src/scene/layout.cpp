#include "scene/layout.h"

#include <algorithm>
#include <cmath>

#include "scene/milestone_labels.h"

namespace spreadmap::scene {
namespace {

constexpr double kMarginPt = 64.0, kLeastMarginPt = 40.0;
constexpr double kCap_em = 0.73;  // a capital's height

/// In how many lines a text of `wide_em` stands in a room, broken between words.
int lines_of(double wide_em, double size_pt, double room_pt) {
  constexpr double kRagged = 1.08;  // what lines leave free at their ends, in all
  const double lines = wide_em * size_pt / room_pt;
  return lines <= 1.0 ? 1 : static_cast<int>(std::ceil(lines * kRagged));
}

bool is_at_foot(const LogoShape& logo) {
  return logo.place == exhibit::LogoPlace::kBottomRight || logo.place == exhibit::LogoPlace::kBottomLeft;
}
bool is_at_left(const LogoShape& logo) {
  return logo.place == exhibit::LogoPlace::kBottomLeft || logo.place == exhibit::LogoPlace::kTopLeft;
}

constexpr double kLogoGap_pt = 28.0;

/// How large the logo is: as high as it is wished, as far as it leaves the picture to the map and the row to the credits. Its box lies at the
/// origin until `place_logo`.
void size_logo(Layout& layout, const LogoShape& logo, double most_high_pt) {
  constexpr double kMostOfWidth = 0.25;
  const double format_scale = layout.is_tall() ? 1.25 : layout.format == Format::kSquare ? 1.15 : 1.0;
  const double high_pt = std::min(logo.height_pt * format_scale, most_high_pt);
  const double width_pt = std::min(high_pt * logo.aspect, kMostOfWidth * (layout.right_pt - layout.left_pt));
  layout.logo = {0.0, 0.0, width_pt, width_pt / logo.aspect};
  layout.has_logo_at_foot = is_at_foot(logo);
  if (!layout.has_logo_at_foot) return;
  if (is_at_left(logo)) layout.credits_left_pt += width_pt + kLogoGap_pt;
  if (!is_at_left(logo)) layout.credits_right_pt -= width_pt + kLogoGap_pt;
}

/// How much of the picture's height a logo at the top takes, in a row of its own.
double logo_row_pt(const Layout& layout) {
  constexpr double kBelow_pt = 24.0;
  const double high_pt = layout.logo.height_pt();
  return layout.has_logo_at_foot ? 0.0 : high_pt + std::min(kBelow_pt, 0.5 * high_pt);
}

/// At the foot it stands on the line of the credits; at the top, where the layout below it has been moved down by its row.
void place_logo(Layout& layout, const LogoShape& logo) {
  if (logo.aspect <= 0.0) return;
  constexpr double kBelowBaseline_pt = 3.0, kLeastAir_pt = 6.0;
  const double width_pt = layout.logo.width_pt(), height_pt = layout.logo.height_pt();
  const double left_pt = is_at_left(logo) ? layout.left_pt : layout.right_pt - width_pt;
  // A bare map begins half a margin from the top, or a whole one in a tall picture.
  const double air_pt = logo_row_pt(layout) - height_pt - kLeastAir_pt;
  const double lower_pt = layout.is_tall() ? layout.margin_pt / 2.0 : std::clamp(air_pt, 0.0, layout.margin_pt / 4.0);
  const double top_pt = layout.has_logo_at_foot ? layout.credits_baseline_pt + kBelowBaseline_pt - height_pt
                                                : layout.safe.top_pt + layout.margin_pt / 2.0 + lower_pt;
  layout.logo = {left_pt, top_pt, left_pt + width_pt, top_pt + height_pt};
}

/// How large the credits are, and in how many lines: as large as fits in the most lines, and not below their usual size.
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
  layout.credits_lines = growth == 1.0
                             ? most_lines
                             : std::clamp(lines_of(texts.credits_em, layout.credits_size_pt, room_pt), 1, most_lines);
}

/// The strip at the foot, shared by all shapes of picture. Returns the top of what it takes.
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

/// What the strip gives up for larger type: rows of milestones, and height of its bars. Below the axis stand the knob, a word on the
/// pace and the labels.
void size_strip(Layout& layout, double format_scale) {
  const double growth = layout.viewer_scale;
  layout.axis_labels_pt += 24.0 * format_scale * (growth - 1.0);
  layout.bars_height_pt = std::max(layout.bars_height_pt / std::sqrt(growth), 0.7 * layout.bars_height_pt);
  // Where legend and strip share a low picture, milestones are lines without labels.
  constexpr double kLow_pt = 380.0;
  const bool is_low = layout.has_legend_below() && layout.height_pt < kLow_pt * layout.text_scale;
  layout.milestone_rows =
      is_low ? 0 : std::max(1, layout.milestone_rows - static_cast<int>(std::floor(2.0 * (growth - 0.75))));
}

/// Type of one rank: what it is at the usual size, and what the viewer's text scale makes of it.
struct Rank {
  double usual_pt, size_pt;
  /// How much further down a line's baseline lies, for its capitals to keep their top.
  [[nodiscard]] double deeper_pt() const { return kCap_em * (size_pt - usual_pt); }
};

struct Growth {
  double viewer_scale, small_pt;
  [[nodiscard]] double of(double usual_pt) const { return grown_pt(usual_pt, viewer_scale, small_pt); }
  [[nodiscard]] Rank rank(double usual_pt) const { return {usual_pt, of(usual_pt)}; }
};

/// Title and subtitle in a room; `usual_pt`: the title's usual baseline. Returns the last baseline.
double place_title(Layout& layout, const TextWidths& texts, const Rank& title, double usual_pt, double room_pt,
                   double subtitle_gap_pt) {
  // At the usual size a title is one line, which is made smaller where it is too long.
  constexpr double kLeastShare = 0.85, kLeading_em = 1.12;
  layout.title_size_pt = title.size_pt;
  layout.title_room_pt = room_pt;
  const bool is_long = texts.title_em * title.size_pt * kLeastShare > room_pt;
  layout.title_lines = layout.viewer_scale > 1.0 && is_long ? 2 : 1;
  layout.title_baseline_pt = usual_pt + title.deeper_pt();
  double baseline_pt = layout.title_baseline_pt + (layout.title_lines - 1) * kLeading_em * title.size_pt;
  if (layout.has_subtitle) baseline_pt += subtitle_gap_pt + layout.subtitle_size_pt;
  layout.subtitle_baseline_pt = baseline_pt;
  return baseline_pt;
}

/// Noun, date and notes below the figures, or beside them.
void place_counter_lines(Layout& layout, const Rank& noun, const Rank& date, const Rank& note) {
  layout.noun_size_pt = noun.size_pt;
  layout.date_size_pt = date.size_pt;
  layout.note_size_pt = note.size_pt;
  layout.note_leading_pt = 23.0 / 17.0 * note.size_pt;
  if (layout.has_counter_beside) {
    layout.date_baseline_pt = layout.counter_baseline_pt - 4.0;
    layout.noun_baseline_pt = layout.date_baseline_pt - 48.0 / 42.0 * date.size_pt;
    layout.note_baseline_pt = layout.counter_baseline_pt + 70.0 - 8.0 * (layout.viewer_scale - 1.0) + note.deeper_pt();
    return;
  }
  layout.noun_baseline_pt = layout.counter_baseline_pt + 39.0 + noun.deeper_pt();
  const double air_pt = 30.0 / std::sqrt(layout.viewer_scale);
  layout.date_baseline_pt = layout.noun_baseline_pt + 22.0 + air_pt + date.deeper_pt();
  layout.note_baseline_pt = layout.date_baseline_pt + 30.0 + note.deeper_pt();
}

/// Where what stands below the date ends.
double counter_bottom_pt(const Layout& layout) {
  return layout.note_baseline_pt + (layout.note_lines - 1.0) * layout.note_leading_pt;
}

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
  const double title_bottom_pt = place_title(layout, texts, growth.rank(44.0), 85.0 - higher_pt, title_room_pt, 14.0);
  layout.counter_baseline_pt = 171.0 - higher_pt;
  place_counter_lines(layout, growth.rank(26.0), growth.rank(30.0), growth.rank(17.0));
  size_strip(layout, 1.0);
  const double foot_pt = place_strip(layout, furniture, layout.height_pt - 28.0);
  const bool column = furniture.counter || furniture.legend;
  const double counter_bottom = counter_bottom_pt(layout);
  layout.counter = {right_pt - column_pt, 60.0 - higher_pt, right_pt, counter_bottom};
  const double legend_top_pt = furniture.counter ? counter_bottom + 47.0 / layout.viewer_scale : layout.margin_pt;
  const double legend_width_pt = layout.viewer_scale == 1.0 ? 256.0 : std::max(256.0, column_pt - 30.0);
  layout.legend = {right_pt - legend_width_pt, legend_top_pt, right_pt, foot_pt};
  const double map_top_pt = furniture.title ? title_bottom_pt + 29.0 : layout.margin_pt / 2.0;
  layout.map = {layout.margin_pt, map_top_pt, column ? right_pt - column_pt - 12.0 : right_pt, foot_pt - 4.0};
}

/// The legend stands across the foot, above the strip.
void place_legend_below(Layout& layout, const model::Furniture& furniture, double height_pt, double& foot_pt) {
  if (!furniture.legend) return;
  layout.legend = {layout.margin_pt, foot_pt - height_pt, layout.width_pt - layout.margin_pt, foot_pt - 20.0};
  foot_pt = layout.legend.top_pt;
}

/// How high a legend below the map is: as high as at the usual size, or so many lines of larger type.
double legend_height_pt(const Layout& layout, double usual_pt, double lines) {
  constexpr double kLine_pt = 27.0;
  return layout.is_compact() ? 20.0 + lines * kLine_pt * layout.text_scale : usual_pt * layout.viewer_scale;
}

void lay_out_square(Layout& layout, const model::Furniture& furniture, const TextWidths& texts) {
  constexpr double kFormatScale = 1.15;
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
  const double figures_top_pt =
      layout.has_counter_beside && furniture.title ? title_bottom_pt + 34.0 : 60.0 - higher_pt;
  layout.counter_baseline_pt = figures_top_pt + 111.0;
  place_counter_lines(layout, growth.rank(26.0), growth.rank(30.0), growth.rank(17.0));
  size_strip(layout, kFormatScale);
  double foot_pt = place_strip(layout, furniture, layout.height_pt - 32.0);
  place_legend_below(layout, furniture, legend_height_pt(layout, 240.0, 6.0 / layout.viewer_scale), foot_pt);
  // Wider than a column: what stands below the date has two lines, of one line each.
  const double width_pt = layout.has_counter_beside ? whole_pt : 620.0;
  layout.counter = {right_pt - width_pt, figures_top_pt, right_pt, counter_bottom_pt(layout) + 7.0};
  const double map_top_pt = furniture.counter ? layout.counter.bottom_pt + (layout.is_compact() ? 20.0 : 2.0)
                            : furniture.title ? title_bottom_pt + 29.0
                                              : layout.margin_pt / 2.0;
  layout.map = {layout.margin_pt / 2.0, map_top_pt, layout.width_pt - layout.margin_pt / 2.0, foot_pt - 10.0};
}

void lay_out_tall(Layout& layout, const model::Furniture& furniture, const TextWidths& texts) {
  constexpr double kFormatScale = 1.25;
  const Growth growth{layout.viewer_scale, 17.0 * kFormatScale};
  layout.text_scale *= kFormatScale;
  layout.subtitle_size_pt = growth.of(26.0);
  layout.counter_size_pt = 210.0;
  layout.axis_labels_pt = 46.0;
  layout.bars_height_pt = 110.0;
  layout.milestone_rows = 4;
  layout.has_counter_beside = true;
  const double whole_pt = layout.width_pt - 2.0 * layout.margin_pt;
  const double higher_pt = kMarginPt - layout.margin_pt;
  const double title_bottom_pt = place_title(layout, texts, growth.rank(64.0), 132.0 - 1.8 * higher_pt, whole_pt, 24.0);
  const double top_pt = furniture.title ? title_bottom_pt + 48.0 / std::sqrt(layout.viewer_scale) : layout.margin_pt;
  layout.counter_baseline_pt = top_pt + 190.0 - 38.0 * (1.0 - 1.0 / layout.viewer_scale);
  place_counter_lines(layout, growth.rank(34.0), growth.rank(42.0), growth.rank(25.5));
  const double bottom_pt = counter_bottom_pt(layout) + (layout.is_compact() ? 30.0 : 15.5);
  layout.counter = {layout.margin_pt, top_pt, layout.width_pt - layout.margin_pt, bottom_pt};
  size_strip(layout, kFormatScale);
  double foot_pt = place_strip(layout, furniture, layout.height_pt - 40.0);
  place_legend_below(layout, furniture, legend_height_pt(layout, 270.0, 4.0), foot_pt);
  layout.map = {layout.margin_pt / 2.0, furniture.counter ? layout.counter.bottom_pt : top_pt,
                layout.width_pt - layout.margin_pt / 2.0, foot_pt - 10.0};
}

/// The room of a cue's words, which the map gives. As high for every cue, so that the map stays where it is.
void place_caption(Layout& layout) {
  constexpr double kMostOfMap = 0.3, kAbove_pt = 14.0, kLine_em = 1.36, kFoot_em = 0.8;
  const double format_scale = layout.format == Format::kTall ? 1.25 : layout.format == Format::kSquare ? 1.15 : 1.0;
  const double usual_title_pt = 30.0 * format_scale, usual_text_pt = 23.0 * format_scale;
  layout.caption_title_pt = grown_pt(usual_title_pt, layout.viewer_scale, usual_text_pt);
  layout.caption_text_pt = grown_pt(usual_text_pt, layout.viewer_scale, usual_text_pt);
  layout.caption_lines = layout.is_tall() ? 3 : 2;
  const auto height_pt = [&] {
    return layout.caption_title_pt + (kLine_em * layout.caption_lines + kFoot_em) * layout.caption_text_pt;
  };
  // A low picture has smaller words rather than a speck of a map.
  const double share = std::min(1.0, kMostOfMap * layout.map.height_pt() / height_pt());
  layout.caption_title_pt *= share;
  layout.caption_text_pt *= share;
  layout.caption = {layout.margin_pt, layout.map.bottom_pt - height_pt(), layout.map.right_pt, layout.map.bottom_pt};
  if (layout.has_legend_below()) layout.caption.right_pt = layout.width_pt - layout.margin_pt;
  layout.map.bottom_pt = layout.caption.top_pt - kAbove_pt;
}

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
  for (UiRect* rect : {&layout.safe, &layout.counter, &layout.legend, &layout.map, &layout.caption, &layout.strip}) {
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
  const bool has_head = (has_logo && !layout.has_logo_at_foot) || furniture.title ||
                        (layout.format != Format::kWide && furniture.counter);
  const bool has_foot = layout.has_logo_at_foot || furniture.strip || furniture.credits || has_caption ||
                        (layout.has_legend_below() && furniture.legend);
  layout.map_cut = layout.map;
  layout.map_cut.left_pt -= layout.safe.left_pt;
  if (!has_column) layout.map_cut.right_pt += layout.width_pt - layout.safe.right_pt;
  if (!has_head) layout.map_cut.top_pt -= layout.safe.top_pt;
  if (!has_foot) layout.map_cut.bottom_pt += layout.height_pt - layout.safe.bottom_pt;
}

}  // namespace

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
  constexpr double kSubtitleUpTo = 2.2;
  Layout layout;
  layout.px_per_pt = px_per_pt;
  const SafeSize inner = safe_size(size, safe);
  layout.width_pt = inner.width_px / px_per_pt;
  layout.height_pt = inner.height_px / px_per_pt;
  layout.format = format_of(size, safe);
  layout.viewer_scale = layout.text_scale = viewer_scale;
  layout.margin_pt = std::max(kMarginPt / std::sqrt(viewer_scale), kLeastMarginPt);
  layout.left_pt = layout.margin_pt;
  layout.right_pt = layout.width_pt - layout.margin_pt;
  layout.credits_left_pt = layout.left_pt;
  layout.credits_right_pt = layout.right_pt;
  if (logo.aspect > 0.0) {
    constexpr double kMostOfMap = 0.25;
    const Layout without = layout_of(size, px_per_pt, furniture, viewer_scale, texts, more_note_lines, false, safe);
    size_logo(layout, logo, kMostOfMap * without.map.height_pt());
  }
  const double row_pt = logo_row_pt(layout);
  layout.height_pt -= row_pt;
  layout.note_lines = (layout.is_compact() ? 1.0 : 2.0) + more_note_lines;
  layout.has_subtitle = viewer_scale < kSubtitleUpTo;
  size_credits(layout, texts);
  switch (layout.format) {
    case Format::kWide:
      lay_out_wide(layout, furniture, texts);
      break;
    case Format::kSquare:
      lay_out_square(layout, furniture, texts);
      break;
    case Format::kTall:
      lay_out_tall(layout, furniture, texts);
      break;
  }
  if (has_caption) place_caption(layout);
  layout.width_pt = size.width_px / px_per_pt;
  layout.height_pt = size.height_px / px_per_pt;
  layout.safe = {0.0, -row_pt, inner.width_px / px_per_pt, inner.height_px / px_per_pt - row_pt};
  move(layout, safe.left * layout.width_pt, safe.top * layout.height_pt + row_pt);
  place_logo(layout, logo);
  extend_map(layout, furniture, has_caption);
  return layout;
}

PixelRect pixel_rect(const UiRect& rect, double px_per_pt) {
  return {static_cast<float>(rect.left_pt * px_per_pt), static_cast<float>(rect.top_pt * px_per_pt),
          static_cast<float>(rect.right_pt * px_per_pt), static_cast<float>(rect.bottom_pt * px_per_pt)};
}

}  // namespace spreadmap::scene
