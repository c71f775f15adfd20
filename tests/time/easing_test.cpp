#include "time/easing.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace spreadmap::time {
namespace {

double any_ramp() { return *rc::gen::inRange(1, 501) / 1000.0; }

TEST(Easing, IsExactAtTheEndsAndHoldsBeyondThem) {
  for (const double ramp : {0.0, 0.2, 0.5}) {
    EXPECT_EQ(ramped(0.0, ramp), 0.0);
    EXPECT_EQ(ramped(1.0, ramp), 1.0);
    EXPECT_EQ(ramped(-3.0, ramp), 0.0);
    EXPECT_EQ(ramped(4.0, ramp), 1.0);
    EXPECT_NEAR(ramped(0.5, ramp), 0.5, 1e-12);
  }
  EXPECT_EQ(eased(0.0), 0.0);
  EXPECT_EQ(eased(1.0), 1.0);
  EXPECT_EQ(eased(2.0), 1.0);
  EXPECT_EQ(ramped(0.3, 0.0), 0.3);
}

RC_GTEST_PROP(EasingLaws, SpeedNeverJumpsAndNeverTurnsRound, ()) {
  const double ramp = any_ramp();
  constexpr int kSteps = 2000;
  double speed = 0.0;  // at rest before it begins
  for (int step = 0; step <= kSteps; ++step) {
    const double share = static_cast<double>(step) / kSteps;
    const double now = (ramped(share + 1.0 / kSteps, ramp) - ramped(share, ramp)) * kSteps;
    RC_ASSERT(now >= -1e-9);
    // The full speed 1 / (1 - ramp) is reached in `ramp` of the time, so no step adds more than that share of it.
    RC_ASSERT(std::abs(now - speed) <= 1.0 / (1.0 - ramp) / (ramp * kSteps) + 1e-6);
    speed = now;
  }
  RC_ASSERT(std::abs(speed) < 1e-9);
}

RC_GTEST_PROP(EasingLaws, BetweenTheRampsTheSpeedIsEven, ()) {
  const double ramp = *rc::gen::inRange(1, 300) / 1000.0;
  const auto speed_at = [&](double share) { return (ramped(share + 1e-4, ramp) - ramped(share, ramp)) / 1e-4; };
  RC_ASSERT(std::abs(speed_at(ramp + 0.01) - speed_at(0.5)) < 1e-6);
}

}  // namespace
}  // namespace spreadmap::time
