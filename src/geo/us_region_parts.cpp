#include "geo/us_region_parts.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "geo/ring_algebra.h"

namespace spreadmap::geo {
namespace {

constexpr std::array kOutlined{UsRegion::kAlaska, UsRegion::kHawaii, UsRegion::kPuertoRico, UsRegion::kNone};
constexpr std::array kInPacific{UsRegion::kHawaii};

bool is_place(LonLat place) { return std::isfinite(place.lon_deg) && std::isfinite(place.lat_deg); }

/// Degrees as a plane like any other.
MapBounds bounds_of(std::span<const LonLat> places) {
  MapBounds bounds;
  for (const LonLat place : places) bounds.include({place.lon_deg, place.lat_deg});
  return bounds;
}

Rings flat(const LonLatParts& parts) {
  Rings rings;
  rings.points.reserve(parts.points.size());
  for (const LonLat place : parts.points) rings.points.push_back({place.lon_deg, place.lat_deg});
  rings.ring_ends = parts.part_ends;
  return rings;
}

LonLatParts in_degrees(const Rings& rings) {
  LonLatParts parts;
  parts.points.reserve(rings.points.size());
  for (const MapPoint point : rings.points) parts.points.push_back({point.x_m, point.y_m});
  parts.part_ends = rings.ring_ends;
  return parts;
}

/// Calls `act` with each number of degrees by which whole turns bring an outline to where its bounds touch others.
template <class Do>
void for_each_turn(std::span<const LonLat> outline, const MapBounds& bounds, const Do& act) {
  const MapBounds own = bounds_of(outline);
  if (own.min_y_m > bounds.max_y_m || own.max_y_m < bounds.min_y_m) return;
  const double first = std::ceil((bounds.min_x_m - own.max_x_m) / 360.0);
  const double last = std::floor((bounds.max_x_m - own.min_x_m) / 360.0);
  for (double turn = first; turn <= last; turn += 1.0) act(turn * 360.0);
}

/// Whether the edges of a ring whose points lie in Alaska do so too: between bends of the border a long one may not.
bool stays_in_alaska(std::span<const LonLat> ring) {
  constexpr double kStep_deg = 0.05;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
    const double length_deg = std::max(std::abs(b.lon_deg - a.lon_deg), std::abs(b.lat_deg - a.lat_deg));
    const int steps = static_cast<int>(std::ceil(length_deg / kStep_deg));
    for (int step = 1; step < steps; ++step) {
      const double share = static_cast<double>(step) / steps;
      const LonLat between{std::lerp(a.lon_deg, b.lon_deg, share), std::lerp(a.lat_deg, b.lat_deg, share)};
      if (us_region_of(between) != UsRegion::kAlaska) return false;
    }
  }
  return true;
}

/// Whether a ring is clear of the outlines of regions, which may lie within it.
bool is_clear_of(std::span<const LonLat> ring, std::span<const UsRegion> regions) {
  const MapBounds bounds = bounds_of(ring);
  bool is_clear = true;
  for (const UsRegion region : regions) {
    for_each_turn(us_outline(region), bounds, [&](double) { is_clear = false; });
  }
  return is_clear;
}

}  // namespace

std::optional<UsRegion> region_of_ring(std::span<const LonLat> ring) {
  if (ring.empty() || !std::all_of(ring.begin(), ring.end(), is_place)) return std::nullopt;
  const UsRegion region = us_region_of(ring.front());
  const bool is_one = std::all_of(ring.begin(), ring.end(), [&](LonLat p) { return us_region_of(p) == region; });
  if (!is_one) return std::nullopt;
  switch (region) {
    case UsRegion::kLower48:
      return is_clear_of(ring, kOutlined) ? std::optional(region) : std::nullopt;
    case UsRegion::kAlaska:
      return stays_in_alaska(ring) ? std::optional(region) : std::nullopt;
    case UsRegion::kHawaii:
    case UsRegion::kPuertoRico:
      return region;  // boxes
    case UsRegion::kNone:
      return is_clear_of(ring, kInPacific) ? std::optional(region) : std::nullopt;
  }
  return std::nullopt;
}

void append(LonLatParts& parts, std::span<const LonLat> ring) {
  parts.points.insert(parts.points.end(), ring.begin(), ring.end());
  parts.part_ends.push_back(static_cast<std::uint32_t>(parts.points.size()));
}

void append(LonLatParts& parts, const LonLatParts& more) {
  const auto first = static_cast<std::uint32_t>(parts.points.size());
  parts.points.insert(parts.points.end(), more.points.begin(), more.points.end());
  for (const std::uint32_t end : more.part_ends) parts.part_ends.push_back(first + end);
}

Result<CutAlong> cut_along(const LonLatParts& rings, std::span<const LonLat> outline) {
  LonLatParts turned;
  for_each_turn(outline, bounds_of(rings.points), [&](double turned_deg) {
    std::vector<LonLat> ring(outline.begin(), outline.end());
    for (LonLat& place : ring) place.lon_deg += turned_deg;
    append(turned, ring);
  });
  if (rings.points.empty() || turned.points.empty()) return CutAlong{{}, rings};
  const auto polygon = outlined(flat(rings));
  const auto outlines = outlined(flat(clipped_rings(turned.points, turned.part_ends, Domain{})));
  if (!polygon || !outlines) return tl::unexpected(polygon ? outlines.error() : polygon.error());
  const auto inside = intersection(*polygon, *outlines);
  const auto outside = difference(*polygon, *outlines);
  if (!inside || !outside) return tl::unexpected(inside ? outside.error() : inside.error());
  return CutAlong{in_degrees(*inside), in_degrees(*outside)};
}

Result<UsRegionParts> region_parts(const LonLatParts& polygon) {
  UsRegionParts parts;
  LonLatParts rest;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : polygon.part_ends) {
    const auto ring = std::span(polygon.points).subspan(begin, end - begin);
    if (std::all_of(ring.begin(), ring.end(), is_place)) append(rest, ring);
    begin = end;
  }
  for (const UsRegion region : kOutlined) {
    // Hawaii is gone from what is left when it is the turn of the Pacific about it.
    auto cut = cut_along(rest, us_outline(region));
    if (!cut) return tl::unexpected(cut.error());
    parts.at(static_cast<std::size_t>(region)) = std::move(cut->inside);
    rest = std::move(cut->outside);
  }
  parts.at(static_cast<std::size_t>(UsRegion::kLower48)) = std::move(rest);
  return parts;
}

}  // namespace spreadmap::geo
