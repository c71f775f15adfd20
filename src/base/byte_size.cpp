#include "base/byte_size.h"

#include <array>

namespace spreadmap {

ByteSize byte_size(std::uint64_t bytes) {
  constexpr std::array<std::string_view, 4> kUnits{"kB", "MB", "GB", "TB"};
  double value = static_cast<double>(bytes) / 1000.0;
  std::size_t unit = 0;
  for (; value >= 999.5 && unit + 1 < kUnits.size(); ++unit) value /= 1000.0;
  return {value, kUnits.at(unit)};
}

}  // namespace spreadmap
