#include "geo/clipping.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace spreadmap::geo {
namespace {

/// How far east the next point lies: the short way round, but for an edge along a whole parallel.
double eastward_deg(LonLat from, LonLat to) {
  const double east = to.lon_deg - from.lon_deg;
  const bool is_whole_parallel = std::abs(east) == 360.0;
  if (std::abs(east) <= 180.0 || is_whole_parallel) return east;
  return std::remainder(east, 360.0);
}

LonLat between(LonLat a, LonLat b, double share) {
  return {a.lon_deg + (b.lon_deg - a.lon_deg) * share, a.lat_deg + (b.lat_deg - a.lat_deg) * share};
}

}  // namespace

std::vector<LonLat> unwrapped(std::span<const LonLat> points) {
  std::vector<LonLat> out;
  out.reserve(points.size() + 3);
  // Whole turns are added and nothing else, so that what two rings share stays the same in both.
  double turned_deg = 0.0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (i > 0) {
      const double straight_deg = points[i].lon_deg - points[i - 1].lon_deg;
      turned_deg += 360.0 * std::round((eastward_deg(points[i - 1], points[i]) - straight_deg) / 360.0);
    }
    out.push_back({points[i].lon_deg + turned_deg, points[i].lat_deg});
  }
  return out;
}

namespace {

/// A ring that goes round the globe is closed over the pole that it is nearer to.
std::vector<LonLat> unwrapped_ring(std::span<const LonLat> points) {
  std::vector<LonLat> ring = unwrapped(points);
  if (ring.size() < 3) return ring;
  const double round_deg = ring.back().lon_deg + eastward_deg(points.back(), points.front()) - ring.front().lon_deg;
  if (std::abs(round_deg) < 180.0) return ring;
  double sum_deg = 0.0;
  for (const LonLat point : ring) sum_deg += point.lat_deg;
  const double pole_deg = sum_deg < 0.0 ? -90.0 : 90.0;
  const LonLat first = ring.front();
  ring.push_back({first.lon_deg + round_deg, first.lat_deg});
  ring.push_back({first.lon_deg + round_deg, pole_deg});
  ring.push_back({first.lon_deg, pole_deg});
  return ring;
}

/// Adds the points after `from` up to and with `to`. Cuts of a meridian lie at fixed latitudes, so that two stretches on one meridian share them.
void add_dense(std::vector<LonLat>& out, LonLat from, LonLat to) {
  const double d_lon = to.lon_deg - from.lon_deg, d_lat = to.lat_deg - from.lat_deg;
  const double length_deg = std::max(std::abs(d_lon), std::abs(d_lat));
  if (length_deg > kLongestEdge_deg && d_lon == 0.0) {
    const double step = std::copysign(kLongestEdge_deg, d_lat);
    double lat = (std::floor(from.lat_deg / step) + 1.0) * step;
    for (; (to.lat_deg - lat) * step > 1e-9; lat += step) out.push_back({from.lon_deg, lat});
  } else {
    const int steps = static_cast<int>(std::ceil(length_deg / kLongestEdge_deg));
    for (int i = 1; i < steps; ++i) out.push_back(between(from, to, static_cast<double>(i) / steps));
  }
  out.push_back(to);
}

std::vector<LonLat> dense_ring(const std::vector<LonLat>& ring) {
  std::vector<LonLat> out;
  out.reserve(ring.size() + 16);
  for (std::size_t i = 0; i < ring.size(); ++i) add_dense(out, ring[i == 0 ? ring.size() - 1 : i - 1], ring[i]);
  return out;
}

void close_part(LonLatParts& parts) {
  const auto end = static_cast<std::uint32_t>(parts.points.size());
  if (end > (parts.part_ends.empty() ? 0U : parts.part_ends.back())) parts.part_ends.push_back(end);
}

// ---- bands -----------------------------------------------------------------------------------------------------------

/// One side of a band: what has a coordinate of at most `most` in the direction of `sign` is kept.
struct Side {
  bool is_lon;
  double sign, most;
  [[nodiscard]] double of(LonLat p) const { return sign * (is_lon ? p.lon_deg : p.lat_deg); }
};

/// Sutherland and Hodgman, "Reentrant polygon clipping" (1974), against one side.
std::vector<LonLat> cut_at(const std::vector<LonLat>& ring, const Side& side) {
  std::vector<LonLat> out;
  out.reserve(ring.size() + 8);
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat from = ring[i == 0 ? ring.size() - 1 : i - 1], to = ring[i];
    const double a = side.of(from) - side.most, b = side.of(to) - side.most;
    if ((a <= 0.0) != (b <= 0.0)) {
      LonLat crossing = between(from, to, a / (a - b));
      (side.is_lon ? crossing.lon_deg : crossing.lat_deg) = side.sign * side.most;
      out.push_back(crossing);
    }
    if (b <= 0.0) out.push_back(to);
  }
  return out;
}

