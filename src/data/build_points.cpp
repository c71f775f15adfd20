#include "data/build_points.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "data/mapped_columns.h"
#include "data/row_checks.h"

namespace spreadmap::data {
namespace {

// The columns that are kept as text, in the order of the table's members.
constexpr std::array<const char*, 9> kTextFields = {"name",       "place",  "region",     "county", "kind",
                                                    "confidence", "source", "source_url", "notes"};
constexpr std::array<StringColumn PointTable::*, 9> kTextColumns = {
    &PointTable::name,       &PointTable::place,  &PointTable::region,     &PointTable::county, &PointTable::kind,
    &PointTable::confidence, &PointTable::source, &PointTable::source_url, &PointTable::notes};

// The columns of what is said in one more language.
struct ColumnsIn {
  std::string language;
  const RawColumn* source = nullptr;
  const RawColumn* notes = nullptr;
};

// The source's columns that a layer maps; nullptr where it maps none.
struct Columns {
  std::vector<ColumnsIn> in;
  std::array<const RawColumn*, 9> text{};
  const RawColumn* first_day = nullptr;
  const RawColumn* last_day = nullptr;
  const RawColumn* amount_usd = nullptr;
  const RawColumn* lon = nullptr;
  const RawColumn* lat = nullptr;
};

struct Record {
  std::array<std::string_view, 9> text;  ///< into the raw table
  geo::LonLat lon_lat;
  time::DayInterval first_day;
  time::DayInterval last_day = kNoEnd;
  double amount_usd = std::numeric_limits<double>::quiet_NaN();
  std::uint32_t line = 0;
  std::size_t raw_row = 0;
};

Result<std::vector<ColumnsIn>> columns_in(const exhibit::LayerSpec& layer, const RawTable& raw) {
  std::vector<ColumnsIn> found;
  for (const auto& [language, fields] : layer.fields_in) {
    ColumnsIn& columns = found.emplace_back();
    columns.language = language;
    for (const auto& [field, name] : fields) {
      const Result<const RawColumn*> column = optional_column(raw, fmt::format("fields.{}.{}", field, language), name);
      if (!column) return tl::unexpected(column.error());
      (field == "notes" ? columns.notes : columns.source) = *column;
    }
  }
  return found;
}

Result<Columns> columns_of(const exhibit::LayerSpec& layer, const RawTable& raw) {
  Columns columns;
  std::vector<std::pair<const char*, const RawColumn**>> wanted = {{"first_day", &columns.first_day},
                                                                   {"last_day", &columns.last_day},
                                                                   {"amount_usd", &columns.amount_usd},
                                                                   {"lon", &columns.lon},
                                                                   {"lat", &columns.lat}};
  for (std::size_t i = 0; i < kTextFields.size(); ++i) wanted.emplace_back(kTextFields[i], &columns.text[i]);
  for (const auto& [field, column] : wanted) {
    const Result<const RawColumn*> found = mapped_column(layer, raw, field);
    if (!found) return tl::unexpected(found.error());
    *column = *found;
  }
  Result<std::vector<ColumnsIn>> in = columns_in(layer, raw);
  if (!in) return tl::unexpected(in.error());
  columns.in = std::move(*in);
  return columns;
}

Checked<time::DayInterval> first_day_of(const exhibit::LayerSpec& layer, const Columns& columns, std::size_t row) {
  if (columns.first_day != nullptr) return checked_day(*columns.first_day, row);
  if (layer.day) return time::DayInterval{*layer.day, *layer.day};
  return tl::unexpected(RowFault{"first_day", "no date"});
}

Checked<time::DayInterval> last_day_of(const Columns& columns, std::size_t row, const time::DayInterval& first_day) {
  if (columns.last_day == nullptr) return kNoEnd;
  const Checked<std::string_view> text = checked_text(columns.last_day, row);
  if (text && text->empty()) return kNoEnd;
  Checked<time::DayInterval> day = checked_day(*columns.last_day, row);
  if (!day || day->latest >= first_day.earliest) return day;
  return tl::unexpected(
      RowFault{columns.last_day->name, fmt::format("ends on {}, before it begins", time::iso_day(day->latest))});
}

Checked<double> amount_of(const Columns& columns, std::size_t row) {
  if (columns.amount_usd == nullptr) return std::numeric_limits<double>::quiet_NaN();
  Checked<double> amount = checked_number(*columns.amount_usd, row);
  if (amount && *amount < 0.0)
    return tl::unexpected(RowFault{columns.amount_usd->name, fmt::format("{} is less than nothing", *amount)});
  // More than all the money there is would be a slip of the pen, and drown every other circle.
  constexpr double kMost_usd = 1e15;
  if (amount && *amount > kMost_usd) {
    return tl::unexpected(
        RowFault{columns.amount_usd->name, fmt::format("{} is more than a million billion", *amount)});
  }
  return amount;
}

Checked<geo::LonLat> position_of(const exhibit::LayerSpec& layer, const RawTable& raw, const Columns& columns,
                                 std::size_t row) {
  const bool has_columns = columns.lon != nullptr && columns.lat != nullptr;
  Checked<geo::LonLat> point =
      has_columns ? checked_position(*columns.lon, *columns.lat, row) : checked_point(raw.geometry, row);
  // An organisation counts even where its seat is not known; a mark on the map without a place is none.
  const bool needs_place = layer.kind != exhibit::LayerKind::kSignatories;
  if (point && std::isnan(point->lon_deg) && needs_place)
    return tl::unexpected(RowFault{has_columns ? columns.lon->name : "geometry", "no place"});
  return point;
}

Checked<Record> record_of(const exhibit::LayerSpec& layer, const RawTable& raw, const Columns& columns,
                          std::size_t row) {
  Record record;
  record.line = raw.line[row];
  for (std::size_t i = 0; i < columns.text.size(); ++i) {
    const Checked<std::string_view> text = checked_text(columns.text[i], row);
    if (!text) return tl::unexpected(text.error());
    record.text[i] = *text;
  }
  record.raw_row = row;
  for (const ColumnsIn& in : columns.in) {
    for (const RawColumn* column : {in.source, in.notes}) {
      if (const Checked<std::string_view> text = checked_text(column, row); !text) return tl::unexpected(text.error());
    }
  }
  const Checked<time::DayInterval> first_day = first_day_of(layer, columns, row);
  if (!first_day) return tl::unexpected(first_day.error());
  const Checked<time::DayInterval> last_day = last_day_of(columns, row, *first_day);
  if (!last_day) return tl::unexpected(last_day.error());
  const Checked<double> amount_usd = amount_of(columns, row);
  if (!amount_usd) return tl::unexpected(amount_usd.error());
  const Checked<geo::LonLat> lon_lat = position_of(layer, raw, columns, row);
  if (!lon_lat) return tl::unexpected(lon_lat.error());
  record.first_day = *first_day;
  record.last_day = *last_day;
  record.amount_usd = *amount_usd;
  record.lon_lat = *lon_lat;
  return record;
}

std::vector<TextsIn> texts_in_of(const std::vector<Record>& records, const Columns& columns) {
  std::vector<TextsIn> all;
  for (const ColumnsIn& in : columns.in) {
    TextsIn& texts = all.emplace_back();
    texts.language = in.language;
    // They were checked with their records.
    for (const Record& record : records) {
      texts.source.push_back(checked_text(in.source, record.raw_row).value_or(""));
      texts.notes.push_back(checked_text(in.notes, record.raw_row).value_or(""));
    }
  }
  return all;
}

PointTable table_of(const std::vector<Record>& records, const Columns& columns) {
  PointTable table;
  table.texts_in = texts_in_of(records, columns);
  for (const Record& record : records) {
    for (std::size_t i = 0; i < kTextColumns.size(); ++i) (table.*kTextColumns[i]).push_back(record.text[i]);
    table.lon_lat.push_back(record.lon_lat);
    table.first_day.push_back(record.first_day);
    table.last_day.push_back(record.last_day);
    table.amount_usd.push_back(record.amount_usd);
    table.line.push_back(record.line);
  }
  return table;
}

bool has_position(const exhibit::LayerSpec& layer, const RawTable& raw) {
  if (layer.kind == exhibit::LayerKind::kSignatories || raw.row_count() == 0 || layer.fields.contains("lon"))
    return true;
  return std::any_of(raw.geometry.kind.begin(), raw.geometry.kind.end(),
                     [](GeometryKind kind) { return kind != GeometryKind::kNone; });
}

}  // namespace

Result<PointTable> build_points(const exhibit::LayerSpec& layer, const RawTable& raw,
                                std::vector<RowProblem>& problems) {
  const Result<Columns> columns = columns_of(layer, raw);
  if (!columns) return tl::unexpected(columns.error());
  if (!has_position(layer, raw))
    return fail("{}: holds no places; map 'fields.lon' and 'fields.lat' to columns of it", raw.source);
  std::vector<Record> records;
  records.reserve(raw.row_count());
  for (std::size_t row = 0; row < raw.row_count(); ++row) {
    Checked<Record> record = record_of(layer, raw, *columns, row);
    if (record) {
      records.push_back(*record);
    } else {
      problems.push_back(
          {raw.source, raw.line[row], std::move(record.error().column), std::move(record.error().reason)});
    }
  }
  std::stable_sort(records.begin(), records.end(), [](const Record& a, const Record& b) {
    return std::tie(a.first_day.earliest, a.line) < std::tie(b.first_day.earliest, b.line);
  });
  return table_of(records, *columns);
}

}  // namespace spreadmap::data
