#include "base/letter_case.h"

#include <gtest/gtest.h>

namespace spreadmap {
namespace {

TEST(LetterCase, LettersOfAnyScriptHaveAnotherAndLeadBackToIt) {
  for (const auto& [small, large] : {std::pair{"k", "K"}, std::pair{"ñ", "Ñ"}, std::pair{"ж", "Ж"}}) {
    EXPECT_EQ(other_case(small), large);
    EXPECT_EQ(other_case(large), small);
    EXPECT_EQ(small_letter(large), small);
    EXPECT_EQ(large_letter(large), large);
  }
}

TEST(LetterCase, WhatIsNoLetterOfTwoCasesStays) {
  for (const char* text : {"", "+", "1", "ß", "ſ", "kk", "Space", "ع"}) {
    EXPECT_EQ(other_case(text), "") << text;
    EXPECT_EQ(small_letter(text), text);
    EXPECT_EQ(large_letter(text), text);
  }
}

}  // namespace
}  // namespace spreadmap
