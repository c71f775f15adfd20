#include "data/build_base.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "data/row_checks.h"

namespace spreadmap::data {
namespace {

// The points of one part; the part's number runs through the whole table.
std::span<const geo::LonLat> part_of(const RawGeometry& geometry, std::uint32_t part) {
  const std::uint32_t begin = part == 0 ? 0 : geometry.part_ends[part - 1];
  return std::span(geometry.points).subspan(begin, geometry.part_ends[part] - begin);
}

std::optional<std::string> reason_against(const exhibit::BaseLayerSpec& base, const RawGeometry& geometry,
                                          std::size_t row) {
  const GeometryKind kind = geometry.kind[row];
  if (kind == GeometryKind::kNone) return "no shape";
  if (kind == GeometryKind::kPoint) return "a point, where a line or a polygon is wanted";
  if (base.role == exhibit::BaseRole::kLand && kind != GeometryKind::kPolygon)
    return "a line, where a polygon is wanted";
  for (std::uint32_t part = row == 0 ? 0 : geometry.row_part_ends[row - 1]; part < geometry.row_part_ends[row];
       ++part) {
    for (const geo::LonLat& point : part_of(geometry, part)) {
      if (!is_on_globe(point))
        return fmt::format("longitude {}, latitude {} is not on the globe", point.lon_deg, point.lat_deg);
    }
  }
  return std::nullopt;
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

}  // namespace

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
    for (std::uint32_t part = row == 0 ? 0 : geometry.row_part_ends[row - 1]; part < geometry.row_part_ends[row];
         ++part) {
      const std::span<const geo::LonLat> points = part_of(geometry, part);
      shapes.points.insert(shapes.points.end(), points.begin(), points.end());
      shapes.part_ends.push_back(static_cast<std::uint32_t>(shapes.points.size()));
    }
    shapes.feature_part_ends.push_back(static_cast<std::uint32_t>(shapes.part_ends.size()));
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

}  // namespace spreadmap::data
