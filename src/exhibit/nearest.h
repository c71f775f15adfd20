#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace spreadmap::exhibit {

/// How many single edits (a letter added, dropped, changed, or two neighbours swapped) lead from one word to the other:
/// optimal string alignment distance. Bytes, not letters; case counts.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// What to say after an unknown word: `did you mean 'title'?` when one of the known words is near, first of all but for
/// case and accents, else `known here: a, b, c`, or that there is none.
std::string suggestion(std::string_view word, std::span<const std::string> known);

}  // namespace spreadmap::exhibit
