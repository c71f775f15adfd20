#include "model/coded_column.h"

#include <unordered_map>

namespace spreadmap::model {

CodedColumn coded(const data::StringColumn& column) {
  CodedColumn out;
  out.codes.reserve(column.size());
  // The keys lie in the column, which does not move while this runs.
  std::unordered_map<std::string_view, std::uint32_t> code_of;
  for (std::size_t row = 0; row < column.size(); ++row) {
    const std::string_view text = column[row];
    // Neighbouring rows often say the same.
    if (row > 0 && out.values[out.codes.back()] == text) {
      out.codes.push_back(out.codes.back());
      continue;
    }
    const auto [entry, is_new] = code_of.try_emplace(text, static_cast<std::uint32_t>(out.values.size()));
    if (is_new) out.values.emplace_back(text);
    out.codes.push_back(entry->second);
  }
  return out;
}

}  // namespace spreadmap::model
