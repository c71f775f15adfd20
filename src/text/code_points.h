#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

namespace spreadmap::text {

/// UTF-8 as code points of one line. Each ill-formed byte becomes one U+FFFD; control characters, line ends among them,
/// become spaces. Never fails.
std::vector<std::uint32_t> code_points_of(std::string_view utf8);

}  // namespace spreadmap::text
