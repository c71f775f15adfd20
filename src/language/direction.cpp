#include "language/direction.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace spreadmap::language {
namespace {

// Unicode's marks in UTF-8, byte by byte: in a string they would turn round the line that they stand in.
constexpr std::array kLeftToRightMark{'\xe2', '\x80', '\x8e'}, kLeftToRightIsolate{'\xe2', '\x81', '\xa6'},
    kFirstStrongIsolate{'\xe2', '\x81', '\xa8'}, kPopIsolate{'\xe2', '\x81', '\xa9'};
using Mark = std::array<char, 3>;

std::string_view bytes(const Mark& mark) { return {mark.data(), mark.size()}; }

/// Whether any character is strong in one of the directions.
bool has_any(std::string_view utf8, std::initializer_list<UCharDirection> directions) {
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UCharDirection direction = u_charDirection(text.char32At(at));
    if (std::ranges::find(directions, direction) != directions.end()) return true;
  }
  return false;
}

bool runs_from_the_right(std::string_view utf8) { return has_any(utf8, {U_RIGHT_TO_LEFT, U_RIGHT_TO_LEFT_ARABIC}); }

}  // namespace

std::string set_apart(std::string_view text) {
  std::string apart(text);
  return runs_from_the_right(text) ? apart.insert(0, bytes(kFirstStrongIsolate)).append(bytes(kPopIsolate)) : apart;
}

std::string isolated_from_the_left(std::string text) {
  return std::move(text.insert(0, bytes(kLeftToRightIsolate)).append(bytes(kPopIsolate)));
}

std::string from_the_left(std::string line) {
  return runs_from_the_right(line) ? line.insert(0, bytes(kLeftToRightMark)) : line;
}

std::string beside(std::string_view first, std::string_view second) {
  if (first.empty() || second.empty()) return std::string(first.empty() ? second : first);
  std::string plain = std::string(first).append(" · ").append(second);
  if (!has_any(plain, {U_LEFT_TO_RIGHT})) return plain;
  return from_the_left(set_apart(first).append(" · ").append(set_apart(second)));
}

}  // namespace spreadmap::language
