#include "app/key_words.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/keys_file.h"

namespace spreadmap::app {
namespace {

language::Language speaking(const char* tag) { return {tag, SPREADMAP_BUILD_DIR "/assets/translations"}; }

Keymap keymap_after(const std::string& section) {
  const auto keymaps = rebound(*exhibit::parse_keys_file("[explore]\n" + section, "k.toml"));
  EXPECT_TRUE(keymaps) << keymaps.error().message;
  return keymaps->explore;
}

/// The keys in the line of the help that says this.
std::string keys_shown(const Keymap& keymap, const char* tag, const char* english) {
  const language::Language language = speaking(tag);
  SpokenKeys spoken;
  spoken.speak(keymap, language);
  const auto found = std::ranges::find(spoken.help(), language.text(english), &ui::KeyHelp::action);
  return found == spoken.help().end() ? "none" : found->keys;
}

TEST(KeyWords, AChordIsSpokenAsPeopleReadIt) {
  const language::Language english = speaking("en"), spanish = speaking("es");
  EXPECT_EQ(spoken_chord("Ctrl+Shift+Left", english, " "), "Ctrl Shift ←");
  EXPECT_EQ(spoken_chord("Shift+Alt+Left", english, " "), "Alt Shift ←");
  EXPECT_EQ(spoken_chord("Ctrl+Shift+Z", spanish, "+"), "Ctrl+Mayús+Z");
  EXPECT_EQ(spoken_chord("Ctrl+ñ", spanish, "+"), "Ctrl+Ñ");
  EXPECT_EQ(spoken_chord("Ctrl++", english, " "), "Ctrl +");
  EXPECT_EQ(spoken_chord("Ctrl+Keypad -", english, " "), "Ctrl Keypad −");
  EXPECT_EQ(spoken_chord("Keypad Enter", spanish, " "), "Intro del teclado numérico");
  EXPECT_EQ(spoken_chord("PageDown", spanish, " "), "Av Pág");
  EXPECT_EQ(spoken_chord("+", english, "+"), "+");
  EXPECT_EQ(spoken_chord("F5", english, "+"), "F5");
}

TEST(KeyWords, WhatIsNotChangedIsShownAsEver) {
  SpokenKeys spoken;
  const language::Language english = speaking("en");
  spoken.speak(explore_keymap(), english);
  for (const ui::KeyHelp& line : spoken.help()) EXPECT_NE(line.keys, "") << line.action;
  EXPECT_EQ(keys_shown(explore_keymap(), "en", "More, less, all of the strip"), "Ctrl +  −  0");
  const ui::KeyHints& hints = spoken.hints();
  EXPECT_EQ(hints.play + hints.day_back + hints.day_on + hints.previous_event + hints.next_event, "Space←→PN");
  EXPECT_EQ(hints.date + hints.find + hints.panels + hints.keys + hints.save_cues, "G/F1?Ctrl+S");
}

TEST(KeyWords, AChangedGroupShowsItsChords) {
  const Keymap keymap =
      keymap_after("day-on = [\"j\", \"Ctrl+j\"]\nstrip-all = [\"F2\"]\nfind = []\nredo = [\"Ctrl+U\"]\n");
  EXPECT_EQ(keys_shown(keymap, "en", "A day back, a day on"), "←  J, Ctrl J");
  EXPECT_EQ(keys_shown(keymap, "en", "More, less, all of the strip"), "Ctrl +  Ctrl −  F2");
  EXPECT_EQ(keys_shown(keymap, "es", "Undo, redo"), "Ctrl Z  Ctrl U");
  EXPECT_EQ(keys_shown(keymap, "en", "Find a record or a place"), "none") << "no key leads there";
  EXPECT_EQ(keys_shown(keymap, "en", "A week"), "Shift ←  →");
}

TEST(KeyWords, AHintFollowsTheFile) {
  const Keymap keymap =
      keymap_after("undo = [\"Ctrl+Shift+U\"]\nfind = []\nplay = [\"k\"]\nloop = [\"b\"]\ndirector = [\"B\"]\n");
  const language::Language english = speaking("en");
  EXPECT_EQ(key_hint(keymap, "undo", english), "Ctrl+Shift+U");
  EXPECT_EQ(key_hint(keymap, "find", english), "");
  EXPECT_EQ(key_hint(keymap, "play", english), "K");
  EXPECT_EQ(key_hint(keymap, "loop", english), "b") << "the large one does something else";
}

TEST(KeyWords, EachLanguageSaysItAnew) {
  SpokenKeys spoken;
  const Keymap keymap = explore_keymap();
  spoken.speak(keymap, speaking("en"));
  spoken.speak(keymap, speaking("es"));
  EXPECT_EQ(spoken.hints().play, "Espacio");
  EXPECT_EQ(spoken.help().front().action, "Reproducir, pausar");
}

}  // namespace
}  // namespace spreadmap::app