/// Every turn of the globe by which a part that spans these longitudes may be moved into the band.
template <class Do>
void for_each_turn(const std::vector<LonLat>& part, const Domain& band, const Do& act) {
  const auto [west, east] = std::minmax_element(part.begin(), part.end(),
                                                [](const LonLat& a, const LonLat& b) { return a.lon_deg < b.lon_deg; });
  const double first = std::ceil((band.lon_0_deg - band.half_width_deg - east->lon_deg) / 360.0);
  const double last = std::floor((band.lon_0_deg + band.half_width_deg - west->lon_deg) / 360.0);
  for (double turn = first; turn <= last; turn += 1.0) {
    std::vector<LonLat> moved = part;
    for (LonLat& point : moved) point.lon_deg += turn * 360.0 - band.lon_0_deg;
    act(std::move(moved));
  }
}

void add_ring_in_band(LonLatParts& out, const std::vector<LonLat>& ring, const Domain& band) {
  const std::array<Side, 4> sides{Side{true, 1.0, band.half_width_deg}, Side{true, -1.0, band.half_width_deg},
                                  Side{false, 1.0, band.north_deg}, Side{false, -1.0, -band.south_deg}};
  for_each_turn(ring, band, [&](std::vector<LonLat> moved) {
    for (const Side& side : sides) {
      const bool crosses = std::any_of(moved.begin(), moved.end(), [&](LonLat p) { return side.of(p) > side.most; });
      if (crosses) moved = cut_at(moved, side);
    }
    if (moved.size() < 3) return;
    for (LonLat point : dense_ring(moved)) {
      point.lon_deg += band.lon_0_deg;
      out.points.push_back(point);
    }
    close_part(out);
  });
}

/// The shares of a segment that lie in the band, or nothing (Liang and Barsky, "A new concept and method for line clipping", 1984).
bool cut_segment(LonLat a, LonLat b, const Domain& band, double& from, double& to) {
  from = 0.0;
  to = 1.0;
  const auto side = [&](double step, double room) {
    if (step == 0.0) return room >= 0.0;
    const double share = room / step;
    if (step < 0.0) from = std::max(from, share);
    if (step > 0.0) to = std::min(to, share);
    return from <= to;
  };
  const double d_lon = b.lon_deg - a.lon_deg, d_lat = b.lat_deg - a.lat_deg;
  return side(-d_lon, a.lon_deg + band.half_width_deg) && side(d_lon, band.half_width_deg - a.lon_deg) &&
         side(-d_lat, a.lat_deg - band.south_deg) && side(d_lat, band.north_deg - a.lat_deg) && from < to;
}

void add_line_in_band(LonLatParts& out, const std::vector<LonLat>& line, const Domain& band) {
  for_each_turn(line, band, [&](const std::vector<LonLat>& moved) {
    for (std::size_t i = 1; i < moved.size(); ++i) {
      double from = 0.0, to = 1.0;
      const bool is_in = cut_segment(moved[i - 1], moved[i], band, from, to);
      if (!is_in || from > 0.0) close_part(out);
      if (!is_in) continue;
      const LonLat a = between(moved[i - 1], moved[i], from), b = between(moved[i - 1], moved[i], to);
      const bool is_first = out.points.size() == (out.part_ends.empty() ? 0U : out.part_ends.back());
      const auto placed = [&](LonLat p) { return LonLat{p.lon_deg + band.lon_0_deg, p.lat_deg}; };
      if (is_first) out.points.push_back(placed(a));
      add_dense(out.points, placed(a), placed(b));
      if (to < 1.0) close_part(out);
    }
    close_part(out);
  });
}

