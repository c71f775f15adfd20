#include "geo/projection.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>
#include <variant>

#include "geo/composite_lines.h"
#include "geo/composite_rings.h"
#include "geo/degrees.h"
#include "geo/placed_mesh.h"
#include "geo/proj_operation.h"
#include "geo/us_composite.h"

namespace spreadmap::geo {

struct Projection::Impl {
  std::variant<UsComposite, ProjOperation> way;
  std::vector<Inset> insets;
  Domain domain;
};

namespace {

// Far more than any scale within a domain: an edge that grows so much runs over a tear that the domain does not know of.
constexpr double kMostStretch = 60.0;
constexpr double kEarthRadius_m = 6371008.8;  // the mean one

bool is_torn(LonLat from, LonLat to, MapPoint from_m, MapPoint to_m) {
  const double on_the_ground_m = angle_deg(from, to) * kRad * kEarthRadius_m;
  constexpr double kSpeck_m = 1e3;
  return std::hypot(to_m.x_m - from_m.x_m, to_m.y_m - from_m.y_m) > kMostStretch * (on_the_ground_m + kSpeck_m);
}

}  // namespace

Projection::Projection(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;
Projection::~Projection() = default;

Result<Projection> Projection::create(const std::string& crs) {
  if (crs == kUsComposite) {
    Result<UsComposite> composite = UsComposite::create();
    if (!composite) return tl::unexpected(composite.error());
    std::vector<Inset> insets;
    for (const UsInset& inset : us_insets()) insets.push_back({inset.name, inset.frame});
    return Projection(std::make_unique<Impl>(Impl{std::move(*composite), std::move(insets), {}}));
  }
  Result<ProjOperation> operation = ProjOperation::create(crs);
  if (!operation) return tl::unexpected(operation.error());
  const Domain domain = domain_of(operation->steps());
  return Projection(std::make_unique<Impl>(Impl{std::move(*operation), {}, domain}));
}

std::optional<MapPoint> Projection::map_from_lon_lat(LonLat point) const {
  MapPoint out;
  map_from_lon_lat({&point, 1}, {&out, 1});
  return std::isnan(out.x_m) ? std::nullopt : std::optional(out);
}

std::optional<LonLat> Projection::lon_lat_from_map(MapPoint point) const {
  const auto place = std::visit([point](const auto& way) { return way.lon_lat_from_map(point); }, impl_->way);
  return place && impl_->domain.contains(*place) ? place : std::nullopt;
}

void Projection::map_from_lon_lat(std::span<const LonLat> points, std::span<MapPoint> out) const {
  std::visit([points, out](const auto& way) { way.map_from_lon_lat(points, out); }, impl_->way);
  if (impl_->domain.kind == Domain::Kind::kWhole) return;
  constexpr double kNowhere = std::numeric_limits<double>::quiet_NaN();
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!impl_->domain.contains(points[i])) out[i] = {kNowhere, kNowhere};
  }
}

Result<Rings> Projection::map_rings(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends) const {
  if (composite() != nullptr) return composite_rings(*composite(), points, ring_ends);
  const LonLatParts parts = clipped_rings(points, ring_ends, impl_->domain);
  std::vector<MapPoint> placed(parts.points.size());
  map_from_lon_lat(parts.points, placed);
  Rings rings;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : parts.part_ends) {
    const auto ring = std::span(placed).subspan(begin, end - begin);
    const auto in_degrees = std::span(parts.points).subspan(begin, ring.size());
    begin = end;
    for (std::size_t i = 0; i < ring.size() && !rings.is_torn; ++i) {
      const std::size_t next = i + 1 < ring.size() ? i + 1 : 0;
      // Of an edge without a place on one side nothing is known.
      rings.is_torn = geo::is_torn(in_degrees[i], in_degrees[next], ring[i], ring[next], impl_->domain.most_stretch());
    }
    const std::size_t before = rings.points.size();
    std::copy_if(ring.begin(), ring.end(), std::back_inserter(rings.points), is_placed);
    if (rings.points.size() < before + 3) rings.points.resize(before);
    if (rings.points.size() > before) rings.ring_ends.push_back(static_cast<std::uint32_t>(rings.points.size()));
  }
  return rings;
}

