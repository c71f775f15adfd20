#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "geo/clipping.h"
#include "geo/polygons.h"
#include "geo/spaces.h"

namespace spreadmap::geo {

/// The version of PROJ that is at work: "9.1.1".
std::string proj_version();

class UsComposite;

/// The name of the built-in composite US map.
inline constexpr const char* kUsComposite = "us-composite";

/// Lines on the map, one after the other: part i is points[part_ends[i-1] .. part_ends[i]), and each point lies at its `lon_lat`.
struct MapLines {
  std::vector<MapPoint> points;
  std::vector<LonLat> lon_lat;
  std::vector<std::uint32_t> part_ends;
};

/// From WGS84 to the map plane and back. Immutable; one thread at a time.
///
/// `us-composite` (the built-in default): Albers equal-area conic for the lower 48 and everything that no inset takes
/// (so Vancouver lies where it lies), with Alaska, Hawaii and Puerto Rico (with the US Virgin Islands) each in an
/// Albers of its own, scaled and moved as insets into the same plane. Guam, American Samoa and the Northern Marianas
/// have no inset. The map is one-to-one: what lies under an inset's frame without belonging to it (parts of Mexico) is
/// not defined. It needs none of PROJ's files.
///
/// Anything else is a projected CRS that PROJ knows ("EPSG:3857", a PROJ string, WKT), in metres whatever unit it has of
/// its own; a geographic one is drawn as plate carree. It shows what its `domain` holds: nothing beyond an orthographic
/// map's horizon, nothing poleward of Web Mercator's square.
class Projection {
 public:
  /// Errors: a CRS that PROJ does not know or that is no map of the earth, with PROJ's own words.
  static Result<Projection> create(const std::string& crs);

  Projection(Projection&&) noexcept;
  Projection& operator=(Projection&&) noexcept;
  ~Projection();

  /// nullopt where the projection is not defined (outside its domain, or a territory without an inset).
  [[nodiscard]] std::optional<MapPoint> map_from_lon_lat(LonLat point) const;
  /// nullopt where no point of the earth maps to. Inside an inset's frame it answers with the inset's land.
  [[nodiscard]] std::optional<LonLat> lon_lat_from_map(MapPoint point) const;
  /// Many at once; undefined ones become NaN. Sizes must agree. Much faster than one by one.
  void map_from_lon_lat(std::span<const LonLat> points, std::span<MapPoint> out) const;

  /// The rings of one polygon on the map: cut to the domain, long edges bent, as `clipped_rings`; on the composite to each of
  /// its regions, as `composite_rings`. Errors: as that.
  [[nodiscard]] Result<Rings> map_rings(std::span<const LonLat> points, std::span<const std::uint32_t> ring_ends) const;
  /// The triangles of one polygon on the map: what fills an area, in any projection. Errors: as `map_rings`, `triangulate`.
  [[nodiscard]] Result<Triangles> filled(std::span<const LonLat> points,
                                         std::span<const std::uint32_t> ring_ends) const;
  /// A line on the map, in as many parts as it is cut into.
  [[nodiscard]] MapLines map_lines(std::span<const LonLat> points) const;

  /// Metres on the map in a metre on the ground at a place: north to south, and the square root of the areas' ratio; nullopt
  /// where the map is not defined round about. Of a conformal CRS both are one.
  struct Scale {
    double northwards = 1.0, eastwards = 1.0, mean = 1.0;
  };
  [[nodiscard]] std::optional<Scale> scale_at(LonLat place) const;
  [[nodiscard]] const Domain& domain() const;
  /// nullptr: a plain CRS.
  [[nodiscard]] const UsComposite* composite() const;

  /// The part of the plane that each inset takes (empty for a plain CRS): Alaska, Hawaii, Puerto Rico.
  struct Inset {
    std::string name;
    MapBounds bounds;
  };
  [[nodiscard]] const std::vector<Inset>& insets() const;

 private:
  struct Impl;
  explicit Projection(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace spreadmap::geo