// ---- caps ------------------------------------------------------------------------------------------------------------

/// A circle about a centre, and where points lie seen from there.
struct Circle {
  LonLat centre;
  double radius_deg;
  explicit Circle(const Domain& cap) : centre{cap.lon_0_deg, cap.lat_0_deg}, radius_deg(cap.radius_deg) {
    if (is_polar()) return;
    // Some ten metres aside, so that the antipode lies on nobody's round coordinates: there is no direction to a point at it.
    centre.lon_deg += 1.37e-4;
    centre.lat_deg += 0.91e-4;
    radius_deg -= 3e-4;
  }
  /// Seen from a pole the antipode is the other pole, which rings in degrees go round along an edge of their own.
  [[nodiscard]] bool is_polar() const { return std::abs(centre.lat_deg) > 90.0 - 1e-9; }
  [[nodiscard]] LonLat antipode() const { return {centre.lon_deg + 180.0, -centre.lat_deg}; }
  [[nodiscard]] bool holds(LonLat p) const { return angle_deg(centre, p) <= radius_deg; }
  [[nodiscard]] LonLat at(double azimuth) const { return place_at(centre, azimuth, radius_deg); }
  /// Where an edge between a place inside and one outside crosses, as near as numbers tell.
  [[nodiscard]] LonLat crossing(LonLat inside, LonLat outside) const {
    for (int i = 0; i < 40; ++i) {
      const LonLat middle = between(inside, outside, 0.5);
      (holds(middle) ? inside : outside) = middle;
    }
    return inside;
  }
};

constexpr double kArc_deg = 1.0;

/// Follows the circle from one azimuth so far round, through whole degrees, which all arcs share.
void add_arc(std::vector<LonLat>& out, const Circle& circle, double from_deg, double turn_deg) {
  const double step = std::copysign(kArc_deg, turn_deg);
  for (double at = (std::floor(from_deg / step) + 1.0) * step; (from_deg + turn_deg - at) * step > 1e-9; at += step)
    out.push_back(circle.at(at));
}

/// What lies beyond the circle is drawn to it, in the direction in which it lies: inside it nothing changes, since the way from the sphere without the
/// antipode to the cap has no tear. Of a stretch beyond it only how far it goes round counts: to and fro leaves nothing.
void add_ring_in_cap(LonLatParts& out, const std::vector<LonLat>& ring, const Circle& circle) {
  std::vector<LonLat> dense = dense_ring(ring);
  const auto first_inside = std::find_if(dense.begin(), dense.end(), [&](LonLat p) { return circle.holds(p); });
  const bool is_ever_inside = first_inside != dense.end();
  std::rotate(dense.begin(), first_inside == dense.end() ? dense.begin() : first_inside, dense.end());
  dense.push_back(dense.front());
  const auto azimuth = [&](LonLat p) { return azimuth_deg(circle.centre, p); };
  const auto turn = [](double from_deg, double to_deg) { return std::remainder(to_deg - from_deg, 360.0); };
  bool was_inside = is_ever_inside;
  double left_at_deg = 0.0, turned_deg = 0.0, last_deg = azimuth(dense.front());
  std::vector<LonLat> kept;
  for (std::size_t i = 1; i < dense.size(); ++i) {
    const bool is_inside = circle.holds(dense[i]);
    const double at_deg = is_inside ? 0.0 : azimuth(dense[i]);
    if (was_inside && is_inside) kept.push_back(dense[i]);
    if (was_inside && !is_inside) {
      kept.push_back(circle.crossing(dense[i - 1], dense[i]));
      left_at_deg = azimuth(kept.back());
      turned_deg = turn(left_at_deg, at_deg);
    }
    if (!was_inside && is_inside) {
      const LonLat crossing = circle.crossing(dense[i], dense[i - 1]);
      turned_deg += turn(last_deg, azimuth(crossing));
      add_arc(kept, circle, left_at_deg, turned_deg);
      kept.push_back(crossing);
      kept.push_back(dense[i]);
    }
    if (!was_inside && !is_inside) turned_deg += turn(last_deg, at_deg);
    last_deg = at_deg;
    was_inside = is_inside;
  }
  if (!is_ever_inside) {
    if (std::abs(turned_deg) < 180.0) return;
    add_arc(kept, circle, 0.0, std::copysign(360.0, turned_deg));
  }
  out.points.insert(out.points.end(), kept.begin(), kept.end());
  close_part(out);
}

