#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "app/keymap.h"
#include "language/language.h"
#include "ui/panels.h"

namespace spreadmap::app {

/// A chord as people read it, `between` its keys: "Ctrl ←", "Page Down", "Ctrl+Mayús+Z".
std::string spoken_chord(std::string_view chord, const language::Language& language, std::string_view between);

/// The first key of an action, as a text names it: "Ctrl+Z", "G". Empty: it has none.
std::string key_hint(const Keymap& keymap, std::string_view id, const language::Language& language);

/// What the panels say of keys, as one language says it.
class SpokenKeys {
 public:
  /// Nothing is made anew where that language has spoken last.
  void speak(const Keymap& keymap, const language::Language& language);
  /// A line for each group of actions that has a key.
  [[nodiscard]] const std::vector<ui::KeyHelp>& help() const { return help_; }
  [[nodiscard]] const ui::KeyHints& hints() const { return hints_; }

 private:
  std::string tag_;
  std::vector<ui::KeyHelp> help_;
  ui::KeyHints hints_;
};

}  // namespace spreadmap::app
