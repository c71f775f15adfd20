#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "geo/spaces.h"

namespace spreadmap::geo {

/// The name of the built-in composite US map.
inline constexpr const char* kUsComposite = "us-composite";

/// From WGS84 to the map plane and back. Immutable; one thread at a time.
///
/// `us-composite` (the built-in default): Albers equal-area conic for the lower 48 and everything that no inset takes
/// (so Vancouver lies where it lies), with Alaska, Hawaii and Puerto Rico (with the US Virgin Islands) each in an
/// Albers of its own, scaled and moved as insets into the same plane. Guam, American Samoa and the Northern Marianas
/// have no inset. The map is one-to-one: what lies under an inset's frame without belonging to it (parts of Mexico) is
/// not defined. It needs none of PROJ's files.
///
/// Anything else is a projected CRS that PROJ knows ("EPSG:3857", a PROJ string, WKT), in metres whatever unit it has of
/// its own.
class Projection {
 public:
  /// Errors: a CRS that PROJ does not know or that is not projected, with PROJ's own words.
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
