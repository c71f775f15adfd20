#pragma once
#include <cstdint>
#include <string>

namespace spreadmap::vector {

/// The bytes of one code point, at the end of a text.
inline void append_utf8(std::string& text, std::uint32_t code_point) {
  const auto byte = [&text](std::uint32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (code_point < 0x80U) return byte(code_point);
  if (code_point < 0x800U) {
    byte(0xc0U | code_point >> 6U);
  } else {
    if (code_point < 0x10000U) {
      byte(0xe0U | code_point >> 12U);
    } else {
      byte(0xf0U | code_point >> 18U);
      byte(0x80U | (code_point >> 12U & 0x3fU));
    }
    byte(0x80U | (code_point >> 6U & 0x3fU));
  }
  byte(0x80U | (code_point & 0x3fU));
}

}  // namespace spreadmap::vector
