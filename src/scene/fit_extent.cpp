#include "scene/fit_extent.h"

#include <algorithm>

namespace spreadmap::scene {
namespace {

double px_per_m_along(double room_px, double extent_m, const std::vector<FitExtent::Circle>& circles,
                      double px_per_pt) {
  // A circle that is wider than the room cannot be whole in it, and must not make a speck of the map.
  constexpr double kLeastShare = 0.6;
  const double half_px = room_px / 2.0;
  double px_per_m = std::max(room_px - 2.0 * kFitMarginPt * px_per_pt, 1.0) / extent_m;
  const double least = px_per_m * kLeastShare;
  for (const FitExtent::Circle& circle : circles) {
    if (circle.distance_m <= 0.0) continue;
    px_per_m = std::min(px_per_m, (half_px - circle.radius_pt * px_per_pt) / circle.distance_m);
  }
  return std::max(px_per_m, least);
}

}  // namespace

double FitExtent::px_per_m(double room_width_px, double room_height_px, double px_per_pt) const {
  const double width_m = bounds.is_empty() ? least_m : std::max(bounds.width_m(), least_m);
  const double height_m = bounds.is_empty() ? least_m : std::max(bounds.height_m(), least_m);
  return std::min(px_per_m_along(room_width_px, width_m, across, px_per_pt),
                  px_per_m_along(room_height_px, height_m, upright, px_per_pt));
}

std::vector<FitExtent::Circle> deciding(std::vector<FitExtent::Circle> circles) {
  std::sort(circles.begin(), circles.end(), [](const auto& a, const auto& b) {
    return a.distance_m != b.distance_m ? a.distance_m > b.distance_m : a.radius_pt > b.radius_pt;
  });
  std::vector<FitExtent::Circle> kept;
  for (const FitExtent::Circle& circle : circles) {
    if (kept.empty() || circle.radius_pt > kept.back().radius_pt) kept.push_back(circle);
  }
  return kept;
}

}  // namespace spreadmap::scene
