#include "platform/key_names.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace spreadmap::platform {
namespace {

TEST(KeyNames, AChordIsNamedAsItIsPressedHoweverItIsWritten) {
  const std::pair<const char*, const char*> chords[] = {
      {"Space", "Space"},
      {" ", "Space"},
      {"space", "Space"},
      {"k", "k"},
      {"K", "K"},
      {"+", "+"},
      {"ñ", "ñ"},
      {"−", "−"},
      {"shift+CTRL+left", "Ctrl+Shift+Left"},
      {"alt+Shift+Left", "Shift+Alt+Left"},
      {"control+k", "Ctrl+K"},
      {"Ctrl+Ñ", "Ctrl+ñ"},
      {"Ctrl++", "Ctrl++"},
      {"Ctrl+keypad +", "Ctrl+Keypad +"},
      {"Alt+?", "Alt+?"},
      {"esc", "Escape"},
      {"Enter", "Return"},
      {"Page Down", "PageDown"},
      {"Ctrl+←", "Ctrl+Left"},
      {"Keypad Enter", "Keypad Enter"},
      {"f24", "F24"},
      {"Shift+Tab", "Shift+Tab"},
  };
  for (const auto& [written, pressed] : chords) EXPECT_EQ(chord_named(written), pressed) << written;
}

TEST(KeyNames, WhatNoKeyMakesHasNoName) {
  for (const char* written :
       {"", "kk", "Ctrl+", "Ctrl+Ctrl+k", "Strg+k", "Spaec", "Shift+k", "Shift+?", "Shift+Keypad 1", "Keypad 1",
        "Keypad +", "Left Ctrl", "Ctrl+Left Shift", "\x01", "F25", "Hyper+k"})
    EXPECT_EQ(chord_named(written), std::nullopt) << written;
  EXPECT_EQ(chord_named(std::string_view("k\0x", 3)), std::nullopt);
}

TEST(KeyNames, EveryKeyThatHasANameIsFoundByIt) {
  const std::vector<std::string> names = key_names();
  EXPECT_GT(names.size(), 100U);
  for (const std::string& name : names) EXPECT_TRUE(chord_named("Ctrl+" + name)) << name;
  EXPECT_EQ(std::ranges::count(names, "PageDown"), 1);
}

TEST(KeyNames, AFieldHasAUseForCharactersAndForWhatMovesInThem) {
  for (const char* chord :
       {"k", "ñ", "+", "Space", "Shift+Space", "Return", "Ctrl+Shift+Left", "Home", "Tab", "Ctrl+V"})
    EXPECT_TRUE(is_of_typing(chord)) << chord;
  for (const char* chord : {"F1", "Ctrl+S", "Ctrl+Z", "Alt+K", "Ctrl++"}) EXPECT_FALSE(is_of_typing(chord)) << chord;
}

}  // namespace
}  // namespace spreadmap::platform
