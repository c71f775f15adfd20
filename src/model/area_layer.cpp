#include "model/area_layer.h"

#include <algorithm>
#include <unordered_map>

#include "geo/area_lookup.h"
#include "model/classes.h"

namespace spreadmap::model {
namespace {

const data::StringColumn& column_of(const data::PointTable& table, const std::string& field) {
  if (field == "region") return table.region;
  if (field == "county") return table.county;
  if (field == "place") return table.place;
  return table.kind;
}

std::vector<std::uint32_t> areas_by_key(const data::AreaTable& areas, const data::StringColumn& keys) {
  std::unordered_map<std::string_view, std::uint32_t> area_at;
  for (std::uint32_t area = 0; area < areas.row_count(); ++area) area_at.emplace(areas.key[area], area);
  std::vector<std::uint32_t> of_row;
  of_row.reserve(keys.size());
  for (std::size_t row = 0; row < keys.size(); ++row) {
    const auto found = area_at.find(keys[row]);
    of_row.push_back(found == area_at.end() ? static_cast<std::uint32_t>(areas.row_count()) : found->second);
  }
  return of_row;
}

std::vector<std::uint32_t> areas_by_place(const data::AreaTable& areas, const std::vector<geo::LonLat>& places) {
  const geo::AreaLookup lookup(areas.shapes.points, areas.shapes.part_ends, areas.shapes.feature_part_ends);
  std::vector<std::uint32_t> of_row;
  of_row.reserve(places.size());
  for (const geo::LonLat place : places) {
    of_row.push_back(lookup.area_at(place).value_or(static_cast<std::uint32_t>(areas.row_count())));
  }
  return of_row;
}

}  // namespace

std::optional<double> AreaLayer::value(std::size_t area, int count) const {
  if (per <= 0.0) return count;
  const double people = table.people[area];
  if (!(people > 0.0)) return std::nullopt;
  return count * per / people;
}

AreaLayer make_area_layer(const exhibit::Exhibit& exhibit, const exhibit::LayerSpec& layer, data::AreaTable table,
                          const Story& story) {
  AreaLayer areas;
  areas.table = std::move(table);
  areas.counted_layer = *exhibit.layer_index(layer.counts);
  areas.per = layer.per;
  const LayerRows& rows = story.rows(areas.counted_layer);
  areas.area_of_row = layer.joined_by.empty() ? areas_by_place(areas.table, rows.table->lon_lat)
                                              : areas_by_key(areas.table, column_of(*rows.table, layer.joined_by));
  const Facet counts = area_counts(areas, rows, story.whole(areas.counted_layer));
  std::vector<double> values;
  for (std::size_t area = 0; area < areas.table.row_count(); ++area) {
    const auto value = areas.value(area, counts.count(area, story.axis().whole().to_d).certain);
    if (value && *value > 0.0) values.push_back(*value);
  }
  areas.limits = limits_of(layer.classes, values);
  if (layer.per > 0.0 && layer.classes.method != exhibit::ClassMethod::kFixed) {
    areas.limits = rounded_limits(areas.limits, std::move(values));
  }
  return areas;
}

Facet area_counts(const AreaLayer& areas, const LayerRows& rows, const LayerIndex& index) {
  const bool is_whole = index.entry_count() == rows.days.row_count();
  std::vector<bool> is_in(is_whole ? 0 : rows.days.row_count(), false);
  if (!is_whole) {
    for (std::uint32_t entry = 0; entry < index.entry_count(); ++entry) is_in[index.row(entry)] = true;
  }
  return {rows.days, index.window_days(), areas.table.row_count() + 1,
          [&](std::uint32_t row) { return areas.area_of_row[row]; },
          [&](std::uint32_t row) { return is_whole || is_in[row]; }};
}

}  // namespace spreadmap::model
