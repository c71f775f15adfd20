#pragma once
#include <imgui.h>

#include <string>

#include "base/colour.h"
#include "style/theme.h"

namespace spreadmap::ui {

ImVec4 vec4(Srgb8 colour);
ImU32 packed(Srgb8 colour);

enum class Symbol { kDot, kCircle, kDiamond };

/// One row of the layer list: symbol, name, a figure at the right and a switch. Returns true when the switch was pressed.
bool layer_row(const char* id, Symbol symbol, Srgb8 colour, const std::string& name, const std::string& figure, bool on,
               const style::Theme& theme, float scale);
/// A switch alone with its text before it.
bool switch_row(const char* id, const std::string& text, bool on, const style::Theme& theme, float scale);
/// Small capitals above a group.
void heading(const char* text, const style::Theme& theme, float scale);
enum class Icon { kPrevious, kBack, kPlay, kPause, kOn, kNext };
/// A button with a drawn sign instead of a text.
bool icon_button(const char* id, Icon icon, const style::Theme& theme, float scale, float width);
/// A button of the card's kind; `is_active` fills it.
bool pill(const char* label, bool is_active, const style::Theme& theme, float scale, float width = 0.0F);

}  // namespace spreadmap::ui
