#include "data/mapped_columns.h"

#include <fmt/format.h>

namespace spreadmap::data {

Result<const RawColumn*> optional_column(const RawTable& raw, const std::string& key, const std::string& name) {
  if (name.empty()) return nullptr;
  Result<const RawColumn*> column = required_column(raw, name);
  if (!column) return tl::unexpected(column.error().within(fmt::format("'{}'", key)));
  return column;
}

Result<const RawColumn*> mapped_column(const exhibit::LayerSpec& layer, const RawTable& raw, const char* field) {
  const auto mapping = layer.fields.find(field);
  if (mapping == layer.fields.end()) return nullptr;
  return optional_column(raw, std::string("fields.") + field, mapping->second);
}

}  // namespace spreadmap::data
