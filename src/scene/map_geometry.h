#pragma once
#include <cstdint>
#include <vector>

#include "base/result.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "geo/projection.h"
#include "geo/spaces.h"
#include "scene/fit_extent.h"
#include "scene/region_rooms.h"
#include "scene/spots.h"

namespace spreadmap::scene {

/// Lines in local space: part i is points[part_ends[i-1] .. part_ends[i]).
struct LocalLines {
  exhibit::BaseRole role = exhibit::BaseRole::kStateLine;
  std::vector<geo::LocalPoint> points;
  std::vector<geo::LonLat> lon_lat;  ///< of each point
  std::vector<std::uint32_t> part_ends;
};

/// What lies under the records: shapes in degrees with how each is drawn, in the order of drawing.
struct BaseMap {
  std::vector<exhibit::BaseRole> roles;
  std::vector<data::Shapes> shapes;
};

/// The tables in the map plane: projected once for each projection, uploaded once, never changed.
struct MapGeometry {
  geo::MapOrigin origin;
  geo::MapBounds land_bounds;  ///< of the land alone
  /// On the composite the land and the marks on it or near it; else the marks and the land that ends near them. All the circles in it.
  FitExtent fit;
  geo::MapBounds drawn_bounds;  ///< of all that is drawn
  std::size_t backdrop_index_count =
      0;  ///< of land_indices, from the first: the world's land under an exhibit's own base map
  std::vector<geo::LocalPoint> land_vertices;
  std::vector<std::uint32_t> land_indices;
  std::vector<LocalLines> lines;  ///< in the exhibit's order
  std::vector<std::vector<geo::MapPoint>>
      marks;                 ///< for each layer, by row; NaN where a record has no place on this map
  std::vector<Spots> spots;  ///< for each layer
  std::vector<std::vector<std::uint32_t>>
      unseen;  ///< for each layer the rows with a place that the first view does not show
  std::vector<geo::MapPoint> places;
  std::vector<RegionRooms> regions;  ///< where the names of regions may stand
};

/// `layers`: those that the tables belong to, for the sizes of their marks. `backdrop`: land that lies under the base map, paler; nullptr: none. Errors: a polygon that the tessellator refuses.
Result<MapGeometry> build_map_geometry(const std::vector<exhibit::LayerSpec>& layers, const data::Tables& tables,
                                       const BaseMap& base, const data::Shapes* backdrop,
                                       const geo::Projection& projection);

}  // namespace spreadmap::scene
