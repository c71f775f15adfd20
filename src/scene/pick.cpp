#include "scene/pick.h"

#include <algorithm>
#include <cmath>

#include "scene/camera.h"
#include "scene/stacks.h"

namespace spreadmap::scene {
namespace {

float distance_px(PixelPoint a, PixelPoint b) { return std::hypot(a.x_px - b.x_px, a.y_px - b.y_px); }

/// Among the shapes of one layer the smallest that holds the point: a small circle lies inside a large one.
const PickTarget* target_at(const Frame& frame, std::uint32_t layer, PixelPoint point, float slop_px) {
  const PickTarget* found = nullptr;
  for (const PickTarget& target : frame.targets) {
    if (target.record.layer != layer || distance_px(target.centre, point) > target.radius_px + slop_px) continue;
    if (found == nullptr || target.radius_px < found->radius_px) found = &target;
  }
  return found;
}

}  // namespace

std::optional<model::RecordRef> record_at(const SceneInputs& inputs, const model::ViewState& view, const Frame& frame,
                                          const PickIndex& index, PixelPoint point, float slop_px) {
  if (!frame.map_rect.contains(point)) return std::nullopt;
  const geo::MapPoint at = map_from_pixel(point, frame.map);
  const PickTarget* circle = nullptr;  // the smallest that has been met
  const auto is_seen_through = [&circle](float radius_px) {
    return circle == nullptr || radius_px < circle->radius_px;
  };
  for (auto ordered = view.layer_order.rbegin(); ordered != view.layer_order.rend(); ++ordered) {
    const auto layer = static_cast<std::uint32_t>(*ordered);
    if (!view.layers[layer].visible) continue;
    const exhibit::LayerKind kind = inputs.exhibit.layers[layer].kind;
    if (kind == exhibit::LayerKind::kAreas) {
      if (circle != nullptr) break;
      if (inputs.areas[layer].geometry == nullptr) continue;
      const auto area = area_at(*inputs.areas[layer].geometry, geo::local_from_map(at, inputs.geometry.origin));
      if (area) return model::RecordRef{layer, *area};
      continue;
    }
    if (kind == exhibit::LayerKind::kDensity) continue;  // a surface is no record
    if (kind != exhibit::LayerKind::kPartnerships) {
      const PickTarget* target = target_at(frame, layer, point, slop_px);
      if (target == nullptr || !is_seen_through(target->radius_px)) continue;
      if (kind != exhibit::LayerKind::kSubsidies) return target->record;
      circle = target;
      continue;
    }
    const auto marks = std::find_if(frame.marks.begin(), frame.marks.end(),
                                    [layer](const MarkDraw& draw) { return draw.layer == layer; });
    if (marks == frame.marks.end() || !is_seen_through(marks->radius_px)) continue;
    const model::LayerIndex& entries = inputs.selection.layer(layer);
    const double reach_m = static_cast<double>(marks->radius_px + slop_px) / frame.map.px_per_m;
    const auto row = index.nearest(layer, at, reach_m, static_cast<double>(marks->spread_px) / frame.map.px_per_m,
                                   [&](std::uint32_t candidate) {
                                     const auto entry = entries.entry_of(candidate);
                                     return entry && *entry < marks->count && !entries.is_gone(*entry, view.playhead_d);
                                   });
    if (row) return model::RecordRef{layer, *row};
  }
  return circle != nullptr ? std::optional(circle->record) : std::nullopt;
}

std::optional<MarkPlace> mark_place(const SceneInputs& inputs, const Frame& frame, model::RecordRef record) {
  for (const PickTarget& target : frame.targets) {
    if (target.record == record) return MarkPlace{target.centre, target.radius_px};
  }
  if (inputs.exhibit.layers[record.layer].kind == exhibit::LayerKind::kAreas) {
    const AreaGeometry* geometry = inputs.areas[record.layer].geometry;
    if (geometry == nullptr || !std::isfinite(geometry->middle[record.row].x_m)) return std::nullopt;
    const geo::LocalPoint middle = geometry->middle[record.row];
    const geo::MapOrigin origin = inputs.geometry.origin;
    return MarkPlace{
        pixel_from_map({origin.x_m + static_cast<double>(middle.x_m), origin.y_m + static_cast<double>(middle.y_m)},
                       frame.map),
        0.0F};
  }
  const geo::MapPoint point = inputs.geometry.marks[record.layer][record.row];
  if (!std::isfinite(point.x_m)) return std::nullopt;
  const auto radius_px = static_cast<float>(inputs.exhibit.layers[record.layer].style.radius_pt) * frame.px_per_pt;
  const geo::MapPoint before =
      inputs.glide_from == nullptr ? geo::kNoMapPoint : inputs.glide_from->marks[record.layer][record.row];
  const bool is_circle = inputs.exhibit.layers[record.layer].kind == exhibit::LayerKind::kSubsidies;
  PixelPoint centre = pixel_between(point, before, frame);
  for (const MarkDraw& draw : frame.marks) {
    if (draw.layer != record.layer) continue;
    const PixelPoint offset = stack_offset(inputs.geometry.spots[record.layer].order[record.row]);
    centre = {centre.x_px + offset.x_px * draw.spread_px, centre.y_px + offset.y_px * draw.spread_px};
  }
  return MarkPlace{centre, is_circle ? 0.0F : radius_px};
}

}  // namespace spreadmap::scene
