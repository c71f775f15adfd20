#include "data/build_base.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "data/mapped_columns.h"
#include "data/row_checks.h"

namespace spreadmap::data {
namespace {

// The points of one part; the part's number runs through the whole table.
std::span<const geo::LonLat> part_of(const RawGeometry& geometry, std::uint32_t part) {
  const std::uint32_t begin = part == 0 ? 0 : geometry.part_ends[part - 1];
  return std::span(geometry.points).subspan(begin, geometry.part_ends[part] - begin);
}

std::optional<std::string> reason_off_the_globe(const RawGeometry& geometry, std::size_t row) {
  for (std::uint32_t part = row == 0 ? 0 : geometry.row_part_ends[row - 1]; part < geometry.row_part_ends[row];
       ++part) {
    for (const geo::LonLat& point : part_of(geometry, part)) {
      // Across the antimeridian shapes may count on to 360, and stay in one piece.
      if (!is_on_globe(counted_from_greenwich(point))) return off_the_globe(point);
    }
  }
  return std::nullopt;
}

std::optional<std::string> reason_against(const exhibit::BaseLayerSpec& base, const RawGeometry& geometry,
                                          std::size_t row) {
  const GeometryKind kind = geometry.kind[row];
  if (kind == GeometryKind::kNone) return "no shape";
  if (kind == GeometryKind::kPoint) return "a point, where a line or a polygon is wanted";
  if (base.role == exhibit::BaseRole::kLand && kind != GeometryKind::kPolygon)
    return "a line, where a polygon is wanted";
  return reason_off_the_globe(geometry, row);
}

struct Place {
  std::string_view name;
  double rank = 0.0;
  geo::LonLat lon_lat;
};

Checked<Place> place_of(const RawTable& raw, const RawColumn& name_column, const RawColumn& rank_column,
                        std::size_t row) {
  const Checked<std::string_view> name = checked_text(&name_column, row);
  if (!name) return tl::unexpected(name.error());
  if (name->empty()) return tl::unexpected(RowFault{name_column.name, "no name"});
  const Checked<double> rank = checked_number(rank_column, row);
  if (!rank) return tl::unexpected(rank.error());
  if (std::isnan(*rank)) return tl::unexpected(RowFault{rank_column.name, "no number"});
  const Checked<geo::LonLat> point = checked_point(raw.geometry, row);
  if (!point) return tl::unexpected(point.error());
  if (std::isnan(point->lon_deg)) return tl::unexpected(RowFault{"geometry", "no place"});
  return Place{*name, *rank, *point};
}

struct Region {
  std::string_view name, code;
  double rank = 0.0;
  std::size_t row = 0;
};

Checked<Region> region_of(const RawTable& raw, const RawColumn& name_column, const RawColumn* code_column,
                          const RawColumn* rank_column, std::size_t row) {
  const Checked<std::string_view> name = checked_text(&name_column, row);
  if (!name) return tl::unexpected(name.error());
  if (name->empty()) return tl::unexpected(RowFault{name_column.name, "no name"});
  const Checked<std::string_view> code = checked_text(code_column, row);
  if (!code) return tl::unexpected(code.error());
  const Checked<double> rank = rank_column == nullptr ? std::nan("") : checked_number(*rank_column, row);
  if (!rank) return tl::unexpected(rank.error());
  const GeometryKind kind = raw.geometry.kind[row];
  if (kind == GeometryKind::kNone) return tl::unexpected(RowFault{"geometry", "no shape"});
  if (kind == GeometryKind::kLine) return tl::unexpected(RowFault{"geometry", "a line, where a polygon is wanted"});
  if (auto reason = reason_off_the_globe(raw.geometry, row)) {
    return tl::unexpected(RowFault{"geometry", *std::move(reason)});
  }
  return Region{*name, *code, *rank, row};
}

struct FoundPlace {
  std::string_view name, detail, region;
  double rank = 0.0;
  geo::LonLat lon_lat;
};

struct FindColumns {
  const RawColumn *name = nullptr, *detail = nullptr, *region = nullptr, *rank = nullptr;
};

Checked<FoundPlace> found_place_of(const RawTable& raw, const FindColumns& columns, std::size_t row) {
  FoundPlace place;
  for (const auto& [column, text] :
       {std::pair(columns.name, &place.name), {columns.detail, &place.detail}, {columns.region, &place.region}}) {
    const Checked<std::string_view> read = checked_text(column, row);
    if (!read) return tl::unexpected(read.error());
    *text = *read;
  }
  if (place.name.empty()) return tl::unexpected(RowFault{columns.name->name, "no name"});
  if (columns.rank != nullptr) {
    const Checked<double> rank = checked_number(*columns.rank, row);
    if (!rank) return tl::unexpected(rank.error());
    place.rank = std::isnan(*rank) ? -std::numeric_limits<double>::infinity() : *rank;
  }
  const Checked<geo::LonLat> point = checked_point(raw.geometry, row);
  if (!point) return tl::unexpected(point.error());
  if (std::isnan(point->lon_deg)) return tl::unexpected(RowFault{"geometry", "no place"});
  place.lon_lat = *point;
  return place;
}

}  // namespace

std::optional<std::string> reason_against_polygon(const RawGeometry& geometry, std::size_t row) {
  const GeometryKind kind = geometry.kind[row];
  if (kind == GeometryKind::kNone) return "no shape";
  if (kind != GeometryKind::kPolygon) {
    return kind == GeometryKind::kPoint ? "a point, where a polygon is wanted" : "a line, where a polygon is wanted";
  }
  return reason_off_the_globe(geometry, row);
}

void add_feature(Shapes& shapes, const RawGeometry& geometry, std::size_t row) {
  for (std::uint32_t part = row == 0 ? 0 : geometry.row_part_ends[row - 1]; part < geometry.row_part_ends[row];
       ++part) {
    const std::span<const geo::LonLat> points = part_of(geometry, part);
    shapes.points.insert(shapes.points.end(), points.begin(), points.end());
    shapes.part_ends.push_back(static_cast<std::uint32_t>(shapes.points.size()));
  }
  shapes.feature_part_ends.push_back(static_cast<std::uint32_t>(shapes.part_ends.size()));
}

Result<FindTable> build_find_table(const exhibit::FindSpec& find, const RawTable& raw,
                                   std::vector<RowProblem>& problems) {
  FindColumns columns;
  const Result<const RawColumn*> name = required_column(raw, find.name_field);
  if (!name) return tl::unexpected(name.error().within("'name'"));
  columns.name = *name;
  for (const auto& [key, field, column] : {std::tuple("detail", &find.detail_field, &columns.detail),
                                           {"region", &find.region_field, &columns.region},
                                           {"rank", &find.rank_field, &columns.rank}}) {
    const Result<const RawColumn*> found = optional_column(raw, key, *field);
    if (!found) return tl::unexpected(found.error());
    *column = *found;
  }
  std::vector<FoundPlace> places;
  for (std::size_t row = 0; row < raw.row_count(); ++row) {
    Checked<FoundPlace> place = found_place_of(raw, columns, row);
    if (place) {
      places.push_back(*place);
    } else {
      problems.push_back({raw.source, raw.line[row], std::move(place.error().column), std::move(place.error().reason)});
    }
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const FoundPlace& a, const FoundPlace& b) { return a.rank > b.rank; });
  FindTable table;
  for (const FoundPlace& place : places) {
    table.name.push_back(place.name);
    table.detail.push_back(place.detail);
    table.region.push_back(place.region);
    table.lon_lat.push_back(place.lon_lat);
  }
  return table;
}

