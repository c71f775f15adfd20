#pragma once
#include <cstddef>
#include <string_view>

namespace spreadmap::exhibit {

/// How many bytes from the start on are well-formed UTF-8 (RFC 3629: no surrogates, nothing over-long). The size of the
/// text where all of it is.
std::size_t utf8_prefix(std::string_view text);
inline bool is_utf8(std::string_view text) { return utf8_prefix(text) == text.size(); }

}  // namespace spreadmap::exhibit
