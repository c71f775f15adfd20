#include "language/direction.h"

#include <gtest/gtest.h>

#include "language/language.h"

namespace spreadmap::language {
namespace {

TEST(Direction, WhatRunsFromTheLeftHasNoMarks) {
  for (const char* text : {"", "São Paulo", "Москва", "1,331 – (x)"}) {
    EXPECT_EQ(set_apart(text), text);
    EXPECT_EQ(from_the_left(text), text);
  }
  EXPECT_EQ(beside("36 states", "24 joined"), "36 states · 24 joined");
}

TEST(Direction, WhatRunsFromTheRightIsSetApartInALineFromTheLeft) {
  EXPECT_EQ(set_apart("שלום"), "\u2068שלום\u2069");
  EXPECT_EQ(beside("مصر", "10 January 2019"), "\u200e\u2068مصر\u2069 · 10 January 2019");
  EXPECT_EQ(beside("Police", "ישראל"), "\u200ePolice · \u2068ישראל\u2069");
}

TEST(Direction, ALineOfTheExhibitsWordsAloneRunsAsTheyDo) {
  EXPECT_EQ(beside("شرطة", "مصر"), "شرطة · مصر");
  EXPECT_EQ(beside("7 بلدان", "2019"), "7 بلدان · 2019");
}

TEST(Direction, OnePartAloneStandsAsItIs) {
  EXPECT_EQ(beside("مصر", ""), "مصر");
  EXPECT_EQ(beside("", "2019"), "2019");
}

TEST(Direction, ATextOfTheProgramKeepsApartWhatIsFilledIn) {
  const Language english("en", SPREADMAP_BUILD_DIR "/assets/translations");
  EXPECT_EQ(english.filled("{}: {} % opaque", "שלום", 40), "\u200e\u2068שלום\u2069: 40 % opaque");
  EXPECT_EQ(english.filled("{}: {} % opaque", "Police", 40), "Police: 40 % opaque");
}

}  // namespace
}  // namespace spreadmap::language
