#include "exhibit/keys_file.h"

#include <gtest/gtest.h>

namespace spreadmap::exhibit {
namespace {

std::string keys_error(const std::string& toml) {
  const auto keys = parse_keys_file(toml, "k.toml");
  return keys ? "no error" : keys.error().message;
}

TEST(KeysFile, HoldsWhatIsWrittenWithItsLines) {
  const auto keys =
      parse_keys_file("# mine\n[talk]\nnext-cue = [\n  \"x\",\n  \"y\"]\n[explore]\nz = []\na = [\"k\"]\n", "k.toml");
  ASSERT_TRUE(keys) << keys.error().message;
  ASSERT_EQ(keys->talk.size(), 1U);
  EXPECT_EQ(keys->talk[0].action, "next-cue");
  EXPECT_EQ(keys->talk[0].line, 3U);
  ASSERT_EQ(keys->talk[0].chords.size(), 2U);
  EXPECT_EQ(keys->talk[0].chords[1].text, "y");
  EXPECT_EQ(keys->talk[0].chords[1].line, 5U);
  ASSERT_EQ(keys->explore.size(), 2U);
  EXPECT_EQ(keys->explore[0].action, "z");
  EXPECT_TRUE(keys->explore[0].chords.empty());
  EXPECT_EQ(keys->explore[1].action, "a");
}

TEST(KeysFile, WithoutAWordIsOneThatChangesNothing) {
  for (const char* toml : {"", "\n", "# nothing\n", "[explore]\n"}) {
    const auto keys = parse_keys_file(toml, "k.toml");
    ASSERT_TRUE(keys) << keys.error().message;
    EXPECT_TRUE(keys->explore.empty() && keys->talk.empty());
  }
}

TEST(KeysFile, WhatCannotBeReadIsRefusedWithItsLine) {
  EXPECT_EQ(keys_error("\n[explor]\n"), "k.toml:2: unknown section 'explor'; did you mean 'explore'?");
  EXPECT_EQ(keys_error("play = [\"k\"]\n"),
            "k.toml:1: 'play' stands in no section; write [explore] or [talk] before it");
  EXPECT_EQ(keys_error("explore = 1\n"),
            "k.toml:1: 'explore' stands in no section; write [explore] or [talk] before it");
  EXPECT_EQ(keys_error("[explore]\nplay = \"k\"\n"),
            "k.toml:2: 'explore.play': expected a list of keys ([\"Space\", \"k\"], or [] for none), got a string");
  EXPECT_EQ(keys_error("[talk]\nblack = [\"k\",\n 3]\n"),
            "k.toml:3: 'talk.black': expected a key in quotes (\"Space\"), got an integer");
  EXPECT_EQ(keys_error("[explore]\nplay = [\"k\"\n").rfind("k.toml:", 0), 0U);
  EXPECT_EQ(keys_error("[explore]\nplay = [\"\xff\"]\n"), "k.toml:2: not UTF-8; save the file with that encoding");
  // Of two faults the first is told, though toml++ has them by the alphabet.
  EXPECT_EQ(keys_error("[talk]\nz = 1\na = 2\n").rfind("k.toml:2: ", 0), 0U);
  EXPECT_EQ(keys_error("[zoo]\n[ape]\n").rfind("k.toml:1: ", 0), 0U);
  EXPECT_NE(keys_error("[explore]\nplay = []\nplay = []\n").find("k.toml:3: "), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::exhibit
