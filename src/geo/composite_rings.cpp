#include "geo/composite_rings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "geo/composite_parts.h"
#include "geo/ring_algebra.h"

namespace spreadmap::geo {
namespace {

// The lower 48's Albers is torn along the meridian opposite its own.
constexpr Domain kUntorn{.kind = Domain::Kind::kBand, .lon_0_deg = -96.0, .half_width_deg = 180.0 - 1e-7};

bool is_untorn(std::span<const LonLat> ring) {
  return std::all_of(ring.begin(), ring.end(), [](LonLat place) {
    return std::abs(place.lon_deg - kUntorn.lon_0_deg) <= kUntorn.half_width_deg;
  });
}

/// The rings cut along the tear.
LonLatParts untorn(const LonLatParts& rings) {
  LonLatParts out;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : rings.part_ends) {
    const auto ring = std::span(rings.points).subspan(begin, end - begin);
    const std::array<std::uint32_t, 1> ends{end - begin};
    begin = end;
    if (is_untorn(ring)) {
      append(out, ring);
    } else {
      append(out, clipped_rings(ring, ends, kUntorn));
    }
  }
  return out;
}

}  // namespace

Result<Rings> composite_rings(const UsComposite& composite, std::span<const LonLat> points,
                              std::span<const std::uint32_t> ring_ends) {
  const LonLatParts polygon = clipped_rings(points, ring_ends, Domain{});
  Rings out;
  LonLatParts rest;
  std::vector<MapPoint> laid;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : polygon.part_ends) {
    const auto ring = std::span(polygon.points).subspan(begin, end - begin);
    begin = end;
    const auto region = drawn_whole_in(composite, ring, laid);
    if (region == UsRegion::kNone) continue;
    if (region && (region != UsRegion::kLower48 || is_untorn(ring))) {
      append(out, {laid, {static_cast<std::uint32_t>(laid.size())}});
    } else {
      append(rest, ring);
    }
  }
  if (rest.points.empty()) return out;
  auto parts = drawn_parts(composite, rest);
  if (!parts) return tl::unexpected(parts.error());
  for (const UsRegion region : {UsRegion::kLower48, UsRegion::kAlaska, UsRegion::kHawaii, UsRegion::kPuertoRico}) {
    LonLatParts& part = parts->at(static_cast<std::size_t>(region));
    if (region == UsRegion::kLower48) part = untorn(part);
    laid.resize(part.points.size());
    composite.map_as_of(region, part.points, laid);
    append(out, {laid, part.part_ends});
  }
  return out;
}

}  // namespace spreadmap::geo
