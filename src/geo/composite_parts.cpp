#include "geo/composite_parts.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace spreadmap::geo {
namespace {

MapBounds bounds_of(std::span<const MapPoint> points) {
  MapBounds bounds;
  for (const MapPoint point : points) bounds.include(point);
  return bounds;
}

bool touch(const MapBounds& a, const MapBounds& b) {
  return a.min_x_m <= b.max_x_m && b.min_x_m <= a.max_x_m && a.min_y_m <= b.max_y_m && b.min_y_m <= a.max_y_m;
}

bool holds(std::span<const MapPoint> ring, MapPoint point) {
  bool is_inside = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const MapPoint a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
    if ((a.y_m > point.y_m) == (b.y_m > point.y_m)) continue;
    if (point.x_m < std::lerp(a.x_m, b.x_m, (point.y_m - a.y_m) / (b.y_m - a.y_m))) is_inside = !is_inside;
  }
  return is_inside;
}

/// Whether a ring in short edges may touch a frame: it surely does not where this says no.
bool may_touch(std::span<const MapPoint> ring, const MapBounds& frame) {
  if (!touch(bounds_of(ring), frame)) return false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    MapBounds edge;
    edge.include(ring[i]);
    edge.include(ring[i == 0 ? ring.size() - 1 : i - 1]);
    if (touch(edge, frame)) return true;
  }
  return holds(ring, {frame.min_x_m, frame.min_y_m});
}

/// Whether a region draws all of a ring that lies in it, since it lies in its part of the plane.
bool is_whole(UsRegion region, std::span<const MapPoint> laid) {
  for (const UsInset& inset : us_insets()) {
    if (region == UsRegion::kLower48 && may_touch(laid, inset.frame)) return false;
    const auto is_within = [&](MapPoint point) { return inset.frame.contains(point); };
    if (region == inset.region && !std::all_of(laid.begin(), laid.end(), is_within)) return false;
  }
  return true;
}

/// Whether rings need not be cut to a frame, within it or without.
bool is_clear(const UsComposite& composite, UsRegion region, const LonLatParts& rings, const UsInset& inset) {
  std::vector<MapPoint> laid(rings.points.size());
  composite.map_as_of(region, rings.points, laid);
  return region == UsRegion::kLower48 ? !touch(bounds_of(laid), inset.frame) : is_whole(region, laid);
}

}  // namespace

std::optional<UsRegion> drawn_whole_in(const UsComposite& composite, std::span<const LonLat> ring,
                                       std::vector<MapPoint>& laid) {
  const auto region = region_of_ring(ring);
  if (!region || region == UsRegion::kNone) return region;
  laid.resize(ring.size());
  composite.map_as_of(*region, ring, laid);
  return is_whole(*region, laid) ? region : std::nullopt;
}

Result<UsRegionParts> drawn_parts(const UsComposite& composite, const LonLatParts& polygon) {
  // By the even-odd rule rings may be cut each for itself or all together.
  UsRegionParts whole;
  LonLatParts rest;
  std::vector<MapPoint> laid;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : polygon.part_ends) {
    const auto ring = std::span(polygon.points).subspan(begin, end - begin);
    begin = end;
    const auto region = drawn_whole_in(composite, ring, laid);
    append(region ? whole.at(static_cast<std::size_t>(*region)) : rest, ring);
  }
  if (rest.points.empty()) return whole;
  auto parts = region_parts(rest);
  if (!parts) return parts;
  for (const UsInset& inset : us_insets()) {
    for (const UsRegion region : {inset.region, UsRegion::kLower48}) {
      LonLatParts& part = parts->at(static_cast<std::size_t>(region));
      if (is_clear(composite, region, part, inset)) continue;
      auto cut = cut_along(part, composite.frame_in(region, inset));
      if (!cut) return tl::unexpected(cut.error());
      part = std::move(region == UsRegion::kLower48 ? cut->outside : cut->inside);
      append(parts->at(static_cast<std::size_t>(UsRegion::kNone)),
             region == UsRegion::kLower48 ? cut->inside : cut->outside);
    }
  }
  for (std::size_t region = 0; region < whole.size(); ++region) append(whole.at(region), parts->at(region));
  return whole;
}

}  // namespace spreadmap::geo
