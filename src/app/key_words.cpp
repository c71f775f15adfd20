#include "app/key_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "base/letter_case.h"

namespace spreadmap::app {
namespace {

using language::Language;

std::string spoken_key(std::string_view key, const Language& language) {
  constexpr std::array kDrawn{std::pair{"Left", "←"}, std::pair{"Right", "→"}, std::pair{"Up", "↑"},
                              std::pair{"Down", "↓"}, std::pair{"-", "−"}};
  for (const auto& [name, sign] : kDrawn) {
    if (key == name) return sign;
  }
  const std::array named{std::pair{"Space", language.text("Space")},
                         std::pair{"Tab", language.text("Tab")},
                         std::pair{"Escape", language.text("Esc")},
                         std::pair{"Return", language.text_in("key", "Enter")},
                         std::pair{"PageDown", language.text_in("key", "Page Down")},
                         std::pair{"PageUp", language.text_in("key", "Page Up")},
                         std::pair{"Home", language.text_in("key", "Home")},
                         std::pair{"End", language.text_in("key", "End")},
                         std::pair{"Insert", language.text_in("key", "Insert")},
                         std::pair{"Delete", language.text_in("key", "Delete")},
                         std::pair{"Backspace", language.text_in("key", "Backspace")}};
  for (const auto& [name, word] : named) {
    if (key == name) return word;
  }
  constexpr std::string_view kPad = "Keypad ";
  if (key.starts_with(kPad)) {
    const std::string_view rest = key.substr(kPad.size());
    return language.filled("Keypad {}", spoken_key(rest == "Enter" ? "Return" : rest, language));
  }
  return std::string(key);
}

/// Those of one action, each letter once that is bound small and large.
std::vector<std::string> spoken_chords(const std::vector<std::string>& chords, const Language& language,
                                       std::string_view between) {
  std::vector<std::string> spoken;
  for (const std::string& chord : chords) {
    const bool has_both = std::ranges::find(chords, other_case(chord)) != chords.end();
    std::string words = spoken_chord(has_both ? large_letter(chord) : chord, language, between);
    if (std::ranges::find(spoken, words) == spoken.end()) spoken.push_back(std::move(words));
  }
  return spoken;
}

/// The keys of a group of which some have been changed; of the others the first says enough.
std::string composed_keys(const KeymapGroup& group, const Language& language) {
  std::vector<std::string> parts;
  for (const KeyBinding& binding : group) {
    if (binding.chords.empty()) continue;
    const std::vector<std::string> spoken = spoken_chords(binding.chords, language, " ");
    parts.push_back(binding.is_changed ? fmt::format("{}", fmt::join(spoken, ", ")) : spoken.front());
  }
  return fmt::format("{}", fmt::join(parts, "  "));
}

}  // namespace

std::string spoken_chord(std::string_view chord, const Language& language, std::string_view between) {
  struct Modifier {
    std::string_view name;
    const char* word;
    bool is_held = false;
  };
  // As a chord names them, and in the order in which people do.
  std::array modifiers{Modifier{"Ctrl+", language.text_in("key", "Ctrl")},
                       Modifier{"Shift+", language.text_in("key", "Shift")},
                       Modifier{"Alt+", language.text_in("key", "Alt")}};
  for (Modifier& modifier : modifiers) {
    modifier.is_held = chord.size() > modifier.name.size() && chord.starts_with(modifier.name);
    if (modifier.is_held) chord.remove_prefix(modifier.name.size());
  }
  std::string spoken;
  for (const std::size_t at : {0U, 2U, 1U}) {
    if (modifiers[at].is_held) spoken += std::string(modifiers[at].word) + std::string(between);
  }
  return spoken + (spoken.empty() ? spoken_key(chord, language) : spoken_key(large_letter(chord), language));
}

std::string key_hint(const Keymap& keymap, std::string_view id, const Language& language) {
  const auto binding = std::ranges::find(keymap, id, &KeyBinding::id);
  if (binding == keymap.end() || binding->chords.empty()) return {};
  return spoken_chords(binding->chords, language, "+").front();
}

void SpokenKeys::speak(const Keymap& keymap, const Language& language) {
  if (tag_ == language.tag()) return;
  tag_ = language.tag();
  help_.clear();
  for (auto at = keymap.begin(); at != keymap.end();) {
    const KeymapGroup group = next_group(keymap, at);
    const bool is_changed = std::any_of(group.begin(), group.end(), std::mem_fn(&KeyBinding::is_changed));
    std::string keys = is_changed ? composed_keys(group, language) : language.text(at->keys);
    if (!keys.empty()) help_.push_back({std::move(keys), language.text(at->action)});
    at = group.end();
  }
  const auto hint = [&](std::string_view id) { return key_hint(keymap, id, language); };
  hints_ = {.play = hint("play"),
            .day_back = hint("day-back"),
            .day_on = hint("day-on"),
            .previous_event = hint("previous-event"),
            .next_event = hint("next-event"),
            .date = hint("go-to-date"),
            .find = hint("find"),
            .panels = hint("panels"),
            .keys = hint("keys"),
            .save_cues = hint("save-cues")};
}

}  // namespace spreadmap::app
