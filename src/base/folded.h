#pragma once
#include <string>
#include <string_view>

namespace spreadmap {

/// A text as it is compared when people look for it: without case, without accents, compatibility forms resolved (NFKC_Casefold of Unicode
/// TR31, then marks of NFD removed, and what NFD leaves whole as people write it without: Łódź as lodz, Nukuʻalofa and d’Or without
/// apostrophes of any kind): "Cañon ﬁre" and "CANON FIRE" give the same. Ill-formed UTF-8 is folded byte by byte as ASCII is.
std::string folded(std::string_view utf8);
/// The same, with a space for each apostrophe: "coeur d alene", whose words are found by their beginnings.
std::string folded_apart(std::string_view utf8);
/// The first, added to the end of a text.
void append_folded(std::string_view utf8, std::string& out);

}  // namespace spreadmap
