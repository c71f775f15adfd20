#include "exhibit/utf8.h"

#include <gtest/gtest.h>

namespace spreadmap::exhibit {
namespace {

TEST(Utf8, TakesWellFormedText) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("La Cañada · 漢字 · 😀"));
  EXPECT_TRUE(is_utf8("\xF4\x8F\xBF\xBF"));  // the last code point
}

TEST(Utf8, StopsBeforeWhatIsNot) {
  EXPECT_EQ(utf8_prefix("ab\xE9 cd"), 2U);         // Latin-1
  EXPECT_EQ(utf8_prefix("a\xC3"), 1U);             // cut
  EXPECT_EQ(utf8_prefix("a\xC0\xAF"), 1U);         // over-long
  EXPECT_EQ(utf8_prefix("\xE0\x80\x80"), 0U);      // over-long
  EXPECT_EQ(utf8_prefix("\xED\xA0\x80"), 0U);      // a surrogate
  EXPECT_EQ(utf8_prefix("\xF4\x90\x80\x80"), 0U);  // past the last code point
  EXPECT_EQ(utf8_prefix("\xFF\xFEt\0"), 0U);       // UTF-16
}

}  // namespace
}  // namespace spreadmap::exhibit
