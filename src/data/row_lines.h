#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "data/csv_records.h"
#include "data/raw_table.h"

namespace spreadmap::data {

/// Gives each row that is read its line, and says which records of a CSV file are no rows.
class RowLines {
 public:
  /// Of formats without lines: rows are numbered as they come when `reads_all`, else by their own number where they
  /// have one.
  explicit RowLines(bool reads_all) : reads_all_(reads_all) {}
  /// Of a CSV file, whose row number n (from 1) is record n behind the header.
  RowLines(std::string_view csv_text, std::size_t column_count);

  /// The line of the next row, whose own number is `row_number` (negative: none). Nothing where it is set aside; a
  /// record that cannot be trusted is added to `faults`, a line of blanks is not.
  std::optional<std::uint32_t> next(std::int64_t row_number, std::vector<RawFault>& faults);

 private:
  std::vector<CsvRecord> records_;
  std::size_t column_count_ = 0;
  std::uint32_t read_ = 0;
  bool reads_all_ = true;
};

}  // namespace spreadmap::data
