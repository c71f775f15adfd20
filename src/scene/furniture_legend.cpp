// The legend: one row for each kind of mark that the picture can hold, and the nested circles of the money.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scene/area_words.h"
#include "scene/legend_writer.h"
#include "scene/money.h"
#include "scene/parts.h"
#include "scene/words.h"
#include "style/blending.h"

namespace spreadmap::scene {
namespace {

void write_partnerships(Writer& writer, std::size_t layer) {
  if (!writer.has_room()) return;
  const auto& context = writer.context;
  const auto& style = context.spec(layer).style;
  writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, style.radius_pt + 1.4, style.colour);
  writer.row(context.spec(layer).label.in(context.view.language));
  writer.window(layer);
  if (style.ring_days > 0.0 && writer.has_room()) {
    writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, 8.0, {0, 0, 0, 0}, 1.5,
                      with_opacity(style.colour, style::linear_opacity(style.colour, context.theme().ground, 0.75)));
    writer.row(joined_lately(lately_days(style), context.language()));
  }
  // As shaders/mark.vert draws them.
  const auto hollow = [&](double line_share, Srgb8 colour, const char* text) {
    if (!writer.has_room()) return;
    const double radius_pt = style.radius_pt + 1.4;
    writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, radius_pt, {0, 0, 0, 0}, radius_pt * line_share, colour);
    writer.row(context.language().text(text));
  };
  const auto& index = context.inputs.selection.layer(layer);
  if (index.dates() != model::DatePrecision::kDay) {
    hollow(0.45, style.colour, precision_text(index.dates()));
  }
  if (index.has_ends()) hollow(0.28, with_opacity(style.colour, 0.62), language::noted("Ended"));
}

