#pragma once
#include <filesystem>
#include <optional>
#include <utility>

#include "app/places.h"
#include "base/result.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "scene/map_geometry.h"

namespace spreadmap::app {

/// The base maps that come with the program, read when one is first wanted.
class BaseMaps {
 public:
  explicit BaseMaps(Places places) : places_(std::move(places)) {}

  /// What lies under the records where an exhibit names no base map: the states for the composite US map, the world for any other.
  Result<const scene::BaseMap*> built_in(const std::string& crs);
  /// The world's land alone, to lie under an exhibit's own base map.
  Result<const data::Shapes*> world_land();

 private:
  Result<const scene::BaseMap*> read(std::optional<scene::BaseMap>& into,
                                     const std::vector<exhibit::BaseLayerSpec>& specs);
  Places places_;
  std::optional<scene::BaseMap> states_, world_;
};

}  // namespace spreadmap::app
