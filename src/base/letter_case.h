#pragma once
#include <string>
#include <string_view>

namespace spreadmap {

/// One letter of UTF-8 small or large: "Ñ" as "ñ", "k" as "K". What is not one letter, or has no such form of one letter that leads back to it (ß), stays.
std::string small_letter(std::string_view letter);
std::string large_letter(std::string_view letter);
/// The letter in the case that it is not in; empty: it has one only.
std::string other_case(std::string_view letter);

}  // namespace spreadmap
