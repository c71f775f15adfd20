#pragma once
#include <vector>

#include "geo/polygons.h"
#include "geo/spaces.h"

namespace spreadmap::scene {

/// A place within a region where its name may stand: so wide is the region there, over a height of a sixteenth of its own.
struct RegionRoom {
  geo::MapPoint centre;
  double width_m = 0.0;  ///< infinite where the region is a point
};

/// Where the name of one region may stand, the best first; empty where the region has no place on this map.
struct RegionRooms {
  std::vector<RegionRoom> rooms;
  double area_m2 = 0.0;  ///< of the largest part; 0 of a point
};

/// The rooms of a region whose name stands at a point.
RegionRooms region_at(geo::MapPoint point);

/// The rooms of a region: the widest horizontal stretches within the largest of its rings, wide and near its middle first.
RegionRooms region_rooms_of(const geo::Rings& rings);

}  // namespace spreadmap::scene
