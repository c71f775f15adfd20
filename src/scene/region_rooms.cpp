#include "scene/region_rooms.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace spreadmap::scene {
namespace {

using Ring = std::span<const geo::MapPoint>;

struct Span {
  double from_m = 0.0, to_m = 0.0;
  [[nodiscard]] double width_m() const { return to_m - from_m; }
};

/// The longest stretch of the ring's inside along a horizontal line.
Span longest_inside(Ring ring, double y_m, std::vector<double>& crossings) {
  crossings.clear();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const geo::MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
    if ((a.y_m > y_m) == (b.y_m > y_m)) continue;
    crossings.push_back(a.x_m + (b.x_m - a.x_m) * (y_m - a.y_m) / (b.y_m - a.y_m));
  }
  std::sort(crossings.begin(), crossings.end());
  Span longest;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    const Span span{crossings[i], crossings[i + 1]};
    if (span.width_m() > longest.width_m()) longest = span;
  }
  return longest;
}

std::vector<RegionRoom> rooms_within(Ring ring) {
  constexpr int kRows = 32;
  constexpr std::size_t kMostRooms = 9;
  geo::MapBounds bounds;
  for (const geo::MapPoint point : ring) bounds.include(point);
  const double row_m = bounds.height_m() / kRows;
  std::vector<Span> spans;
  spans.reserve(kRows);
  std::vector<double> crossings;
  for (int row = 0; row < kRows; ++row) {
    spans.push_back(longest_inside(ring, bounds.min_y_m + (row + 0.5) * row_m, crossings));
  }
  struct Rated {
    RegionRoom room;
    double merit_m;
  };
  std::vector<Rated> rated;
  for (std::size_t row = 1; row + 1 < spans.size(); ++row) {
    // What is inside over three rows holds the height of a line too.
    const double from_m = std::max({spans[row - 1].from_m, spans[row].from_m, spans[row + 1].from_m});
    const double to_m = std::min({spans[row - 1].to_m, spans[row].to_m, spans[row + 1].to_m});
    if (to_m <= from_m) continue;
    const double y_m = bounds.min_y_m + (static_cast<double>(row) + 0.5) * row_m;
    const double off_centre = std::abs(y_m - bounds.centre().y_m) / std::max(bounds.height_m(), 1.0);
    rated.push_back({{{(from_m + to_m) / 2.0, y_m}, to_m - from_m}, (to_m - from_m) * (1.0 - 0.8 * off_centre)});
  }
  std::stable_sort(rated.begin(), rated.end(), [](const Rated& a, const Rated& b) { return a.merit_m > b.merit_m; });
  std::vector<RegionRoom> rooms;
  for (std::size_t i = 0; i < std::min(rated.size(), kMostRooms); ++i) rooms.push_back(rated[i].room);
  return rooms;
}

}  // namespace

RegionRooms region_at(geo::MapPoint point) {
  if (!std::isfinite(point.x_m)) return {};
  return {{{point, std::numeric_limits<double>::infinity()}}, 0.0};
}

RegionRooms region_rooms_of(const geo::Rings& rings) {
  RegionRooms region;
  Ring largest;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : rings.ring_ends) {
    const Ring ring = Ring(rings.points).subspan(begin, end - begin);
    begin = end;
    const double area_m2 = std::abs(geo::signed_area_m2(ring));
    if (!largest.empty() && area_m2 <= region.area_m2) continue;
    largest = ring;
    region.area_m2 = area_m2;
  }
  if (largest.size() > 2) region.rooms = rooms_within(largest);
  return region;
}

}  // namespace spreadmap::scene
