// The room of what cues say.
#include <algorithm>

#include "scene/layout_parts.h"

namespace spreadmap::scene {
namespace {

constexpr double kTitle_pt = 30.0, kText_pt = 23.0;

/// What is no smaller on a phone than its own texts: so much of a picture's width. Bars at the sides of its safe area leave type as it is; what is
/// a column within the picture goes by its own width.
double phone_type_pt(const Layout& layout, double picture_width_pt) {
  constexpr double kOfWidth = 28.8 / 1080.0, kLeastSafeWidth = 0.8;
  return kOfWidth * std::min(picture_width_pt, layout.width_pt / kLeastSafeWidth);
}

}  // namespace

void place_caption(Layout& layout, const TextWidths& texts, double picture_width_pt) {
  constexpr double kAbove_pt = 14.0, kWidest_pt = 1180.0, kMostOfMap = 0.6;
  constexpr double kCloseLeading_em = 1.25, kStep = 0.97, kSmall = 0.8, kTiny = 0.72;
  if (layout.gives_up(Thrift::kSmallWords)) layout.caption_leading_em = kCloseLeading_em;
  const double foot_em = layout.gives_up(Thrift::kSmallWords) ? 0.5 : 0.8;
  const double usual_pt = kText_pt * format_scale(layout.format);
  const double text_pt =
      layout.has_legend_below() ? std::max(usual_pt, phone_type_pt(layout, picture_width_pt)) : usual_pt;
  const double least_pt =
      layout.has_legend_below() ? std::min(text_pt, phone_type_pt(layout, picture_width_pt)) : kSmall * text_pt;
  const double title_pt = text_pt * kTitle_pt / kText_pt;
  const double ratio =
      grown_pt(title_pt, layout.viewer_scale, text_pt) / grown_pt(text_pt, layout.viewer_scale, text_pt);
  layout.caption = layout.map;
  layout.caption.left_pt = layout.margin_pt;
  if (layout.has_legend_below()) layout.caption.right_pt = layout.width_pt - layout.margin_pt;
  const double room_pt = layout.caption.width_pt() - CaptionShape::kBarPt - CaptionShape::kGapPt;
  const auto set = [&](double size_pt) {
    layout.caption_text_pt = size_pt;
    layout.caption_title_pt = ratio * size_pt;
    layout.caption_room_pt = std::min(room_pt, kWidest_pt * size_pt / kText_pt);
    layout.caption_lines = texts.caption_lines
                               ? texts.caption_lines(layout.caption_title_pt, size_pt, layout.caption_room_pt)
                               : CaptionLines{};
  };
  const auto height_pt = [&] {
    const CaptionLines& lines = layout.caption_lines;
    const double title_lines_em = lines.title > 0 ? 1.0 + CaptionShape::kTitleLeadingEm * (lines.title - 1) : 0.0;
    return title_lines_em * layout.caption_title_pt +
           (layout.caption_leading_em * lines.text + foot_em) * layout.caption_text_pt;
  };
  double size_pt = grown_pt(text_pt, layout.viewer_scale, text_pt);
  set(size_pt);
  if (layout.gives_up(Thrift::kSmallWords)) {
    const auto leaves = [&](double part) {
      const double left_pt = layout.map.height_pt() - kAbove_pt - height_pt();
      return left_pt >= std::max(part * layout.height_pt, height_pt());
    };
    const double part = maps_part(true, layout.viewer_scale);
    while (!leaves(part) && kStep * size_pt >= least_pt) set(size_pt *= kStep);
    // Of words without end some go unsaid, and a speck of a picture has smaller ones.
    const double most_pt = kMostOfMap * layout.map.height_pt() - kAbove_pt;
    while (height_pt() > most_pt && kStep * size_pt >= kTiny * least_pt) set(size_pt *= kStep);
    while (height_pt() > most_pt && layout.caption_lines.text > 2) --layout.caption_lines.text;
    const double share = std::max(most_pt, 0.5 * kMostOfMap * layout.map.height_pt()) / height_pt();
    if (share < 1.0) {
      layout.caption_title_pt *= share;
      layout.caption_text_pt *= share;
    }
  }
  layout.caption.top_pt = layout.caption.bottom_pt - height_pt();
  layout.map.bottom_pt = layout.caption.top_pt - kAbove_pt;
}

}  // namespace spreadmap::scene