Result<Shapes> build_shapes(const exhibit::BaseLayerSpec& base, const RawTable& raw,
                            std::vector<RowProblem>& problems) {
  Shapes shapes;
  const RawGeometry& geometry = raw.geometry;
  shapes.points.reserve(geometry.points.size());
  shapes.part_ends.reserve(geometry.part_ends.size());
  for (std::size_t row = 0; row < geometry.kind.size(); ++row) {
    if (std::optional<std::string> reason = reason_against(base, geometry, row)) {
      problems.push_back({raw.source, raw.line[row], "geometry", *std::move(reason)});
      continue;
    }
    add_feature(shapes, geometry, row);
  }
  if (shapes.part_ends.empty()) return fail("{}: not one shape could be read from it", raw.source);
  return shapes;
}

Result<PlaceTable> build_places(const exhibit::PlaceLabelSpec& places, const RawTable& raw,
                                std::vector<RowProblem>& problems) {
  const Result<const RawColumn*> name = required_column(raw, places.name_field);
  if (!name) return tl::unexpected(name.error().within("'name'"));
  const Result<const RawColumn*> rank = required_column(raw, places.rank_field);
  if (!rank) return tl::unexpected(rank.error().within("'rank'"));
  std::vector<Place> found;
  for (std::size_t row = 0; row < raw.row_count(); ++row) {
    Checked<Place> place = place_of(raw, **name, **rank, row);
    if (place) {
      found.push_back(*place);
    } else {
      problems.push_back({raw.source, raw.line[row], std::move(place.error().column), std::move(place.error().reason)});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Place& a, const Place& b) { return a.rank > b.rank; });
  PlaceTable table;
  for (const Place& place : found) {
    table.name.push_back(place.name);
    table.rank.push_back(place.rank);
    table.lon_lat.push_back(place.lon_lat);
  }
  return table;
}

Result<RegionTable> build_regions(const exhibit::RegionLabelSpec& regions, const RawTable& raw,
                                  std::vector<RowProblem>& problems) {
  const Result<const RawColumn*> name = required_column(raw, regions.name_field);
  if (!name) return tl::unexpected(name.error().within("'name'"));
  const Result<const RawColumn*> code = optional_column(raw, "code", regions.code_field);
  if (!code) return tl::unexpected(code.error());
  const Result<const RawColumn*> rank = optional_column(raw, "rank", regions.rank_field);
  if (!rank) return tl::unexpected(rank.error());
  std::vector<Region> found;
  for (std::size_t row = 0; row < raw.row_count(); ++row) {
    Checked<Region> region = region_of(raw, **name, *code, *rank, row);
    if (region) {
      found.push_back(*region);
    } else {
      problems.push_back(
          {raw.source, raw.line[row], std::move(region.error().column), std::move(region.error().reason)});
    }
  }
  // Those without a rank come last, as the source has them.
  const auto order = [](const Region& region) {
    return std::isnan(region.rank) ? -std::numeric_limits<double>::infinity() : region.rank;
  };
  std::stable_sort(found.begin(), found.end(), [&](const Region& a, const Region& b) { return order(a) > order(b); });
  RegionTable table;
  for (const Region& region : found) {
    table.name.push_back(region.name);
    table.code.push_back(region.code);
    table.rank.push_back(region.rank);
    add_feature(table.shapes, raw.geometry, region.row);
  }
  return table;
}

}  // namespace spreadmap::data
