#include "ui/wrapped_text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace spreadmap::ui {
namespace {

/// Lines of so many bytes, broken at spaces where there are any.
WrappedText::Fitting lines_of(std::size_t bytes) {
  return [bytes](std::string_view text) {
    if (text.size() <= bytes) return text.size();
    const std::size_t space = text.find_last_of(' ', bytes - 1);
    return space == std::string_view::npos ? bytes : space + 1;
  };
}

std::string any_text() {
  const auto part =
      rc::gen::elementOf(std::vector<std::string>{"a", "bc", "ñandú", " ", "  ", "\n", "word", "agencias ", "é"});
  std::string text;
  for (int parts = *rc::gen::inRange(0, 20); parts > 0; --parts) text += *part;
  return text;
}

TEST(WrappedText, BreaksStandAtSpacesAndAreNotOfTheText) {
  const WrappedText wrapped = WrappedText::of("one two three\nfour", lines_of(8));
  EXPECT_EQ(wrapped.shown, "one two \nthree\nfour");
  EXPECT_EQ(wrapped.breaks, std::vector<std::size_t>{8});
  EXPECT_EQ(wrapped.text(), "one two three\nfour");
  EXPECT_EQ(wrapped.place_in_text(9), 8U);
  EXPECT_EQ(wrapped.place_in_shown(8), 9U);
}

TEST(WrappedText, BackspaceAtTheBeginningOfALineTakesTheLetterBefore) {
  const WrappedText wrapped = WrappedText::of("one two three", lines_of(8));
  std::size_t cursor = 8;
  EXPECT_EQ(wrapped.edited("one two three", cursor).text(), "one twothree");
  EXPECT_EQ(cursor, 7U);
  const WrappedText cut = WrappedText::of("ññññññ", lines_of(8));
  ASSERT_EQ(cut.breaks.size(), 1U);
  std::size_t place = cut.breaks[0];
  EXPECT_EQ(cut.edited("ññññññ", place).text(), "ñññññ");
}

TEST(WrappedText, ALineThatTheAuthorEndedGoesThoughABreakIsLikeIt) {
  const WrappedText wrapped = WrappedText::of("one two \none two three", lines_of(8));
  EXPECT_EQ(wrapped.shown, "one two \none two \nthree");
  std::size_t cursor = 0;
  EXPECT_EQ(wrapped.edited("one two \nthree", cursor).text(), "one two three") << "the first line was taken out";
  cursor = 9;
  EXPECT_EQ(wrapped.edited("one two \nthree", cursor).text(), "one two \nthree") << "the second one";
}

RC_GTEST_PROP(WrappedTextLaws, TheTextIsWhatItWasAndPlacesGoThereAndBack, ()) {
  const std::string text = any_text();
  const WrappedText wrapped = WrappedText::of(text, lines_of(*rc::gen::inRange<std::size_t>(1, 12)));
  RC_ASSERT(wrapped.text() == text);
  for (std::size_t place = 0; place <= text.size(); ++place)
    RC_ASSERT(wrapped.place_in_text(wrapped.place_in_shown(place)) == place);
}

RC_GTEST_PROP(WrappedTextLaws, AnEditOfWhatIsShownIsTheSameEditOfTheText, ()) {
  const std::string text = any_text();
  const WrappedText wrapped = WrappedText::of(text, lines_of(*rc::gen::inRange<std::size_t>(2, 12)));
  auto from = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  auto to = *rc::gen::inRange<std::size_t>(from, text.size() + 1);
  const std::string put = *rc::gen::elementOf(std::vector<std::string>{"", "q", "two words", "ü"});
  const std::string wanted = text.substr(0, from) + put + text.substr(to);
  std::string now = wrapped.shown;
  const std::size_t shown_from = wrapped.place_in_shown(from);
  const std::size_t shown_to = from == to ? shown_from : wrapped.place_in_shown(to);
  now.replace(shown_from, shown_to - shown_from, put);
  RC_PRE(now.size() + 1 != wrapped.shown.size() || wrapped.breaks.empty());  // see the backspace above
  std::size_t cursor = shown_from + put.size();
  const WrappedText edited = wrapped.edited(now, cursor);
  RC_ASSERT(edited.text() == wanted);
}

}  // namespace
}  // namespace spreadmap::ui
