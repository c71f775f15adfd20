#include "scene/scale_bar.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/camera.h"

namespace spreadmap::scene {
namespace {

constexpr double kMostDifference = 0.1;

bool is_in_an_inset(geo::MapPoint point, const geo::Projection& projection) {
  const auto& insets = projection.insets();
  return std::any_of(insets.begin(), insets.end(), [&](const auto& inset) { return inset.bounds.contains(point); });
}

}  // namespace

std::optional<double> even_scale_m_per_px(const geo::Projection& projection, const MapView& map,
                                          const PixelRect& room) {
  const auto point_at = [&](float x_share, float y_share) {
    return map_from_pixel(
        {std::lerp(room.left_px, room.right_px, x_share), std::lerp(room.top_px, room.bottom_px, y_share)}, map);
  };
  const auto scale_of = [&](geo::MapPoint point) {
    const auto place = projection.lon_lat_from_map(point);
    return place ? projection.scale_at(*place) : std::nullopt;
  };
  const geo::MapPoint middle_m = point_at(0.5F, 0.5F);
  const auto middle = is_in_an_inset(middle_m, projection) ? std::nullopt : scale_of(middle_m);
  if (!middle) return std::nullopt;
  for (const float x : {0.02F, 0.25F, 0.5F, 0.75F, 0.98F}) {
    for (const float y : {0.02F, 0.5F, 0.98F}) {
      const geo::MapPoint point = point_at(x, y);
      if (is_in_an_inset(point, projection)) continue;
      // What is beyond the globe's edge is near its edge.
      const auto scale = scale_of(point);
      if (!scale) return std::nullopt;
      for (const double m : {scale->northwards, scale->eastwards}) {
        if (std::abs(m / middle->mean - 1.0) > kMostDifference) return std::nullopt;
      }
    }
  }
  return 1.0 / map.px_per_m / middle->mean;
}

double bar_length(double most) {
  const double ten = std::pow(10.0, std::floor(std::log10(most)));
  return most >= 5.0 * ten ? 5.0 * ten : most >= 2.0 * ten ? 2.0 * ten : ten;
}

bool measures_in_miles(std::string_view tag) {
  constexpr std::array<std::string_view, 7> kInMiles{"en", "en-US", "es-US", "es-PR", "en-GB", "en-LR", "en-PR"};
  return std::find(kInMiles.begin(), kInMiles.end(), tag) != kInMiles.end();
}

}  // namespace spreadmap::scene
