// What stands at the head of a picture: title, and the counter with what stands below it.
#include <algorithm>
#include <cmath>

#include "scene/layout_parts.h"

namespace spreadmap::scene {

double place_title(Layout& layout, const TextWidths& texts, const Rank& title, double usual_pt, double room_pt,
                   double subtitle_gap_pt) {
  // A title that is a little too long is made smaller rather than broken. It has up to three lines, then smaller type, and is cut last.
  constexpr double kUnbroken = 0.85, kLeastShare = 0.66, kStep = 0.97;
  constexpr int kMostLines = 3;
  const auto lines_at = [&](double size_pt) {
    return texts.title_lines ? texts.title_lines(size_pt, room_pt) : lines_of(texts.title_em, size_pt, room_pt);
  };
  layout.title_room_pt = room_pt;
  layout.title_lines = std::clamp(lines_at(kUnbroken * title.size_pt), 1, kMostLines);
  Rank set = title;
  while (lines_at(set.size_pt) > layout.title_lines && kStep * set.size_pt >= kLeastShare * title.size_pt)
    set.size_pt *= kStep;
  layout.title_size_pt = set.size_pt;
  layout.title_baseline_pt = usual_pt + set.deeper_pt();
  double baseline_pt = layout.title_baseline_pt + (layout.title_lines - 1) * kHeadLeading_em * set.size_pt;
  if (layout.has_subtitle) {
    // As a title, and where it would be much smaller it has a second line.
    constexpr double kUnbrokenSubtitle = 0.75;
    layout.subtitle_lines = kUnbrokenSubtitle * texts.subtitle_em * layout.subtitle_size_pt > room_pt ? 2 : 1;
    baseline_pt += subtitle_gap_pt + layout.subtitle_size_pt;
    baseline_pt += (layout.subtitle_lines - 1) * kSubtitleLeading_em * layout.subtitle_size_pt;
  }
  layout.subtitle_baseline_pt = baseline_pt;
  return baseline_pt;
}

double head_width_pt(const Layout& layout, const TextWidths& texts) {
  if (layout.title_lines > 1 || (layout.has_subtitle && layout.subtitle_lines > 1)) return layout.title_room_pt;
  const double subtitle_pt = layout.has_subtitle ? texts.subtitle_em * layout.subtitle_size_pt : 0.0;
  return std::min(layout.title_room_pt, std::max(texts.title_em * layout.title_size_pt, subtitle_pt));
}

void place_counter_lines(Layout& layout, const Rank& noun, const Rank& date, const Rank& note) {
  layout.noun_size_pt = noun.size_pt;
  layout.date_size_pt = date.size_pt;
  layout.note_size_pt = note.size_pt;
  layout.note_leading_pt = 23.0 / 17.0 * note.size_pt;
  if (layout.has_date_beside_noun) {
    // As close as a comma among the figures leaves it: number and noun are one.
    constexpr double kAbove_pt = 14.0;
    layout.date_baseline_pt =
        layout.counter_baseline_pt + kCommaTail_em * layout.counter_size_pt + kAbove_pt + kCap_em * date.size_pt;
    layout.noun_baseline_pt = layout.date_baseline_pt;
    layout.note_baseline_pt = layout.date_baseline_pt + 25.0 + kCap_em * note.size_pt;
    return;
  }
  if (layout.has_counter_beside) {
    layout.noun_baseline_pt = layout.counter_baseline_pt;
    layout.date_baseline_pt = layout.noun_baseline_pt - kDateLeading_em * date.size_pt;
    const double below_pt = layout.gives_up(Thrift::kSmallHead) ? 58.0 : 70.0;
    layout.note_baseline_pt =
        layout.counter_baseline_pt + below_pt - 8.0 * (layout.viewer_scale - 1.0) + note.deeper_pt();
    return;
  }
  layout.noun_baseline_pt = layout.counter_baseline_pt + 39.0 + noun.deeper_pt();
  const double air_pt = 30.0 / std::sqrt(layout.viewer_scale);
  layout.date_baseline_pt = layout.noun_baseline_pt + 22.0 + air_pt + date.deeper_pt();
  layout.note_baseline_pt = layout.date_baseline_pt + 30.0 + note.deeper_pt();
}

double counter_bottom_pt(const Layout& layout) {
  return layout.note_baseline_pt + (layout.note_lines - 1.0) * layout.note_leading_pt;
}

double figures_size_pt(const TextWidths& texts, double most_pt, double room_pt) {
  const double wide_pt = texts.figures_em * most_pt;
  return wide_pt > room_pt && room_pt > 0.0 ? most_pt * room_pt / wide_pt : most_pt;
}

UiRect figures_from(const Layout& layout, const TextWidths& texts, double left_pt) {
  const double size_pt = layout.counter_size_pt;
  return {left_pt, layout.counter_baseline_pt - kCap_em * size_pt, left_pt + texts.figures_em * size_pt,
          layout.counter_baseline_pt + kCommaTail_em * size_pt};
}

UiRect figures_up_to(const Layout& layout, const TextWidths& texts, double right_pt) {
  return figures_from(layout, texts, right_pt - texts.figures_em * layout.counter_size_pt);
}

}  // namespace spreadmap::scene
