#include "data/build_areas.h"

#include <cmath>
#include <limits>
#include <span>
#include <unordered_map>

#include "data/build_base.h"
#include "data/mapped_columns.h"
#include "data/row_checks.h"

namespace spreadmap::data {
namespace {

struct Area {
  std::string_view key, name, region;
};

Checked<Area> area_of(const RawColumn* key, const RawColumn* name, const RawColumn* region, std::size_t row) {
  Area area;
  for (const auto& [column, text] : {std::pair(key, &area.key), {name, &area.name}, {region, &area.region}}) {
    const Checked<std::string_view> read = checked_text(column, row);
    if (!read) return tl::unexpected(read.error());
    *text = *read;
  }
  if (area.name.empty()) return tl::unexpected(RowFault{name->name, "no name"});
  if (key != nullptr && area.key.empty()) return tl::unexpected(RowFault{key->name, "no key"});
  return area;
}

}  // namespace

Result<AreaTable> build_areas(const exhibit::LayerSpec& layer, const RawTable& raw, std::vector<RowProblem>& problems) {
  const RawColumn *key = nullptr, *name = nullptr, *region = nullptr;
  for (const auto& [field, column] : {std::pair("key", &key), {"name", &name}, {"region", &region}}) {
    const Result<const RawColumn*> found = mapped_column(layer, raw, field);
    if (!found) return tl::unexpected(found.error());
    *column = *found;
  }
  AreaTable table;
  const RawGeometry& geometry = raw.geometry;
  for (std::size_t row = 0; row < raw.row_count(); ++row) {
    const Checked<Area> area = area_of(key, name, region, row);
    if (!area) {
      problems.push_back({raw.source, raw.line[row], area.error().column, area.error().reason});
      continue;
    }
    if (std::optional<std::string> reason = reason_against_polygon(geometry, row)) {
      problems.push_back({raw.source, raw.line[row], "geometry", *std::move(reason)});
      continue;
    }
    add_feature(table.shapes, geometry, row);
    table.key.push_back(area->key);
    table.name.push_back(area->name);
    table.region.push_back(area->region);
  }
  if (table.name.size() == 0) return fail("{}: not one area could be read from it", raw.source);
  return table;
}

Result<std::vector<double>> people_of(const exhibit::PopulationSpec& population, const StringColumn& keys,
                                      const RawTable& raw, std::vector<RowProblem>& problems) {
  const Result<const RawColumn*> key_column = required_column(raw, population.key_field);
  if (!key_column) return tl::unexpected(key_column.error().within("'population.key'"));
  const Result<const RawColumn*> people_column = required_column(raw, population.people_field);
  if (!people_column) return tl::unexpected(people_column.error().within("'population.people'"));
  std::unordered_map<std::string_view, double> people_at;
  for (std::size_t row = 0; row < raw.row_count(); ++row) {
    const auto set_aside = [&](const std::string& column, std::string reason) {
      problems.push_back({raw.source, raw.line[row], column, std::move(reason)});
    };
    const Checked<std::string_view> key = checked_text(*key_column, row);
    const Checked<double> people = checked_number(**people_column, row);
    if (!key) {
      set_aside(key.error().column, key.error().reason);
    } else if (!people) {
      set_aside(people.error().column, people.error().reason);
    } else if (key->empty()) {
      set_aside(population.key_field, "no key");
    } else if (*people < 0.0) {
      set_aside(population.people_field, fmt::format("{} people are fewer than none", *people));
    } else if (!people_at.emplace(*key, *people).second) {
      set_aside(population.key_field, fmt::format("'{}' stands in the table twice", *key));
    }
  }
  std::vector<double> people(keys.size(), std::numeric_limits<double>::quiet_NaN());
  std::size_t found = 0;
  for (std::size_t row = 0; row < keys.size(); ++row) {
    const auto entry = people_at.find(keys[row]);
    if (entry == people_at.end()) continue;
    people[row] = entry->second;
    ++found;
  }
  if (found == 0) {
    return fail("{}: '{}' holds the key of not one of the areas, such as '{}'", raw.source, population.key_field,
                keys[0]);
  }
  return people;
}

}  // namespace spreadmap::data
