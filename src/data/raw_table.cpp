#include "data/raw_table.h"

#include <algorithm>

#include "exhibit/nearest.h"

namespace spreadmap::data {

const RawColumn* RawTable::column(std::string_view name) const {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [name](const RawColumn& column) { return column.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

Result<const RawColumn*> required_column(const RawTable& table, std::string_view name) {
  if (const RawColumn* column = table.column(name)) return column;
  std::vector<std::string> present(table.columns.size());
  std::transform(table.columns.begin(), table.columns.end(), present.begin(),
                 [](const RawColumn& column) { return column.name; });
  return fail("{}: {}", table.source, no_such_column(name, present));
}

std::string no_such_column(std::string_view wanted, const std::vector<std::string>& present) {
  if (present.empty()) return fmt::format("no column '{}': there are no columns", wanted);
  return fmt::format("no column '{}'; {}", wanted, exhibit::suggestion(wanted, present));
}

}  // namespace spreadmap::data
