#include "text/visual_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "text/code_points.h"

namespace spreadmap::text {
namespace {

/// Breaks after so many bytes at most, at a space where there is one.
LineFit at_most(std::size_t bytes) {
  return [bytes](std::string_view rest) {
    if (rest.size() <= bytes) return rest.size();
    const std::size_t space = rest.rfind(' ', bytes);
    return space == std::string_view::npos || space == 0 ? bytes : space;
  };
}

TEST(VisualText, WhatRunsFromTheLeftIsReturnedAsItIs) {
  for (const char* text :
       {"", "Columbia, S.C. (2019)", "Łódź – São Paulo", "Ελλάδα", "Москва", "กรุงเทพ", "नमस्ते", "3–5\u2009a"}) {
    EXPECT_TRUE(is_visual(text)) << text;
    EXPECT_EQ(visual_line(text), text);
  }
}

RC_GTEST_PROP(VisualText, AsciiIsReturnedAsItIs, ()) {
  const auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~'));
  RC_ASSERT(visual_line(text) == text);
}

TEST(VisualText, HebrewIsTurnedRound) { EXPECT_EQ(visual_line("שלום"), "םולש"); }

TEST(VisualText, FiguresAndBracketsInItKeepTheirSense) {
  EXPECT_EQ(visual_line("שלום (2019) עולם"), "םלוע (2019) םולש");
  EXPECT_EQ(visual_line("תל אביב (יפו)"), "(ופי) ביבא לת");
}

TEST(VisualText, AWordInALatinLineStandsWhereItIsRead) {
  EXPECT_EQ(visual_line("abc שלום def"), "abc םולש def");
  EXPECT_EQ(visual_line("שלום abc"), "abc םולש");
}

TEST(VisualText, ArabicLettersJoinAndLamAlefAreOne) {
  // Cairo: alef alone, lam at the beginning, qaf between two others, alef at an end, heh, reh, teh marbuta alone.
  EXPECT_EQ(visual_line("القاهرة"), "\ufe93\ufeae\ufeeb\ufe8e\ufed8\ufedf\ufe8d");
  EXPECT_EQ(visual_line("لا"), "\ufefb");
}

TEST(VisualText, ArabicIndicDigitsStandAsNumbersDo) { EXPECT_EQ(visual_line("سنة ٢٠١٩"), "٢٠١٩ \ufe94\ufee8\ufeb3"); }

TEST(VisualText, MarksOfDirectionActAndAreNotDrawn) {
  EXPECT_EQ(visual_line("abc\u200e"), "abc");
  EXPECT_EQ(visual_line("שלום 0–6"), "6–0 םולש") << "the first number is read first, from the right";
  EXPECT_EQ(visual_line("שלום \u20660–6\u2069"), "0–6 םולש") << "what is isolated keeps its own order";
}

TEST(VisualText, AMarkStandsAfterItsLetter) { EXPECT_EQ(visual_line("שָׁל"), "לשָׁ"); }

TEST(VisualText, ControlsAndBrokenBytesDoNoHarm) {
  EXPECT_EQ(visual_line("ש\nל"), "ל ש");
  EXPECT_EQ(visual_line("ש\xff"), "\ufffdש");
}

TEST(VisualText, ALineHoldsWhatIsReadFirst) {
  const VisualLines broken = visual_lines("אחת שתים שלוש", at_most(16));
  EXPECT_TRUE(broken.is_right_to_left);
  EXPECT_EQ(broken.lines, (std::vector<std::string>{"םיתש תחא", "שולש"}));
}

TEST(VisualText, LinesOfAParagraphRunAsItsFirstOneDoes) {
  const VisualLines broken = visual_lines("שלום abc 12 שלום", at_most(14));
  ASSERT_EQ(broken.lines.size(), 2U);
  EXPECT_EQ(broken.lines[0], "abc םולש");
  EXPECT_EQ(broken.lines[1], "םולש 12") << "figures alone would stand at the left";
  EXPECT_FALSE(visual_lines("abc שלום", at_most(100)).is_right_to_left);
}

RC_GTEST_PROP(VisualText, BreakingLosesNoLetter, ()) {
  const auto letters = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("א", "ש", " ", "a", "1", "(", ")", "é"));
  const auto room = *rc::gen::inRange<std::size_t>(0, 12);
  std::string text;
  for (const std::string& letter : letters) text += letter;
  const auto sorted = [](std::string_view line) {
    std::vector<std::uint32_t> all = code_points_of(line);
    std::erase(all, U' ');
    // A bracket that runs from the right is drawn as its fellow.
    std::ranges::replace(all, U')', U'(');
    std::ranges::sort(all);
    return all;
  };
  std::string joined;
  for (const std::string& line : visual_lines(text, at_most(room)).lines) joined += line;
  RC_ASSERT(sorted(joined) == sorted(text));
}

}  // namespace
}  // namespace spreadmap::text
