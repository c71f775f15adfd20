#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "data/raw_table.h"
#include "geo/spaces.h"
#include "time/day.h"

namespace spreadmap::data {

/// Why a row is set aside, and in which column of the source.
struct RowFault {
  std::string column;
  std::string reason;
};
template <class T>
using Checked = tl::expected<T, RowFault>;

/// The value of a mapped column; empty where the column is not mapped (nullptr). Blanks around it are no part of it.
/// Refused where it is not UTF-8.
Checked<std::string_view> checked_text(const RawColumn* column, std::size_t row);

/// A finite number, point as decimal sign; NaN where the value is empty.
Checked<double> checked_number(const RawColumn& column, std::size_t row);

/// A date as precisely as it is written. Refused where it is empty.
Checked<time::DayInterval> checked_day(const RawColumn& column, std::size_t row);

/// True where the point lies on the globe: longitude -180 to 180, latitude -90 to 90.
bool is_on_globe(geo::LonLat point);
/// Across the antimeridian many tables count on to 360: the same place, from -180 to 180.
geo::LonLat counted_from_greenwich(geo::LonLat point);
/// Why a point is refused that is not, and what to do: degrees are at most 360, so larger figures are metres whose CRS the file does not name.
std::string off_the_globe(geo::LonLat point);

/// The position that two columns hold; NaN where both are empty.
Checked<geo::LonLat> checked_position(const RawColumn& lon, const RawColumn& lat, std::size_t row);

/// The position of a row's geometry, which must be one point; NaN where there is none.
Checked<geo::LonLat> checked_point(const RawGeometry& geometry, std::size_t row);

}  // namespace spreadmap::data
