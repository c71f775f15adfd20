#pragma once
#include <imgui.h>

#include <string>
#include <string_view>

#include "ui/letters.h"

namespace spreadmap::ui {

// The one door through which the panels' texts go to ImGui, which shapes nothing and draws what its fonts do not have as `?`: what is
// not Latin is put in visual order (text/visual_text.h), and its letters are asked for. Texts are given in logical order.

/// A text as ImGui draws it.
std::string lettered(std::string_view text);
/// The same, cut with an ellipsis to a width in desktop points where it is longer: what is read first stays.
std::string lettered_within(std::string_view text, float width);
/// How wide and high it is drawn, in desktop points; in lines no wider than `room`, where one is given.
ImVec2 size_of(std::string_view text, float room = -1.0F);

/// A line in the window's flow, in ImGui's colour of text.
void write(std::string_view text);
/// Lines no wider than what is left up to `right`, from the window's left edge; 0: all that there is. Those of a paragraph that runs from the
/// right stand at the right.
void write_lines(std::string_view text, float right = 0.0F);
/// Wherever it is to stand.
void write_at(ImDrawList& list, ImVec2 at, ImU32 colour, std::string_view text);

/// Of the panels whose picture is being laid out: ImGui carries them from `Panels` to the widgets.
Letters& letters();

}  // namespace spreadmap::ui
