#pragma once
#include <algorithm>
#include <string_view>

#include "scene/legend_blocks.h"

namespace spreadmap::scene {

/// A legend that is being written downwards, column by column. Lengths grow with the layout's text scale.
struct LegendWriter {
  // At text scale 1.
  static constexpr double kRowPt = 33.0;
  static constexpr double kTightRowPt = 27.0;  ///< of a line for each layer
  static constexpr double kNotePt = 21.0;
  static constexpr double kSymbolRoomPt = 30.0;
  static constexpr double kTypePt = 17.0;  ///< of a row
  static constexpr int kMostNoteLines = 3;
  /// At the usual size a line may be so much smaller than its neighbours before it becomes two.
  static constexpr double kLeastOfLine = 0.85;

  const PartContext& context;
  const Pen& pen;
  LegendDetail detail = LegendDetail::kFull;
  double scale = context.layout.text_scale * context.layout.legend_type_share;
  double symbol_scale = context.layout.viewer_scale;  ///< of symbols beside larger type
  double left_pt = context.layout.legend.left_pt;
  double top_pt = context.layout.legend.top_pt + (context.layout.has_running_legend
                                                      ? RunningLegend::kAbovePt * scale
                                                      : 18.0 + 14.0 * (context.layout.viewer_scale - 1.0));
  double y_pt = top_pt;
  double lowest_pt = top_pt;  ///< where the ink ends
  double right_pt = 0.0;      ///< where the last entry of a running legend ends
  double room_pt = 0.0;       ///< a column's width
  double row_share = 1.0;     ///< of a row's usual type, where the longest label is too wide for it
  double pitch_share = 1.0;   ///< of the usual distance between lines: less where all layers would not have theirs
  int columns_left = 0;
  bool is_of_all_records = false;
  bool has_no_data_row = true;  ///< in a legend of a line for each layer

  /// By what is in a layer it is said what its marks look like: while cues are told by all that is, lest a filter of one of them move rows.
  [[nodiscard]] const model::LayerIndex& index(std::size_t layer) const {
    return context.view.cue ? context.inputs.selection.whole(layer) : context.inputs.selection.layer(layer);
  }
  /// What sums are of.
  [[nodiscard]] const model::LayerIndex& summed(std::size_t layer) const {
    return is_of_all_records ? context.inputs.selection.whole(layer) : context.inputs.selection.layer(layer);
  }
  [[nodiscard]] bool says(LegendDetail least) const { return detail <= least; }
  [[nodiscard]] bool runs_on() const { return detail == LegendDetail::kRunning; }
  [[nodiscard]] double row_pt() const {
    if (runs_on()) return RunningLegend::kRowPt * scale;
    return says(LegendDetail::kNoExtras) ? kRowPt * scale : kTightRowPt * scale * pitch_share;
  }
  /// The most that a symbol may reach from its middle, so that it stands neither in another row nor in its own text.
  [[nodiscard]] double most_symbol_pt() const { return 8.0 * symbol_scale; }
  [[nodiscard]] double symbol_x_pt() const { return left_pt + 8.0 * scale; }
  [[nodiscard]] bool fits() const {
    return lowest_pt <= context.layout.legend.bottom_pt && right_pt <= context.layout.legend.right_pt;
  }
  [[nodiscard]] bool is_at_top() const { return y_pt <= top_pt; }
  void reach(double below_pt) { lowest_pt = std::max(lowest_pt, below_pt); }

  void heading(std::string_view text) {
    const Type type{.face = text::Face::kSemiBold,
                    .size_pt = 13 * scale,
                    .colour = context.theme().text_third,
                    .tracking_em = 0.08};
    constexpr double kLeading_em = 1.25;
    if (kLeastOfLine * pen.width_pt(text, type) > room_pt) {
      y_pt = pen.block(left_pt, y_pt, room_pt, kLeading_em, text, type, 2);
    } else {
      pen.line(left_pt, y_pt, room_pt, text, type);
    }
    reach(y_pt);
    y_pt += 29.0 * scale;
  }
  [[nodiscard]] Type row_type() const {
    return {.size_pt = kTypePt * scale * std::min(row_share, pitch_share), .colour = context.theme().text};
  }
  /// Makes rows of larger type smaller, all alike and down to two thirds, for a label to stand in one line.
  void make_room_for(std::string_view label) {
    constexpr double kLeastShare = 0.66;
    const double width_pt = pen.width_pt(label, row_type());
    const double row_room_pt = room_pt - kSymbolRoomPt * scale;
    if (context.layout.viewer_scale == 1.0 || width_pt <= row_room_pt) return;
    row_share = std::max(kLeastShare, 0.995 * std::min(row_share, pitch_share) * row_room_pt / width_pt);
  }
  /// The text of a row; the caller has drawn its symbol at (symbol_x_pt, y).
  void row(std::string_view text) {
    const Type type = row_type();
    const double row_room_pt = room_pt - kSymbolRoomPt * scale, x_pt = left_pt + kSymbolRoomPt * scale;
    if (runs_on()) {
      right_pt = x_pt + std::min(pen.width_pt(text, type), row_room_pt);
      pen.line(x_pt, y_pt + 6.0 * scale, row_room_pt, text, type);
      left_pt = right_pt + RunningLegend::kGapPt * scale;
      reach(y_pt + 10.0 * scale);
      return;
    }
    constexpr double kLeading_em = 1.2;
    const double least_room_pt = row_room_pt / (context.layout.viewer_scale > 1.0 ? 1.0 : kLeastOfLine);
    const bool breaks = pen.width_pt(text, type) > least_room_pt;
    const double first_pt = y_pt + 6.0 * scale;
    double last_pt = first_pt;
    if (breaks) {
      last_pt = pen.block(x_pt, first_pt, row_room_pt, kLeading_em, text, type, 2);
    } else {
      pen.line(x_pt, first_pt, row_room_pt, text, type);
    }
    reach(last_pt + 4.0 * scale);
    y_pt += row_pt() + last_pt - first_pt;
  }
  void note(std::string_view text) {
    y_pt -= row_pt() - kNotePt * scale;
    const double indent_pt = kSymbolRoomPt * scale;
    const double last_pt = pen.paragraph(
        left_pt + indent_pt, y_pt + 5.0 * scale, room_pt - indent_pt, 18.0 * scale, text,
        {.size_pt = std::min(14 * scale, row_type().size_pt), .colour = context.theme().text_second, .tabular = true},
        kMostNoteLines);
    reach(last_pt);
    y_pt = last_pt + row_pt() - 9.0 * scale;
  }
  /// Goes to the next column, or where entries run on to the next row, and says whether there is one.
  bool next_column() {
    if (runs_on()) {
      const bool is_at_side = left_pt <= context.layout.legend.left_pt;
      left_pt = context.layout.legend.left_pt;
      y_pt += row_pt();
      return !is_at_side;
    }
    if (columns_left == 0) return false;
    --columns_left;
    left_pt += room_pt + 40.0;
    y_pt = lowest_pt = top_pt;
    return true;
  }
};

/// Colours of the classes of a layer of areas, and what they mean.
void write_areas(LegendWriter& writer, std::size_t layer);
/// The ramp of a surface with what its colours stand for, which holds at every scale and on every day.
void write_density(LegendWriter& writer, std::size_t layer, const Frame& frame);

}  // namespace spreadmap::scene
