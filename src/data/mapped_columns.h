#pragma once
#include <string>

#include "base/result.h"
#include "data/raw_table.h"
#include "exhibit/exhibit.h"

namespace spreadmap::data {

/// The column of a key that may be left out; nullptr where it is. `key` names it in an error. Errors: the source has none of that name.
Result<const RawColumn*> optional_column(const RawTable& raw, const std::string& key, const std::string& name);

/// The column that a layer maps to one of the program's fields; nullptr where it maps none. Errors: as above.
Result<const RawColumn*> mapped_column(const exhibit::LayerSpec& layer, const RawTable& raw, const char* field);

}  // namespace spreadmap::data
