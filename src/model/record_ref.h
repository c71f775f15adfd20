#pragma once
#include <cstdint>

namespace spreadmap::model {

/// One record: a layer of the exhibit, and a row of that layer's table; of a layer of areas, an area.
struct RecordRef {
  std::uint32_t layer = 0;
  std::uint32_t row = 0;
  bool operator==(const RecordRef&) const = default;
};

}  // namespace spreadmap::model
