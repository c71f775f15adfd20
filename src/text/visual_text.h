#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace spreadmap::text {

/// For whoever draws text letter by letter from the left and shapes nothing, as Dear ImGui does: lines in visual order, with Arabic letters as the
/// presentation forms that join, brackets turned round where they run from the right, and without the invisible marks of direction. What needs
/// more than this (Devanagari's and Thai's clusters) has its letters side by side. `FontSet::shape` does all of it, and better.

/// Whether a text is already as it is drawn, as all Latin is.
bool is_visual(std::string_view utf8);

/// One line; a text that is visual already as it is. Controls, line ends among them, become spaces, and an ill-formed byte U+FFFD.
std::string visual_line(std::string_view utf8);

struct VisualLines {
  std::vector<std::string> lines;
  bool is_right_to_left = false;  ///< the paragraph, by its first strong character
};
/// How many bytes of what is left of a paragraph, in logical order and joined, stand on the next line; what is 0 or cuts a letter is put right.
using LineFit = std::function<std::size_t(std::string_view rest)>;
/// One paragraph, broken before it is put in order: the first line holds what is read first. Spaces at a break are left out.
VisualLines visual_lines(std::string_view utf8, const LineFit& fit);

}  // namespace spreadmap::text
