#include "base/letter_case.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace spreadmap {
namespace {

using CaseOf = UChar32 (*)(UChar32);

std::string in_case(std::string_view letter, CaseOf there, CaseOf back) {
  const auto text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(letter.data(), static_cast<std::int32_t>(letter.size())));
  if (text.countChar32() != 1) return std::string(letter);
  const UChar32 code_point = text.char32At(0), other = there(code_point);
  if (back(other) != code_point) return std::string(letter);
  std::string out;
  icu::UnicodeString(other).toUTF8String(out);
  return out;
}

}  // namespace

std::string small_letter(std::string_view letter) { return in_case(letter, u_tolower, u_toupper); }
std::string large_letter(std::string_view letter) { return in_case(letter, u_toupper, u_tolower); }

std::string other_case(std::string_view letter) {
  if (std::string small = small_letter(letter); small != letter) return small;
  if (std::string large = large_letter(letter); large != letter) return large;
  return {};
}

}  // namespace spreadmap