void write_signatories(Writer& writer, std::size_t layer) {
  if (!writer.has_room()) return;
  const auto& context = writer.context;
  const auto& style = context.spec(layer).style;
  writer.pen.diamond(writer.symbol_x_pt(), writer.y_pt, style.radius_pt + 1.0, context.theme().ground, style.line_pt,
                     style.colour);
  writer.row(context.spec(layer).label.in(context.view.language));
  const std::string& note = context.spec(layer).note.in(context.view.language);
  if (!note.empty()) writer.note(note);
  writer.window(layer);
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

/// Three circles that stand on one point, each with its amount beside its top.
void write_nested_circles(Writer& writer, const style::LayerStyle& style) {
  const auto& theme = writer.context.theme();
  const double largest_usd = largest_in_legend_usd(style);
  const double largest_pt = money_radius_pt(style, largest_usd);
  const double bottom_pt = writer.y_pt + 2.0 * largest_pt - 14.0 * writer.scale;
  const double x_pt = writer.left_pt + largest_pt + 1.0;
  const Srgb8 fill = with_opacity(style.colour, style::linear_opacity(style.colour, theme.ground, style.fill_opacity));
  const Srgb8 leader = with_opacity(theme.text_third, 0.45);
  double last_label_pt = -1e9;
  for (const double share : {1.0, 0.5, 0.1}) {
    const double amount_usd = largest_usd * share;
    const double radius_pt = money_radius_pt(style, amount_usd);
    const double top_pt = bottom_pt - 2.0 * radius_pt;
    writer.pen.circle(x_pt, bottom_pt - radius_pt, radius_pt, fill, style.line_pt, style.colour);
    const double label_pt = std::max(top_pt + 1.0, last_label_pt + 19.0 * writer.scale);
    last_label_pt = label_pt;
    const double label_left_pt = writer.left_pt + 2.0 * largest_pt + 28.0;
    writer.pen.crisp_box(x_pt, top_pt, label_left_pt - 7.0, top_pt + 1.0 / writer.pen.px_per_pt(), leader);
    writer.pen.text(label_left_pt, label_pt + 4.0, writer.context.language().dollars(amount_usd),
                    {.size_pt = 15 * writer.scale, .colour = theme.text, .tabular = true});
  }
  writer.y_pt = std::max(bottom_pt, last_label_pt) + 26.0 * writer.scale;
}

void write_money(Writer& writer, std::size_t layer) {
  const auto& context = writer.context;
  const auto& style = context.spec(layer).style;
  // Heading and circles stand together or not at all.
  const double circles_pt = 2.0 * money_radius_pt(style, largest_in_legend_usd(style)) + 55.0 * writer.scale;
  if (writer.y_pt + circles_pt > context.layout.legend.bottom_pt) return;
  writer.y_pt += 22.0 * writer.scale;
  writer.heading(context.language().capitals(context.spec(layer).label.in(context.view.language)));
  writer.y_pt += 4.0 * writer.scale;
  write_nested_circles(writer, style);
  // On whichever day: the legend does not change while time plays.
  if (context.inputs.selection.layer(layer).has_unknown_amounts() && writer.has_room()) {
    writer.pen.circle(writer.symbol_x_pt(), writer.y_pt, kUnknownAmountRadiusPt, {0, 0, 0, 0}, style.line_pt,
                      style.colour);
    writer.row(context.language().text("Amount unknown"));
  }
  const auto& index = context.inputs.selection.layer(layer);
  const model::DayAmount money = index.amount(context.view.playhead_d);
  if (!writer.has_room()) return;
  const std::string sum = dollars_range(money.certain_usd, money.possible_usd, context.language());
  writer.row(index.window_days() > 0 ? in_last_days(sum, index.window_days(), context.language())
                                     : context.language().filled("{} known so far", sum));
  if (const auto first_before = index.first_amount_before_axis(); first_before && writer.has_room_for_note()) {
    // TRANSLATORS: an amount, a year, and the day of the first of these payments
    writer.note(context.language().filled(
        "{} before {}, since {}", context.language().dollars(index.amount(-1.0).certain_usd),
        static_cast<int>(std::chrono::year_month_day(context.inputs.story.axis().epoch).year()),
        context.language().long_interval(*first_before)));
  }
}

/// Classes from the lowest, each with its range; what colours mean cannot be guessed, so this stands before the rows of marks.
void write_areas(Writer& writer, std::size_t layer) {
  const auto& context = writer.context;
  const model::AreaLayer* areas = context.inputs.areas[layer].layer;
  if (areas == nullptr) return;
  const auto& spec = context.spec(layer);
  const bool are_rates = areas->per > 0.0;
  const auto texts = class_texts(areas->limits, are_rates, context.language());
  constexpr double kClassPt = 22.0;
  const double scale = writer.scale;
  if (writer.y_pt + (29.0 + 40.0 + kClassPt * static_cast<double>(texts.size() + 1)) * scale >
      context.layout.legend.bottom_pt) {
    return;
  }
  writer.heading(context.language().capitals(spec.label.in(context.view.language)));
  std::string unit = unit_of(context.inputs.exhibit, spec, context.view.language);
  if (are_rates) unit += " " + per_people(areas->per, context.language());
  const Type small{.size_pt = 14 * scale, .colour = context.theme().text_second, .tabular = true};
  writer.pen.line(writer.left_pt, writer.y_pt - 6.0 * scale, writer.room_pt, unit, small);
  writer.y_pt += 12.0 * scale;
  const auto swatch = [&](Srgb8 colour, std::string_view text, bool is_striped) {
    const double left = writer.left_pt, top = writer.y_pt - 7.0 * scale, right = left + 22.0 * scale;
    const double bottom = writer.y_pt + 7.0 * scale;
    writer.pen.crisp_box(left, top, right, bottom, is_striped ? context.theme().land : colour);
    for (double x = left + 2.0; is_striped && x + 1.5 < right; x += 5.0) {
      writer.pen.crisp_box(x, top, x + 1.5, bottom, colour);
    }
    writer.pen.line(left + kSymbolRoomPt * scale, writer.y_pt + 5.0 * scale, writer.room_pt - kSymbolRoomPt * scale,
                    text, {.size_pt = 15 * scale, .colour = context.theme().text, .tabular = true});
    writer.y_pt += kClassPt * scale;
  };
  for (std::size_t i = 0; i < texts.size(); ++i) swatch(area_colour(context, layer, i, texts.size()), texts[i], false);
  if (are_rates) swatch(context.theme().coast_line, context.language().text("No data"), true);
  if (spec.population && !spec.population->credit.is_empty() && writer.has_room_for_note()) {
    const std::string credit = fmt::format("{} {}: {}", context.language().text("Population"), spec.population->year,
                                           spec.population->credit.in(context.view.language));
    writer.y_pt = writer.pen.paragraph(writer.left_pt, writer.y_pt + 3.0 * scale, writer.room_pt, 18.0 * scale, credit,
                                       small, kMostNoteLines) +
                  6.0 * scale;
  }
  writer.y_pt += 22.0 * scale;
}

}  // namespace

void add_legend(const PartContext& context, const Frame& frame, const Pen& pen) {
  const auto& layers = context.inputs.exhibit.layers;
  Writer writer{context, pen, context.layout.legend.left_pt, context.layout.legend.top_pt + 18.0};
  for (const std::size_t layer : context.view.layer_order) {
    if (context.shows(layer) && layers[layer].kind == exhibit::LayerKind::kAreas) write_areas(writer, layer);
    if (context.shows(layer) && layers[layer].kind == exhibit::LayerKind::kDensity) write_density(writer, layer, frame);
  }
  const bool shows_any = [&] {
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
      if (context.shows(layer) && layers[layer].kind != exhibit::LayerKind::kSubsidies &&
          has_records(layers[layer].kind)) {
        return true;
      }
    }
    return false;
  }();
  if (shows_any) writer.heading(context.language().text("SHOWN"));
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (context.shows(layer) && layers[layer].kind == exhibit::LayerKind::kPartnerships)
      write_partnerships(writer, layer);
  }
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (context.shows(layer) && layers[layer].kind == exhibit::LayerKind::kSignatories)
      write_signatories(writer, layer);
  }
  if (context.layout.has_legend_below()) {
    // The money stands beside, not below.
    writer.left_pt = (context.layout.legend.left_pt + context.layout.legend.right_pt) / 2.0 + 20.0;
    writer.y_pt = context.layout.legend.top_pt - 10.0;
  }
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (context.shows(layer) && layers[layer].kind == exhibit::LayerKind::kSubsidies) write_money(writer, layer);
  }
}

}  // namespace spreadmap::scene
