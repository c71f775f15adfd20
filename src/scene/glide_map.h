#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "base/result.h"
#include "data/tables.h"
#include "geo/degree_mesh.h"
#include "geo/projection.h"
#include "geo/spaces.h"
#include "geo/us_composite.h"
#include "scene/graticule.h"
#include "scene/map_geometry.h"

namespace spreadmap::scene {

/// What of a sheet its base map is laid out by.
struct SheetParts {
  const geo::Projection& projection;
  const MapGeometry& geometry;
  const BaseMap& base;
  const data::Shapes* backdrop;  ///< nullptr: none
};

/// A corner of a triangle on both sheets of a glide. Mirrors the vertex layout of render/glide_pass and render/areas_pass.
struct GlideVertex {
  geo::LocalPoint in_from, in_to;  // offsets 0 and 8: NaN where it has no place there, or none that it could come from
  std::uint32_t feature = 0;       // offset 16
};
static_assert(sizeof(GlideVertex) == 20);

/// Polygons on both sheets. What one of them does not show lies there on the nearest edge of what it shows, from where it unfolds; the other one
/// alone draws it. What cannot travel, since it would have to cross the map from one edge to the other, or since the other sheet
/// tears it apart, stays in its place and fades.
struct GlideMesh {
  std::vector<GlideVertex> vertices;
  std::vector<std::uint32_t> from_indices, to_indices;  ///< of the triangles that each sheet shows
};

/// A point of a line on the sheet that draws it and on the other one; NaN after each part.
struct GlidePoint {
  geo::LocalPoint own, other;
};
using GlideLine = std::vector<GlidePoint>;

/// A base map on its way from one sheet to another: land and lines of both, each on both. What both draw lies in one place under way, so that
/// fading one over the other shows only in what one of them lacks.
struct GlideMap {
  geo::MapOrigin from_origin, to_origin;
  std::vector<GlideMesh> meshes;
  struct Side {
    std::vector<std::size_t> backdrop, land;  ///< of `meshes`, in the order of drawing
    std::vector<GlideLine> lines;             ///< as in `MapGeometry::lines`
  };
  Side from, to;
};

/// Polygons as meshes in degrees, each made when first asked for: one serves every sheet.
class DegreeMeshes {
 public:
  /// `shapes` outlives it. Errors: a polygon that the tessellator refuses, and as `UsComposite::create`.
  Result<const geo::DegreeMesh*> of(const data::Shapes& shapes);

 private:
  std::optional<geo::UsComposite> composite_;  // that every mesh is cut for: the next sheet may be its
  std::map<const data::Shapes*, geo::DegreeMesh> meshes_;
};

GlideMesh glide_mesh(const geo::DegreeMesh& mesh, const SheetParts& from, const SheetParts& to);
/// Lines of one sheet with their places on another.
GlideLine glide_line(const std::vector<geo::LocalPoint>& points, const std::vector<geo::LonLat>& lon_lat,
                     const std::vector<std::uint32_t>& part_ends, const SheetParts& own, const SheetParts& other);
/// Errors: as `DegreeMeshes::of`.
Result<GlideMap> build_glide_map(const SheetParts& from, const SheetParts& to, DegreeMeshes& meshes);

}  // namespace spreadmap::scene
