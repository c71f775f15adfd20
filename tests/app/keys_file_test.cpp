#include "app/keys_file.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "platform/key_names.h"

namespace spreadmap::app {
namespace {

Result<Keymaps> keymaps_of(const std::string& toml) {
  const auto file = exhibit::parse_keys_file(toml, "k.toml");
  return file ? rebound(*file) : tl::unexpected(file.error());
}

Keymaps right_keymaps_of(const std::string& toml) {
  auto keymaps = keymaps_of(toml);
  EXPECT_TRUE(keymaps) << keymaps.error().message;
  return keymaps ? std::move(*keymaps) : Keymaps{};
}

std::string fault_of(const std::string& toml) {
  const auto keymaps = keymaps_of(toml);
  return keymaps ? "no error" : keymaps.error().message;
}

/// What a chord calls; empty: nothing.
std::string called(const Keymap& keymap, std::string_view chord) {
  const KeyBinding* const binding = binding_of(keymap, chord);
  return binding != nullptr ? binding->id : std::string();
}

using ChordsById = std::map<std::string, std::vector<std::string>>;
ChordsById chords_by_id(const Keymap& keymap) {
  ChordsById chords;
  for (const KeyBinding& binding : keymap) chords.emplace(binding.id, binding.chords);
  return chords;
}

TEST(KeysFileKeys, NothingSaidChangesNothing) {
  const Keymaps keymaps = right_keymaps_of("");
  EXPECT_EQ(chords_by_id(keymaps.explore), chords_by_id(explore_keymap()));
  EXPECT_EQ(chords_by_id(keymaps.talk), chords_by_id(talk_keymap()));
  EXPECT_TRUE(std::ranges::none_of(keymaps.explore, &KeyBinding::is_changed));
}

TEST(KeysFileKeys, EveryActionHasAnIdOfItsOwn) {
  for (const Keymap& keymap : {explore_keymap(), talk_keymap()}) {
    EXPECT_EQ(chords_by_id(keymap).size(), keymap.size());
    for (const KeyBinding& binding : keymap)
      EXPECT_EQ(binding.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos) << binding.id;
  }
}

TEST(KeysFileKeys, TheProgramsOwnChordsAreThoseThatKeysMake) {
  for (const Keymap& keymap : {explore_keymap(), talk_keymap()}) {
    for (const KeyBinding& binding : keymap) {
      for (const std::string& chord : binding.chords) EXPECT_EQ(platform::chord_named(chord), chord);
    }
  }
}

TEST(KeysFileKeys, WhatAnActionIsGivenIsTakenFromItsOwner) {
  const Keymaps keymaps =
      right_keymaps_of("[explore]\nplay = [\"l\", \"shift+ctrl+F2\"]\nday-on = []\n[talk]\nnext-cue = [\"b\"]\n");
  EXPECT_EQ(called(keymaps.explore, "l"), "play");
  EXPECT_EQ(called(keymaps.explore, "L"), "play") << "a letter alone is meant small and large";
  EXPECT_EQ(called(keymaps.explore, "Ctrl+Shift+F2"), "play");
  EXPECT_EQ(called(keymaps.explore, "Space"), "");
  EXPECT_EQ(called(keymaps.explore, "Right"), "");
  EXPECT_EQ(called(keymaps.explore, "Left"), "day-back");
  EXPECT_EQ(chords_by_id(keymaps.explore).at("loop"), std::vector<std::string>{});
  EXPECT_EQ(called(keymaps.talk, "B"), "next-cue");
  EXPECT_EQ(called(keymaps.talk, "."), "black");
  EXPECT_EQ(called(keymaps.talk, "Space"), "");
}

TEST(KeysFileKeys, ALetterIsSmallOrLargeWhereTheFileTellsThemApart) {
  const Keymaps keymaps = right_keymaps_of("[explore]\nplay = [\"K\"]\nloop = [\"k\"]\nfind = [\"ñ\"]\n");
  EXPECT_EQ(called(keymaps.explore, "K"), "play");
  EXPECT_EQ(called(keymaps.explore, "k"), "loop");
  EXPECT_EQ(called(keymaps.explore, "Ñ"), "find");
}

TEST(KeysFileKeys, WhatIsWrongIsSaidWithItsLineAndWhatToDo) {
  EXPECT_EQ(fault_of("[explore]\nplai = [\"k\"]\n"), "k.toml:2: unknown action 'plai'; did you mean 'play'?");
  EXPECT_EQ(fault_of("[talk]\nplay = [\"k\"]\n").rfind("k.toml:2: unknown action 'play'; ", 0), 0U)
      << "of the other section";
  EXPECT_EQ(fault_of("[explore]\nplay = [\n\"Spaec\"]\n"),
            "k.toml:3: 'play': no key makes 'Spaec'; did you mean 'Space'?");
  EXPECT_EQ(fault_of("[explore]\nplay = [\"Ctrl+PageDwon\"]\n"),
            "k.toml:2: 'play': no key makes 'Ctrl+PageDwon'; did you mean 'PageDown'?");
  EXPECT_NE(fault_of("[explore]\nplay = [\"Shift+k\"]\n").find("a character that needs Shift stands for itself"),
            std::string::npos);
  EXPECT_EQ(fault_of("[explore]\nplay = [\"Ctrl+k\"]\n\nloop = [\"control+K\"]\n"),
            "k.toml:4: 'loop': 'control+K' is given to 'play' on line 2 already; take it from one of them");
  EXPECT_EQ(fault_of("[explore]\nplay = [\"k\", \"K\", \"k\"]\n"), "no error") << "of one action";
  EXPECT_EQ(fault_of("[talk]\nquit = [\"esc\"]\n"),
            "k.toml:2: 'quit': esc never quits a talk; give it to 'leave', or quit by another key");
  EXPECT_EQ(fault_of("[explore]\nquit = [\"esc\"]\n"), "no error") << "a window is not a talk";
}

TEST(KeysFileKeys, TheFileThatIsPrintedChangesNothing) {
  const Keymaps own{explore_keymap(), talk_keymap()};
  const Keymaps read = right_keymaps_of(keys_file_of(own));
  EXPECT_EQ(chords_by_id(read.explore), chords_by_id(own.explore));
  EXPECT_EQ(chords_by_id(read.talk), chords_by_id(own.talk));
  EXPECT_TRUE(std::ranges::none_of(read.talk, &KeyBinding::is_changed));
  const std::string text = keys_file_of(own);
  EXPECT_NE(text.find("# A day back, a day on\nday-back = [\"Left\"]\nday-on = [\"Right\"]\n"), std::string::npos);
  EXPECT_NE(text.find("next-event = [\"n\"]\n"), std::string::npos) << "a letter stands once";
  const Keymaps quotes = right_keymaps_of("[explore]\nplay = ['\"', '\\']\n");
  EXPECT_EQ(chords_by_id(right_keymaps_of(keys_file_of(quotes)).explore), chords_by_id(quotes.explore));
}

TEST(KeysFileKeys, TheExampleOfTheReadmeIsRight) {
  std::ifstream readme(SPREADMAP_SOURCE_DIR "/README.md");
  const std::string text{std::istreambuf_iterator<char>(readme), {}};
  const std::size_t from = text.find("```\n[explore]\n");
  ASSERT_NE(from, std::string::npos);
  const Keymaps keymaps = right_keymaps_of(text.substr(from + 4, text.find("```", from + 4) - from - 4));
  EXPECT_EQ(called(keymaps.explore, "Alt+Return"), "full-screen");
  EXPECT_EQ(called(keymaps.talk, "X"), "next-cue");
}

TEST(KeysFileKeys, OneThatIsNamedHasToBeThere) {
  const auto keymaps = load_keymaps("no/such/keys.toml");
  ASSERT_FALSE(keymaps);
  EXPECT_EQ(keymaps.error().message, "no/such/keys.toml: cannot be opened: No such file or directory");
}

/// Any file of one section that a hand may write.
std::string any_section(const char* name, const Keymap& keymap) {
  static const std::vector<std::string> kChords{"Space", "k",      "K",     "l", "L",      "ñ",    "Ctrl+k", "shift+F2",
                                                "F1",    "Escape", "Right", "+", "Ctrl++", "\\\"", "1",      "n"};
  std::string text = std::string("[") + name + "]\n";
  for (const KeyBinding& binding : keymap) {
    if (*rc::gen::inRange(0, 16) != 0) continue;
    text += binding.id + " = [";
    for (int count = *rc::gen::inRange(0, 4); count > 0; --count) text += '"' + *rc::gen::elementOf(kChords) + "\",";
    text += "]\n";
  }
  return text;
}

RC_GTEST_PROP(KeysFileKeys, AfterAnyFileNoChordHasTwoActionsAndTheFileIsObeyed, ()) {
  const std::string text = any_section("explore", explore_keymap()) + any_section("talk", talk_keymap());
  const auto file = exhibit::parse_keys_file(text, "k.toml");
  RC_ASSERT(file.has_value());
  const auto keymaps = rebound(*file);
  RC_CLASSIFY(keymaps.has_value(), "right");
  if (!keymaps) {
    const std::string& message = keymaps.error().message;
    RC_ASSERT(message.find("already; take it from one of them") != std::string::npos ||
              message.find("never quits a talk") != std::string::npos);
    return;
  }
  for (const auto& [keymap, section] :
       {std::pair{&keymaps->explore, &file->explore}, std::pair{&keymaps->talk, &file->talk}}) {
    std::set<std::string> seen;
    for (const KeyBinding& binding : *keymap) {
      for (const std::string& chord : binding.chords) RC_ASSERT(seen.insert(chord).second);
    }
    for (const exhibit::WrittenKeys& keys : *section) {
      for (const auto& chord : keys.chords)
        RC_ASSERT(called(*keymap, *platform::chord_named(chord.text)) == keys.action);
    }
  }
  const Keymaps again = right_keymaps_of(keys_file_of(*keymaps));
  RC_ASSERT(chords_by_id(again.explore) == chords_by_id(keymaps->explore));
  RC_ASSERT(chords_by_id(again.talk) == chords_by_id(keymaps->talk));
}

}  // namespace
}  // namespace spreadmap::app