void add_line_in_cap(LonLatParts& out, const std::vector<LonLat>& line, const Circle& circle) {
  std::vector<LonLat> dense{line.front()};
  for (std::size_t i = 1; i < line.size(); ++i) add_dense(dense, line[i - 1], line[i]);
  for (std::size_t i = 0; i < dense.size(); ++i) {
    const bool is_inside = circle.holds(dense[i]);
    const bool was_inside = i > 0 && circle.holds(dense[i - 1]);
    if (i > 0 && is_inside && !was_inside) out.points.push_back(circle.crossing(dense[i], dense[i - 1]));
    if (i > 0 && !is_inside && was_inside) out.points.push_back(circle.crossing(dense[i - 1], dense[i]));
    if (is_inside) out.points.push_back(dense[i]);
    if (!is_inside) close_part(out);
  }
  close_part(out);
}

/// Whether the rings, as they run on over the antimeridian, hold a place.
bool holds(const std::vector<std::vector<LonLat>>& rings, LonLat place) {
  bool is_inside = false;
  for (const auto& ring : rings) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const LonLat a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
      if ((a.lat_deg > place.lat_deg) == (b.lat_deg > place.lat_deg)) continue;
      const double lon = between(a, b, (place.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg)).lon_deg;
      // Every whole turn by which the place lies west of the edge.
      const double turns = std::ceil((lon - place.lon_deg) / 360.0);
      if (std::abs(std::remainder(turns, 2.0)) == 1.0) is_inside = !is_inside;
    }
  }
  return is_inside;
}

}  // namespace

LonLatParts clipped_rings(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends,
                          const Domain& domain) {
  LonLatParts out;
  std::vector<std::vector<LonLat>> rings;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : ring_ends) {
    rings.push_back(unwrapped_ring(points.subspan(begin, end - begin)));
    if (rings.back().size() < 3) rings.pop_back();
    begin = end;
  }
  const Circle circle(domain);
  for (const auto& ring : rings) {
    if (domain.kind == Domain::Kind::kBand) add_ring_in_band(out, ring, domain);
    if (domain.kind == Domain::Kind::kCap) add_ring_in_cap(out, ring, circle);
    if (domain.kind != Domain::Kind::kWhole) continue;
    const auto dense = dense_ring(ring);
    out.points.insert(out.points.end(), dense.begin(), dense.end());
    close_part(out);
  }
  if (domain.kind == Domain::Kind::kCap && !circle.is_polar() && holds(rings, circle.antipode())) {
    // Rings go round the antipode: what is inside and what outside change places.
    for (double at = 0.0; at < 360.0; at += kArc_deg) out.points.push_back(circle.at(at));
    close_part(out);
  }
  return out;
}

LonLatParts clipped_line(std::span<const LonLat> points, const Domain& domain) {
  LonLatParts out;
  const auto add = [&](const std::vector<LonLat>& line) {
    if (line.size() < 2) return;
    if (domain.kind == Domain::Kind::kBand) return add_line_in_band(out, line, domain);
    if (domain.kind == Domain::Kind::kCap) return add_line_in_cap(out, line, Circle(domain));
    out.points.push_back(line.front());
    for (std::size_t i = 1; i < line.size(); ++i) add_dense(out.points, line[i - 1], line[i]);
    close_part(out);
  };
  std::vector<LonLat> run;
  const auto flush = [&] {
    add(unwrapped(run));
    run.clear();
  };
  for (const LonLat point : points) {
    const bool is_cut = !run.empty() && std::abs(run.back().lon_deg) == 180.0 && std::abs(point.lon_deg) == 180.0;
    if (is_cut) flush();
    run.push_back(point);
  }
  flush();
  return out;
}

}  // namespace spreadmap::geo
