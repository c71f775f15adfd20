#pragma once
#include <functional>

#include "exhibit/exhibit.h"
#include "model/view_state.h"
#include "scene/frame.h"

namespace spreadmap::scene {

/// Layout points: framebuffer pixels / px_per_pt, origin top-left, y down.
struct UiRect {
  double left_pt = 0.0, top_pt = 0.0, right_pt = 0.0, bottom_pt = 0.0;
  [[nodiscard]] double width_pt() const { return right_pt - left_pt; }
  [[nodiscard]] double height_pt() const { return bottom_pt - top_pt; }
};

/// The three ways in which a picture is laid out. Wide: the counter and the legend are a column at the right. Square (up to 4:5
/// either way): the counter stands at the right of the title, the legend below the map. Tall: everything is stacked.
enum class Format { kWide, kSquare, kTall };

/// In how many lines the longest heading and the longest text of all cues stand.
struct CaptionLines {
  int title = 1, text = 2;
};

/// What a legend says in a room.
struct LegendFit {
  int given_up = 0;                 ///< how many fuller ways of writing it need more room
  double height_pt = 0.0;           ///< what it takes of the room
  bool is_of_layers_alone = false;  ///< beside a line for each layer it says next to nothing
};

struct Layout;

/// How much room an exhibit's texts take: of all days and all cues, lest anything move while time plays.
struct TextWidths {
  /// In one line, in ems of their own type. 0: there is no such text.
  double title_em = 0.0, credits_em = 0.0, subtitle_em = 0.0;
  double figures_em = 0.0;  ///< the widest count
  /// Lines of the title, by size of type and width in points; very many where a word is wider. None: by its width.
  std::function<int(double title_pt, double room_pt)> title_lines = {};
  /// Rows of a legend that runs on like words, by the scale of its type and the width in points. None: one row.
  std::function<int(double text_scale, double room_pt)> legend_rows = {};
  /// What a legend that does not run on says in a layout's room for it. None: it has the usual room or less.
  std::function<LegendFit(const Layout&)> legend_fit = {};
  /// Lines of what cues say, by sizes of type and width in points. None: a heading and two lines.
  std::function<CaptionLines(double title_pt, double text_pt, double room_pt)> caption_lines = {};
};

/// What furniture gives up where the map would not keep its part of the picture: each step what those before it do, and one thing more.
/// In a wide picture the legend stands beside the map and takes nothing from it; below the map it takes up again what the map can spare.
enum class Thrift {
  kNone,
  kLowLegend,  ///< the legend is lower: smaller type, then fewer details
  kFewRows,    ///< the legend runs on like words, in as many rows as that takes
  kSmallRows,  ///< they are of smaller type, where that makes them fewer
  kLowStrip,   ///< low bars, and one row of milestones
  kShortHead,  ///< no subtitle, one line of notes
  kSmallHead,  ///< title and counter are smaller where they stand above one another
  kNoLegend,
  kBareStrip,   ///< still lower bars, milestones without their labels
  kSmallWords,  ///< cues are told in type as small as can be read, set close
};

/// The logo that has to be placed.
struct LogoShape {
  double aspect = 0.0;  ///< width by height; 0: there is none
  double height_pt = 0.0;
  exhibit::LogoPlace place = exhibit::LogoPlace::kBottomRight;
};

/// Where the furniture stands in a picture of one size, in layout points. The map takes what is left.
///
/// A safe area is laid out as a picture of its size, in the format that has the larger type: the picture's or the area's own. Beyond it the
/// map goes on where no furniture stands between, as far as its room would reach in a picture without one: what is covered there is land,
/// never a word.
///
/// A viewer's text scale t (1 to 3) makes small type t times as large: legend, notes, axis, labels, credits. Display type is
/// large as it is; it grows by `grown_pt`, so that ranks keep their order and the figures do not eat the map. From
/// `kCompactFrom` on the layout is compact. What goes then, first to last: the subtitle, notes below the date but the one
/// that matters most, rows of milestones, the second scale bar and (below the map) the first, the number at the line on the strip, and of the legend what `add_legend` says. Title, counter with
/// its noun, date, strip with playhead and axis labels, credits and a line of the legend for each layer stay as long as there is room.
struct Layout {
  double width_pt = 0.0, height_pt = 0.0;
  double px_per_pt = 1.0;
  Format format = Format::kWide;
  double viewer_scale = 1.0;  ///< the viewer's text scale, 1 to 3
  double text_scale =
      1.0;      ///< of legend, notes, axis and labels: the viewer's, times what the format adds where it has more room
  UiRect safe;  ///< what furniture and text keep to; the picture where nothing covers it
  double margin_pt = 64.0;
  double left_pt = 64.0, right_pt = 1856.0;  ///< the furniture's sides, a margin within the safe area
  double title_size_pt = 44.0, title_baseline_pt = 85.0;
  int title_lines = 1;
  double title_room_pt = 0.0;                                    ///< its width, and the subtitle's
  double subtitle_size_pt = 20.0, subtitle_baseline_pt = 119.0;  ///< of its last line
  int subtitle_lines = 1;
  bool has_subtitle = true;
  double counter_size_pt = 148.0, counter_baseline_pt = 171.0;  ///< the figures of every day have this size
  double noun_size_pt = 26.0, noun_baseline_pt = 210.0;
  double date_size_pt = 30.0, date_baseline_pt = 262.0;
  double note_size_pt = 17.0, note_baseline_pt = 292.0, note_leading_pt = 23.0;
  double note_lines = 2.0;  ///< below the date
  bool has_counter_beside =
      false;  ///< the noun follows the figures, the date stands above it at the right; else below them
  bool has_date_beside_noun = false;  ///< below the figures noun and date share a line, the noun at their side
  bool has_terse_notes = false;       ///< only what matters most stands below the date
  UiRect counter;                     ///< the counter's block: figures, noun, date and what stands below
  UiRect figures;                     ///< the widest of all days; may reach beyond the block, above the map
  UiRect legend;                      ///< empty where it has been given up
  bool has_running_legend = false;    ///< its entries follow one another like words
  double legend_type_share = 1.0;     ///< of its usual type
  UiRect map;                         ///< what fits is fitted in here, and names stand in here
  UiRect map_cut;                     ///< what is drawn of the map: `map`, and what lies beyond the safe area
  UiRect caption;                     ///< what a cue says: the foot of what would else be the map's; empty without
  double caption_title_pt = 30.0, caption_text_pt = 23.0;
  double caption_leading_em = 1.36;
  double caption_room_pt = 0.0;  ///< how wide its lines are
  CaptionLines caption_lines;    ///< at most
  UiRect strip;  ///< from the axis' start to its end; top: above the milestone rows; bottom: below the axis' labels
  double axis_y_pt = 0.0;
  double axis_labels_pt = 27.0;  ///< from the axis down to its labels' baseline
  double bars_height_pt = 80.0;
  int milestone_rows = 3;  ///< rows of labels above the bars
  double credits_size_pt = 13.0, credits_leading_pt = 16.0;
  double credits_baseline_pt = 0.0;  ///< of the last line
  int credits_lines = 2;             ///< at most
  double scale_bar_room_pt = 230.0;  ///< what the credits leave free at their right; 0: there is no bar
  double credits_left_pt = 64.0, credits_right_pt = 1856.0;  ///< of their row, which a logo at the foot shortens
  UiRect logo;                                               ///< empty without
  bool has_logo_at_foot = false;
  Thrift thrift = Thrift::kNone;
  [[nodiscard]] bool gives_up(Thrift what) const { return thrift >= what; }
  [[nodiscard]] bool is_tall() const { return format == Format::kTall; }
  [[nodiscard]] bool has_legend_below() const { return format != Format::kWide; }
  [[nodiscard]] bool is_compact() const { return viewer_scale >= kCompactFrom; }
  static constexpr double kCompactFrom = 1.6;
};

/// Type of `base_pt` as a viewer's text scale makes it: small type (up to `small_pt`) as many times as large; of larger type only what
/// it takes to stay the larger one.
double grown_pt(double base_pt, double viewer_scale, double small_pt);

/// The scale at which furniture is laid out: 1 at 1920x1080 (wide), 1400 (square) or 1080 (tall) across, and where the
/// furniture still has room not below `least_px_per_pt`, so that a small window on a dense display stays legible. Of the safe area.
double px_per_pt_of(SizePx size, double least_px_per_pt, const model::SafeArea& safe = {});

/// A legend whose entries follow one another, at text scale 1: from its top to the middle of its first row, from row to row, from the last
/// row's middle to its end, and between entries.
struct RunningLegend {
  static constexpr double kAbovePt = 15.0, kRowPt = 29.0, kBelowPt = 11.0, kGapPt = 26.0;
};

/// From one line of a title to the next, and of a subtitle.
inline constexpr double kHeadLeading_em = 1.12;
inline constexpr double kSubtitleLeading_em = 1.3;

/// What a cue says: a bar, a gap, and beside them heading and text.
struct CaptionShape {
  static constexpr double kBarPt = 4.0, kGapPt = 20.0, kTitleLeadingEm = 1.16;
};

/// How much of the safe area's height is the map's, at least, before furniture gives way to it: of a picture that tells cues, and of one that does not.
/// Larger type takes more.
double maps_part(bool has_caption, double viewer_scale);

/// The layout of a picture. Parts of the furniture that are off give their room to the map.
/// `more_note_lines`: that stand below the date beside the usual ones. `has_caption`: whether a cue is told below the map.
Layout layout_of(SizePx size, double px_per_pt, const model::Furniture& furniture, double viewer_scale = 1.0,
                 const TextWidths& texts = {}, double more_note_lines = 0.0, bool has_caption = false,
                 const model::SafeArea& safe = {}, const LogoShape& logo = {});

PixelRect pixel_rect(const UiRect& rect, double px_per_pt);

}  // namespace spreadmap::scene
