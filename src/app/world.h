#pragma once
#include <array>
#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "app/logos.h"
#include "app/map_sheets.h"
#include "app/places.h"
#include "base/result.h"
#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "model/applied.h"
#include "model/story.h"
#include "render/marks_pass.h"

namespace spreadmap::app {

/// An exhibit with all that its sources hold, ready to be drawn. Immutable after loading, but for the cues.
struct World {
  exhibit::Exhibit exhibit;
  std::array<exhibit::Exhibit, 2> shown;  ///< the same as each theme shows it
  std::array<style::Theme, 2> themes;     ///< each as the exhibit has it
  Logos logos;                            ///< by theme
  data::Tables tables;
  std::unique_ptr<const model::Story> story;

  /// Other cues, while they are edited.
  void set_cues(const std::vector<exhibit::CueSpec>& cues);
  [[nodiscard]] const exhibit::Exhibit& shown_in(style::ThemeName theme) const {
    return shown.at(static_cast<std::size_t>(theme));
  }
  [[nodiscard]] const style::Theme& theme(style::ThemeName name) const {
    return themes.at(static_cast<std::size_t>(name));
  }
  [[nodiscard]] const scene::Logo* logo(style::ThemeName name) const {
    return logos.at(static_cast<std::size_t>(name)).get();
  }
};

/// Where places lie that cues have named, by their words for them.
using KnownPlaces = std::map<std::string, geo::LonLat, std::less<>>;

/// A world, and its map sheets, of which one has been made.
struct LoadedWorld {
  std::unique_ptr<World> world;
  std::unique_ptr<MapSheets> sheets;  ///< refers to the world
  std::string crs;                    ///< of the sheet that is there
};

/// Where a day that an option asked for lies on the data axis. Errors: it lies outside the exhibit's timeline.
Result<double> position_in_timeline(std::string_view option, time::Day day, const model::DayAxis& axis);

/// Says which rows were set aside: the first few, and how many in all.
void report_set_aside(const std::vector<data::RowProblem>& problems);

/// Places that can be found by name, one table for each of the exhibit's `map.find`. Read only when somebody looks for one: there are many.
Result<std::vector<data::FindTable>> load_find_tables(const World& world, const Places& places);

/// What the renderer is given of a selection: for each layer of points its marks, by entry; nothing of the other layers.
std::vector<std::vector<render::MarkVertex>> mark_vertices_of(const World& world, const scene::MapGeometry& geometry,
                                                              const model::Selection& selection);
/// Where the same marks lie on another sheet.
std::vector<std::vector<geo::LocalPoint>> mark_points_of(const World& world, const scene::MapGeometry& geometry,
                                                         const model::Selection& selection);
/// How many records that have a place have none on a sheet.
std::size_t off_the_map(const World& world, const MapSheet& sheet);

/// Reads, checks, projects. Touches no GL, so that it can run beside the making of a context. Rows that were set aside are logged; with
/// `strict` the first is the error. `crs`: in place of the exhibit's; empty: that one.
Result<LoadedWorld> load_world(const std::filesystem::path& exhibit_file, const Places& places, bool strict,
                               const std::string& crs);

}  // namespace spreadmap::app
