#include "scene/words.h"

#include <gtest/gtest.h>

namespace spreadmap::scene {
namespace {

TEST(Words, ThousandsAreSetApartAsTheLanguageDoes) {
  EXPECT_EQ(grouped(405, "en"), "405");
  EXPECT_EQ(grouped(1331, "en"), "1,331");
  EXPECT_EQ(grouped(1234567, "en"), "1,234,567");
  EXPECT_EQ(grouped(1331, "es"), "1331");
  EXPECT_EQ(grouped(12345, "es"), "12 345");
  EXPECT_EQ(grouped(-1331, "en"), "-1,331");
}

TEST(Words, DaysAreWrittenAsTheLanguageDoes) {
  const time::Day day = *time::parse_day("2019-08-27");
  EXPECT_EQ(long_day(day, "en"), "27 August 2019");
  EXPECT_EQ(long_day(day, "es"), "27 de agosto de 2019");
  EXPECT_EQ(short_month(day, "es"), "ago");
  EXPECT_EQ(long_interval(*time::parse_day_interval("2020-06"), "es"), "junio de 2020");
  EXPECT_EQ(long_interval(*time::parse_day_interval("2020"), "es"), "2020");
  EXPECT_EQ(long_interval(*time::parse_day_interval("2016-12-20"), "es"), "20 de diciembre de 2016");
}

TEST(Words, AnOpenCountReadsAsARange) {
  EXPECT_EQ(count_text({405, 405}, "en"), "405");
  EXPECT_EQ(count_text({397, 405}, "en"), "397–405");
}

TEST(Words, CapitalsKeepTheirAccents) {
  EXPECT_EQ(capitals("Dinero público, ñandú ÷ ß ÿ 10–20"), "DINERO PÚBLICO, ÑANDÚ ÷ ß ÿ 10–20");
}

TEST(Words, EveryWordIsThereInEveryLanguage) {
  for (int i = 0; i <= static_cast<int>(Word::kIncomplete); ++i) {
    for (const char* language : {"en", "es", "xx"})
      EXPECT_FALSE(word(static_cast<Word>(i), language).empty()) << i << language;
  }
}

}  // namespace
}  // namespace spreadmap::scene
