// The legend: a block for the marks that the picture can hold, one for the nested circles of money, one for each layer of the ground: areas, density.
#include "scene/legend_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/legend_writer.h"
#include "scene/money.h"
#include "scene/words.h"
#include "style/blending.h"

namespace spreadmap::scene {
namespace {

/// That the layer's records are not there for good.
void write_window(LegendWriter& writer, std::size_t layer) {
  const int days = writer.index(layer).window_days();
  if (days == 0 || !writer.says(LegendDetail::kNoExtras)) return;
  const language::Language& language = writer.context.language();
  writer.note(language.counted("Each for {} day", "Each for {} days", days, language.number(days)));
}

void write_partnerships(LegendWriter& writer, std::size_t layer) {
  const auto& context = writer.context;
  const auto& style = context.spec(layer).style;
  const double radius_pt = std::min((style.radius_pt + 1.4) * writer.symbol_scale, writer.most_symbol_pt());
  writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, radius_pt, style.colour);
  writer.row(context.spec(layer).label.in(context.view.language));
  write_window(writer, layer);
  if (!writer.says(LegendDetail::kNoNotes)) return;
  if (style.ring_days > 0.0 && !context.view.looks.reduces_motion) {
    // The mark itself, small enough for its ring to lie round it.
    const Srgb8 ring = style::ring_colour(context.theme(), style.colour);
    writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, std::min(radius_pt, 0.45 * writer.most_symbol_pt()),
                      style.colour);
    writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, writer.most_symbol_pt(), {0, 0, 0, 0}, 1.5,
                      with_opacity(ring, style::linear_opacity(ring, context.theme().ground, 0.75)));
    writer.row(joined_lately(lately_days(style), context.language()));
  }
  // As shaders/mark.vert draws them, and larger than most are on the map: how thick a line is says what it means.
  const double hollow_pt = std::max(radius_pt, 0.85 * writer.most_symbol_pt());
  const auto hollow = [&](double line_share, Srgb8 colour, const char* text) {
    writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, hollow_pt, {0, 0, 0, 0}, hollow_pt * line_share, colour);
    writer.row(context.language().text(text));
  };
  const auto& index = writer.index(layer);
  if (index.dates() != model::DatePrecision::kDay) {
    hollow(0.45, style.colour, precision_text(index.dates()));
  }
  if (index.has_ends()) hollow(0.28, with_opacity(style.colour, 0.62), language::noted("Ended"));
}

void write_signatories(LegendWriter& writer, std::size_t layer) {
  const auto& context = writer.context;
  const auto& style = context.spec(layer).style;
  writer.pen.diamond(writer.symbol_x_pt(), writer.y_pt,
                     std::min((style.radius_pt + 1.0) * writer.symbol_scale, writer.most_symbol_pt()),
                     context.theme().ground, style.line_pt * writer.symbol_scale, style.colour);
  writer.row(context.spec(layer).label.in(context.view.language));
  const std::string& note = context.spec(layer).note.in(context.view.language);
  if (!note.empty() && writer.says(LegendDetail::kNoCircles)) writer.note(note);
  write_window(writer, layer);
}

/// The largest amount that the legend shows: that of the style's radius, or where such a circle would not fit the largest of 1, 2, 5,
/// 10, … that does.
double largest_in_legend_usd(const style::LayerStyle& style) {
  constexpr double kMostRadius_pt = 40.0;
  if (style.radius_pt <= kMostRadius_pt) return style.amount_at_radius;
  const double share = kMostRadius_pt / style.radius_pt;
  const double fits_usd = style.amount_at_radius * share * share;
  const double ten = std::pow(10.0, std::floor(std::log10(fits_usd)));
  return fits_usd >= 5.0 * ten ? 5.0 * ten : fits_usd >= 2.0 * ten ? 2.0 * ten : ten;
}

Srgb8 money_fill(const LegendWriter& writer, const style::LayerStyle& style) {
  return with_opacity(style.colour,
                      style::linear_opacity(style.colour, writer.context.theme().ground, style.fill_opacity));
}

