#include "app/film_texts.h"

#include "app/csv_text.h"
#include "app/filter_notes.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

TEST(WebVtt, WritesTimesAndNothingThatEndsACaption) {
  const std::string file = webvtt_of({{0.0, 1001.0 / 30000.0 * 30, {"27 August 2019", "405 agencies"}},
                                      {3661.5, 3662.0, {"<b> & -->", "", "two\nlines"}}});
  EXPECT_EQ(file, std::string(kWebVttBeginning) +
                      "\n00:00:00.000 --> 00:00:01.001\n27 August 2019\n405 agencies\n"
                      "\n01:01:01.500 --> 01:01:02.000\n&lt;b&gt; &amp; --&gt;\ntwo lines\n");
}

TEST(WebVtt, LeavesOutWhatSaysNothingOrIsNeverSeen) {
  EXPECT_EQ(webvtt_of({{0.0, 1.0, {"", " "}}, {1.0, 1.0, {"gone"}}}), kWebVttBeginning);
}

TEST(WebVtt, SaysOfWhatACaptionIsWhereThatChanges) {
  const std::string file = webvtt_of({{0.0, 1.0, {"a"}, "Of 405 in all · “-->”"},
                                      {1.0, 2.0, {"b"}, "Of 405 in all · “-->”"},
                                      {2.0, 3.0, {"c"}, "No filter"},
                                      {3.0, 4.0, {"d"}, "No filter"}});
  EXPECT_EQ(file, std::string(kWebVttBeginning) +
                      "\nNOTE Of 405 in all · “--&gt;”\n"
                      "\n00:00:00.000 --> 00:00:01.000\na\n\n00:00:01.000 --> 00:00:02.000\nb\n"
                      "\nNOTE No filter\n\n00:00:02.000 --> 00:00:03.000\nc\n\n00:00:03.000 --> 00:00:04.000\nd\n");
}

TEST(WebVtt, WithoutAnyNoteThereIsNone) {
  EXPECT_EQ(webvtt_of({{0.0, 1.0, {"a"}}, {1.0, 2.0, {"b"}}}),
            std::string(kWebVttBeginning) + "\n00:00:00.000 --> 00:00:01.000\na\n\n00:00:01.000 --> 00:00:02.000\nb\n");
}

class FilterNotes : public StageTest {
 protected:
  static std::vector<std::string> notes(const std::vector<std::optional<CountedFilter>>& captions) {
    return filter_notes(captions, stage().language("en"));
  }
  static CountedFilter of(const char* words, const char* whole, const char* from, const char* to) {
    return {{words, whole}, *time::parse_day(from), *time::parse_day(to)};
  }
  static CountedFilter of(const char* words, const char* whole, const char* day) { return of(words, whole, day, day); }
};

TEST_F(FilterNotes, OfOneDayIsOfThatDaysWhole) {
  const CountedFilter plain = of("", "", "2019-08-26"), police = of("Police", "Of 405 in all", "2019-08-27");
  EXPECT_EQ(
      notes({plain, police, police, plain, plain}),
      (std::vector<std::string>{"", "Of 405 in all · Police", "Of 405 in all · Police", "No filter", "No filter"}));
}

TEST_F(FilterNotes, OverSeveralDaysIsTheFilterAlone) {
  const CountedFilter first = of("Police", "Of 405 in all", "2019-08-27"),
                      second = of("Police", "Of 406 in all", "2019-08-28"),
                      other = of("CA", "Of 406 in all", "2019-08-28");
  EXPECT_EQ(notes({first, second, other}), (std::vector<std::string>{"Police", "Police", "Of 406 in all · CA"}));
  EXPECT_EQ(notes({of("Police", "Of 405 in all", "2018-08-27", "2019-08-27")}), std::vector<std::string>{"Police"});
}

TEST_F(FilterNotes, ACardEndsNoFilter) {
  const CountedFilter first = of("Police", "Of 405 in all", "2019-08-27"),
                      later = of("Police", "Of 406 in all", "2019-08-28");
  EXPECT_EQ(notes({std::nullopt, first, std::nullopt, later, std::nullopt}),
            (std::vector<std::string>{"", "Police", "Police", "Police", "Police"}));
  EXPECT_EQ(notes({std::nullopt, std::nullopt}), (std::vector<std::string>{"", ""}));
}

TEST(CsvText, QuotesWhatHasToBeAndNoMore) {
  EXPECT_EQ(csv_text("Police partnership"), "Police partnership");
  EXPECT_EQ(csv_text("Peoria, IL"), "\"Peoria, IL\"");
  EXPECT_EQ(csv_text("the \"list\""), "\"the \"\"list\"\"\"");
  EXPECT_EQ(csv_text("two\nlines"), "\"two\nlines\"");
}

TEST(CsvText, IsNoFormula) {
  EXPECT_EQ(csv_text("=1+2"), "'=1+2");
  EXPECT_EQ(csv_text("+1"), "'+1");
  EXPECT_EQ(csv_text("-1"), "'-1");
  EXPECT_EQ(csv_text("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(csv_text("\t=1"), "'\t=1");
  EXPECT_EQ(csv_text("=A1,B1"), "\"'=A1,B1\"");
}

}  // namespace
}  // namespace spreadmap::app
