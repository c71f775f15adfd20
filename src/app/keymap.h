#pragma once
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "model/command.h"

namespace spreadmap::app {

/// One action with the chords that call it, as platform::KeyPressed spells them.
struct KeyBinding {
  std::string id;  ///< as a keys file calls the action: "day-back"; another of the same keymap has another
  std::vector<std::string> chords;
  const char* keys = "";    ///< as the help shows them, and those of the bindings that are shown with it: "← →"
  const char* action = "";  ///< "A day back, a day on"; empty: shown with the binding before
  model::Command command;
  bool is_changed = false;  ///< other keys than the program's own call it: `keys` does not say which
};

using Keymap = std::vector<KeyBinding>;

/// All that the keyboard does, as the user has it.
struct Keymaps {
  Keymap explore, talk;
};

/// The program's own keys of the window. What is not here is neither bound nor listed.
Keymap explore_keymap();
/// Those of a talk, those that a clicker sends among them.
Keymap talk_keymap();

/// Bindings that are shown in one line: what does the like in other directions.
using KeymapGroup = std::ranges::subrange<Keymap::const_iterator>;
/// That which begins with a binding.
KeymapGroup next_group(const Keymap& keymap, Keymap::const_iterator from);

/// A line for each action that has a key: its chords, two spaces between them, a tab, and what it does, in English.
std::string listed(const Keymap& keymap);

/// What a chord calls; nullptr: nothing.
const KeyBinding* binding_of(const Keymap& keymap, std::string_view chord);
std::optional<model::Command> command_of(const Keymap& keymap, std::string_view chord);

/// Whether a chord calls its action though a text field has the keyboard; `is_writing`: one that leaves undo to the window. What types or moves in a
/// field is the field's, whatever it is bound to.
bool acts_beside_typing(const KeyBinding& binding, std::string_view chord, bool is_writing);

/// What the panels call a chord: "Tab" whatever leads into them, "Escape" whatever closes. `binding`: the chord's; nullptr: none.
std::string chord_for_panels(const std::string& chord, const KeyBinding* binding);

}  // namespace spreadmap::app
