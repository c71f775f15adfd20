#include "text/code_points.h"

#include <gtest/gtest.h>

namespace spreadmap::text {
namespace {

using CodePoints = std::vector<std::uint32_t>;

TEST(CodePoints, AreDecodedFromOneToFourBytes) {
  EXPECT_EQ(code_points_of("aé€😀"), (CodePoints{U'a', U'é', U'€', U'😀'}));
  EXPECT_TRUE(code_points_of("").empty());
}

TEST(CodePoints, IllFormedBytesBecomeReplacementCharacters) {
  EXPECT_EQ(code_points_of("\xff\xfe"), (CodePoints{0xfffd, 0xfffd}));
  EXPECT_EQ(code_points_of("a\x80z"), (CodePoints{U'a', 0xfffd, U'z'})) << "a stray continuation byte";
  EXPECT_EQ(code_points_of("\xe2\x82"), (CodePoints{0xfffd, 0xfffd})) << "cut off after two of three bytes";
  for (const char* refused : {"\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80"}) {
    for (const std::uint32_t code_point : code_points_of(refused)) {
      EXPECT_EQ(code_point, 0xfffdU) << "an overlong form, a surrogate, a code point past U+10FFFF";
    }
  }
}

TEST(CodePoints, ControlsBecomeSpaces) {
  EXPECT_EQ(code_points_of("a\r\n\tb"), (CodePoints{U'a', U' ', U' ', U' ', U'b'}));
  EXPECT_EQ(code_points_of(std::string_view("a\0b", 3)), (CodePoints{U'a', U' ', U'b'}));
  EXPECT_EQ(code_points_of("\xe2\x80\xa8"), (CodePoints{U' '})) << "U+2028, a line separator";
}

}  // namespace
}  // namespace spreadmap::text
