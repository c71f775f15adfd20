#include "base/shell_words.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <vector>

namespace spreadmap {
namespace {

/// What a shell makes of a command line: its words, each with a zero after it.
std::string words_of_shell(const std::string& line) {
  const std::string command = "printf '%s\\0' " + line;
  FILE* const pipe = popen(command.c_str(), "r");
  std::string words;
  for (int c = fgetc(pipe); c != EOF; c = fgetc(pipe)) words.push_back(static_cast<char>(c));
  EXPECT_EQ(pclose(pipe), 0) << line;
  return words;
}

TEST(ShellWords, AShellReadsTheWordsAsTheyWere) {
  const std::vector<std::string> words{"export", "",  "it's", "a b",  "$HOME", "`id`", "\"",
                                       "\\",     "*", "ñ",    "a\nb", "~",     "'"};
  std::string expected;
  for (const std::string& word : words) expected += word + '\0';
  EXPECT_EQ(words_of_shell(quoted_for_shell(words)), expected);
}

TEST(ShellWords, WhatNeedsNoQuotesHasNone) {
  EXPECT_EQ(
      quoted_for_shell(std::vector<std::string>{"spreadmap", "export", "-o", "frames/%06d.png", "--view=-1,2,3,4"}),
      "spreadmap export -o frames/%06d.png --view=-1,2,3,4");
}

}  // namespace
}  // namespace spreadmap
