#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace spreadmap::data {

/// Where a record of a CSV text begins, and whether its form can be trusted.
struct CsvRecord {
  std::uint32_t line = 0;          ///< of its first character, from 1; ends are LF, CR or CR LF
  std::uint32_t field_count = 0;   ///< empty fields after the last filled one included
  std::uint32_t filled_count = 0;  ///< up to the last field that holds anything
  bool has_open_quote = false;     ///< the text ends before its quote is closed
  bool has_nul = false;
};

/// The records as GDAL's CSV driver cuts them, the header included, so that its n-th is this n-th: a quote opens and
/// closes wherever it stands, a line without any character is no record. GDAL itself knows no line numbers and drops
/// surplus fields without a word.
std::vector<CsvRecord> csv_records(std::string_view text, char separator);

/// The separator that gives the header that many fields; a comma where none does.
char csv_separator(std::string_view text, std::size_t field_count);

}  // namespace spreadmap::data
