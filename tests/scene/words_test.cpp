#include "scene/words.h"

#include <gtest/gtest.h>

namespace spreadmap::scene {
namespace {

const language::Language& english() {
  static const language::Language kEnglish("en", SPREADMAP_BUILD_DIR "/assets/translations");
  return kEnglish;
}

TEST(Words, AnOpenCountReadsAsARange) {
  EXPECT_EQ(count_text({405, 405}, english()), "405");
  EXPECT_EQ(count_text({397, 1405}, english()), "397–1,405");
  EXPECT_EQ(dollars_range(10000.0, 60000.2, english()), "$10,000–$60,000");
  EXPECT_EQ(dollars_range(10000.0, 10000.4, english()), "$10,000");
  EXPECT_EQ(dollars_range(0.2, 0.4, english()), "$0.20–$0.40");
}

TEST(Words, WhoJoinedLatelyIsSaidByCountAndByDays) {
  const language::Language spanish("es", SPREADMAP_BUILD_DIR "/assets/translations");
  EXPECT_EQ(joined_in_last(14, {24, 24}, english()), "24 joined in the last 14 days");
  EXPECT_EQ(joined_in_last(1, {0, 1}, english()), "0–1 joined in the last day");
  EXPECT_EQ(joined_in_last(14, {1, 1}, spanish), "1 se unió en los últimos 14 días");
  EXPECT_EQ(joined_in_last(14, {2, 2}, spanish), "2 se unieron en los últimos 14 días");
}

}  // namespace
}  // namespace spreadmap::scene
