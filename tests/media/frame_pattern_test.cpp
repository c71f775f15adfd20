#include "media/frame_pattern.h"

#include <gtest/gtest.h>

namespace spreadmap::media {
namespace {

TEST(FramePattern, NamesFrames) {
  EXPECT_EQ(FramePattern::parsed("frames/%06d.png")->file(137), "frames/000137.png");
  EXPECT_EQ(FramePattern::parsed("f%d")->file(137), "f137");
  EXPECT_EQ(FramePattern::parsed("f%i")->file(0), "f0");
  EXPECT_EQ(FramePattern::parsed("f%3u.png")->file(7), "f  7.png");
  EXPECT_EQ(FramePattern::parsed("f%02d.png")->file(12345), "f12345.png");
  EXPECT_EQ(FramePattern::parsed("100%%/%04d%%.png")->file(5), "100%/0005%.png");
  EXPECT_EQ(FramePattern::parsed("a/b/%d.png")->folder(), "a/b");
  EXPECT_EQ(FramePattern::parsed("%d.png")->folder(), "");
}

TEST(FramePattern, MayNameOneFile) {
  EXPECT_TRUE(FramePattern::parsed("still.png")->names_one_file());
  EXPECT_EQ(FramePattern::parsed("still.png")->file(3), "still.png");
  EXPECT_FALSE(FramePattern::parsed("%d.png")->names_one_file());
}

TEST(FramePattern, RefusesWhatIsNoPatternAndSaysWhatIs) {
  for (const char* text : {"100%.png", "%s.png", "%", "f%", "%x.png", "%.3d.png", "%-3d.png", "%ld.png", "%5",
                           "%999999999d.png", "%99d.png", "%n", "% d.png"}) {
    const Result<FramePattern> parsed = FramePattern::parsed(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_NE(parsed.error().message.find("write %06d for the frame's number, %% for a percent sign"),
              std::string::npos)
        << text;
  }
  EXPECT_EQ(FramePattern::parsed("%d-%d.png").error().message,
            "%d-%d.png: holds more than one number: keep one, write %% for a percent sign");
  EXPECT_EQ(
      FramePattern::parsed("f%d/a.png").error().message,
      "f%d/a.png: the frame's number stands in a folder's name: put it in the file's name, as in frames/%06d.png");
  EXPECT_EQ(FramePattern::parsed("frames/").error().message, "frames/: names no file: add one, as in frames/%06d.png");
  EXPECT_FALSE(FramePattern::parsed(""));
}

TEST(NameWithoutNumber, HoldsPercentSigns) {
  for (const auto& [text, name] : {std::pair("100%.png", "100%.png"),
                                   {"100%%.png", "100%.png"},
                                   {"a%/b.svg", "a%/b.svg"},
                                   {"%.png", "%.png"},
                                   {"%%%.png", "%%.png"},
                                   {"%%d.png", "%d.png"},
                                   {"plain.png", "plain.png"}}) {
    const Result<std::string> read = name_without_number(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(*read, name);
  }
}

TEST(NameWithoutNumber, RefusesWhatReadsAsAFramesNumber) {
  EXPECT_EQ(name_without_number("day-%06d.png").error().message,
            "day-%06d.png: %06d stands for a frame's number, and one picture has none: leave it out, or write %% for a "
            "percent sign");
  EXPECT_FALSE(name_without_number("50%discount.png"));
}

}  // namespace
}  // namespace spreadmap::media
