#include "data/csv_records.h"

namespace spreadmap::data {
namespace {

// Takes one record off the front of the text. `line` is where it begins, and afterwards where the next one does.
CsvRecord take_record(std::string_view& text, char separator, std::uint32_t& line) {
  CsvRecord record{.line = line, .field_count = 1};
  bool quoted = false;
  std::size_t i = 0;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    const bool ends_line = c == '\n' || c == '\r';
    if (ends_line) {
      ++line;
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
      if (!quoted) break;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      ++record.field_count;
      continue;
    }
    if (c != ' ' && c != '\t') record.filled_count = record.field_count;
    if (c == '\0') record.has_nul = true;
  }
  record.has_open_quote = quoted;
  text.remove_prefix(i < text.size() ? i + 1 : text.size());
  return record;
}

std::string_view without_byte_order_mark(std::string_view text) {
  return text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text;
}

}  // namespace

std::vector<CsvRecord> csv_records(std::string_view text, char separator) {
  std::vector<CsvRecord> records;
  text = without_byte_order_mark(text);
  std::uint32_t line = 1;
  while (!text.empty()) {
    const bool is_empty = text[0] == '\n' || text[0] == '\r';
    const CsvRecord record = take_record(text, separator, line);
    if (!is_empty) records.push_back(record);
  }
  return records;
}

char csv_separator(std::string_view text, std::size_t field_count) {
  text = without_byte_order_mark(text);
  while (!text.empty() && (text[0] == '\n' || text[0] == '\r')) text.remove_prefix(1);
  for (const char separator : {',', ';', '\t', ' '}) {
    std::string_view rest = text;
    std::uint32_t line = 1;
    if (take_record(rest, separator, line).field_count == field_count) return separator;
  }
  return ',';
}

}  // namespace spreadmap::data
