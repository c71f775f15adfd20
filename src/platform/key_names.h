#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace spreadmap::platform {

/// "Ctrl+Shift+Alt+", those that are held.
std::string modifiers_named(bool with_ctrl, bool with_shift, bool with_alt);

/// A chord as somebody writes it ("shift+ctrl+left", "Esc", "k", "+"), as KeyPressed spells it ("Ctrl+Shift+Left", "Escape", "k", "+"): a
/// key by its name, or the character that it types. nullopt: no key makes it; with Shift alone a key types another character, which is to be
/// written itself.
std::optional<std::string> chord_named(std::string_view written);

/// Whether a field that somebody types into has a use for a chord, as KeyPressed spells it: a character, or what moves and changes what was
/// typed. Undo is none of these: a field has it for what was typed, and whoever asks may have it for more.
bool is_of_typing(std::string_view chord);

/// The names of keys that type no character.
std::vector<std::string> key_names();

}  // namespace spreadmap::platform
