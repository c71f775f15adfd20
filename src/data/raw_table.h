#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "geo/spaces.h"

namespace spreadmap::data {

/// A column of UTF-8 strings, end to end: row i is bytes[ends[i-1] .. ends[i]).
struct StringColumn {
  std::string bytes;
  std::vector<std::uint32_t> ends;

  [[nodiscard]] std::size_t size() const { return ends.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t row) const {
    const std::uint32_t begin = row == 0 ? 0 : ends[row - 1];
    return std::string_view(bytes).substr(begin, ends[row] - begin);
  }
  void push_back(std::string_view text) {
    bytes.append(text);
    ends.push_back(static_cast<std::uint32_t>(bytes.size()));
  }
};

struct RawColumn {
  std::string name;
  StringColumn values;  ///< as the source writes them; empty where null
};

/// Geometry of all rows, flat. Row r owns parts [row_part_ends[r-1] .. row_part_ends[r]); part p owns
/// points[part_ends[p-1] .. part_ends[p]). A part is a point, a line or a ring, by `kind` of its row. WGS84.
enum class GeometryKind : std::uint8_t { kNone, kPoint, kLine, kPolygon };
struct RawGeometry {
  std::vector<GeometryKind> kind;
  std::vector<std::uint32_t> row_part_ends;
  std::vector<std::uint32_t> part_ends;
  std::vector<geo::LonLat> points;
};

/// A record that the reader could not take apart (too many fields, a quote that is never closed): set aside there, told
/// here.
struct RawFault {
  std::uint32_t line = 0;
  std::string reason;
};

/// One source as read: columns as text, geometry in WGS84, nothing judged yet. Flat, so that it crosses a process
/// boundary as it is.
struct RawTable {
  std::string source;  ///< the file, as named by the exhibit
  std::vector<RawColumn> columns;
  RawGeometry geometry;
  std::vector<std::uint32_t> line;  ///< for each row its line in the file (text formats) or its record number, from 1
  std::vector<RawFault> faults;

  [[nodiscard]] std::size_t row_count() const { return line.size(); }
  /// The column of that name, or nullptr.
  [[nodiscard]] const RawColumn* column(std::string_view name) const;
};

/// What the reader is asked for. `columns` empty: all of them; `with_columns` false: the geometry alone;
/// `with_geometry` false: a table alone, whose `geometry` is empty.
struct ReadRequest {
  std::string file;
  std::string layer = {};
  std::string where = {};
  std::vector<std::string> columns = {};
  bool with_columns = true;
  bool with_geometry = true;
};

/// The column of that name. Errors: it is not there; the nearest of those that are, or all of them, are named.
Result<const RawColumn*> required_column(const RawTable& table, std::string_view name);

/// Why a wanted column is not there: the nearest of those that are, or all of them.
std::string no_such_column(std::string_view wanted, const std::vector<std::string>& present);

}  // namespace spreadmap::data
