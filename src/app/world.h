#pragma once
#include <filesystem>
#include <memory>

#include "app/places.h"
#include "base/result.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "geo/projection.h"
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
  std::unique_ptr<const geo::Projection> projection;
  scene::MapGeometry geometry;

  [[nodiscard]] model::Camera fit() const { return {geometry.fit_bounds.centre(), 1.0}; }
};

/// Where a day that was asked for lies on the data axis. Errors: it lies outside the exhibit's timeline.
Result<double> position_in_timeline(time::Day day, const model::DayAxis& axis);

/// Places that can be found by name, one table for each of the exhibit's `map.find`. Read only when somebody looks for one: there are many.
Result<std::vector<data::FindTable>> load_find_tables(const World& world, const Places& places);

/// What the renderer is given of a selection: for each layer of points its marks, by entry; nothing of the other layers.
std::vector<std::vector<render::MarkVertex>> mark_vertices_of(const World& world, const model::Selection& selection);

/// Reads, checks, projects. Touches no GL, so that it can run beside the making of a context. Rows that were set aside are logged; with
/// `strict` the first is the error.
Result<std::unique_ptr<const World>> load_world(const std::filesystem::path& exhibit_file, const Places& places,
                                                bool strict);

}  // namespace spreadmap::app
