#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/raw_table.h"

namespace spreadmap::model {

/// A column of few different texts: each text once, in the order in which it first stands, and for each row which of them it has.
struct CodedColumn {
  std::vector<std::string> values;
  std::vector<std::uint32_t> codes;  ///< by row, an index into `values`

  /// Whether any row says anything.
  [[nodiscard]] bool says_anything() const {
    return values.size() > 1 || (values.size() == 1 && !values.front().empty());
  }
};

CodedColumn coded(const data::StringColumn& column);

}  // namespace spreadmap::model
