#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "scene/area_words.h"
#include "scene/camera.h"
#include "scene/legend_writer.h"
#include "scene/scale_bar.h"

namespace spreadmap::scene {
namespace {

constexpr double kRampPt = 12.0, kFiguresPt = 50.0;

/// So many square kilometres that the largest value is at least one, where there is such an area.
long long area_km2(double max_per_km2) {
  for (const long long area : {1LL, 1000LL}) {
    if (max_per_km2 * static_cast<double>(area) >= 1.0) return area;
  }
  return 1000000;
}

/// 1, 2, 5, 10, … up to a value, the largest first; as far down as a ramp can show.
std::vector<double> round_values_up_to(double most) {
  constexpr std::size_t kMost = 12;
  std::vector<double> values;
  for (double value = bar_length(most); values.size() < kMost; value = bar_length(value * 0.75)) {
    values.push_back(value);
  }
  return values;
}

void write_ramp(const LegendWriter& writer, std::size_t layer, const UiRect& box) {
  constexpr int kBoxes = 128;
  // As on the map: over the land.
  writer.pen.crisp_box(box.left_pt, box.top_pt, box.right_pt, box.bottom_pt, writer.context.theme().land);
  for (int i = 0; i < kBoxes; ++i) {
    const auto at_box = [&](int which) {
      return std::lerp(box.left_pt, box.right_pt, static_cast<double>(which) / kBoxes);
    };
    writer.pen.crisp_box(at_box(i), box.top_pt, at_box(i + 1), box.bottom_pt,
                         density_colour(writer.context, layer, (i + 0.5) / kBoxes));
  }
}

/// The ramp as a row's symbol.
void write_line(LegendWriter& writer, std::size_t layer, std::string_view label) {
  const double half_pt = 8.0 * writer.scale * writer.pitch_share;
  write_ramp(writer, layer,
             {writer.left_pt, writer.y_pt - half_pt, writer.left_pt + 20.0 * writer.scale, writer.y_pt + half_pt});
  writer.row(label);
}

/// Figures below the ramp, the largest first, each where there is room beside the others.
void write_figures(const LegendWriter& writer, double max, double left_pt, double right_pt) {
  const style::Theme& theme = writer.context.theme();
  const Type type{.size_pt = 14 * writer.scale, .colour = theme.text, .align = Align::kCentre, .tabular = true};
  const double tick_pt = writer.y_pt + kRampPt * writer.scale;
  std::vector<double> values = round_values_up_to(max);
  values.insert(values.begin(), 0.0);
  double free_from_pt = left_pt - 1e9, free_to_pt = right_pt + 1e9;
  for (const double value : values) {
    const double at_pt = std::lerp(left_pt, right_pt, ramp_share(value / max));
    const std::string text = rate_text(value, writer.context.language());
    const double half_pt = writer.pen.width_pt(text, type) / 2.0 + 5.0 * writer.scale;
    const double middle_pt =
        std::clamp(at_pt, left_pt + half_pt - 5.0 * writer.scale, right_pt - half_pt + 5.0 * writer.scale);
    if (middle_pt - half_pt < free_from_pt || middle_pt + half_pt > free_to_pt) continue;
    (value == 0.0 ? free_from_pt : free_to_pt) = value == 0.0 ? middle_pt + half_pt : middle_pt - half_pt;
    const double hair_pt = std::max(1.0, 1.0 / writer.pen.px_per_pt());
    const double tick_left_pt = std::clamp(at_pt - hair_pt / 2.0, left_pt, right_pt - hair_pt);
    writer.pen.crisp_box(tick_left_pt, tick_pt, tick_left_pt + hair_pt, tick_pt + 4.0 * writer.scale, theme.text_third);
    writer.pen.text(middle_pt, tick_pt + 19.0 * writer.scale, text, type);
  }
}

/// How far on the ground a record is spread; empty where the middle of the map is no place of the earth.
std::string smoothed_text(const PartContext& context, const Frame& frame, double radius_px) {
  const geo::Projection& projection = context.inputs.projection;
  const auto text = [&](const char* english, double m_per_px) {
    return context.language().filled(english, rate_text(m_per_px * radius_px / 1000.0, context.language()));
  };
  if (const auto even = even_scale_m_per_px(projection, frame.map, frame.map_rect))
    return text(language::noted("Smoothed over a radius of {} km"), *even);
  const PixelPoint middle{(frame.map_rect.left_px + frame.map_rect.right_px) / 2.0F,
                          (frame.map_rect.top_px + frame.map_rect.bottom_px) / 2.0F};
  const auto place = projection.lon_lat_from_map(map_from_pixel(middle, frame.map));
  const auto scale = place ? projection.scale_at(*place) : std::nullopt;
  if (!scale || scale->mean <= 0.0) return {};
  return text(language::noted("Smoothed over a radius of {} km in the middle of the map"),
              1.0 / frame.map.px_per_m / scale->mean);
}

}  // namespace

void write_density(LegendWriter& writer, std::size_t layer, const Frame& frame) {
  const auto& context = writer.context;
  const auto& language = context.language();
  const auto draw = std::find_if(frame.densities.begin(), frame.densities.end(),
                                 [layer](const DensityDraw& density) { return density.layer == layer; });
  if (draw == frame.densities.end() || draw->max_per_m2 <= 0.0) return;
  const auto& spec = context.spec(layer);
  const double scale = writer.scale;
  const std::string& label = spec.label.in(context.view.language);
  const double max_per_km2 = draw->max_per_m2 * 1e6;
  const long long area = area_km2(max_per_km2);
  const double max = max_per_km2 * static_cast<double>(area);
  const std::string& counted = unit_of(context.inputs.exhibit, spec, context.view.language);
  const std::string unit = area == 1 ? language.filled("{} per km²", counted)
                                     : language.filled("{} per {} km²", counted, language.number(area));
  if (!writer.says(LegendDetail::kNoExtras)) {
    write_line(writer, layer, label);
    if (writer.says(LegendDetail::kNoHeadings)) writer.note(fmt::format("0 … {} {}", rate_text(max, language), unit));
    return;
  }
  if (!writer.is_at_top()) writer.y_pt += 14.0 * scale;
  writer.heading(language.capitals(label));
  const Type small{.size_pt = 14 * scale, .colour = context.theme().text_second, .tabular = true};
  writer.pen.line(writer.left_pt, writer.y_pt - 6.0 * scale, writer.room_pt, unit, small);
  writer.y_pt += 6.0 * scale;
  const double left_pt = writer.left_pt, right_pt = left_pt + std::min(writer.room_pt, 256.0 * scale);
  write_ramp(writer, layer, {left_pt, writer.y_pt, right_pt, writer.y_pt + kRampPt * scale});
  write_figures(writer, max, left_pt, right_pt);
  writer.reach(writer.y_pt + (kRampPt + 19.0) * scale);
  writer.y_pt += (kRampPt + kFiguresPt) * scale;
  const auto lines = [&](const std::string& text) {
    if (text.empty()) return;
    const double last_pt = writer.pen.paragraph(writer.left_pt, writer.y_pt - 6.0 * scale, writer.room_pt, 18.0 * scale,
                                                text, small, LegendWriter::kMostNoteLines);
    writer.reach(last_pt);
    writer.y_pt = last_pt + 24.0 * scale;
  };
  if (writer.says(LegendDetail::kNoExtras)) lines(smoothed_text(context, frame, static_cast<double>(draw->radius_px)));
  if (writer.says(LegendDetail::kRamps)) lines(spec.note.in(context.view.language));
  writer.y_pt -= 6.0 * scale;
}

}  // namespace spreadmap::scene
