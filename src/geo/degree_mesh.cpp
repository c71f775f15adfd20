#include "geo/degree_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "geo/composite_parts.h"
#include "geo/polygons.h"

namespace spreadmap::geo {
namespace {

using Ring = std::vector<LonLat>;

double coordinate(LonLat place, bool is_lon) { return is_lon ? place.lon_deg : place.lat_deg; }

/// The part of a ring on one side of a line of the grid (Sutherland and Hodgman): `sign` 1 keeps what lies below it, -1 what lies above.
Ring cut_at(const Ring& ring, bool is_lon, double line_deg, double sign) {
  const auto beyond = [&](LonLat p) { return sign * (coordinate(p, is_lon) - line_deg); };
  Ring out;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const LonLat from = ring[i == 0 ? ring.size() - 1 : i - 1], to = ring[i];
    const double a = beyond(from), b = beyond(to);
    if ((a <= 0.0) != (b <= 0.0) && a != 0.0 && b != 0.0) {
      const double share = a / (a - b);
      const double other_deg = std::lerp(coordinate(from, !is_lon), coordinate(to, !is_lon), share);
      out.push_back(is_lon ? LonLat{line_deg, other_deg} : LonLat{other_deg, line_deg});
    }
    if (b <= 0.0) out.push_back(to);
  }
  return out;
}

/// Cuts what one feature has in one region into the cells of the grid.
class Cutter {
 public:
  Cutter(DegreeMesh& mesh, std::uint32_t feature, UsRegion region) : mesh_(mesh), feature_(feature), region_(region) {}

  /// Rings over the grid's lines [first, last], counted along longitudes and then along latitudes.
  Result<void> cut(const std::vector<Ring>& rings, bool is_lon, int first, int last) {
    if (rings.empty()) return {};
    if (last - first > 1) {
      const int middle = first + (last - first) / 2;
      const double line_deg = middle * kMeshCell_deg;
      if (auto below = cut(sides(rings, is_lon, line_deg, 1.0), is_lon, first, middle); !below) return below;
      return cut(sides(rings, is_lon, line_deg, -1.0), is_lon, middle, last);
    }
    middle_[is_lon ? 0 : 1] = (first + 0.5) * kMeshCell_deg;
    return is_lon ? cut_all(rings, false) : add_cell(rings);
  }

  Result<void> cut_all(const std::vector<Ring>& rings, bool is_lon) {
    double least = 1e9, most = -1e9;
    for (const Ring& ring : rings) {
      for (const LonLat place : ring) {
        least = std::min(least, coordinate(place, is_lon));
        most = std::max(most, coordinate(place, is_lon));
      }
    }
    const int first = static_cast<int>(std::floor(least / kMeshCell_deg));
    return cut(rings, is_lon, first, std::max(first + 1, static_cast<int>(std::ceil(most / kMeshCell_deg))));
  }

 private:
  static std::vector<Ring> sides(const std::vector<Ring>& rings, bool is_lon, double line_deg, double sign) {
    std::vector<Ring> out;
    for (const Ring& ring : rings) {
      Ring side = cut_at(ring, is_lon, line_deg, sign);
      if (side.size() >= 3) out.push_back(std::move(side));
    }
    return out;
  }

  Result<void> add_cell(const std::vector<Ring>& rings) {
    Rings flat;
    for (const Ring& ring : rings) {
      for (const LonLat place : ring) flat.points.push_back({place.lon_deg, place.lat_deg});
      flat.ring_ends.push_back(static_cast<std::uint32_t>(flat.points.size()));
    }
    const auto triangles = triangulate(flat);
    if (!triangles) return tl::unexpected(triangles.error());
    if (triangles->indices.empty()) return {};
    const auto first = static_cast<std::uint32_t>(mesh_.vertices.size());
    for (const MapPoint vertex : triangles->vertices) mesh_.vertices.push_back({vertex.x_m, vertex.y_m});
    for (const std::uint32_t index : triangles->indices) mesh_.indices.push_back(first + index);
    mesh_.cells.push_back({feature_,
                           {middle_[0], middle_[1]},
                           region_,
                           static_cast<std::uint32_t>(mesh_.vertices.size()),
                           static_cast<std::uint32_t>(mesh_.indices.size())});
    return {};
  }

  DegreeMesh& mesh_;
  std::uint32_t feature_;
  UsRegion region_;
  std::array<double, 2> middle_{};
};

}  // namespace

Result<void> DegreeMesh::add_feature(std::uint32_t feature, std::span<const LonLat> points,
                                     std::span<const std::uint32_t> ring_ends, const UsComposite* composite) {
  const Domain whole{.kind = Domain::Kind::kBand};
  LonLatParts polygon = clipped_rings(points, ring_ends, whole);
  auto parts = composite != nullptr ? drawn_parts(*composite, polygon)
                                    : Result<UsRegionParts>(UsRegionParts{std::move(polygon)});
  if (!parts) return tl::unexpected(parts.error());
  for (std::size_t region = 0; region < parts->size(); ++region) {
    const LonLatParts& part = parts->at(region);
    std::vector<Ring> rings;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : part.part_ends) {
      if (end - begin >= 3) rings.emplace_back(part.points.begin() + begin, part.points.begin() + end);
      begin = end;
    }
    if (rings.empty()) continue;
    auto added = Cutter(*this, feature, static_cast<UsRegion>(region)).cut_all(rings, true);
    if (!added) return added;
  }
  return {};
}

}  // namespace spreadmap::geo
