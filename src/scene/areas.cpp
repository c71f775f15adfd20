// Layers of areas: the class of each area on the day.
#include "model/classes.h"
#include "scene/parts.h"
#include "style/blending.h"

namespace spreadmap::scene {

Srgb8 area_colour(const PartContext& context, std::size_t layer, std::size_t which, std::size_t count) {
  const style::Theme& theme = context.theme();
  const bool is_dark = relative_luminance(theme.ground) < 0.5;
  const Srgb8 colour = style::class_colour(context.spec(layer).style.palette, which, count, is_dark);
  return with_opacity(colour, style::linear_opacity(colour, theme.land, context.view.layers[layer].opacity));
}

void add_areas(const PartContext& context, std::size_t layer, Frame& frame) {
  const AreaInput& input = context.inputs.areas[layer];
  if (input.layer == nullptr || input.geometry == nullptr) return;
  const model::AreaLayer& areas = *input.layer;
  AreasDraw draw;
  draw.layer = static_cast<std::uint32_t>(layer);
  draw.begin = static_cast<std::uint32_t>(frame.area_classes.size());
  for (std::size_t i = 0; i < areas.class_count(); ++i) {
    draw.colours.at(i) = area_colour(context, layer, i, areas.class_count());
  }
  draw.no_data = with_opacity(context.theme().coast_line, context.view.layers[layer].opacity);
  draw.stripe_px = static_cast<float>(kStripePt * context.layout.px_per_pt);
  for (std::size_t area = 0; area < areas.table.row_count(); ++area) {
    const auto value = areas.value(area, input.counts->count(area, context.view.playhead_d).certain);
    frame.area_classes.push_back(!value          ? kClassOfNoData
                                 : *value <= 0.0 ? kClassOfNone
                                                 : static_cast<std::uint8_t>(model::class_of(areas.limits, *value)));
  }
  draw.end = static_cast<std::uint32_t>(frame.area_classes.size());
  frame.ground.push_back({GroundKind::kAreas, static_cast<std::uint32_t>(frame.areas.size())});
  frame.areas.push_back(draw);
}

}  // namespace spreadmap::scene
