#include "data/row_lines.h"

#include <fmt/format.h>

#include <limits>

namespace spreadmap::data {
namespace {

// Why a record cannot be trusted; GDAL would put its values into the wrong columns, or drop them.
std::optional<std::string> fault_of(const CsvRecord& record, std::size_t column_count) {
  if (record.has_open_quote) return "a quote is opened and never closed";
  if (record.has_nul) return "holds a zero byte";
  const bool is_wide = record.filled_count > column_count;
  const bool is_narrow = record.field_count < column_count;
  if (!is_wide && !is_narrow) return std::nullopt;
  const std::uint32_t count = is_wide ? record.filled_count : record.field_count;
  return fmt::format("{} {}, where the header has {}", count, count == 1 ? "field" : "fields", column_count);
}

}  // namespace

RowLines::RowLines(std::string_view csv_text, std::size_t column_count)
    : records_(csv_records(csv_text, csv_separator(csv_text, column_count))), column_count_(column_count) {}

std::optional<std::uint32_t> RowLines::next(std::int64_t row_number, std::vector<RawFault>& faults) {
  ++read_;
  const bool has_number = row_number >= 0 && row_number <= std::numeric_limits<std::uint32_t>::max();
  const auto index = static_cast<std::size_t>(has_number ? row_number : 0);
  if (!has_number || index >= records_.size())
    return reads_all_ || !has_number ? read_ : static_cast<std::uint32_t>(index);
  const CsvRecord& record = records_[index];
  if (record.filled_count == 0 && record.field_count == 1) return std::nullopt;
  std::optional<std::string> fault = fault_of(record, column_count_);
  if (!fault) return record.line;
  faults.push_back({record.line, *std::move(fault)});
  return std::nullopt;
}

}  // namespace spreadmap::data
