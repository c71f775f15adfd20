#pragma once
#include <string>
#include <string_view>
#include <type_traits>

namespace spreadmap::language {

// The program's words run from the left. What an exhibit says may run from the right; the bidirectional algorithm would then mix it with the words and
// figures beside it. Unicode's marks keep it apart, and are put only where there is something to keep apart.

/// A text that stands within another, in a direction of its own (U+2068 … U+2069); as it is where nothing in it runs from the right.
std::string set_apart(std::string_view text);
/// A text that runs from the left within whatever it stands in (U+2066 … U+2069).
std::string isolated_from_the_left(std::string text);
/// A line of the program that holds such texts: it runs from the left, whatever it begins with.
std::string from_the_left(std::string line);
/// "36 states · 24 joined": two parts of a line from left to right; one alone where the other is empty. Where
/// neither has a word that runs from the left the line runs as its words do.
std::string beside(std::string_view first, std::string_view second);

/// What is filled into a text of the program.
template <class Value>
auto as_filled(const Value& value) {
  if constexpr (std::is_convertible_v<const Value&, std::string_view>) {
    return set_apart(value);
  } else {
    return value;
  }
}

}  // namespace spreadmap::language
