#include "geo/placed_mesh.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "geo/us_composite.h"

namespace spreadmap::geo {

namespace {

/// Where the vertices lie, and which cells the map shows in part at least: of the composite, which cuts meshes to what it shows, in whole.
PlacedMesh laid_on_composite(const UsComposite& composite, const DegreeMesh& mesh) {
  PlacedMesh laid;
  laid.vertices.resize(mesh.vertices.size(), kNoMapPoint);
  std::size_t begin = 0;
  for (const auto& cell : mesh.cells) {
    const auto places = std::span(mesh.vertices).subspan(begin, cell.vertex_end - begin);
    laid.is_shown.push_back(cell.region != UsRegion::kNone);
    if (cell.region != UsRegion::kNone)
      composite.map_as_of(cell.region, places, std::span(laid.vertices).subspan(begin, places.size()));
    begin = cell.vertex_end;
  }
  return laid;
}

PlacedMesh laid_on_plain(const Projection& projection, const DegreeMesh& mesh) {
  const Domain& domain = projection.domain();
  std::vector<LonLat> nearest;
  nearest.reserve(mesh.vertices.size());
  PlacedMesh laid;
  for (const auto& cell : mesh.cells) {
    bool is_shown = false;
    for (std::size_t i = nearest.size(); i < cell.vertex_end; ++i) {
      nearest.push_back(domain.nearest(mesh.vertices[i], cell.middle.lon_deg));
      is_shown = is_shown || domain.contains(mesh.vertices[i]);
    }
    laid.is_shown.push_back(is_shown);
  }
  laid.vertices.resize(nearest.size());
  projection.map_from_lon_lat(nearest, laid.vertices);
  return laid;
}

}  // namespace

PlacedMesh placed_mesh(const Projection& projection, const DegreeMesh& mesh) {
  const UsComposite* composite = projection.composite();
  PlacedMesh laid = composite != nullptr ? laid_on_composite(*composite, mesh) : laid_on_plain(projection, mesh);
  std::uint32_t vertex = 0, index = 0;
  for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
    const auto& cell = mesh.cells[i];
    const auto begin = laid.vertices.begin() + vertex, end = laid.vertices.begin() + cell.vertex_end;
    bool is_whole = std::all_of(begin, end, is_placed);
    for (; index < cell.index_end; ++index) {
      const std::uint32_t a = mesh.indices[index], b = mesh.indices[index % 3 == 2 ? index - 2 : index + 1];
      is_whole = is_whole && !is_torn(mesh.vertices[a], mesh.vertices[b], laid.vertices[a], laid.vertices[b],
                                      projection.domain().most_stretch());
    }
    laid.is_shown[i] = laid.is_shown[i] && is_whole;
    if (!is_whole) std::fill(begin, end, kNoMapPoint);
    vertex = cell.vertex_end;
  }
  return laid;
}

Result<Triangles> filled_in_cells(const Projection& projection, std::span<const LonLat> points,
                                  std::span<const std::uint32_t> ring_ends) {
  // A tear across a cell may be a short one; maps that are torn do not stretch as those do that show a pole as a line.
  constexpr double kMostStretch = 4.0;
  DegreeMesh mesh;
  if (const auto added = mesh.add_feature(0, points, ring_ends); !added) return tl::unexpected(added.error());
  PlacedMesh placed = placed_mesh(projection, mesh);
  Triangles triangles;
  std::uint32_t index = 0;
  for (std::size_t i = 0; i < mesh.cells.size(); ++i) {
    for (; index < mesh.cells[i].index_end; index += 3) {
      const std::array corners{mesh.indices[index], mesh.indices[index + 1], mesh.indices[index + 2]};
      bool is_whole = placed.is_shown[i];
      for (std::size_t corner = 0; corner < 3; ++corner) {
        const std::uint32_t a = corners.at(corner), b = corners.at((corner + 1) % 3);
        is_whole = is_whole &&
                   !is_torn(mesh.vertices[a], mesh.vertices[b], placed.vertices[a], placed.vertices[b], kMostStretch);
      }
      if (is_whole) triangles.indices.insert(triangles.indices.end(), corners.begin(), corners.end());
    }
  }
  triangles.vertices = std::move(placed.vertices);
  return triangles;
}

}  // namespace spreadmap::geo
