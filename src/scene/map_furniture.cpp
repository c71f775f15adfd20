// What helps to read the map: the names of meridians and parallels, and a bar of its scale.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "scene/camera.h"
#include "scene/graticule.h"
#include "scene/parts.h"
#include "scene/scale_bar.h"

namespace spreadmap::scene {
namespace {

/// "120° W", "30° N", "0.5° E".
std::string degrees(const Graticule::Line& line, const language::Language& language) {
  const std::string figure = language.figure(std::abs(line.deg), 4);
  if (line.deg == 0.0 || std::abs(line.deg) == 180.0) return figure + "°";
  if (line.kind == Graticule::Line::Kind::kMeridian)
    return line.deg < 0.0 ? language.filled("{}° W", figure) : language.filled("{}° E", figure);
  return line.deg < 0.0 ? language.filled("{}° S", figure) : language.filled("{}° N", figure);
}

struct Labels {
  const PartContext& context;
  const Frame& frame;
  const Pen& pen;
  Type type;
  std::vector<PixelRect> taken;

  /// A label at a point, unless another is there.
  void put(const std::string& text, float x_px, float y_px, Align align) {
    const auto scale = static_cast<float>(context.layout.px_per_pt);
    const float width_px = static_cast<float>(pen.width_pt(text, type)) * scale;
    const float left_px = align == Align::kCentre  ? x_px - width_px / 2.0F
                          : align == Align::kRight ? x_px - width_px
                                                   : x_px;
    const float em_px = static_cast<float>(type.size_pt) * scale;
    const PixelRect rect{left_px - 1.2F * em_px, y_px - 1.5F * em_px, left_px + width_px + 1.2F * em_px,
                         y_px + 0.5F * em_px};
    const PixelRect& room = frame.map_room;
    const bool is_in = left_px >= room.left_px && left_px + width_px <= room.right_px && y_px <= room.bottom_px;
    if (!is_in || std::any_of(taken.begin(), taken.end(), [&](const PixelRect& r) { return r.overlaps(rect); })) return;
    taken.push_back(rect);
    pen.text(static_cast<double>(left_px) / context.layout.px_per_pt,
             static_cast<double>(y_px) / context.layout.px_per_pt, text, type);
  }
};

/// Where a part crosses a line across the picture: at `at_px` of y for meridians, of x for parallels.
std::optional<float> crossing_px(PixelPoint a, PixelPoint b, bool is_meridian, float at_px) {
  const float from = is_meridian ? a.y_px : a.x_px, to = is_meridian ? b.y_px : b.x_px;
  if ((from < at_px) == (to < at_px)) return std::nullopt;
  const float share = (at_px - from) / (to - from);
  return is_meridian ? std::lerp(a.x_px, b.x_px, share) : std::lerp(a.y_px, b.y_px, share);
}

}  // namespace

void add_graticule_labels(const PartContext& context, Frame& frame) {
  if (context.inputs.graticule == nullptr || !context.view.graticule || frame.glide) return;
  const Graticule& graticule = *context.inputs.graticule;
  const Pen pen(context.inputs.fonts, context.layout.px_per_pt, frame.furniture, frame.names);
  Labels labels{context, frame, pen,
                Type{.size_pt = 12.0 * context.layout.text_scale,
                     .colour = context.theme().text_third,
                     .tabular = true,
                     .halo_pt = 1.4,
                     .halo = with_opacity(context.theme().ground, 0.9)},
                frame.kept_clear};
  const auto scale = static_cast<float>(context.layout.px_per_pt);
  const float bottom_px = frame.map_room.bottom_px - 8.0F * scale, left_px = frame.map_room.left_px + 6.0F * scale;
  const geo::MapOrigin origin = context.inputs.geometry.origin;
  std::uint32_t begin = 0;
  for (std::size_t part = 0; part < graticule.part_ends.size(); ++part) {
    const std::uint32_t end = graticule.part_ends[part];
    const Graticule::Line& line = graticule.lines[part];
    const bool is_meridian = line.kind == Graticule::Line::Kind::kMeridian;
    PixelPoint before{}, outermost{};
    bool is_labelled = line.kind == Graticule::Line::Kind::kEdge;
    for (std::uint32_t i = begin; i < end && !is_labelled; ++i) {
      const geo::LocalPoint local = graticule.points[i];
      const PixelPoint at = pixel_from_map(
          {origin.x_m + static_cast<double>(local.x_m), origin.y_m + static_cast<double>(local.y_m)}, frame.map);
      const auto crossing =
          i > begin ? crossing_px(before, at, is_meridian, is_meridian ? bottom_px : left_px) : std::nullopt;
      before = at;
      if (i == begin || (is_meridian ? at.y_px > outermost.y_px : at.x_px < outermost.x_px)) outermost = at;
      if (!crossing) continue;
      is_labelled = true;
      const bool is_clear = is_meridian || (*crossing > frame.map_room.top_px + 20.0F * scale &&
                                            *crossing < frame.map_room.bottom_px - 26.0F * scale);
      if (is_clear && is_meridian) labels.put(degrees(line, context.language()), *crossing, bottom_px, Align::kCentre);
      if (is_clear && !is_meridian)
        labels.put(degrees(line, context.language()), left_px, *crossing + 4.0F * scale, Align::kLeft);
    }
    begin = end;
    // Where the picture does not cut a line, its name stands beyond its own end.
    if (is_labelled || !frame.map_room.contains(outermost)) continue;
    const std::string text = degrees(line, context.language());
    if (is_meridian) labels.put(text, outermost.x_px, outermost.y_px + 16.0F * scale, Align::kCentre);
    if (!is_meridian) labels.put(text, outermost.x_px - 8.0F * scale, outermost.y_px + 4.0F * scale, Align::kRight);
  }
}

void add_scale_bar(const PartContext& context, const Frame& frame, const Pen& pen) {
  // It stands in the row of the credits.
  if (!context.view.scale_bar || !context.view.furniture.credits || frame.glide) return;
  if (context.layout.scale_bar_room_pt == 0.0) return;
  const auto ground_m_per_px = even_scale_m_per_px(context.inputs.projection, frame.map, frame.map_rect);
  if (!ground_m_per_px) return;
  const Layout& layout = context.layout;
  const double m_per_pt = *ground_m_per_px * layout.px_per_pt;
  const language::Language& language = context.language();
  const double right_pt = layout.credits_right_pt;
  double y_pt = layout.credits_baseline_pt - 4.0;
  const auto bar = [&](double m_per_unit, const char* text) {
    const double length = bar_length(kMostBarPt * m_per_pt / m_per_unit);
    const double width_pt = length * m_per_unit / m_per_pt;
    const double left_pt = right_pt - width_pt;
    const Srgb8 ink = context.theme().text_third;
    const double hair_pt = 1.0 / layout.px_per_pt;
    pen.crisp_box(left_pt, y_pt, right_pt, y_pt + hair_pt, ink);
    pen.crisp_box(left_pt, y_pt - 4.0, left_pt + hair_pt, y_pt + hair_pt, ink);
    pen.crisp_box(right_pt - hair_pt, y_pt - 4.0, right_pt, y_pt + hair_pt, ink);
    pen.text(left_pt - 8.0, y_pt + 4.0, language.filled(text, language.figure(length, 4)),
             {.size_pt = layout.credits_size_pt, .colour = ink, .align = Align::kRight, .tabular = true});
    y_pt -= 1.0 + layout.credits_leading_pt;
  };
  constexpr double kMile_m = 1609.344;
  const bool in_miles = measures_in_miles(language.tag());
  if (in_miles) bar(kMile_m, spreadmap::language::noted("{} mi"));
  // Larger type has room for one.
  if (!in_miles || !layout.is_compact()) bar(1000.0, spreadmap::language::noted("{} km"));
}

}  // namespace spreadmap::scene
