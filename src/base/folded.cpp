#include "base/folded.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

namespace spreadmap {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void append_lower_ascii(std::string_view text, std::string& out) {
  for (const char c : text) out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
}

}  // namespace

void append_folded(std::string_view utf8, std::string& out) {
  // Most texts are plain, and ICU's tables are only read for the others.
  if (is_ascii(utf8)) return append_lower_ascii(utf8, out);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status) != 0) return append_lower_ascii(utf8, out);
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  const icu::UnicodeString decomposed = decompose->normalize(fold->normalize(text, status), status);
  if (U_FAILURE(status) != 0) return append_lower_ascii(utf8, out);
  icu::UnicodeString bare;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 code_point = decomposed.char32At(at);
    if (u_charType(code_point) != U_NON_SPACING_MARK) bare.append(code_point);
  }
  bare.toUTF8String(out);
}

std::string folded(std::string_view utf8) {
  std::string out;
  append_folded(utf8, out);
  return out;
}

}  // namespace spreadmap
