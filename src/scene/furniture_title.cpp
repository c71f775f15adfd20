// The title, and the subtitle below it.
#include <algorithm>
#include <limits>

#include "scene/parts.h"

namespace spreadmap::scene {
namespace {

using text::Face;

Type title_type(double size_pt, Srgb8 colour) {
  return {.face = Face::kDisplayBold, .size_pt = size_pt, .colour = colour, .tracking_em = 0.0};
}

}  // namespace

int title_lines(const SceneInputs& inputs, const model::ViewState& view, const Pen& pen, double title_pt,
                double room_pt) {
  const std::string_view title = inputs.exhibit.title.in(view.language);
  const Type type = title_type(title_pt, {});
  for (std::size_t begin = 0; begin < title.size();) {
    const std::size_t end = std::min(title.find(' ', begin), title.size());
    if (pen.width_pt(title.substr(begin, end - begin), type) > room_pt) return std::numeric_limits<int>::max();
    begin = end + 1;
  }
  return pen.lines(room_pt, title, type);
}

void add_title(const PartContext& context, const Pen& pen) {
  const Layout& layout = context.layout;
  const auto& exhibit = context.inputs.exhibit;
  const double room_pt = layout.title_room_pt;
  const Type title = title_type(layout.title_size_pt, context.theme().text);
  const Type subtitle{
      .face = Face::kRegular, .size_pt = layout.subtitle_size_pt, .colour = context.theme().text_second};
  const std::string& text = exhibit.title.in(context.view.language);
  if (layout.title_lines == 1) {
    pen.line(layout.left_pt, layout.title_baseline_pt, room_pt, text, title);
  } else {
    pen.block(layout.left_pt, layout.title_baseline_pt, room_pt, kHeadLeading_em, text, title, layout.title_lines);
  }
  if (!layout.has_subtitle) return;
  const std::string& below = exhibit.subtitle.in(context.view.language);
  if (layout.subtitle_lines == 1) {
    pen.line(layout.left_pt, layout.subtitle_baseline_pt, room_pt, below, subtitle);
  } else {
    const double first_pt =
        layout.subtitle_baseline_pt - (layout.subtitle_lines - 1) * kSubtitleLeading_em * layout.subtitle_size_pt;
    pen.block(layout.left_pt, first_pt, room_pt, kSubtitleLeading_em, below, subtitle, layout.subtitle_lines);
  }
}

}  // namespace spreadmap::scene
