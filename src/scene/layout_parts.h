// What a layout is put together from: for layout*.cpp alone.
#pragma once
#include "scene/layout.h"

namespace spreadmap::scene {

inline constexpr double kMarginPt = 64.0;
inline constexpr double kCap_em = 0.73;                 ///< a capital's height
inline constexpr double kDateLeading_em = 48.0 / 42.0;  ///< from a date's baseline to that of the noun below it
inline constexpr double kCommaTail_em = 0.14;           ///< how far a comma among figures reaches below their line

/// How much larger type is in a format than in a wide picture: the others are looked at on smaller screens.
constexpr double format_scale(Format format) {
  return format == Format::kTall ? 1.25 : format == Format::kSquare ? 1.15 : 1.0;
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

/// In how many lines a text of `wide_em` stands in a room, broken between words.
int lines_of(double wide_em, double size_pt, double room_pt);

/// Title and subtitle in a room; `usual_pt`: the title's usual baseline. Returns the last baseline.
double place_title(Layout& layout, const TextWidths& texts, const Rank& title, double usual_pt, double room_pt,
                   double subtitle_gap_pt);
/// Where the capitals of the title's first line begin: figures beside it do too.
inline double title_top_pt(const Layout& layout) { return layout.title_baseline_pt - kCap_em * layout.title_size_pt; }
/// How far title and subtitle reach from the left.
double head_width_pt(const Layout& layout, const TextWidths& texts);
/// Noun, date and notes below the figures, or beside them.
void place_counter_lines(Layout& layout, const Rank& noun, const Rank& date, const Rank& note);
/// Where what stands below the date ends.
double counter_bottom_pt(const Layout& layout);
/// Type of at most `most_pt` in which all figures are no wider than the room.
double figures_size_pt(const TextWidths& texts, double most_pt, double room_pt);
/// The box of the widest figures, once their size and baseline are known; from `left_pt`, or up to `right_pt`.
UiRect figures_from(const Layout& layout, const TextWidths& texts, double left_pt);
UiRect figures_up_to(const Layout& layout, const TextWidths& texts, double right_pt);

/// How large the credits are, and in how many lines: as large as fits in the most lines, and not below their usual size.
void size_credits(Layout& layout, const TextWidths& texts);
/// What the strip gives up for larger type, and for the map: rows of milestones, and height of its bars. Below the axis stand the knob, a
/// word on the pace and the labels.
void size_strip(Layout& layout, double format_scale);
/// The strip at the foot, shared by all shapes of picture. Returns the top of what it takes.
double place_strip(Layout& layout, const model::Furniture& furniture, double bottom_pt);
/// The legend stands across the foot, above the strip; `height_pt`: as high as it may be. Returns the new foot.
double place_legend_below(Layout& layout, const model::Furniture& furniture, const TextWidths& texts, double height_pt,
                          double foot_pt);
/// The room of what cues say, which the map gives. As high for every cue, so that the map stays where it is.
void place_caption(Layout& layout, const TextWidths& texts, double picture_width_pt);

/// How large the logo is: as high as it is wished, as far as it leaves the picture to the map and the row to the credits. Its box lies at the
/// origin until `place_logo`.
void size_logo(Layout& layout, const LogoShape& logo, double most_high_pt);
/// How much of the picture's height a logo at the top takes, in a row of its own.
double logo_row_pt(const Layout& layout);
/// At the foot it stands on the line of the credits; at the top, where the layout below it has been moved down by its row.
void place_logo(Layout& layout, const LogoShape& logo);

void lay_out_wide(Layout& layout, const model::Furniture& furniture, const TextWidths& texts);
void lay_out_square(Layout& layout, const model::Furniture& furniture, const TextWidths& texts);
void lay_out_tall(Layout& layout, const model::Furniture& furniture, const TextWidths& texts);

}  // namespace spreadmap::scene
