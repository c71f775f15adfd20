#pragma once

namespace spreadmap {

/// Whether a byte of UTF-8 goes on with the letter that an earlier one began: no text is cut before it.
constexpr bool continues_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace spreadmap