/// Three circles that stand on one point, each with its amount beside its top.
void write_nested_circles(LegendWriter& writer, const style::LayerStyle& style) {
  const auto& theme = writer.context.theme();
  const double largest_usd = largest_in_legend_usd(style);
  const double largest_pt = money_radius_pt(style, largest_usd);
  const double bottom_pt = writer.y_pt + 2.0 * largest_pt - 14.0 * writer.scale;
  const double x_pt = writer.left_pt + largest_pt + 1.0;
  const Srgb8 leader = with_opacity(theme.text_third, 0.45);
  double last_label_pt = -1e9, bend_at_pt = 11.0;
  for (const double share : {1.0, 0.5, 0.1}) {
    const double amount_usd = largest_usd * share;
    const double radius_pt = money_radius_pt(style, amount_usd);
    const double top_pt = bottom_pt - 2.0 * radius_pt;
    writer.pen.circle(x_pt, bottom_pt - radius_pt, radius_pt, money_fill(writer, style), style.line_pt, style.colour);
    const double label_pt = std::max(top_pt + 1.0, last_label_pt + 19.0 * writer.scale);
    last_label_pt = label_pt;
    const double label_left_pt = writer.left_pt + 2.0 * largest_pt + 28.0;
    // Where larger type stands lower than its circle's top, the line goes down to it; those of smaller circles nearer to them, so that none cross.
    const double hair_pt = 1.0 / writer.pen.px_per_pt(), to_pt = label_pt - 1.0, end_pt = label_left_pt - 7.0;
    const double bend_pt = label_left_pt - (to_pt > top_pt + hair_pt ? bend_at_pt : 7.0);
    writer.pen.crisp_box(x_pt, top_pt, bend_pt, top_pt + hair_pt, leader);
    if (bend_pt < end_pt) {
      writer.pen.crisp_box(bend_pt, top_pt, bend_pt + hair_pt, to_pt + hair_pt, leader);
      writer.pen.crisp_box(bend_pt, to_pt, end_pt, to_pt + hair_pt, leader);
    }
    bend_at_pt += 5.0;
    writer.pen.text(label_left_pt, label_pt + 4.0 * writer.scale, writer.context.language().dollars(amount_usd),
                    {.size_pt = 15 * writer.scale, .colour = theme.text, .tabular = true});
  }
  writer.reach(std::max(bottom_pt, last_label_pt + 8.0 * writer.scale));
  writer.y_pt = std::max(bottom_pt, last_label_pt) + 26.0 * writer.scale;
}

/// What is known of the money up to the day. It takes the same room on every day: the legend does not move while time plays.
void write_sums(LegendWriter& writer, const model::LayerIndex& index, bool is_note) {
  const auto& context = writer.context;
  const model::DayAmount money = index.amount(context.view.playhead_d);
  const std::string sum = dollars_range(money.certain_usd, money.possible_usd, context.language());
  const std::string said = index.window_days() > 0 ? in_last_days(sum, index.window_days(), context.language())
                                                   : context.language().filled("{} known so far", sum);
  if (is_note) {
    writer.note(said);
    return;
  }
  writer.row(said);
  if (const auto first_before = index.first_amount_before_axis()) {
    // TRANSLATORS: an amount, a year, and the day of the first of these payments
    writer.note(context.language().filled(
        "{} before {}, since {}", context.language().dollars(index.amount(-1.0).certain_usd),
        static_cast<int>(std::chrono::year_month_day(context.inputs.story.axis().epoch).year()),
        context.language().long_interval(*first_before)));
  }
}

/// Money as a row among the marks.
void write_money_row(LegendWriter& writer, std::size_t layer) {
  const auto& context = writer.context;
  const auto& style = context.spec(layer).style;
  writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, 8.0 * writer.symbol_scale, money_fill(writer, style),
                    style.line_pt, style.colour);
  writer.row(context.spec(layer).label.in(context.view.language));
  if (writer.says(LegendDetail::kNoExtras)) write_sums(writer, writer.summed(layer), true);
}

void write_money(LegendWriter& writer, std::size_t layer) {
  const auto& context = writer.context;
  const auto& style = context.spec(layer).style;
  if (!writer.is_at_top()) writer.y_pt += 22.0 * writer.scale;
  writer.heading(context.language().capitals(context.spec(layer).label.in(context.view.language)));
  writer.y_pt += 4.0 * writer.scale;
  write_nested_circles(writer, style);
  // On whichever day: the legend does not change while time plays.
  if (writer.index(layer).has_unknown_amounts()) {
    writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, kUnknownAmountRadiusPt, {0, 0, 0, 0}, style.line_pt,
                      style.colour);
    writer.row(context.language().text("Amount unknown"));
  }
  write_sums(writer, writer.summed(layer), false);
}

/// Kinds of marks in the order of their rows.
constexpr std::array kRowKinds{exhibit::LayerKind::kPartnerships, exhibit::LayerKind::kSignatories,
                               exhibit::LayerKind::kSubsidies};

/// A legend that is being made of blocks. A block that does not fit stands in the next column; where there is none it is taken back.
class LegendBlocks {
 public:
  LegendBlocks(const PartContext& context, const Frame& frame, const Pen& pen, const LegendWay& way)
      : frame_(&frame), most_(way.most), writer_{context, pen, way.detail} {
    writer_.scale *= way.type_share;
    writer_.pitch_share = way.pitch_share;
    writer_.has_no_data_row = way.has_no_data_row;
    writer_.is_of_all_records = way.is_of_all_records;
    writer_.symbol_scale *= way.pitch_share;
    const UiRect& legend = context.layout.legend;
    // Two columns, where a column holds a row's words.
    constexpr double kLeastColumnPt = 180.0;
    const bool has_two = context.layout.has_legend_below() && way.detail != LegendDetail::kRunning &&
                         legend.width_pt() / 2.0 - 20.0 >= kLeastColumnPt * context.layout.text_scale;
    writer_.room_pt = has_two ? legend.width_pt() / 2.0 - 20.0 : legend.width_pt();
    writer_.columns_left = has_two ? 1 : 0;
    for (std::size_t layer = 0; layer < context.inputs.exhibit.layers.size(); ++layer) {
      const bool is_row = way.detail >= LegendDetail::kNoHeadings || has_records(context.spec(layer).kind);
      // From cue to cue no type changes its size.
      const bool is_told = context.tells(layer) || (context.view.cue && is_of_any_cue(context.inputs.exhibit, layer));
      if (is_told && is_row) writer_.make_room_for(context.spec(layer).label.in(context.view.language));
    }
  }

