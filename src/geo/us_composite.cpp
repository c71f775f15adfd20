#include "geo/us_composite.h"

#include <cmath>
#include <cstddef>
#include <utility>

#include "base/assert.h"
#include "geo/clipping.h"

namespace spreadmap::geo {
namespace {

// Standard parallels as the US Geological Survey takes them (Snyder 1987, chapter 14): 29.5 and 45.5 for the
// conterminous states, 55 and 65 for Alaska, 8 and 18 for Hawaii, and, at a like latitude, for Puerto Rico.
constexpr const char* kLower48Albers = "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=37.5 +lon_0=-96 +ellps=WGS84";

// Frames hold the land with 15 km to spare on every side. Their lower edges lie level with Key West; Hawaii's right
// edge stays under the Big Bend of Texas, Puerto Rico's lies under the eastern end of Maine, clear of Florida.
constexpr std::array<UsInset, 3> kInsets{{
    {UsRegion::kAlaska,
     "Alaska",
     "+proj=aea +lat_1=55 +lat_2=65 +lat_0=50 +lon_0=-154 +ellps=WGS84",
     0.35,
     {-337.5e3, 1395.0e3},
     {-2761.0e3, -1340.0e3, -1450.0e3, -624.0e3}},
    {UsRegion::kHawaii,
     "Hawaii",
     "+proj=aea +lat_1=8 +lat_2=18 +lat_0=13 +lon_0=-157 +ellps=WGS84",
     1.0,
     {-54.0e3, 839.5e3},
     {-1405.0e3, -1340.0e3, -805.0e3, -944.0e3}},
    {UsRegion::kPuertoRico,
     "Puerto Rico",
     "+proj=aea +lat_1=8 +lat_2=18 +lat_0=18 +lon_0=-66.4 +ellps=WGS84",
     1.0,
     {15.0e3, 11.0e3},
     {1870.0e3, -1340.0e3, 2256.0e3, -1218.0e3}},
}};

const UsInset& inset_of(UsRegion region) { return kInsets[static_cast<std::size_t>(region) - 1]; }

MapPoint map_from_own(const UsInset& inset, MapPoint own) {
  const MapPoint middle = inset.frame.centre();
  return {middle.x_m + inset.scale * (own.x_m - inset.own_middle.x_m),
          middle.y_m + inset.scale * (own.y_m - inset.own_middle.y_m)};
}

MapPoint own_from_map(const UsInset& inset, MapPoint map) {
  const MapPoint middle = inset.frame.centre();
  return {inset.own_middle.x_m + (map.x_m - middle.x_m) / inset.scale,
          inset.own_middle.y_m + (map.y_m - middle.y_m) / inset.scale};
}

// The region whose part of the plane a point lies in.
UsRegion owner_of(MapPoint point) {
  for (const UsInset& inset : kInsets) {
    if (inset.frame.contains(point)) return inset.region;
  }
  return UsRegion::kLower48;
}

}  // namespace

const std::array<UsInset, 3>& us_insets() { return kInsets; }

Result<UsComposite> UsComposite::create() {
  std::vector<ProjOperation> parts;
  for (const char* albers : {kLower48Albers, kInsets[0].albers, kInsets[1].albers, kInsets[2].albers}) {
    Result<ProjOperation> part = ProjOperation::of_steps(albers);
    if (!part) return tl::unexpected(part.error());
    parts.push_back(std::move(*part));
  }
  return UsComposite(std::move(parts));
}

void UsComposite::map_from_lon_lat(std::span<const LonLat> places, std::span<MapPoint> out) const {
  SM_ASSERT(places.size() == out.size(), "places {} out {}", places.size(), out.size());
  struct Run {
    std::vector<LonLat> places;
    std::vector<std::size_t> indices;  // of the places, in `out`
  };
  std::vector<Run> runs(parts_.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const UsRegion region = us_region_of(places[i]);
    if (region == UsRegion::kNone) {
      out[i] = kNoMapPoint;
      continue;
    }
    Run& run = runs[static_cast<std::size_t>(region)];
    run.places.push_back(places[i]);
    run.indices.push_back(i);
  }
  std::vector<MapPoint> points;
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    const Run& run = runs[part];
    const auto region = static_cast<UsRegion>(part);
    points.resize(run.places.size());
    map_as_of(region, run.places, points);
    for (std::size_t k = 0; k < points.size(); ++k)
      out[run.indices[k]] = owner_of(points[k]) == region ? points[k] : kNoMapPoint;
  }
}

void UsComposite::map_as_of(UsRegion region, std::span<const LonLat> places, std::span<MapPoint> out) const {
  SM_ASSERT(region != UsRegion::kNone, "{} places of no region", places.size());
  parts_[static_cast<std::size_t>(region)].map_from_lon_lat(places, out);
  if (region == UsRegion::kLower48) return;
  for (MapPoint& point : out) point = map_from_own(inset_of(region), point);
}

std::vector<LonLat> UsComposite::frame_in(UsRegion region, const UsInset& inset) const {
  SM_ASSERT(region != UsRegion::kNone, "{} in no region", inset.name);
  const MapBounds& frame = inset.frame;
  const std::array<MapPoint, 5> corners{{{frame.min_x_m, frame.min_y_m},
                                         {frame.max_x_m, frame.min_y_m},
                                         {frame.max_x_m, frame.max_y_m},
                                         {frame.min_x_m, frame.max_y_m},
                                         {frame.min_x_m, frame.min_y_m}}};
  constexpr int kSteps = 40;
  std::vector<LonLat> outline;
  for (std::size_t side = 0; side + 1 < corners.size(); ++side) {
    for (int step = 0; step < kSteps; ++step) {
      const double share = static_cast<double>(step) / kSteps;
      MapPoint point{std::lerp(corners.at(side).x_m, corners.at(side + 1).x_m, share),
                     std::lerp(corners.at(side).y_m, corners.at(side + 1).y_m, share)};
      if (region != UsRegion::kLower48) point = own_from_map(inset_of(region), point);
      const std::optional<LonLat> place = parts_[static_cast<std::size_t>(region)].lon_lat_from_map(point);
      SM_ASSERT(place, "the frame of {} has no place at {} {}", inset.name, point.x_m, point.y_m);
      outline.push_back(*place);
    }
  }
  return unwrapped(outline);
}

std::optional<LonLat> UsComposite::lon_lat_from_map(MapPoint point) const {
  const UsRegion region = owner_of(point);
  if (region != UsRegion::kLower48) point = own_from_map(inset_of(region), point);
  const std::optional<LonLat> place = parts_[static_cast<std::size_t>(region)].lon_lat_from_map(point);
  return place && us_region_of(*place) == region ? place : std::nullopt;
}

}  // namespace spreadmap::geo
