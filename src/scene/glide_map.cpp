#include "scene/glide_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "geo/placed_mesh.h"

namespace spreadmap::scene {
namespace {

constexpr geo::LocalPoint kNowhere{std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::quiet_NaN()};

/// The meridian in the middle of a map; nullopt: of a map about a pole any is.
std::optional<double> middle_deg(const geo::Domain& domain) {
  constexpr double kComposite_deg = -96.0;  // of the lower 48
  if (domain.kind == geo::Domain::Kind::kWhole) return kComposite_deg;
  constexpr double kPolar_deg = 80.0;
  if (domain.kind == geo::Domain::Kind::kCap && std::abs(domain.lat_0_deg) > kPolar_deg) return std::nullopt;
  return domain.lon_0_deg;
}

/// Whether a place lies at opposite ends of two maps, since they are cut at different meridians.
class ChangesEnds {
 public:
  ChangesEnds(const SheetParts& a, const SheetParts& b)
      : a_deg_(middle_deg(a.projection.domain())), b_deg_(middle_deg(b.projection.domain())) {}
  [[nodiscard]] bool operator()(double lon_deg) const {
    if (!a_deg_ || !b_deg_) return false;
    const double in_a = std::remainder(lon_deg - *a_deg_, 360.0), in_b = std::remainder(lon_deg - *b_deg_, 360.0);
    return std::abs(in_a - in_b - std::remainder(*b_deg_ - *a_deg_, 360.0)) > 180.0;
  }

 private:
  std::optional<double> a_deg_, b_deg_;
};

/// The vertices of a mesh on one sheet, and which cells are shown there.
struct Laid {
  explicit Laid(const SheetParts& sheet, const geo::DegreeMesh& mesh) {
    geo::PlacedMesh placed = geo::placed_mesh(sheet.projection, mesh);
    vertices.reserve(placed.vertices.size());
    for (const geo::MapPoint vertex : placed.vertices)
      vertices.push_back(is_placed(vertex) ? geo::local_from_map(vertex, sheet.geometry.origin) : kNowhere);
    is_shown = std::move(placed.is_shown);
  }
  std::vector<geo::LocalPoint> vertices;
  std::vector<bool> is_shown;
};

std::vector<GlideLine> lines_of(const SheetParts& own, const SheetParts& other) {
  std::vector<GlideLine> lines;
  for (const LocalLines& line : own.geometry.lines) {
    lines.push_back(glide_line(line.points, line.lon_lat, line.part_ends, own, other));
  }
  return lines;
}

}  // namespace

Result<const geo::DegreeMesh*> DegreeMeshes::of(const data::Shapes& shapes) {
  const auto found = meshes_.find(&shapes);
  if (found != meshes_.end()) return &found->second;
  if (!composite_) {
    auto composite = geo::UsComposite::create();
    if (!composite) return tl::unexpected(composite.error());
    composite_.emplace(std::move(*composite));
  }
  geo::DegreeMesh mesh;
  std::uint32_t feature = 0;
  Result<void> added;
  shapes.each_feature([&](auto points, auto ring_ends) {
    if (added) added = mesh.add_feature(feature++, points, ring_ends, &*composite_);
  });
  if (!added) return tl::unexpected(added.error());
  return &meshes_.emplace(&shapes, std::move(mesh)).first->second;
}

GlideMesh glide_mesh(const geo::DegreeMesh& mesh, const SheetParts& from, const SheetParts& to) {
  const Laid in_from(from, mesh), in_to(to, mesh);
  const ChangesEnds changes_ends(from, to);
  GlideMesh laid;
  laid.vertices.reserve(mesh.vertices.size());
  std::uint32_t first_vertex = 0, first_index = 0;
  for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
    const auto& cell = mesh.cells[i];
    const auto add = [&](bool is_in_from, bool is_in_to, bool from_draws, bool to_draws) {
      if (!from_draws && !to_draws) return;
      const std::uint32_t moved = static_cast<std::uint32_t>(laid.vertices.size()) - first_vertex;
      for (std::uint32_t vertex = first_vertex; vertex < cell.vertex_end; ++vertex) {
        laid.vertices.push_back({is_in_from ? in_from.vertices[vertex] : kNowhere,
                                 is_in_to ? in_to.vertices[vertex] : kNowhere, cell.feature});
      }
      for (std::uint32_t index = first_index; index < cell.index_end; ++index) {
        if (from_draws) laid.from_indices.push_back(moved + mesh.indices[index]);
        if (to_draws) laid.to_indices.push_back(moved + mesh.indices[index]);
      }
    };
    if (changes_ends(cell.middle.lon_deg)) {
      add(true, false, in_from.is_shown[i], false);
      add(false, true, false, in_to.is_shown[i]);
    } else {
      add(true, true, in_from.is_shown[i], in_to.is_shown[i]);
    }
    first_vertex = cell.vertex_end;
    first_index = cell.index_end;
  }
  return laid;
}

