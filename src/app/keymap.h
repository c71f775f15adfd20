#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/command.h"

namespace spreadmap::app {

/// One action with the chords that call it, as platform::KeyPressed spells them.
struct KeyBinding {
  std::vector<std::string> chords;
  const char* keys = "";    ///< as the help shows them: "← →"; both to be spoken by a Language
  const char* action = "";  ///< "A day back, a day on"; empty: shown with the binding before
  model::Command command;
};

using Keymap = std::vector<KeyBinding>;

/// The keys of the window. What is not here is neither bound nor listed.
const Keymap& explore_keymap();
/// The keys of a talk, those that a clicker sends among them.
const Keymap& talk_keymap();

/// A line for each action: its chords, two spaces between them, a tab, and what it does, in English.
std::string listed(const Keymap& keymap);

std::optional<model::Command> command_of(const Keymap& keymap, std::string_view chord);

}  // namespace spreadmap::app