Result<Triangles> Projection::filled(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends) const {
  const Result<Rings> rings = map_rings(points, ring_ends);
  if (!rings) return tl::unexpected(rings.error());
  return rings->is_torn ? filled_in_cells(*this, points, ring_ends) : triangulate(*rings);
}

MapLines Projection::map_lines(std::span<const LonLat> points) const {
  LonLatParts parts = clipped_line(points, impl_->domain);
  std::vector<MapPoint> placed(parts.points.size());
  map_from_lon_lat(parts.points, placed);
  if (composite() != nullptr) cut_to_regions(*composite(), parts, placed);
  MapLines lines;
  const auto close = [&] {
    const auto end = static_cast<std::uint32_t>(lines.points.size());
    const std::uint32_t begin = lines.part_ends.empty() ? 0U : lines.part_ends.back();
    if (end == begin + 1) {
      lines.points.pop_back();
      lines.lon_lat.pop_back();
    }
    if (end > begin + 1) lines.part_ends.push_back(end);
  };
  std::uint32_t begin = 0;
  for (const std::uint32_t end : parts.part_ends) {
    const auto line = std::span(placed).subspan(begin, end - begin);
    for (std::uint32_t i = 0; i < line.size(); ++i) {
      const bool breaks =
          !is_placed(line[i]) || (i > 0 && is_placed(line[i - 1]) &&
                                  is_torn(parts.points[begin + i - 1], parts.points[begin + i], line[i - 1], line[i]));
      if (breaks) close();
      if (!is_placed(line[i])) continue;
      lines.points.push_back(line[i]);
      lines.lon_lat.push_back(parts.points[begin + i]);
    }
    close();
    begin = end;
  }
  return lines;
}

std::optional<Projection::Scale> Projection::scale_at(LonLat place) const {
  constexpr double kStep_deg = 0.01;
  const double lat_deg = std::clamp(place.lat_deg, -89.9, 89.9);
  const std::array<LonLat, 4> around{{{place.lon_deg, lat_deg - kStep_deg},
                                      {place.lon_deg, lat_deg + kStep_deg},
                                      {place.lon_deg - kStep_deg, lat_deg},
                                      {place.lon_deg + kStep_deg, lat_deg}}};
  std::array<MapPoint, 4> m{};
  map_from_lon_lat(around, m);
  if (!std::all_of(m.begin(), m.end(), is_placed)) return std::nullopt;
  if (is_torn(around[0], around[1], m[0], m[1]) || is_torn(around[2], around[3], m[2], m[3])) return std::nullopt;
  // A step's length on WGS84: radii of curvature in the meridian and across it.
  constexpr double kA_m = 6378137.0, kE2 = 0.0066943799901413165;
  const double sine = std::sin(lat_deg * kRad), w2 = 1.0 - kE2 * sine * sine;
  const double north_m = 2.0 * kStep_deg * kRad * kA_m * (1.0 - kE2) / std::pow(w2, 1.5);
  const double east_m = 2.0 * kStep_deg * kRad * kA_m * std::cos(lat_deg * kRad) / std::sqrt(w2);
  const double nx = m[1].x_m - m[0].x_m, ny = m[1].y_m - m[0].y_m, ex = m[3].x_m - m[2].x_m, ey = m[3].y_m - m[2].y_m;
  return Scale{std::hypot(nx, ny) / north_m, std::hypot(ex, ey) / east_m,
               std::sqrt(std::abs(nx * ey - ny * ex) / (north_m * east_m))};
}

const Domain& Projection::domain() const { return impl_->domain; }

const UsComposite* Projection::composite() const { return std::get_if<UsComposite>(&impl_->way); }

const std::vector<Projection::Inset>& Projection::insets() const { return impl_->insets; }

}  // namespace spreadmap::geo