GlideLine glide_line(const std::vector<geo::LocalPoint>& points, const std::vector<geo::LonLat>& lon_lat,
                     const std::vector<std::uint32_t>& part_ends, const SheetParts& own, const SheetParts& other) {
  const geo::Domain& domain = other.projection.domain();
  std::vector<geo::LonLat> nearest;
  nearest.reserve(lon_lat.size());
  for (const geo::LonLat place : lon_lat) nearest.push_back(domain.nearest(place, place.lon_deg));
  std::vector<geo::MapPoint> placed(nearest.size());
  other.projection.map_from_lon_lat(nearest, placed);
  const ChangesEnds changes_ends(own, other);
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (changes_ends(lon_lat[i].lon_deg)) placed[i] = geo::kNoMapPoint;
  }
  GlideLine line;
  line.reserve(points.size() + part_ends.size());
  std::uint32_t i = 0;
  for (const std::uint32_t end : part_ends) {
    for (const std::uint32_t begin = i; i < end; ++i) {
      const bool breaks =
          i > begin && (is_placed(placed[i]) != is_placed(placed[i - 1]) ||
                        geo::is_torn(lon_lat[i - 1], lon_lat[i], placed[i - 1], placed[i], domain.most_stretch()));
      if (breaks) line.push_back({kNowhere, kNowhere});
      line.push_back({points[i], geo::local_from_map(placed[i], other.geometry.origin)});
    }
    line.push_back({kNowhere, kNowhere});
  }
  return line;
}

Result<GlideMap> build_glide_map(const SheetParts& from, const SheetParts& to, DegreeMeshes& meshes) {
  GlideMap map;
  map.from_origin = from.geometry.origin;
  map.to_origin = to.geometry.origin;
  std::map<const data::Shapes*, std::size_t> made;
  Result<void> added;
  const auto add = [&](const data::Shapes& shapes, std::vector<std::size_t>& side) {
    const auto [at, is_new] = made.emplace(&shapes, map.meshes.size());
    if (is_new) {
      const auto mesh = meshes.of(shapes);
      if (!mesh) added = tl::unexpected(mesh.error());
      map.meshes.push_back(mesh ? glide_mesh(**mesh, from, to) : GlideMesh{});
    }
    side.push_back(at->second);
  };
  const auto add_side = [&](const SheetParts& own, const SheetParts& other, GlideMap::Side& side) {
    if (own.backdrop != nullptr) add(*own.backdrop, side.backdrop);
    for (std::size_t i = 0; i < own.base.shapes.size(); ++i) {
      if (own.base.roles[i] == exhibit::BaseRole::kLand) add(own.base.shapes[i], side.land);
    }
    side.lines = lines_of(own, other);
  };
  add_side(from, to, map.from);
  add_side(to, from, map.to);
  if (!added) return tl::unexpected(added.error().within("the land cannot be filled"));
  return map;
}

}  // namespace spreadmap::scene
