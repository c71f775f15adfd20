#pragma once
#include <string_view>

#include "scene/parts.h"

namespace spreadmap::scene {

// At text scale 1.
inline constexpr double kRowPt = 33.0;
inline constexpr double kNotePt = 21.0;
inline constexpr double kSymbolRoomPt = 30.0;
inline constexpr int kMostNoteLines = 3;

/// A legend that is being written downwards. Lengths grow with the layout's text scale.
struct Writer {
  const PartContext& context;
  const Pen& pen;
  double left_pt = 0.0;
  double y_pt = 0.0;
  double scale = context.layout.text_scale;

  void heading(std::string_view text) {
    const Type type{.face = text::Face::kSemiBold,
                    .size_pt = 13 * scale,
                    .colour = context.theme().text_third,
                    .tracking_em = 0.08};
    pen.line(left_pt, y_pt, room_pt, text, type);
    y_pt += 29.0 * scale;
  }
  /// The text of a row; the caller has drawn its symbol at (symbol_x_pt, y).
  void row(std::string_view text) {
    const Type type{.size_pt = 17 * scale, .colour = context.theme().text};
    pen.line(left_pt + kSymbolRoomPt * scale, y_pt + 6.0 * scale, room_pt - kSymbolRoomPt * scale, text, type);
    y_pt += kRowPt * scale;
  }
  void note(std::string_view text) {
    y_pt -= (kRowPt - kNotePt) * scale;
    const double indent_pt = kSymbolRoomPt * scale;
    const double last_pt =
        pen.paragraph(left_pt + indent_pt, y_pt + 5.0 * scale, room_pt - indent_pt, 18.0 * scale, text,
                      {.size_pt = 14 * scale, .colour = context.theme().text_second, .tabular = true}, kMostNoteLines);
    y_pt = last_pt + (kRowPt - 9.0) * scale;
  }
  /// That the layer's records are not there for good.
  void window(std::size_t layer) {
    const int days = context.inputs.selection.layer(layer).window_days();
    if (days > 0)
      note(context.language().counted("Each for {} day", "Each for {} days", days, context.language().number(days)));
  }
  /// Whether another row ends above the strip: of very many layers the last are left to the panels.
  [[nodiscard]] bool has_room() const { return y_pt + kRowPt * scale / 2.0 <= context.layout.legend.bottom_pt; }
  [[nodiscard]] bool has_room_for_note() const { return y_pt <= context.layout.legend.bottom_pt; }
  [[nodiscard]] double symbol_x_pt() const { return left_pt + 8.0 * scale; }
  double room_pt = context.layout.has_legend_below() ? context.layout.legend.width_pt() / 2.0 - 20.0
                                                     : context.layout.legend.right_pt - left_pt;
};

/// The ramp of a surface with what its colours stand for, which holds at every scale and on every day.
void write_density(Writer& writer, std::size_t layer, const Frame& frame);

}  // namespace spreadmap::scene
