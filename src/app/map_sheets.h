#pragma once
#include <memory>
#include <string>
#include <vector>

#include "app/base_maps.h"
#include "base/result.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "geo/choose_crs.h"
#include "geo/projection.h"
#include "model/camera.h"
#include "scene/glide_map.h"
#include "scene/map_geometry.h"

namespace spreadmap::app {

/// The tables on the plane of one CRS.
struct MapSheet {
  std::string crs;
  geo::Projection projection;
  scene::MapGeometry geometry;
  const scene::BaseMap* base;    ///< what the geometry's land and lines are of
  const data::Shapes* backdrop;  ///< nullptr: none

  [[nodiscard]] scene::SheetParts parts() const { return {projection, geometry, *base, backdrop}; }
  [[nodiscard]] model::Camera fit() const { return {geometry.fit.bounds.centre(), 1.0}; }
};

/// Why there is no sheet of a CRS: the message is for the log, the fault for who speaks another language.
enum class SheetFault { kUnknownCrs, kNoRecord, kNoBaseMap };
struct SheetError : Error {
  SheetFault fault = SheetFault::kUnknownCrs;
};

/// The sheets that were asked for, each made once and kept to go back to.
class MapSheets {
 public:
  /// Exhibit and tables outlive it.
  MapSheets(const exhibit::Exhibit& exhibit, const data::Tables& tables, const Places& places);

  /// The CRS that a name stands for with these records (see `geo::chosen_crs`); an empty name: that of the exhibit.
  [[nodiscard]] std::string crs_of(const std::string& asked, std::optional<geo::LonLat> above = std::nullopt) const;
  /// The sheet of a CRS, made where there is none as yet. Errors: PROJ knows none such, not one record lies on it, a base map that cannot be read.
  tl::expected<const MapSheet*, SheetError> bring(const std::string& crs);
  /// A sheet that was brought before.
  [[nodiscard]] const MapSheet& at(const std::string& crs) const;

 private:
  const exhibit::Exhibit& exhibit_;
  const data::Tables& tables_;
  geo::Extent extent_;
  BaseMaps base_maps_;
  scene::BaseMap own_base_;  ///< that of the exhibit; empty where it names none
  std::vector<std::unique_ptr<const MapSheet>> sheets_;
};

/// The camera on another sheet that shows the same place at the same scale, as well as that sheet allows; the whole map where it showed the whole.
model::Camera same_view(const model::Camera& camera, const MapSheet& from, const MapSheet& to, double aspect);

}  // namespace spreadmap::app
