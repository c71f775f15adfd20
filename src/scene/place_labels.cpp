// Names of places: by rank, none over another. Where they stand depends on the tables and the camera, never on the day.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "scene/camera.h"
#include "scene/parts.h"

namespace spreadmap::scene {
namespace {

constexpr double kLabelSizePt = 15.0;
constexpr double kGapPt = 9.0;
constexpr std::size_t kMostLabels = 40;
constexpr std::size_t kAlwaysNamed = 5;
// Room that a name wants round it: the whole country shows a dozen names, not forty.
constexpr float kAirX_pt = 84.0F;
constexpr float kAirY_pt = 62.0F;
// At the fit only the largest places are named; each doubling of the zoom lets four times as many in.
constexpr double kPlacesAtFit = 40.0;

/// All marks that will ever be there, in pixels, thinned to a grid of counts: how crowded a rectangle is.
class Crowd {
 public:
  Crowd(const MapGeometry& geometry, const Frame& frame, const PartContext& context)
      : columns_(static_cast<int>(frame.map_rect.width_px() / kCell_px) + 2),
        rows_(static_cast<int>(frame.map_rect.height_px() / kCell_px) + 2),
        left_px_(frame.map_rect.left_px),
        top_px_(frame.map_rect.top_px),
        counts_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {
    for (std::size_t layer = 0; layer < geometry.marks.size(); ++layer) {
      if (!context.shows(layer)) continue;
      for (const geo::MapPoint mark : geometry.marks[layer]) {
        if (!std::isfinite(mark.x_m)) continue;
        const PixelPoint at = pixel_from_map(mark, frame.map);
        if (frame.map_rect.contains(at)) ++counts_[cell(column(at.x_px), row(at.y_px))];
      }
    }
  }
  [[nodiscard]] int in(const PixelRect& rect) const {
    int sum = 0;
    for (int r = row(rect.top_px); r <= row(rect.bottom_px); ++r) {
      for (int c = column(rect.left_px); c <= column(rect.right_px); ++c) sum += counts_[cell(c, r)];
    }
    return sum;
  }

 private:
  static constexpr float kCell_px = 8.0F;
  [[nodiscard]] int column(float x_px) const {
    return std::clamp(static_cast<int>((x_px - left_px_) / kCell_px), 0, columns_ - 1);
  }
  [[nodiscard]] int row(float y_px) const {
    return std::clamp(static_cast<int>((y_px - top_px_) / kCell_px), 0, rows_ - 1);
  }
  [[nodiscard]] std::size_t cell(int c, int r) const {
    return static_cast<std::size_t>(r) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(c);
  }
  int columns_, rows_;
  float left_px_, top_px_;
  std::vector<int> counts_;
};

PixelRect grown(const PixelRect& rect, float by_x_px, float by_y_px) {
  return {rect.left_px - by_x_px, rect.top_px - by_y_px, rect.right_px + by_x_px, rect.bottom_px + by_y_px};
}

bool lies_within(const PixelRect& inner, const PixelRect& outer) {
  return inner.left_px >= outer.left_px && inner.right_px <= outer.right_px && inner.top_px >= outer.top_px &&
         inner.bottom_px <= outer.bottom_px;
}

}  // namespace

void add_place_labels(const PartContext& context, Frame& frame) {
  const auto& places = context.inputs.tables.places;
  const auto& points = context.inputs.geometry.places;
  if (points.empty()) return;
  const auto scale = static_cast<float>(context.layout.px_per_pt);
  const Crowd crowd(context.inputs.geometry, frame, context);
  const Pen pen(context.inputs.fonts, context.layout.px_per_pt, frame.furniture, frame.labels);
  const Type type{.face = text::Face::kMedium,
                  .size_pt = kLabelSizePt * context.layout.text_scale,
                  .colour = with_opacity(context.theme().text, 0.86),
                  .halo_pt = 1.6,
                  .halo = with_opacity(context.theme().land, 0.9)};
  const float edge_px = static_cast<float>(kEdgeFadePt) * scale;
  const PixelRect room = context.view.camera.zoom > 1.0 ? grown(frame.map_rect, -edge_px, -edge_px) : frame.map_rect;
  std::vector<PixelRect> taken;
  const auto most_places =
      static_cast<std::size_t>(kPlacesAtFit * std::max(1.0, context.view.camera.zoom * context.view.camera.zoom));
  for (std::size_t i = 0; i < std::min(points.size(), most_places) && taken.size() < kMostLabels; ++i) {
    if (!std::isfinite(points[i].x_m)) continue;
    const geo::MapPoint before =
        context.inputs.glide_from == nullptr ? geo::kNoMapPoint : context.inputs.glide_from->places[i];
    const PixelPoint at = pixel_between(points[i], before, frame);
    if (!frame.map_rect.contains(at)) continue;
    const std::string_view name = places.name[i];
    const float width_px = static_cast<float>(pen.width_pt(name, type)) * scale;
    const float half_height_px = 8.0F * scale;
    const float gap_px = static_cast<float>(kGapPt) * scale;
    const std::array<PixelRect, 4> candidates{
        PixelRect{at.x_px + gap_px, at.y_px - half_height_px, at.x_px + gap_px + width_px, at.y_px + half_height_px},
        PixelRect{at.x_px - gap_px - width_px, at.y_px - half_height_px, at.x_px - gap_px, at.y_px + half_height_px},
        PixelRect{at.x_px - width_px / 2, at.y_px - gap_px - 2 * half_height_px, at.x_px + width_px / 2,
                  at.y_px - gap_px},
        PixelRect{at.x_px - width_px / 2, at.y_px + gap_px, at.x_px + width_px / 2,
                  at.y_px + gap_px + 2 * half_height_px}};
    const PixelRect* best = nullptr;
    // More marks than this under a name, and both are lost; the very largest places are named all the same.
    int fewest = i < kAlwaysNamed ? 40 : 2;
    for (const PixelRect& candidate : candidates) {
      const PixelRect aired = grown(candidate, kAirX_pt * scale, kAirY_pt * scale);
      const bool free =
          lies_within(candidate, room) &&
          std::none_of(taken.begin(), taken.end(), [&](const PixelRect& other) { return aired.overlaps(other); });
      if (!free) continue;
      const int marks = crowd.in(candidate);
      if (marks < fewest) {
        fewest = marks;
        best = &candidate;
      }
    }
    if (best == nullptr) continue;
    taken.push_back(*best);
    const double baseline_pt =
        static_cast<double>((best->top_px + best->bottom_px) / 2.0F) / context.layout.px_per_pt + 5.2;
    pen.text(static_cast<double>(best->left_px) / context.layout.px_per_pt, baseline_pt, name, type);
  }
}

}  // namespace spreadmap::scene
