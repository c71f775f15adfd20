#pragma once
#include <filesystem>
#include <memory>

#include "app/places.h"
#include "base/result.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "model/applied.h"
#include "model/story.h"
#include "render/marks_pass.h"
#include "scene/map_geometry.h"

namespace spreadmap::app {

/// An exhibit with all that its sources hold, ready to be drawn. Immutable after loading.
struct World {
  exhibit::Exhibit exhibit;
  data::Tables tables;
  std::unique_ptr<const model::Story> story;
  scene::MapGeometry geometry;
  std::vector<std::vector<render::MarkVertex>> mark_vertices;  ///< what the renderer is given once

  [[nodiscard]] model::Camera fit() const { return {geometry.fit_bounds.centre(), 1.0}; }
};

/// Reads, checks, projects. Touches no GL, so that it can run beside the making of a context. Rows that were set aside are logged; with
/// `strict` the first is the error.
Result<std::unique_ptr<const World>> load_world(const std::filesystem::path& exhibit_file, const Places& places,
                                                bool strict);

}  // namespace spreadmap::app
