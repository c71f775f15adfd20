#include "app/csv_text.h"

namespace spreadmap::app {

std::string csv_text(std::string_view text) {
  constexpr std::string_view kBeginsFormula = "=+-@\t\r\n";
  std::string field;
  if (!text.empty() && kBeginsFormula.find(text.front()) != std::string_view::npos) field += '\'';
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  const bool is_quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  return is_quoted ? '"' + field + '"' : field;
}

}  // namespace spreadmap::app
