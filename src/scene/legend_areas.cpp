// What the colours of areas mean.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "scene/area_words.h"
#include "scene/legend_writer.h"

namespace spreadmap::scene {
namespace {

/// What an area without any record has, in every language.
constexpr std::string_view kNothing = "0";

bool has_no_data(const model::AreaLayer& areas) {
  for (std::size_t area = 0; area < areas.table.row_count(); ++area) {
    if (!areas.value(area, 0)) return true;
  }
  return false;
}

/// Whether a legend of a line for each layer says below this one what an area without data looks like: once for all.
bool says_no_data_for_all(const PartContext& context, std::size_t layer) {
  const auto& order = context.view.layer_order;
  const auto last = std::find_if(order.rbegin(), order.rend(), [&](std::size_t other) {
    const model::AreaLayer* areas = context.inputs.areas[other].layer;
    return context.tells(other) && areas != nullptr && has_no_data(*areas);
  });
  return last != order.rend() && *last == layer;
}

/// Colours of the classes above 0 with what they mean; an area without any record is land.
struct Classes {
  std::vector<Srgb8> colours;
  std::vector<std::string> texts;
  bool has_no_data = false;
};

Classes classes_of(const LegendWriter& writer, std::size_t layer, const model::AreaLayer& areas) {
  Classes classes;
  classes.has_no_data = has_no_data(areas);
  classes.texts = class_texts(areas.limits, areas.per > 0.0, writer.context.language());
  for (std::size_t i = 0; i < classes.texts.size(); ++i)
    classes.colours.push_back(area_colour(writer.context, layer, i, classes.texts.size()));
  return classes;
}

void draw_swatch(const LegendWriter& writer, const UiRect& box, Srgb8 colour) {
  writer.pen.crisp_box(box.left_pt, box.top_pt, box.right_pt, box.bottom_pt, colour);
}

/// As an area without any record looks: land within its border.
void draw_none(const LegendWriter& writer, const UiRect& box) {
  draw_swatch(writer, box, writer.context.theme().coast_line);
  const double line_pt = std::max(1.0, 1.0 / writer.pen.px_per_pt());
  draw_swatch(writer, {box.left_pt + line_pt, box.top_pt + line_pt, box.right_pt - line_pt, box.bottom_pt - line_pt},
              writer.context.theme().land);
}

void draw_no_data(const LegendWriter& writer, const UiRect& box) {
  draw_none(writer, box);
  writer.pen.striped_box(box.left_pt, box.top_pt, box.right_pt, box.bottom_pt, kStripePt,
                         writer.context.theme().coast_line);
}

void write_no_data_row(LegendWriter& writer) {
  const double half_pt = 7.0 * writer.scale * writer.pitch_share;
  draw_no_data(writer,
               {writer.left_pt, writer.y_pt - half_pt, writer.left_pt + 20.0 * writer.scale, writer.y_pt + half_pt});
  writer.row(writer.context.language().text("No data"));
}

/// A row for each class.
void write_list(LegendWriter& writer, const Classes& classes) {
  constexpr double kClassPt = 22.0;
  const double scale = writer.scale;
  const auto box = [&] {
    return UiRect{writer.left_pt, writer.y_pt - 7.0 * scale, writer.left_pt + 22.0 * scale, writer.y_pt + 7.0 * scale};
  };
  const auto say = [&](std::string_view text) {
    const double indent_pt = LegendWriter::kSymbolRoomPt * scale;
    writer.pen.line(writer.left_pt + indent_pt, writer.y_pt + 5.0 * scale, writer.room_pt - indent_pt, text,
                    {.size_pt = 15 * scale, .colour = writer.context.theme().text, .tabular = true});
    writer.reach(writer.y_pt + 7.0 * scale);
    writer.y_pt += kClassPt * scale;
  };
  draw_none(writer, box());
  say(kNothing);
  for (std::size_t i = 0; i < classes.texts.size(); ++i) {
    draw_swatch(writer, box(), classes.colours[i]);
    say(classes.texts[i]);
  }
  if (!classes.has_no_data) return;
  draw_no_data(writer, box());
  say(writer.context.language().text("No data"));
}

/// All classes in one row; what the first and the last mean stands below.
void write_ramp(LegendWriter& writer, const Classes& classes) {
  const double scale = writer.scale, half_pt = 7.0 * scale;
  const Type type{.size_pt = 14 * scale, .colour = writer.context.theme().text, .tabular = true};
  Type last = type;
  last.align = Align::kRight;
  const double none_pt = 22.0 * scale, first_pt = writer.left_pt + 30.0 * scale;
  const auto count = static_cast<double>(classes.colours.size());
  const double width_pt = std::min(writer.left_pt + writer.room_pt - first_pt, 40.0 * scale * count);
  writer.y_pt -= 4.0 * scale;
  const double below_pt = writer.y_pt + half_pt + 16.0 * scale;
  draw_none(writer, {writer.left_pt, writer.y_pt - half_pt, writer.left_pt + none_pt, writer.y_pt + half_pt});
  writer.pen.line(writer.left_pt, below_pt, none_pt, kNothing, type);
  for (std::size_t i = 0; i < classes.colours.size(); ++i) {
    const double left_pt = first_pt + width_pt * static_cast<double>(i) / count;
    draw_swatch(writer, {left_pt, writer.y_pt - half_pt, left_pt + width_pt / count - 1.0, writer.y_pt + half_pt},
                classes.colours[i]);
  }
  writer.pen.line(first_pt, below_pt, width_pt / 2.0 - 4.0, classes.texts.front(), type);
  if (classes.texts.size() > 1)
    writer.pen.line(first_pt + width_pt, below_pt, width_pt / 2.0 - 4.0, classes.texts.back(), last);
  writer.reach(below_pt);
  writer.y_pt = below_pt + 24.0 * scale;
  if (classes.has_no_data) write_no_data_row(writer);
}

/// The colours as a row's symbol; what they mean is said below where there is room for a note.
void write_line(LegendWriter& writer, const Classes& classes, std::string_view label) {
  const double half_pt = 8.0 * writer.scale * writer.pitch_share;
  const double width_pt = 20.0 * writer.scale / static_cast<double>(classes.colours.size() + 1);
  double left_pt = writer.left_pt + width_pt;
  draw_none(writer, {writer.left_pt, writer.y_pt - half_pt, left_pt, writer.y_pt + half_pt});
  for (const Srgb8 colour : classes.colours) {
    draw_swatch(writer, {left_pt, writer.y_pt - half_pt, left_pt + width_pt, writer.y_pt + half_pt}, colour);
    left_pt += width_pt;
  }
  writer.row(label);
}

}  // namespace

void write_areas(LegendWriter& writer, std::size_t layer) {
  const auto& context = writer.context;
  const model::AreaLayer* areas = context.inputs.areas[layer].layer;
  if (areas == nullptr) return;
  const auto& spec = context.spec(layer);
  const std::string& label = spec.label.in(context.view.language);
  const Classes classes = classes_of(writer, layer, *areas);
  if (!writer.says(LegendDetail::kNoExtras)) {
    write_line(writer, classes, label);
    if (writer.says(LegendDetail::kNoHeadings) && classes.texts.size() > 1)
      writer.note(fmt::format("{} … {}", kNothing, classes.texts.back()));
    if (writer.has_no_data_row && says_no_data_for_all(context, layer)) write_no_data_row(writer);
    return;
  }
  const double scale = writer.scale;
  if (!writer.is_at_top()) writer.y_pt += 14.0 * scale;
  writer.heading(context.language().capitals(label));
  const Type small{.size_pt = 14 * scale, .colour = context.theme().text_second, .tabular = true};
  std::string unit = unit_of(context.inputs.exhibit, spec, context.view.language);
  if (areas->per > 0.0) unit += " " + per_people(areas->per, context.language());
  writer.pen.line(writer.left_pt, writer.y_pt - 6.0 * scale, writer.room_pt, unit, small);
  writer.y_pt += 12.0 * scale;
  if (writer.says(LegendDetail::kFull)) {
    write_list(writer, classes);
  } else {
    write_ramp(writer, classes);
  }
  if (spec.population && !spec.population->credit.is_empty() && writer.says(LegendDetail::kNoCircles)) {
    const std::string credit = fmt::format("{} {}: {}", context.language().text("Population"), spec.population->year,
                                           spec.population->credit.in(context.view.language));
    const double last_pt = writer.pen.paragraph(writer.left_pt, writer.y_pt + 3.0 * scale, writer.room_pt, 18.0 * scale,
                                                credit, small, LegendWriter::kMostNoteLines);
    writer.reach(last_pt);
    writer.y_pt = last_pt + 26.0 * scale;
  }
  writer.y_pt += 2.0 * scale;
}

}  // namespace spreadmap::scene
