#include "app/world.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "app/export_defaults.h"
#include "app/reading.h"
#include "base/log.h"
#include "data/build_tables.h"
#include "exhibit/load_exhibit.h"
#include "scene/stacks.h"

namespace spreadmap::app {
namespace {

std::string problem_line(const data::RowProblem& problem) {
  const std::string column = problem.column.empty() ? "" : problem.column + ": ";
  return fmt::format("{}:{}: {}{}", problem.source, problem.line, column, problem.reason);
}

Result<data::Tables> read_tables(const exhibit::Exhibit& exhibit, const Places& places) {
  const auto answers = answers_to(data::requests_of(exhibit), places);
  if (!answers) return tl::unexpected(answers.error());
  return data::build_tables(exhibit, *answers);
}

Result<void> report_problems(const data::Tables& tables, bool strict) {
  if (tables.problems.empty()) return {};
  if (strict) return fail("{}; correct the row, or leave out --strict", problem_line(tables.problems.front()));
  report_set_aside(tables.problems);
  return {};
}

/// Records that have a place which this map does not show, or only far out, are counted all the same; it is said how many.
void report_off_the_map(const World& world, const MapSheet& sheet) {
  const scene::MapGeometry& geometry = sheet.geometry;
  for (std::size_t layer = 0; layer < geometry.marks.size(); ++layer) {
    std::size_t off_the_map = 0, far_out = 0;
    for (const std::uint32_t row : geometry.unseen[layer]) {
      ++(std::isfinite(geometry.marks[layer][row].x_m) ? far_out : off_the_map);
    }
    if (far_out > 0) {
      log_warning(
          fmt::format("layer '{}': {} of its records lie far from the others; they are counted, and the first view is "
                      "not widened for them",
                      world.exhibit.layers[layer].id, far_out));
    }
    if (off_the_map == 0) continue;
    log_warning(fmt::format("layer '{}': {} of its records lie where {} has no room; they are counted, not drawn",
                            world.exhibit.layers[layer].id, off_the_map, sheet.crs));
  }
}

void report_milestones(const exhibit::Exhibit& exhibit) {
  const auto& timeline = exhibit.timeline;
  for (const auto& milestone : timeline.milestones) {
    if (milestone.day.earliest >= timeline.from && milestone.day.earliest <= timeline.to) continue;
    log_warning(fmt::format("milestone '{}' of {} lies outside the timeline, {} to {}; it is not shown",
                            milestone.label.in(exhibit.language), time::iso_day(milestone.day.earliest),
                            time::iso_day(timeline.from), time::iso_day(timeline.to)));
  }
}

/// Who asked for a CRS, as messages say it.
std::string place_of_crs(const exhibit::Exhibit& exhibit, const std::string& asked) {
  if (!asked.empty()) return "--crs";
  const std::uint32_t line = exhibit.map.crs_line;
  return line == 0 ? exhibit.file.string() : fmt::format("{}:{}: 'map.crs'", exhibit.file.string(), line);
}

}  // namespace

void report_set_aside(const std::vector<data::RowProblem>& problems) {
  if (problems.empty()) return;
  constexpr std::size_t kMostLines = 10;
  for (std::size_t i = 0; i < problems.size() && i < kMostLines; ++i) {
    log_warning(problem_line(problems[i]));
  }
  for (std::size_t i = kMostLines; i < problems.size(); ++i) log_detail(problem_line(problems[i]));
  if (problems.size() > kMostLines && !is_log_verbose()) {
    log_warning(fmt::format("… and {} more, which --verbose names", problems.size() - kMostLines));
  }
  log_warning(problems.size() == 1 ? "1 row was set aside" : fmt::format("{} rows were set aside", problems.size()));
}

Result<double> position_in_timeline(std::string_view option, time::Day day, const model::DayAxis& axis) {
  if (day >= axis.epoch && day <= axis.last) return axis.position_d(day);
  return fail("{} {}: the exhibit's timeline runs from {} to {}", option, time::iso_day(day), time::iso_day(axis.epoch),
              time::iso_day(axis.last));
}

Result<std::vector<data::FindTable>> load_find_tables(const World& world, const Places& places) {
  if (world.exhibit.map.find.empty()) return std::vector<data::FindTable>{};
  const auto answers = answers_to(data::find_requests_of(world.exhibit), places);
  if (!answers) return tl::unexpected(answers.error());
  std::vector<data::RowProblem> problems;
  auto tables = data::build_find_tables(world.exhibit, *answers, problems);
  if (tables && !problems.empty()) {
    log_warning(fmt::format("{} and {} more of the places to be found were set aside", problem_line(problems.front()),
                            problems.size() - 1));
  }
  return tables;
}

std::vector<std::vector<render::MarkVertex>> mark_vertices_of(const World& world, const scene::MapGeometry& geometry,
                                                              const model::Selection& selection) {
  std::vector<std::vector<render::MarkVertex>> layers(world.exhibit.layers.size());
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (world.exhibit.layers[layer].kind != exhibit::LayerKind::kPartnerships) continue;
    const model::LayerIndex& index = selection.layer(layer);
    const model::RowDays& days = world.story->rows(layer).days;
    layers[layer].reserve(index.entry_count());
    for (std::uint32_t entry = 0; entry < index.entry_count(); ++entry) {
      const std::uint32_t row = index.row(entry);
      layers[layer].push_back({geo::local_from_map(geometry.marks[layer][row], geometry.origin),
                               static_cast<float>(days.earliest[row]), static_cast<float>(days.latest[row]),
                               static_cast<float>(days.end[row]), scene::stack_offset(geometry.spots[layer].order[row]),
                               row});
    }
  }
  return layers;
}

