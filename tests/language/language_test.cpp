#include "language/language.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "language/tags.h"

namespace spreadmap::language {
namespace {

constexpr const char* kCatalogues = SPREADMAP_BUILD_DIR "/assets/translations";

Language in(const char* tag) { return {tag, kCatalogues}; }
time::Day day(const char* iso) { return *time::parse_day(iso); }
time::DayInterval interval(const char* text) { return *time::parse_day_interval(text); }

TEST(Language, TextsComeFromTheCatalogueWhateverTheProcessLocaleIs) {
  // A fresh Debian has no es_ES: gettext itself would stay English.
  EXPECT_STREQ(in("es").text("Only the month is known"), "Solo se conoce el mes");
  EXPECT_STREQ(in("es-MX").text("Only the month is known"), "Solo se conoce el mes");
  EXPECT_STREQ(in("en").text("Only the month is known"), "Only the month is known");
  EXPECT_STREQ(in("es").text("what no catalogue has"), "what no catalogue has");
}

TEST(Language, ALanguageWithoutACatalogueSpeaksEnglishNumbersAndDaysToo) {
  for (const char* tag : {"fr", "ar", "ar-EG"}) {
    const Language language = in(tag);
    EXPECT_EQ(language.tag(), tag) << "the exhibit's texts are those of the tag";
    EXPECT_STREQ(language.text("Ended"), "Ended");
    EXPECT_EQ(language.long_day(day("2019-08-27")), "27 August 2019");
    EXPECT_EQ(language.number(1331), "1,331");
    EXPECT_EQ(language.dollars(137500), in("en").dollars(137500));
  }
}

TEST(Language, RangesKeepTheirOrderWhereTextRunsFromTheRight) {
  EXPECT_EQ(in("en").range("0", "6"), "0–6");
  EXPECT_EQ(in("es").range("0", "6"), "0–6");
  for (const char* tag : {"ar", "he", "fa-IR"}) {
    EXPECT_EQ(in(tag).range("0", "6"), "\u20660–6\u2069") << tag;
    EXPECT_EQ(in(tag).long_interval(interval("2020-06-03/2020-06-09")), "\u20663–9 June 2020\u2069");
  }
}

TEST(Language, TheExhibitsWordsHaveTheirOwnCapitals) {
  EXPECT_EQ(in("tr").capitals("il"), "İL") << "whatever language the program's words are in";
}

TEST(Language, ContextTellsMeaningsApart) {
  EXPECT_STREQ(in("es").text_in("precision", "Month"), "Mes");
  EXPECT_STREQ(in("en").text_in("precision", "Month"), "Month");
}

TEST(Language, FormsGoWithTheCount) {
  const auto rows = [](const Language& language, long long n) {
    return language.counted("{} region", "{} regions", n, language.number(n));
  };
  EXPECT_EQ(rows(in("en"), 1), "1 region");
  EXPECT_EQ(rows(in("en"), 0), "0 regions");
  EXPECT_EQ(rows(in("es"), 1), "1 región");
  EXPECT_EQ(rows(in("es"), 1331), "1331 regiones");
}

TEST(Language, NumbersAreWrittenAsTheLanguageDoes) {
  EXPECT_EQ(in("en").number(405), "405");
  EXPECT_EQ(in("en").number(-1331), "-1,331");
  EXPECT_EQ(in("en").number(1234567), "1,234,567");
  EXPECT_EQ(in("es").number(1331), "1331");
  EXPECT_EQ(in("es").number(12345), "12.345");
  EXPECT_EQ(in("es-MX").number(1331), "1,331");
  EXPECT_EQ(in("es").figure(7.5, 3), "7,5");
  EXPECT_EQ(in("en").figure(14.98, 3), "15");
  EXPECT_EQ(in("en").dollars(137500.4), "$137,500");
  // Below ten dollars cents count, and whole ones have none.
  for (const auto& [usd, text] :
       {std::pair(0.5, "$0.50"), {9.99, "$9.99"}, {9.999, "$10"}, {10.5, "$11"}, {3.0, "$3"}, {0.0, "$0"}}) {
    EXPECT_EQ(in("en").dollars(usd), text);
  }
  EXPECT_EQ(in("es").dollars(0.5), "0,50\u00a0$");
}

TEST(Language, DaysAreWrittenAsTheLanguageDoes) {
  const time::Day shown = day("2019-08-27");
  EXPECT_EQ(in("en").long_day(shown), "27 August 2019");
  EXPECT_EQ(in("en-US").long_day(shown), "August 27, 2019");
  EXPECT_EQ(in("es").long_day(shown), "27 de agosto de 2019");
  EXPECT_EQ(in("es").short_month(shown), "ago");
  EXPECT_EQ(in("en").short_month(day("2019-04-01")), "Apr");
  EXPECT_EQ(in("en").day_and_month(shown), "27 Aug");
  EXPECT_EQ(in("en").month_and_year(shown), "Aug 2019");
}

TEST(Language, DaysOfLongAgoAreThoseOfTheSameCalendar) {
  EXPECT_EQ(in("en").long_day(day("1492-10-12")), "12 October 1492");
}

TEST(Language, IntervalsReadAsBrieflyAsTheyCan) {
  EXPECT_EQ(in("en").long_interval(interval("2019-08-27")), "27 August 2019");
  EXPECT_EQ(in("en").long_interval(interval("2020-06")), "June 2020");
  EXPECT_EQ(in("es").long_interval(interval("2020-06")), "junio de 2020");
  EXPECT_EQ(in("es").long_interval(interval("2020")), "2020");
  EXPECT_EQ(in("en").long_interval(interval("2020-06-03/2020-06-09")), "3–9 June 2020");
  EXPECT_EQ(in("en").long_interval(interval("2020-05-28/2020-06-03")), "28 May\u2009–\u20093 June 2020");
  EXPECT_EQ(in("en").long_interval(interval("2019-12-28/2020-01-03")), "28 December 2019\u2009–\u20093 January 2020");
}

TEST(Language, CapitalsKeepTheirAccents) {
  EXPECT_EQ(in("es").capitals("Dinero público, ñandú 10–20"), "DINERO PÚBLICO, ÑANDÚ 10–20");
  EXPECT_EQ(in("es").sentence("última policía"), "Última policía");
  EXPECT_EQ(in("en").sentence(""), "");
}

TEST(Tags, ALocaleGivesItsTag) {
  EXPECT_EQ(tag_of_locale("es_MX.UTF-8"), "es-MX");
  EXPECT_EQ(tag_of_locale("de_AT@euro"), "de-AT");
  EXPECT_EQ(tag_of_locale("C.UTF-8"), "");
  EXPECT_EQ(tag_of_locale("POSIX"), "");
  EXPECT_EQ(primary_language("es-MX"), "es");
}

TEST(Tags, TheEnvironmentIsAskedInTheOrderOfPosix) {
  ::setenv("LANG", "en_US.UTF-8", 1);
  ::setenv("LC_MESSAGES", "es_ES.UTF-8", 1);
  ::unsetenv("LC_ALL");
  EXPECT_EQ(tag_of_environment(), "es-ES");
  ::setenv("LC_ALL", "C", 1);
  EXPECT_EQ(tag_of_environment(), "");
}

TEST(Tags, ALanguageCallsItselfByItsOwnName) {
  EXPECT_EQ(own_name("es"), "Español");
  EXPECT_EQ(own_name("en"), "English");
}

}  // namespace
}  // namespace spreadmap::language
