#include "geo/area_lookup.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geo/clipping.h"

namespace spreadmap::geo {
namespace {

// Areas across the antimeridian may count on to 360.
constexpr int kColumns = 540, kRows = 180;

std::size_t column_of(double lon_deg) {
  return static_cast<std::size_t>(std::clamp(lon_deg + 180.0, 0.0, kColumns - 1.0));
}
std::size_t row_of(double lat_deg) { return static_cast<std::size_t>(std::clamp(lat_deg + 90.0, 0.0, kRows - 1.0)); }

/// The band of an extent that a latitude lies in; the same reckoning for edges and for points.
std::uint32_t band_of(double lat_deg, double south_deg, double north_deg, std::uint32_t band_count) {
  const double height_deg = north_deg - south_deg;
  const double share = height_deg > 0.0 ? (lat_deg - south_deg) / height_deg : 0.0;
  return static_cast<std::uint32_t>(std::clamp(share * band_count, 0.0, band_count - 1.0));
}

/// A ring in one piece, and none of it west of -180.
std::vector<LonLat> in_one_piece(std::span<const LonLat> ring) {
  std::vector<LonLat> out = unwrapped(ring);
  const bool is_too_far_west = std::any_of(out.begin(), out.end(), [](LonLat point) { return point.lon_deg < -180.0; });
  for (LonLat& point : out) point.lon_deg += is_too_far_west ? 360.0 : 0.0;
  return out;
}

}  // namespace

AreaLookup::AreaLookup(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends,
                       std::span<const std::uint32_t> area_ring_ends) {
  std::size_t first_ring = 0;
  for (const std::uint32_t ring_end : area_ring_ends) {
    add_area(points, ring_ends, first_ring, ring_end);
    first_ring = ring_end;
  }
  fill_cells();
}

void AreaLookup::add_area(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends,
                          std::size_t first_ring, std::size_t ring_end) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  Area area{kInfinity, -kInfinity, kInfinity, -kInfinity, static_cast<std::uint32_t>(band_ends_.size()), 0};
  std::vector<Edge> edges;
  for (std::size_t ring = first_ring; ring < ring_end; ++ring) {
    const std::uint32_t begin = ring == 0 ? 0 : ring_ends[ring - 1], end = ring_ends[ring];
    const std::vector<LonLat> placed = in_one_piece(points.subspan(begin, end - begin));
    for (std::size_t i = 0; i < placed.size(); ++i) {
      const LonLat a = placed[i], b = placed[i + 1 < placed.size() ? i + 1 : 0];
      area.south_deg = std::min(area.south_deg, a.lat_deg);
      area.north_deg = std::max(area.north_deg, a.lat_deg);
      area.west_deg = std::min(area.west_deg, a.lon_deg);
      area.east_deg = std::max(area.east_deg, a.lon_deg);
      if (a.lat_deg < b.lat_deg) edges.push_back({a, b});
      if (b.lat_deg < a.lat_deg) edges.push_back({b, a});
    }
  }
  if (!edges.empty()) {
    area.band_count = static_cast<std::uint32_t>(std::ceil(std::sqrt(static_cast<double>(edges.size()))));
    std::vector<std::vector<Edge>> bands(area.band_count);
    for (const Edge& edge : edges) {
      const auto band_at = [&](double lat_deg) {
        return band_of(lat_deg, area.south_deg, area.north_deg, area.band_count);
      };
      for (std::uint32_t band = band_at(edge.low.lat_deg); band <= band_at(edge.high.lat_deg); ++band) {
        bands[band].push_back(edge);
      }
    }
    for (const auto& band : bands) {
      edges_.insert(edges_.end(), band.begin(), band.end());
      band_ends_.push_back(static_cast<std::uint32_t>(edges_.size()));
    }
  }
  areas_.push_back(area);
}

void AreaLookup::fill_cells() {
  std::vector<std::vector<std::uint32_t>> cells(std::size_t{kColumns} * kRows);
  for (std::uint32_t i = 0; i < areas_.size(); ++i) {
    const Area& area = areas_[i];
    if (area.band_count == 0) continue;
    for (std::size_t row = row_of(area.south_deg); row <= row_of(area.north_deg); ++row) {
      for (std::size_t column = column_of(area.west_deg); column <= column_of(area.east_deg); ++column) {
        cells[row * kColumns + column].push_back(i);
      }
    }
  }
  for (const auto& cell : cells) {
    cell_areas_.insert(cell_areas_.end(), cell.begin(), cell.end());
    cell_ends_.push_back(static_cast<std::uint32_t>(cell_areas_.size()));
  }
}

bool AreaLookup::holds(const Area& area, LonLat point) const {
  if (point.lat_deg < area.south_deg || point.lat_deg > area.north_deg || point.lon_deg < area.west_deg ||
      point.lon_deg > area.east_deg) {
    return false;
  }
  const std::uint32_t band = area.first_band + band_of(point.lat_deg, area.south_deg, area.north_deg, area.band_count);
  const std::uint32_t begin = band == 0 ? 0 : band_ends_[band - 1];
  bool is_inside = false;
  for (std::uint32_t i = begin; i < band_ends_[band]; ++i) {
    const auto& [low, high] = edges_[i];
    if (point.lat_deg < low.lat_deg || point.lat_deg >= high.lat_deg) continue;
    const double crossing_deg =
        low.lon_deg + (high.lon_deg - low.lon_deg) * (point.lat_deg - low.lat_deg) / (high.lat_deg - low.lat_deg);
    if (point.lon_deg < crossing_deg) is_inside = !is_inside;
  }
  return is_inside;
}

std::optional<std::uint32_t> AreaLookup::area_at(LonLat point) const {
  if (!std::isfinite(point.lon_deg) || !std::isfinite(point.lat_deg)) return std::nullopt;
  const std::optional<std::uint32_t> here = area_as_counted(point);
  if (point.lon_deg > 0.0) return here;
  const std::optional<std::uint32_t> there = area_as_counted({point.lon_deg + 360.0, point.lat_deg});
  return here && there ? std::min(*here, *there) : here ? here : there;
}

std::optional<std::uint32_t> AreaLookup::area_as_counted(LonLat point) const {
  const std::size_t cell = row_of(point.lat_deg) * kColumns + column_of(point.lon_deg);
  const std::uint32_t begin = cell == 0 ? 0 : cell_ends_[cell - 1];
  for (std::uint32_t i = begin; i < cell_ends_[cell]; ++i) {
    if (holds(areas_[cell_areas_[i]], point)) return cell_areas_[i];
  }
  return std::nullopt;
}

}  // namespace spreadmap::geo
