#include "base/byte_size.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <tuple>

namespace spreadmap {
namespace {

TEST(ByteSize, IsInTheUnitInWhichItIsBelowAThousand) {
  for (const auto& [bytes, value, unit] : {std::tuple{std::uint64_t{0}, 0.0, "kB"},
                                           {1'500, 1.5, "kB"},
                                           {999'499, 999.499, "kB"},
                                           // Of three digits it would be 1000.
                                           {999'500, 0.9995, "MB"},
                                           {178'591'096, 178.591096, "MB"},
                                           {3'981'312'000, 3.981312, "GB"},
                                           {5'000'000'000'000'000, 5000.0, "TB"}}) {
    const ByteSize size = byte_size(bytes);
    EXPECT_DOUBLE_EQ(size.value, value) << bytes;
    EXPECT_EQ(size.unit, unit) << bytes;
  }
}

}  // namespace
}  // namespace spreadmap
