#include "app/flashes.h"

#include <gtest/gtest.h>

#include <cmath>

namespace spreadmap::app {
namespace {

constexpr int kWidth_px = 96, kHeight_px = 54;
constexpr double kRate = 30.0;
using Colour = std::array<std::uint8_t, 3>;
constexpr Colour kBlack{0, 0, 0}, kWhite{255, 255, 255}, kGrey{140, 140, 140};

/// A picture of one colour with a box of another at its top left.
std::vector<std::uint8_t> picture(Colour ground, Colour box, int box_width_px, int box_height_px) {
  std::vector<std::uint8_t> rgba;
  for (int y = 0; y < kHeight_px; ++y) {
    for (int x = 0; x < kWidth_px; ++x) {
      const Colour& colour = x < box_width_px && y < box_height_px ? box : ground;
      rgba.insert(rgba.end(), {colour[0], colour[1], colour[2], 255});
    }
  }
  return rgba;
}

/// Two pictures in turn, `changes` of them a second, for three seconds.
std::vector<FlashFault> faults_of(const std::vector<std::uint8_t>& a, const std::vector<std::uint8_t>& b,
                                  double changes) {
  FlashAnalysis analysis(kWidth_px, kHeight_px, kRate);
  int shown = -1;
  for (int frame = 0; frame < 3 * static_cast<int>(kRate); ++frame) {
    const int turn = static_cast<int>(frame * changes / kRate + 1e-9);
    if (turn == shown) {
      analysis.add_same();
    } else {
      analysis.add(turn % 2 == 0 ? a : b);
    }
    shown = turn;
  }
  return analysis.faults();
}
std::vector<FlashFault> whole_faults(Colour a, Colour b, double changes) {
  return faults_of(picture(a, a, 0, 0), picture(b, b, 0, 0), changes);
}

TEST(Flashes, ThreeASecondPassAndFourDoNot) {
  EXPECT_TRUE(whole_faults(kBlack, kWhite, 6.0).empty());
  const auto faults = whole_faults(kBlack, kWhite, 8.0);
  ASSERT_EQ(faults.size(), 1U) << "one stretch, not one for each frame";
  EXPECT_EQ(faults[0].flashes, 4);
  EXPECT_FALSE(faults[0].is_red);
  // The eighth change of a second.
  EXPECT_EQ(faults[0].frame, 30);
}

TEST(Flashes, CountsTheMostOfAStretch) {
  const auto faults = whole_faults(kBlack, kWhite, 20.0);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].flashes, 10);
  EXPECT_LT(faults[0].frame, 15);
}

TEST(Flashes, OneChangeHoweverLargeIsNone) { EXPECT_TRUE(whole_faults(kBlack, kWhite, 0.5).empty()); }

TEST(Flashes, LittleDifferencesAndBrightOnesAreNone) {
  // Relative luminances of 0.130 and 0.046, of 0.83 and 1.
  EXPECT_TRUE(whole_faults({101, 101, 101}, {60, 60, 60}, 20.0).empty());
  EXPECT_TRUE(whole_faults({235, 235, 235}, kWhite, 20.0).empty());
  EXPECT_FALSE(whole_faults({110, 110, 110}, {40, 40, 40}, 20.0).empty()) << "0.156 and 0.021";
  EXPECT_FALSE(whole_faults({220, 220, 220}, kWhite, 20.0).empty()) << "0.716 and 1";
}

TEST(Flashes, AQuarterOfAThirdEachWayIsBorne) {
  // A block is 32 x 18 pixels; a quarter of it 144.
  EXPECT_TRUE(faults_of(picture(kBlack, kBlack, 0, 0), picture(kBlack, kWhite, 16, 9), 20.0).empty());
  EXPECT_FALSE(faults_of(picture(kBlack, kBlack, 0, 0), picture(kBlack, kWhite, 17, 9), 20.0).empty());
  // As much again, but no block holds more than a quarter of it.
  EXPECT_TRUE(faults_of(picture(kBlack, kBlack, 0, 0), picture(kBlack, kWhite, kWidth_px, 4), 20.0).empty());
}

TEST(Flashes, SlowFadesToAndFroCountByWhereTheyTurn) {
  FlashAnalysis slow(kWidth_px, kHeight_px, kRate), fast(kWidth_px, kHeight_px, kRate);
  const auto grey = [](double share) {
    const auto level = static_cast<std::uint8_t>(40.0 + 200.0 * share);
    return picture({level, level, level}, {level, level, level}, 0, 0);
  };
  for (int frame = 0; frame < 90; ++frame) {
    slow.add(grey(0.5 - 0.5 * std::cos(2.0 * 3.14159265 * frame / 15.0)));
    fast.add(grey(0.5 - 0.5 * std::cos(2.0 * 3.14159265 * frame / 6.0)));
  }
  EXPECT_TRUE(slow.faults().empty()) << "two a second";
  EXPECT_FALSE(fast.faults().empty()) << "five a second";
}

TEST(Flashes, SaturatedRedCountsAtALuminanceThatIsBorne) {
  const Colour red{130, 0, 0};
  const auto faults = whole_faults(kBlack, red, 8.0);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_TRUE(faults[0].is_red);
  EXPECT_TRUE(whole_faults(kBlack, red, 6.0).empty());
  EXPECT_TRUE(whole_faults(kBlack, {0, 0, 200}, 8.0).empty()) << "blue is dark and not red";
  EXPECT_TRUE(whole_faults({110, 85, 85}, {130, 100, 100}, 8.0).empty()) << "reddish, not saturated";
}

TEST(Flashes, StretchesApartAreToldApart) {
  FlashAnalysis analysis(kWidth_px, kHeight_px, kRate);
  for (int part = 0; part < 2; ++part) {
    for (int frame = 0; frame < 20; ++frame) {
      const Colour colour = frame % 2 == 0 ? kBlack : kGrey;
      analysis.add(picture(colour, colour, 0, 0));
    }
    for (int frame = 0; frame < 60; ++frame) analysis.add_same();
  }
  EXPECT_EQ(analysis.faults().size(), 2U);
  EXPECT_EQ(analysis.frame_count(), 160);
}

}  // namespace
}  // namespace spreadmap::app
