#include "app/keymap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace spreadmap::app {
namespace {

TEST(Keymap, NoChordCallsTwoActions) {
  for (const Keymap& keymap : {explore_keymap(), talk_keymap()}) {
    std::set<std::string> seen;
    for (const KeyBinding& binding : keymap) {
      for (const std::string& chord : binding.chords) EXPECT_TRUE(seen.insert(chord).second) << chord;
    }
    EXPECT_GT(seen.size(), 20U);
  }
}

TEST(Keymap, ATalkTakesWhatAClickerSends) {
  for (const char* chord : {"PageDown", "PageUp", "Escape", "b", "."})
    EXPECT_TRUE(command_of(talk_keymap(), chord)) << chord;
  EXPECT_TRUE(command_of(explore_keymap(), "F5"));
  // Sent when the talk is there already: nothing happens, and the next Esc leaves it.
  EXPECT_FALSE(command_of(talk_keymap(), "F5"));
}

TEST(Keymap, FiguresGoToTheCuesOfTheirNumbers) {
  for (std::size_t cue = 1; cue <= 9; ++cue) {
    const auto command = command_of(explore_keymap(), std::to_string(cue));
    ASSERT_TRUE(command) << cue;
    EXPECT_EQ(std::get<model::GoToCue>(std::get<model::AppCommand>(*command)).at, cue - 1);
  }
}

TEST(Keymap, KeysOfLaterModesAreFree) {
  // Talks take these: black and white.
  for (const char* chord : {"b", "B", ".", "Ctrl+O"}) EXPECT_FALSE(command_of(explore_keymap(), chord)) << chord;
}

TEST(Keymap, EveryActionIsListedWithItsKeys) {
  for (const Keymap& keymap : {explore_keymap(), talk_keymap()}) {
    for (auto at = keymap.begin(); at != keymap.end(); at = next_group(keymap, at).end()) {
      EXPECT_NE(*at->action, '\0') << at->id;
      EXPECT_NE(*at->keys, '\0') << at->action;
    }
  }
}

TEST(Keymap, APlusThatNeedsNoShiftEnlargesStripAndMapAsAnyOther) {
  const Keymap keymap = explore_keymap();
  for (const std::string modifier : {"Ctrl+", "Alt+"}) {
    const auto enlarges = [&modifier](const KeyBinding& binding) {
      return std::find(binding.chords.begin(), binding.chords.end(), modifier + "=") != binding.chords.end();
    };
    const auto found = std::find_if(keymap.begin(), keymap.end(), enlarges);
    ASSERT_NE(found, keymap.end());
    EXPECT_EQ(std::count(found->chords.begin(), found->chords.end(), modifier + "+"), 1);
  }
}

TEST(Keymap, InAFieldActsWhatNoFieldHasAUseForWhicheverKeyItIs) {
  KeyBinding binding{"picture", {}, "", "", model::AppCommand(model::SavePicture{})};
  for (const char* chord : {"F12", "F2", "Ctrl+P", "Alt+P"})
    EXPECT_TRUE(acts_beside_typing(binding, chord, false)) << chord;
  for (const char* chord : {"p", "Space", "Home", "Ctrl+V"})
    EXPECT_FALSE(acts_beside_typing(binding, chord, true)) << chord;
  binding.command = model::AppCommand(model::Undo{});
  EXPECT_TRUE(acts_beside_typing(binding, "Ctrl+U", true));
  EXPECT_FALSE(acts_beside_typing(binding, "Ctrl+U", false)) << "the field has its own";
  binding.command = model::ViewCommand(model::TogglePlay{});
  EXPECT_FALSE(acts_beside_typing(binding, "F12", true));
}

TEST(Keymap, WhatLeadsThroughThePanelsDoesSoByAnyKey) {
  KeyBinding binding{"enter-panels", {}, "", "", model::AppCommand(model::EnterPanels{})};
  EXPECT_EQ(chord_for_panels("F6", &binding), "Tab");
  EXPECT_EQ(chord_for_panels("Shift+F6", &binding), "Shift+Tab");
  EXPECT_EQ(chord_for_panels("e", &binding), "e") << "in a field it is a letter";
  binding.command = model::AppCommand(model::Dismiss{});
  EXPECT_EQ(chord_for_panels("F6", &binding), "Escape");
  EXPECT_EQ(chord_for_panels("F6", nullptr), "F6");
}

}  // namespace
}  // namespace spreadmap::app
