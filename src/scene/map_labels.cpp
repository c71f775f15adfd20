// Labels on the map. Where they stand is the plan's; here it is seen which of them are in view, and whether their subject is there.
#include <algorithm>
#include <cmath>

#include "scene/camera.h"
#include "scene/label_plans.h"
#include "scene/label_steps.h"
#include "scene/label_text.h"
#include "scene/parts.h"
#include "scene/stacks.h"
#include "time/easing.h"

namespace spreadmap::scene {
namespace {

// A label goes over a few points where the map's room ends: no word stands there cut in half.
constexpr double kEdge_pt = 24.0, kEdgeFade_pt = 12.0;

/// 0 where the box reaches out of the room or into the outer part of its edge, 1 where it lies within by as much as the edge is wide.
double within(const PixelRect& box, const PixelRect& room, double px_per_pt) {
  const float least_px = std::min({box.left_px - room.left_px, room.right_px - box.right_px, box.top_px - room.top_px,
                                   room.bottom_px - box.bottom_px});
  return time::eased((static_cast<double>(least_px) / px_per_pt - (kEdge_pt - kEdgeFade_pt)) / kEdgeFade_pt);
}

/// 0 where the box lies on what is kept clear or right beside it, 1 where it is a little away from it.
double clear_of(const PixelRect& box, const std::vector<PixelRect>& kept_clear, double px_per_pt) {
  constexpr double kAir_pt = 2.0, kFade_pt = 0.5;
  double clear = 1.0;
  for (const PixelRect& other : kept_clear) {
    const float away_px = std::max({box.left_px - other.right_px, other.left_px - box.right_px,
                                    box.top_px - other.bottom_px, other.top_px - box.bottom_px});
    clear = std::min(clear, time::eased((static_cast<double>(away_px) / px_per_pt - (kAir_pt - kFade_pt)) / kFade_pt));
  }
  return clear;
}

/// What the base map names lies under the marks: no name hides a record.
bool is_of_base_map(LabelKind kind) { return kind == LabelKind::kRegion || kind == LabelKind::kPlace; }

/// Whether there is colour under the labels.
bool lies_on_colours(const PartContext& context) {
  for (std::size_t layer = 0; layer < context.inputs.exhibit.layers.size(); ++layer) {
    if (exhibit::is_ground(context.spec(layer).kind) && context.shows(layer)) return true;
  }
  return false;
}

struct Subject {
  double there = 1.0;  ///< how far it has come in; 0: it is not there
  double figure = 0.0;
};

/// Whether the record of a label is there; of records that have one label for their place, whether any is.
bool is_there(const PartContext& context, const PlannedLabel& label) {
  const model::LayerIndex& index = context.inputs.selection.layer(label.layer);
  const auto is_row_there = [&](std::uint32_t row) { return index.may_be_there(row, context.view.playhead_d); };
  if (!has_label_of_place(context.spec(label.layer))) return is_row_there(label.index);
  const auto& points = context.table(label.layer).lon_lat;
  const auto rows = context.inputs.geometry.spots[label.layer].rows_at(points, points[label.index]);
  return std::any_of(rows.begin(), rows.end(), is_row_there);
}

Subject subject_of(const PartContext& context, const PlannedLabel& label, const std::vector<SpotFigure>& figures) {
  if (is_of_base_map(label.kind)) return {};
  if (!context.shows(label.layer)) return {0.0};
  const double opacity = context.view.layers[label.layer].opacity;
  if (label.kind == LabelKind::kRecord) return {is_there(context, label) ? opacity : 0.0};
  const auto is_before = [](const SpotFigure& figure, const PlannedLabel& of) {
    return figure.layer != of.layer ? figure.layer < of.layer : figure.spot < of.index;
  };
  const auto found = std::lower_bound(figures.begin(), figures.end(), label, is_before);
  if (found == figures.end() || found->layer != label.layer || found->spot != label.index) return {0.0};
  // Once symbols stand apart, everyone can count them. Then their number goes as quickly as labels come.
  const double untold =
      label.kind == LabelKind::kCount ? 1.0 - share_come_in(context.view.camera.zoom, kHalfApartZoom) : 1.0;
  return {opacity * found->there * untold, found->value};
}

/// Where a place or a record lies in the plane that the map glides from; none of the others, which come in where they are to stand.
geo::MapPoint point_before(const PartContext& context, const PlannedLabel& label) {
  if (context.inputs.glide_from == nullptr) return geo::kNoMapPoint;
  if (label.kind == LabelKind::kPlace) return context.inputs.glide_from->places[label.index];
  if (label.kind == LabelKind::kRecord) return context.mark_before(label.layer, label.index);
  return geo::kNoMapPoint;
}

LabelView label_view(const PartContext& context, const Frame& frame) {
  const FitExtent& fit = context.inputs.geometry.fit;
  const geo::MapBounds& bounds = fit.bounds;
  const geo::MapPoint centre = bounds.is_empty() ? geo::MapPoint{} : bounds.centre();
  const auto room_width_px = static_cast<double>(frame.map_room.width_px());
  const auto room_height_px = static_cast<double>(frame.map_room.height_px());
  const double fit_px_per_m = fit.px_per_m(room_width_px, room_height_px, context.layout.px_per_pt);
  // In the first view no label stands in the edge.
  const double edge_px = kEdge_pt * context.layout.px_per_pt;
  const double half_width_m = (room_width_px / 2.0 - edge_px) / fit_px_per_m;
  const double half_height_m = (room_height_px / 2.0 - edge_px) / fit_px_per_m;
  return {
      fit_px_per_m / context.layout.px_per_pt,
      context.layout.text_scale,
      {centre.x_m - half_width_m, centre.y_m - half_height_m, centre.x_m + half_width_m, centre.y_m + half_height_m}};
}

}  // namespace

void add_map_labels(const PartContext& context, Frame& frame) {
  const double px_per_pt = context.layout.px_per_pt;
  const double pt_per_m = frame.map.px_per_m / px_per_pt;
  const std::vector<PlannedLabel>& labels =
      context.inputs.label_plans.labels(context.inputs, pt_per_m, label_view(context, frame));
  auto& figures = frame.storage.figures;
  std::sort(figures.begin(), figures.end(), [](const SpotFigure& a, const SpotFigure& b) {
    return a.layer != b.layer ? a.layer < b.layer : a.spot < b.spot;
  });
  const Pen names_pen(context.inputs.fonts, px_per_pt, frame.furniture, frame.names);
  const Pen labels_pen(context.inputs.fonts, px_per_pt, frame.furniture, frame.labels);
  const LabelGround ground = lies_on_colours(context) ? LabelGround::kColours : LabelGround::kLand;
  for (const PlannedLabel& label : labels) {
    if (pt_per_m < label.from_pt_per_m) continue;
    const PixelPoint at = pixel_between(label.at, point_before(context, label), frame);
    const auto px = [&](double pt) { return static_cast<float>(pt * px_per_pt); };
    const PixelRect box{at.x_px + px(label.box.left_pt), at.y_px + px(label.box.top_pt),
                        at.x_px + px(label.box.right_pt), at.y_px + px(label.box.bottom_pt)};
    if (!box.overlaps(frame.map_room)) continue;
    const Subject subject = subject_of(context, label, figures);
    const double arrived = frame.glide ? static_cast<double>(frame.glide->share) : 1.0;
    const double opacity = arrived * subject.there * within(box, frame.map_room, px_per_pt) *
                           clear_of(box, frame.kept_clear, px_per_pt) * share_come_in(pt_per_m, label.from_pt_per_m);
    if (opacity <= 0.0) continue;
    Type type = label_type(label.kind, context.theme(), context.layout.text_scale, ground);
    constexpr double kLeastHalo_px = 2.0;
    if (ground == LabelGround::kColours) type.halo_pt = std::max(type.halo_pt, kLeastHalo_px / px_per_pt);
    if (label.kind == LabelKind::kAmount || label.kind == LabelKind::kCount) {
      type.colour = style::legible_on(context.theme(), context.spec(label.layer).style.colour, style::kAaText);
    }
    type.colour = with_opacity(type.colour, opacity);
    type.halo = with_opacity(type.halo, opacity);
    double x_pt = static_cast<double>(at.x_px) / px_per_pt;
    switch (label.align) {
      case LabelAlign::kLeft:
        x_pt += label.box.left_pt;
        break;
      case LabelAlign::kCentre:
        type.align = Align::kCentre;
        x_pt += (label.box.left_pt + label.box.right_pt) / 2.0;
        break;
      case LabelAlign::kRight:
        type.align = Align::kRight;
        x_pt += label.box.right_pt;
        break;
    }
    constexpr double kBaselineBelowMiddle_em = 0.36;
    const double baseline_pt = static_cast<double>(at.y_px) / px_per_pt +
                               (label.box.top_pt + label.box.bottom_pt) / 2.0 + kBaselineBelowMiddle_em * type.size_pt;
    const Pen& pen = is_of_base_map(label.kind) ? names_pen : labels_pen;
    pen.text(x_pt, baseline_pt, label_text(context.inputs, label.kind, label.layer, label.index, subject.figure), type);
  }
}

}  // namespace spreadmap::scene
