#include "scene/graticule.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/hash.h"
#include "scene/camera.h"

namespace spreadmap::scene {
namespace {

constexpr std::array<double, 9> kIntervals_deg{30.0, 15.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1};
constexpr double kLinesOver = 7.0;
constexpr double kMPerDeg = 111.2e3;
// Below this interval only a window is drawn: this many intervals either side, moved by whole steps of a third of it.
constexpr double kWholeWorld_deg = 5.0;
constexpr double kWindow_intervals = 30.0, kStep_intervals = 10.0;

/// Adds a line of degrees as it lies on the map.
void add(Graticule& graticule, const geo::Projection& projection, geo::MapOrigin origin,
         const std::vector<geo::LonLat>& line, Graticule::Line what) {
  const geo::MapLines placed = projection.map_lines(line);
  const auto first = static_cast<std::uint32_t>(graticule.points.size());
  for (const geo::MapPoint point : placed.points) graticule.points.push_back(geo::local_from_map(point, origin));
  graticule.lon_lat.insert(graticule.lon_lat.end(), placed.lon_lat.begin(), placed.lon_lat.end());
  for (const std::uint32_t end : placed.part_ends) {
    graticule.part_ends.push_back(first + end);
    graticule.lines.push_back(what);
  }
}

std::vector<geo::LonLat> meridian(double lon_deg, double south_deg, double north_deg) {
  return {{lon_deg, south_deg}, {lon_deg, north_deg}};
}

/// In steps of less than half the globe, which would be taken the short way round.
std::vector<geo::LonLat> parallel(double lat_deg, double west_deg, double east_deg) {
  std::vector<geo::LonLat> line;
  constexpr int kSteps = 12;
  for (int i = 0; i <= kSteps; ++i) line.push_back({west_deg + (east_deg - west_deg) * i / kSteps, lat_deg});
  return line;
}

void add_edge(Graticule& graticule, const geo::Projection& projection, geo::MapOrigin origin) {
  const geo::Domain& domain = projection.domain();
  const Graticule::Line edge{Graticule::Line::Kind::kEdge, 0.0};
  if (domain.kind == geo::Domain::Kind::kCap) {
    std::vector<geo::LonLat> circle;
    constexpr double kJustInside_deg = 1e-3;
    for (int at = 0; at <= 360; ++at) {
      circle.push_back(geo::place_at({domain.lon_0_deg, domain.lat_0_deg}, at, domain.radius_deg - kJustInside_deg));
    }
    add(graticule, projection, origin, circle, edge);
  }
  if (domain.kind != geo::Domain::Kind::kBand || domain.half_width_deg < 179.0) return;
  constexpr double kJustInside_deg = 1e-5;
  for (const double side : {-1.0, 1.0}) {
    const double lon_deg = domain.lon_0_deg + side * (domain.half_width_deg - kJustInside_deg);
    add(graticule, projection, origin, meridian(lon_deg, domain.south_deg, domain.north_deg), edge);
    const double lat_deg = side < 0.0 ? domain.south_deg : domain.north_deg;
    const double half_deg = domain.half_width_deg - kJustInside_deg;
    add(graticule, projection, origin, parallel(lat_deg, domain.lon_0_deg - half_deg, domain.lon_0_deg + half_deg),
        edge);
  }
}

std::uint64_t key_of(const Graticule& graticule) {
  Fnv1a hash;
  hash.add(std::as_bytes(std::span(graticule.points)));
  return hash.value();
}

}  // namespace

GraticuleSpec graticule_spec(const geo::Projection& projection, const MapView& map, const PixelRect& room) {
  const PixelPoint middle{(room.left_px + room.right_px) / 2.0F, (room.top_px + room.bottom_px) / 2.0F};
  const auto place = projection.lon_lat_from_map(map_from_pixel(middle, map));
  const auto scale = place ? projection.scale_at(*place) : std::nullopt;
  const double m_per_px = 1.0 / map.px_per_m / (scale ? std::max(scale->mean, 1e-3) : 1.0);
  const double over_deg = std::min(360.0, static_cast<double>(room.width_px()) * m_per_px / kMPerDeg);
  const auto* const interval = std::min_element(kIntervals_deg.begin(), kIntervals_deg.end(), [&](double a, double b) {
    const auto off = [&](double deg) { return std::abs(std::log(over_deg / deg / kLinesOver)); };
    return off(a) < off(b);
  });
  GraticuleSpec spec{.interval_deg = *interval};
  if (*interval >= kWholeWorld_deg || !place) return spec;
  const double step = *interval * kStep_intervals, half = *interval * kWindow_intervals;
  const double lon = std::round(place->lon_deg / step) * step, lat = std::round(place->lat_deg / step) * step;
  spec.west_deg = lon - half;
  spec.east_deg = lon + half;
  spec.south_deg = std::max(-90.0, lat - half);
  spec.north_deg = std::min(90.0, lat + half);
  return spec;
}

Graticule build_graticule(const geo::Projection& projection, geo::MapOrigin origin, const GraticuleSpec& spec) {
  Graticule graticule;
  graticule.spec = spec;
  const bool is_world = spec.east_deg - spec.west_deg >= 360.0;
  const int meridians = static_cast<int>(std::lround((spec.east_deg - spec.west_deg) / spec.interval_deg));
  // Meridians end short of the poles, where they would run together.
  const double least_deg = std::min(80.0, 90.0 - spec.interval_deg);
  for (int i = 0; i < meridians + (is_world ? 0 : 1); ++i) {
    const double lon = spec.west_deg + i * spec.interval_deg;
    const double south = std::max(spec.south_deg, -least_deg), north = std::min(spec.north_deg, least_deg);
    // A meridian from -180 to 180 is a cut of files elsewhere, here a line like any other.
    const double written = std::abs(lon) == 180.0 ? lon - std::copysign(1e-9, lon) : lon;
    add(graticule, projection, origin, meridian(written, south, north),
        {Graticule::Line::Kind::kMeridian, std::remainder(lon, 360.0)});
  }
  const int parallels = static_cast<int>(std::lround((spec.north_deg - spec.south_deg) / spec.interval_deg));
  const double first = std::ceil(spec.south_deg / spec.interval_deg) * spec.interval_deg;
  for (int i = 0; i <= parallels; ++i) {
    const double lat = first + i * spec.interval_deg;
    if (lat <= -90.0 || lat >= 90.0) continue;
    const double middle = is_world ? projection.domain().lon_0_deg : (spec.west_deg + spec.east_deg) / 2.0;
    const double half = (spec.east_deg - spec.west_deg) / 2.0 - (is_world ? 1e-6 : 0.0);
    add(graticule, projection, origin, parallel(lat, middle - half, middle + half),
        {Graticule::Line::Kind::kParallel, lat});
  }
  add_edge(graticule, projection, origin);
  graticule.key = key_of(graticule);
  return graticule;
}

}  // namespace spreadmap::scene