  [[nodiscard]] double lowest_pt() const { return std::max(writer_.lowest_pt, first_column_pt_); }

  /// How many entries have found their place.
  [[nodiscard]] int written() const { return written_; }

  /// Writes all that is shown; says whether all of it has found its place.
  bool write() {
    bool has_heading = !writer_.says(LegendDetail::kNoExtras);
    for_each_shown([&](std::size_t layer, exhibit::LayerKind kind) {
      add(layer, [&](LegendWriter& writer) {
        if (!has_heading) writer.heading(context().language().text("SHOWN"));
        write_mark(writer, layer, kind);
      });
      has_heading = true;
    });
    for (const std::size_t layer : context().view.layer_order) {
      const auto kind = context().spec(layer).kind;
      if (!context().tells(layer)) continue;
      if (kind == exhibit::LayerKind::kSubsidies && !has_money_row())
        add(layer, [&](LegendWriter& writer) { write_money(writer, layer); });
    }
    for (const std::size_t layer : context().view.layer_order) {
      if (!context().tells(layer)) continue;
      const auto kind = context().spec(layer).kind;
      if (kind == exhibit::LayerKind::kAreas) add(layer, [&](LegendWriter& writer) { write_areas(writer, layer); });
      if (kind == exhibit::LayerKind::kDensity)
        add(layer, [&](LegendWriter& writer) { write_density(writer, layer, *frame_); });
    }
    if (left_out_ > 0) {
      // TRANSLATORS: last line of a legend that has no room for all; how many kinds of marks it leaves out
      place([&](LegendWriter& writer) {
        writer.row(context().language().filled("and {} more", context().language().number(left_out_)));
      });
    }
    return has_all_;
  }

 private:
  [[nodiscard]] const PartContext& context() const { return writer_.context; }
  [[nodiscard]] bool has_money_row() const { return !writer_.says(LegendDetail::kRamps); }

  /// The layers that have a row among the marks.
  template <class Visit>
  void for_each_shown(const Visit& visit) const {
    for (const exhibit::LayerKind kind : kRowKinds) {
      if (kind == exhibit::LayerKind::kSubsidies && !has_money_row()) continue;
      for (std::size_t layer = 0; layer < context().inputs.exhibit.layers.size(); ++layer) {
        if (context().tells(layer) && context().spec(layer).kind == kind) visit(layer, kind);
      }
    }
  }
  static void write_mark(LegendWriter& writer, std::size_t layer, exhibit::LayerKind kind) {
    if (kind == exhibit::LayerKind::kPartnerships) write_partnerships(writer, layer);
    if (kind == exhibit::LayerKind::kSignatories) write_signatories(writer, layer);
    if (kind == exhibit::LayerKind::kSubsidies) write_money_row(writer, layer);
  }
  template <class Write>
  void add(std::size_t layer, const Write& write) {
    if (written_ >= most_) {
      ++left_out_;
      return;
    }
    const Pen::Mark before = writer_.pen.mark();
    place(write);
    writer_.pen.fade(before, context().legend_share(layer));
  }
  template <class Write>
  void place(const Write& write) {
    const Pen::Mark before = writer_.pen.mark();
    const LegendWriter start = writer_;
    write(writer_);
    ++written_;
    if (writer_.fits()) return;
    writer_.pen.undo_to(before);
    restore(start);
    if (!writer_.runs_on()) first_column_pt_ = start.lowest_pt;
    if ((writer_.runs_on() || !writer_.is_at_top()) && writer_.next_column()) {
      write(writer_);
      if (writer_.fits()) return;
      writer_.pen.undo_to(before);
      restore(start);
    }
    --written_;
    has_all_ = false;
  }
  void restore(const LegendWriter& start) {
    writer_.left_pt = start.left_pt;
    writer_.y_pt = start.y_pt;
    writer_.lowest_pt = start.lowest_pt;
    writer_.right_pt = start.right_pt;
    writer_.columns_left = start.columns_left;
  }

  const Frame* frame_;
  int most_, written_ = 0, left_out_ = 0;
  LegendWriter writer_;
  double first_column_pt_ = 0.0;
  bool has_all_ = true;
};

}  // namespace

LegendWritten write_legend(const PartContext& context, const Frame& frame, const Pen& pen, const LegendWay& way) {
  LegendBlocks blocks(context, frame, pen, way);
  const bool has_all = blocks.write();
  return {has_all, blocks.written(), blocks.lowest_pt()};
}

}  // namespace spreadmap::scene
