#include "base/folded.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace spreadmap {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// `apostrophe`: what stands for one.
void append_lower_ascii(std::string_view text, std::string_view apostrophe, std::string& out) {
  for (const char c : text) {
    if (c == '\'') {
      out += apostrophe;
    } else {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    }
  }
}

/// What stands for a letter that NFD leaves whole, as people write it who lack it on their keyboard; nullptr: itself. Nothing for
/// apostrophes of any kind. (Unicode CLDR, transform Latin-ASCII.)
const char* plain_of(UChar32 code_point) {
  struct Plain {
    UChar32 letter;
    const char* text;
  };
  static constexpr std::array kPlain{
      Plain{'\'', ""},    Plain{0x00e6, "ae"}, Plain{0x00f0, "d"}, Plain{0x00f8, "o"}, Plain{0x00fe, "th"},
      Plain{0x0111, "d"}, Plain{0x0127, "h"},  Plain{0x0131, "i"}, Plain{0x0138, "q"}, Plain{0x0142, "l"},
      Plain{0x014b, "n"}, Plain{0x0153, "oe"}, Plain{0x0167, "t"}, Plain{0x0180, "b"}, Plain{0x01b6, "z"},
      Plain{0x0253, "b"}, Plain{0x0257, "d"},  Plain{0x0268, "i"}, Plain{0x0289, "u"}, Plain{0x02b9, ""},
      Plain{0x02bb, ""},  Plain{0x02bc, ""},   Plain{0x02bd, ""},  Plain{0x02be, ""},  Plain{0x02bf, ""},
      Plain{0x2010, "-"}, Plain{0x2011, "-"},  Plain{0x2012, "-"}, Plain{0x2013, "-"}, Plain{0x2014, "-"},
      Plain{0x2018, ""},  Plain{0x2019, ""},   Plain{0x201b, ""},  Plain{0x2032, ""},  Plain{0xa78c, ""}};
  const auto found = std::ranges::lower_bound(kPlain, code_point, {}, &Plain::letter);
  return found != kPlain.end() && found->letter == code_point ? found->text : nullptr;
}

void append(std::string_view utf8, std::string_view apostrophe, std::string& out) {
  // Most texts are plain, and ICU's tables are only read for the others.
  if (is_ascii(utf8)) return append_lower_ascii(utf8, apostrophe, out);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status) != 0) return append_lower_ascii(utf8, apostrophe, out);
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  const icu::UnicodeString decomposed = decompose->normalize(fold->normalize(text, status), status);
  if (U_FAILURE(status) != 0) return append_lower_ascii(utf8, apostrophe, out);
  icu::UnicodeString bare;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 code_point = decomposed.char32At(at);
    if (const char* plain = plain_of(code_point)) {
      const std::string_view stands = *plain == '\0' ? apostrophe : plain;
      bare.append(icu::UnicodeString(stands.data(), static_cast<std::int32_t>(stands.size()), US_INV));
    } else if (u_charType(code_point) != U_NON_SPACING_MARK) {
      bare.append(code_point);
    }
  }
  bare.toUTF8String(out);
}

}  // namespace

void append_folded(std::string_view utf8, std::string& out) { append(utf8, "", out); }

std::string folded(std::string_view utf8) {
  std::string out;
  append(utf8, "", out);
  return out;
}

std::string folded_apart(std::string_view utf8) {
  std::string out;
  append(utf8, " ", out);
  return out;
}

}  // namespace spreadmap
