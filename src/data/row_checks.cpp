#include "data/row_checks.h"

#include <charconv>
#include <cmath>
#include <limits>

#include "exhibit/utf8.h"

namespace spreadmap::data {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
// What stands for the column where a record's position is its geometry.
constexpr const char* kGeometryColumn = "geometry";

// A message quotes no whole page.
constexpr std::size_t kLongestQuote = 40;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// A value as a message quotes it.
std::string quoted(std::string_view text) {
  if (!exhibit::is_utf8(text)) return "(bytes)";
  if (text.size() <= kLongestQuote) return fmt::format("'{}'", text);
  return fmt::format("'{}…'", text.substr(0, exhibit::utf8_prefix(text.substr(0, kLongestQuote))));
}

tl::unexpected<RowFault> refused(std::string column, std::string reason) {
  return tl::unexpected(RowFault{std::move(column), std::move(reason)});
}

}  // namespace

Checked<std::string_view> checked_text(const RawColumn* column, std::size_t row) {
  if (column == nullptr) return std::string_view{};
  const std::string_view text = trimmed(column->values[row]);
  if (!exhibit::is_utf8(text)) return refused(column->name, "not UTF-8");
  return text;
}

Checked<double> checked_number(const RawColumn& column, std::size_t row) {
  const std::string_view text = trimmed(column.values[row]);
  if (text.empty()) return kNaN;
  double number = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size();
  // from_chars also takes "nan" and "inf".
  if (!is_whole || !std::isfinite(number)) return refused(column.name, fmt::format("not a number: {}", quoted(text)));
  return number;
}

Checked<time::DayInterval> checked_day(const RawColumn& column, std::size_t row) {
  const std::string_view text = trimmed(column.values[row]);
  if (text.empty()) return refused(column.name, "no date");
  const Result<time::DayInterval> day = time::parse_day_interval(text);
  if (day) return *day;
  // The parser's words quote the text whole.
  const bool is_quotable = text.size() <= kLongestQuote && exhibit::is_utf8(text);
  return refused(column.name, is_quotable ? day.error().message : fmt::format("not a date: {}", quoted(text)));
}

bool is_on_globe(geo::LonLat point) { return std::abs(point.lon_deg) <= 180.0 && std::abs(point.lat_deg) <= 90.0; }

std::string off_the_globe(geo::LonLat point) {
  const bool is_metres = std::abs(point.lon_deg) > 360.0 || std::abs(point.lat_deg) > 360.0;
  return fmt::format("longitude {}, latitude {} is not on the globe{}", point.lon_deg, point.lat_deg,
                     is_metres ? "; metres need a file that names its CRS (a shapefile its .prj)" : "");
}

geo::LonLat counted_from_greenwich(geo::LonLat point) {
  if (point.lon_deg > 180.0 && point.lon_deg <= 360.0) point.lon_deg -= 360.0;
  return point;
}

Checked<geo::LonLat> checked_position(const RawColumn& lon, const RawColumn& lat, std::size_t row) {
  const Checked<double> lon_deg = checked_number(lon, row);
  if (!lon_deg) return tl::unexpected(lon_deg.error());
  const Checked<double> lat_deg = checked_number(lat, row);
  if (!lat_deg) return tl::unexpected(lat_deg.error());
  const geo::LonLat point = counted_from_greenwich({*lon_deg, *lat_deg});
  if (std::isnan(point.lon_deg) && std::isnan(point.lat_deg)) return point;
  if (std::isnan(point.lon_deg)) return refused(lon.name, "no longitude");
  if (std::isnan(point.lat_deg)) return refused(lat.name, "no latitude");
  if (std::abs(point.lon_deg) > 180.0)
    return refused(lon.name, fmt::format("longitude {} is not between -180 and 360", point.lon_deg));
  if (std::abs(point.lat_deg) > 90.0)
    return refused(lat.name, fmt::format("latitude {} is not between -90 and 90", point.lat_deg));
  return point;
}

Checked<geo::LonLat> checked_point(const RawGeometry& geometry, std::size_t row) {
  const GeometryKind kind = row < geometry.kind.size() ? geometry.kind[row] : GeometryKind::kNone;
  if (kind == GeometryKind::kNone) return geo::LonLat{kNaN, kNaN};
  const std::uint32_t part = row == 0 ? 0 : geometry.row_part_ends[row - 1];
  const bool is_one_part = geometry.row_part_ends[row] - part == 1;
  const std::uint32_t begin = is_one_part && part > 0 ? geometry.part_ends[part - 1] : 0;
  const bool is_one_point = is_one_part && geometry.part_ends[part] - begin == 1;
  if (kind != GeometryKind::kPoint || !is_one_point) return refused(kGeometryColumn, "not a single point");
  const geo::LonLat point = counted_from_greenwich(geometry.points[begin]);
  if (is_on_globe(point)) return point;
  return refused(kGeometryColumn, off_the_globe(point));
}

}  // namespace spreadmap::data
