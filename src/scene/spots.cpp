#include "scene/spots.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::scene {
namespace {

bool is_before(geo::LonLat a, geo::LonLat b) {
  return a.lon_deg != b.lon_deg ? a.lon_deg < b.lon_deg : a.lat_deg < b.lat_deg;
}

/// A row with its point: sorting these side by side is several times as fast as sorting rows that look their points up.
struct PlacedRow {
  geo::LonLat at;
  std::uint32_t row;
};

std::vector<PlacedRow> placed_rows_of(const std::vector<geo::LonLat>& points) {
  std::vector<PlacedRow> placed;
  placed.reserve(points.size());
  for (std::uint32_t row = 0; row < points.size(); ++row) {
    if (std::isfinite(points[row].lon_deg) && std::isfinite(points[row].lat_deg)) placed.push_back({points[row], row});
  }
  std::sort(placed.begin(), placed.end(), [](const PlacedRow& a, const PlacedRow& b) {
    return is_before(a.at, b.at) || (!is_before(b.at, a.at) && a.row < b.row);
  });
  return placed;
}

}  // namespace

Spots spots_of(const std::vector<geo::LonLat>& points) {
  const std::vector<PlacedRow> placed = placed_rows_of(points);
  Spots spots;
  spots.order.resize(points.size());
  spots.of_row.resize(points.size());
  std::vector<std::uint32_t>& first_row = spots.of_row;  // until the spots have numbers
  for (std::uint32_t row = 0; row < points.size(); ++row) first_row[row] = row;
  spots.by_point.reserve(placed.size());
  std::size_t begin = 0;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (is_before(placed[begin].at, placed[i].at)) begin = i;
    first_row[placed[i].row] = placed[begin].row;
    spots.order[placed[i].row] = static_cast<std::uint32_t>(i - begin);
    spots.by_point.push_back(placed[i].row);
  }
  // The first row of a spot comes before its others, so it has its number by then.
  for (std::uint32_t row = 0; row < points.size(); ++row) {
    spots.of_row[row] = first_row[row] == row ? spots.count++ : spots.of_row[first_row[row]];
  }
  return spots;
}

std::span<const std::uint32_t> Spots::rows_at(const std::vector<geo::LonLat>& points, geo::LonLat at) const {
  if (!std::isfinite(at.lon_deg) || !std::isfinite(at.lat_deg)) return {};
  const auto begin = std::lower_bound(by_point.begin(), by_point.end(), at, [&](std::uint32_t row, geo::LonLat point) {
    return is_before(points[row], point);
  });
  const auto end = std::upper_bound(
      begin, by_point.end(), at, [&](geo::LonLat point, std::uint32_t row) { return is_before(point, points[row]); });
  return {begin, end};
}

}  // namespace spreadmap::scene
