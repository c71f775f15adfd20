#include "data/raw_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "exhibit/nearest.h"

namespace spreadmap::data {

const RawColumn* RawTable::column(std::string_view name) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [name](const RawColumn& column) { return column.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

std::string no_such_column(std::string_view wanted, const std::vector<std::string>& present) {
  if (present.empty()) return fmt::format("no column '{}': there are no columns", wanted);
  return fmt::format("no column '{}'; {}", wanted, exhibit::suggestion(wanted, present));
}

}  // namespace spreadmap::data
