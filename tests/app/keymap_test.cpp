#include "app/keymap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace spreadmap::app {
namespace {

TEST(Keymap, NoChordCallsTwoActions) {
  for (const Keymap* keymap : {&explore_keymap(), &talk_keymap()}) {
    std::set<std::string> seen;
    for (const KeyBinding& binding : *keymap) {
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
  const KeyBinding* listed = nullptr;
  for (const KeyBinding& binding : explore_keymap()) {
    if (*binding.action != '\0') listed = &binding;
    ASSERT_NE(listed, nullptr);
    EXPECT_NE(*listed->keys, '\0') << listed->action;
  }
}

TEST(Keymap, APlusThatNeedsNoShiftEnlargesStripAndMapAsAnyOther) {
  for (const std::string modifier : {"Ctrl+", "Alt+"}) {
    const auto enlarges = [&modifier](const KeyBinding& binding) {
      return std::find(binding.chords.begin(), binding.chords.end(), modifier + "=") != binding.chords.end();
    };
    const auto found = std::find_if(explore_keymap().begin(), explore_keymap().end(), enlarges);
    ASSERT_NE(found, explore_keymap().end());
    EXPECT_EQ(std::count(found->chords.begin(), found->chords.end(), modifier + "+"), 1);
  }
}

}  // namespace
}  // namespace spreadmap::app