std::vector<std::vector<geo::LocalPoint>> mark_points_of(const World& world, const scene::MapGeometry& geometry,
                                                         const model::Selection& selection) {
  std::vector<std::vector<geo::LocalPoint>> layers(world.exhibit.layers.size());
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (world.exhibit.layers[layer].kind != exhibit::LayerKind::kPartnerships) continue;
    const model::LayerIndex& index = selection.layer(layer);
    layers[layer].reserve(index.entry_count());
    for (std::uint32_t entry = 0; entry < index.entry_count(); ++entry)
      layers[layer].push_back(geo::local_from_map(geometry.marks[layer][index.row(entry)], geometry.origin));
  }
  return layers;
}

void World::set_cues(const std::vector<exhibit::CueSpec>& cues) {
  exhibit.cues = cues;
  for (exhibit::Exhibit& in_theme : shown) in_theme.cues = cues;
}

std::size_t off_the_map(const World& world, const MapSheet& sheet) {
  std::size_t count = 0;
  for (std::size_t layer = 0; layer < sheet.geometry.marks.size(); ++layer) {
    for (std::size_t row = 0; row < sheet.geometry.marks[layer].size(); ++row) {
      const bool has_place = std::isfinite(world.tables.layers[layer].lon_lat[row].lon_deg);
      count += has_place && !std::isfinite(sheet.geometry.marks[layer][row].x_m) ? 1U : 0U;
    }
  }
  return count;
}

Result<LoadedWorld> load_world(const std::filesystem::path& exhibit_file, const Places& places, bool strict,
                               const std::string& crs) {
  auto world = std::make_unique<World>();
  auto exhibit = exhibit::load_exhibit(exhibit_file);
  if (!exhibit) return tl::unexpected(exhibit.error());
  world->exhibit = std::move(*exhibit);
  for (const auto theme : {style::ThemeName::kDark, style::ThemeName::kLight}) {
    world->shown.at(static_cast<std::size_t>(theme)) = exhibit::shown_in(world->exhibit, theme);
    world->themes.at(static_cast<std::size_t>(theme)) = exhibit::theme_of(world->exhibit, theme);
  }
  if (auto checked = check_export_defaults(world->exhibit); !checked) return tl::unexpected(checked.error());
  auto logos = load_logos(world->exhibit);
  if (!logos) return tl::unexpected(logos.error());
  world->logos = std::move(*logos);
  auto tables = read_tables(world->exhibit, places);
  if (!tables) return tl::unexpected(tables.error());
  world->tables = std::move(*tables);
  if (auto reported = report_problems(world->tables, strict); !reported) return tl::unexpected(reported.error());
  world->story = std::make_unique<const model::Story>(world->exhibit, world->tables);
  auto sheets = std::make_unique<MapSheets>(world->exhibit, world->tables, places);
  const std::string chosen = sheets->crs_of(crs);
  const auto sheet = sheets->bring(chosen);
  if (!sheet) return tl::unexpected(sheet.error().within(place_of_crs(world->exhibit, crs)));
  report_off_the_map(*world, **sheet);
  report_milestones(world->exhibit);
  return LoadedWorld{std::move(world), std::move(sheets), chosen};
}

}  // namespace spreadmap::app
