#pragma once
#include <optional>
#include <vector>

#include "app/stage.h"

namespace spreadmap::app {

/// Where cues look, and exports with `--view`, on one map sheet. Places are read when the first cue names one.
class CueCameras {
 public:
  /// All outlive it.
  CueCameras(const World& world, const Places& places, const MapSheet& sheet, KnownPlaces& known)
      : world_(world), places_(places), sheet_(sheet), known_(known) {}

  /// What is seen, in the map plane. Errors: a region or place that is not there, or that has no place on this map, with the line.
  Result<geo::MapBounds> bounds_of(const exhibit::CueCameraSpec& camera);
  /// The camera that shows it whole in the map's room, which depends on what else the view shows. Errors: as `bounds_of`.
  Result<model::Camera> camera_on(const exhibit::CueCameraSpec& camera, Stage& stage, const model::ViewState& view,
                                  const PictureSpec& picture);
  /// What `bounds_of` says of an extent in degrees: west, south, east, north; nullopt where none of it is on the map.
  [[nodiscard]] static std::optional<geo::MapBounds> bounds_of_extent(const geo::Projection& projection,
                                                                      const std::vector<double>& extent);

 private:
  [[nodiscard]] Result<geo::MapBounds> bounds_of_region(const exhibit::CueCameraSpec& camera) const;
  Result<geo::MapBounds> bounds_of_place(const exhibit::CueCameraSpec& camera);
  /// Where a place lies that `map.find` has. Errors: it has none such, or cannot be read.
  Result<geo::LonLat> found(const exhibit::CueCameraSpec& camera);

  const World& world_;
  const Places& places_;
  const MapSheet& sheet_;
  KnownPlaces& known_;
  std::optional<std::vector<data::FindTable>> find_;
};

}  // namespace spreadmap::app
