#include "geo/ring_algebra.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "geo/tessellation.h"

namespace spreadmap::geo {
namespace {

/// On a grid of a millionth of a millionth of the largest coordinate. The tessellator moves a crossing that lies before the point at which it is to that
/// point, which is far along an edge that is upright but for the last digit.
Rings on_grid(Rings rings) {
  double most = 0.0;
  for (const MapPoint point : rings.points) most = std::max({most, std::abs(point.x_m), std::abs(point.y_m)});
  if (!std::isfinite(most) || most == 0.0) return rings;
  constexpr int kDigits = 40;
  const double step = std::ldexp(1.0, std::ilogb(most) - kDigits);
  for (MapPoint& point : rings.points)
    point = {std::round(point.x_m / step) * step, std::round(point.y_m / step) * step};
  return rings;
}

Result<Rings> outlines(const Rings& rings, Winding winding) {
  const Result<Tessellated> made = tessellated(on_grid(rings), winding, Emit::kOutlines);
  if (!made) return tl::unexpected(made.error());
  Rings out;
  out.points.reserve(made->indices.size());
  for (const std::uint32_t index : made->indices) out.points.push_back(made->vertices[index]);
  out.ring_ends = made->loop_ends;
  return out;
}

Rings reversed(Rings rings) {
  std::uint32_t begin = 0;
  for (const std::uint32_t end : rings.ring_ends) {
    std::reverse(rings.points.begin() + begin, rings.points.begin() + end);
    begin = end;
  }
  return rings;
}

}  // namespace

Result<Rings> outlined(const Rings& rings) { return outlines(rings, Winding::kOdd); }

Result<Rings> intersection(const Rings& a, const Rings& b) {
  Rings both = a;
  append(both, b);
  return outlines(both, Winding::kTwice);
}

Result<Rings> difference(const Rings& a, const Rings& b) {
  Rings both = a;
  append(both, reversed(b));
  return outlines(both, Winding::kPositive);
}

void append(Rings& rings, const Rings& more) {
  const auto first = static_cast<std::uint32_t>(rings.points.size());
  rings.points.insert(rings.points.end(), more.points.begin(), more.points.end());
  for (const std::uint32_t end : more.ring_ends) rings.ring_ends.push_back(first + end);
}

}  // namespace spreadmap::geo
