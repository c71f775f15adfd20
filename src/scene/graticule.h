#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "geo/projection.h"
#include "model/view_state.h"
#include "scene/frame.h"

namespace spreadmap::scene {

/// Which meridians and parallels are drawn: every so many degrees, in a window that grows with them.
struct GraticuleSpec {
  double interval_deg = 30.0;
  double west_deg = -180.0, east_deg = 180.0, south_deg = -90.0, north_deg = 90.0;
  bool operator==(const GraticuleSpec&) const = default;
};

/// As many lines as a reader can tell apart: about seven over the picture. The window reaches far enough beyond it to be panned in.
GraticuleSpec graticule_spec(const geo::Projection& projection, const MapView& map, const PixelRect& room);

/// Meridians and parallels on one sheet, and the edge of what its CRS shows, in local space: part i is points[part_ends[i-1] .. part_ends[i]).
struct Graticule {
  GraticuleSpec spec;
  std::uint64_t key = 0;  ///< another one for each that is made
  std::vector<geo::LocalPoint> points;
  std::vector<geo::LonLat> lon_lat;  ///< of each point
  std::vector<std::uint32_t> part_ends;
  /// What a part is: a meridian or a parallel, and of how many degrees; the edge is neither.
  struct Line {
    enum class Kind : std::uint8_t { kMeridian, kParallel, kEdge } kind = Kind::kEdge;
    double deg = 0.0;
  };
  std::vector<Line> lines;  ///< for each part
};
Graticule build_graticule(const geo::Projection& projection, geo::MapOrigin origin, const GraticuleSpec& spec);

}  // namespace spreadmap::scene
