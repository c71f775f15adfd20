#pragma once
#include <cstdint>
#include <string_view>

namespace spreadmap {

/// A number of bytes in a unit in which people read it: below 1000 of it, if there is such a one.
struct ByteSize {
  double value = 0.0;
  std::string_view unit;  ///< kB, MB, GB or TB, of 1000
};
ByteSize byte_size(std::uint64_t bytes);

}  // namespace spreadmap
