#include "model/kiosk.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace spreadmap::model {
namespace {

constexpr KioskTimes kTimes{.idle_s = 90.0, .countdown_s = 15.0};

KioskState visited_at(double now_s) { return applied(unattended(0.0), BeginVisit{}, now_s); }

TEST(Kiosk, CountsDownAfterItsTimeAndEndsAtNought) {
  const KioskState state = visited_at(100.0);
  EXPECT_EQ(countdown_s(state, kTimes, 189.9), std::nullopt);
  EXPECT_EQ(countdown_s(state, kTimes, 190.0), 15.0);
  EXPECT_EQ(countdown_s(state, kTimes, 204.0), 1.0);
  EXPECT_EQ(countdown_s(state, kTimes, 205.0), 0.0);
  EXPECT_EQ(countdown_s(state, kTimes, 1e6), 0.0);
}

TEST(Kiosk, NobodyIsCountedDownWhoIsNotThere) {
  EXPECT_EQ(countdown_s(unattended(0.0), kTimes, 1e6), std::nullopt);
  EXPECT_EQ(next_change_s(unattended(0.0), kTimes, 1e6), std::nullopt);
}

RC_GTEST_PROP(KioskLaws, AnyTouchStopsACountdown, ()) {
  const double now_s = 100.0 + *rc::gen::inRange(0, 105000) / 1000.0;
  const KioskState state = touched(visited_at(100.0), now_s);
  RC_ASSERT(countdown_s(state, kTimes, now_s) == std::nullopt);
  RC_ASSERT(countdown_s(state, kTimes, now_s + kTimes.idle_s - 1e-6) == std::nullopt);
}

RC_GTEST_PROP(KioskLaws, WhoeverWaitsForTheNextChangeMissesNoSecond, ()) {
  // From change to change the seconds shown fall by one, and end at nought.
  const double touched_s = *rc::gen::inRange(0, 100000) / 7.0;
  const KioskState state = visited_at(touched_s);
  double now_s = touched_s + *rc::gen::inRange(0, 90000) / 1000.0;
  int shown = static_cast<int>(kTimes.countdown_s) + 1;
  while (shown > 0) {
    const auto change_s = next_change_s(state, kTimes, now_s);
    RC_ASSERT(change_s.has_value());
    RC_ASSERT(*change_s > now_s || shown == static_cast<int>(kTimes.countdown_s) + 1);
    now_s = *change_s + 1e-9;
    const auto left_s = countdown_s(state, kTimes, now_s);
    RC_ASSERT(left_s.has_value());
    const int now_shown = static_cast<int>(std::ceil(*left_s));
    RC_ASSERT(now_shown == shown - 1);
    shown = now_shown;
  }
}

RC_GTEST_PROP(KioskLaws, AVisitThatIsOverLeavesNothing, ()) {
  KioskState state = unattended(1.0);
  const int steps = *rc::gen::inRange(0, 40);
  for (int i = 0; i < steps; ++i) {
    const std::vector<KioskCommand> commands = {BeginVisit{},
                                                OpenSheet{KioskSheet::kFind},
                                                OpenSheet{KioskSheet::kPin},
                                                CloseSheet{},
                                                TypeLetter{"ñ"},
                                                TypeLetter{"a"},
                                                EraseLetter{}};
    state = applied(std::move(state), *rc::gen::elementOf(commands), 2.0 + i);
    RC_ASSERT(state.typed.size() <= kMostTyped);
  }
  RC_ASSERT(applied(std::move(state), EndVisit{}, 99.0) == unattended(99.0));
}

RC_GTEST_PROP(KioskLaws, ErasingTakesWholeLetters, ()) {
  KioskState state = applied(visited_at(0.0), OpenSheet{KioskSheet::kFind}, 0.0);
  const auto letters = *rc::gen::container<std::vector<std::string>>(
      rc::gen::elementOf(std::vector<std::string>{"a", "ñ", "é", "ʻ", "中", " "}));
  std::vector<std::string> before;
  for (const std::string& letter : letters) {
    before.push_back(state.typed);
    state = applied(std::move(state), TypeLetter{letter}, 0.0);
    if (state.typed == before.back()) before.pop_back();  // no more fits
  }
  while (!before.empty()) {
    state = applied(std::move(state), EraseLetter{}, 0.0);
    RC_ASSERT(state.typed == before.back());
    before.pop_back();
  }
  RC_ASSERT(applied(state, EraseLetter{}, 0.0).typed.empty());
}

TEST(Kiosk, WhatWasTypedIsGoneWithItsSheet) {
  KioskState state = applied(visited_at(0.0), OpenSheet{KioskSheet::kPin}, 0.0);
  state = applied(std::move(state), TypeLetter{"7"}, 0.0);
  EXPECT_EQ(state.typed, "7");
  EXPECT_TRUE(applied(state, CloseSheet{}, 0.0).typed.empty());
  EXPECT_TRUE(applied(state, OpenSheet{KioskSheet::kFind}, 0.0).typed.empty());
}

}  // namespace
}  // namespace spreadmap::model
