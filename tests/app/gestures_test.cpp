#include "app/gestures.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace spreadmap::app {
namespace {

constexpr float kSlop_px = 10.0F;

TEST(Gestures, AFingerThatWaversTaps) {
  Gestures gestures(kSlop_px);
  gestures.put_down(1, {100.0F, 200.0F}, 0.0);
  EXPECT_FALSE(gestures.move(1, {104.0F, 203.0F}, 0.1));
  const auto gesture = gestures.lift(1, 0.2);
  ASSERT_TRUE(gesture);
  ASSERT_TRUE(std::holds_alternative<Tapped>(*gesture));
  EXPECT_EQ(std::get<Tapped>(*gesture).at.x_px, 100.0F);
}

TEST(Gestures, AFingerThatRestsLongIsNoTap) {
  Gestures gestures(kSlop_px);
  gestures.put_down(1, {100.0F, 200.0F}, 0.0);
  EXPECT_TRUE(std::holds_alternative<LetGo>(*gestures.lift(1, 5.0)));
}

TEST(Gestures, FingersThatSpreadPinch) {
  Gestures gestures(kSlop_px);
  gestures.put_down(1, {100.0F, 100.0F}, 0.0);
  gestures.put_down(2, {200.0F, 100.0F}, 0.0);
  double factor = 1.0;
  for (int step = 1; step <= 10; ++step) {
    const auto by = static_cast<float>(step * 10);
    for (const auto& gesture :
         {gestures.move(1, {100.0F - by, 100.0F}, 0.1 * step), gestures.move(2, {200.0F + by, 100.0F}, 0.1 * step)}) {
      if (!gesture) continue;
      ASSERT_TRUE(std::holds_alternative<Pinched>(*gesture)) << step;
      factor *= std::get<Pinched>(*gesture).factor;
    }
  }
  EXPECT_NEAR(factor, 3.0, 1e-5);
}

TEST(Gestures, FingersSideBySideMoveTime) {
  Gestures gestures(kSlop_px);
  gestures.put_down(1, {100.0F, 100.0F}, 0.0);
  gestures.put_down(2, {180.0F, 120.0F}, 0.0);
  float right_px = 0.0F;
  for (int step = 1; step <= 20; ++step) {
    const auto by = static_cast<float>(step * 8);
    for (const auto& gesture :
         {gestures.move(1, {100.0F + by, 100.0F}, 0.1 * step), gestures.move(2, {180.0F + by, 121.0F}, 0.1 * step)}) {
      if (gesture && std::holds_alternative<TimeDragged>(*gesture))
        right_px += std::get<TimeDragged>(*gesture).right_px;
    }
  }
  EXPECT_NEAR(right_px, 160.0F, 1.0F);
}

TEST(Gestures, DirtOnTheGlassIsNoFinger) {
  Gestures gestures(kSlop_px);
  gestures.put_down(7, {500.0F, 500.0F}, 0.0);
  const double later_s = Gestures::kStuck_s + 1.0;
  gestures.put_down(1, {100.0F, 100.0F}, later_s);
  const auto drag = gestures.move(1, {140.0F, 100.0F}, later_s + 0.1);
  ASSERT_TRUE(drag && std::holds_alternative<Dragged>(*drag));
  EXPECT_TRUE(std::holds_alternative<LetGo>(*gestures.lift(1, later_s + 0.2)));
  gestures.put_down(1, {100.0F, 100.0F}, later_s + 1.0);
  EXPECT_TRUE(std::holds_alternative<Tapped>(*gestures.lift(1, later_s + 1.1)));
}

/// Whatever a panel tells: fingers twice, never, far off.
RC_GTEST_PROP(GestureLaws, NonsenseMakesNoGestureThatIsNot, ()) {
  Gestures gestures(kSlop_px);
  double now_s = 0.0, factor = 1.0;
  const int steps = *rc::gen::inRange(1, 300);
  for (int i = 0; i < steps; ++i) {
    now_s += *rc::gen::inRange(0, 4000) / 1000.0;
    const auto finger = *rc::gen::inRange<Gestures::FingerId>(0, 14);
    const scene::PixelPoint at{static_cast<float>(*rc::gen::inRange(-5000, 5000)),
                               static_cast<float>(*rc::gen::inRange(-5000, 5000))};
    std::optional<Gesture> gesture;
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        gestures.put_down(finger, at, now_s);
        break;
      case 1:
        gesture = gestures.move(finger, at, now_s);
        break;
      default:
        gesture = gestures.lift(finger, now_s);
    }
    if (const auto* pinch = gesture ? std::get_if<Pinched>(&*gesture) : nullptr) {
      RC_ASSERT(std::isfinite(pinch->factor) && pinch->factor > 0.0);
      factor *= pinch->factor;
      RC_ASSERT(std::isfinite(pinch->to.x_px) && std::isfinite(pinch->from.y_px));
    }
  }
  // And then it works as ever.
  for (Gestures::FingerId finger = 0; finger < 14; ++finger) (void)gestures.lift(finger, now_s);
  gestures.put_down(1, {10.0F, 10.0F}, now_s);
  const auto tap = gestures.lift(1, now_s + 0.1);
  RC_ASSERT(tap && std::holds_alternative<Tapped>(*tap));
}

/// A pinch there and back is none.
RC_GTEST_PROP(GestureLaws, APinchThereAndBackChangesNothing, ()) {
  Gestures gestures(kSlop_px);
  gestures.put_down(1, {400.0F, 400.0F}, 0.0);
  gestures.put_down(2, {600.0F, 500.0F}, 0.0);
  double factor = 1.0;
  float x_px = 0.0F, y_px = 0.0F;
  const auto follow = [&](const std::optional<Gesture>& gesture) {
    if (const auto* pinch = gesture ? std::get_if<Pinched>(&*gesture) : nullptr) {
      factor *= pinch->factor;
      x_px += pinch->to.x_px - pinch->from.x_px;
      y_px += pinch->to.y_px - pinch->from.y_px;
    }
  };
  // Apart first, so that it is a pinch from where both were put down.
  follow(gestures.move(2, {660.0F, 560.0F}, 0.1));
  const int steps = *rc::gen::inRange(1, 30);
  for (int i = 0; i < steps; ++i) {
    const auto id = *rc::gen::inRange<Gestures::FingerId>(1, 3);
    follow(gestures.move(
        id, {static_cast<float>(*rc::gen::inRange(0, 1000)), static_cast<float>(*rc::gen::inRange(0, 1000))}, 0.2 + i));
  }
  follow(gestures.move(1, {400.0F, 400.0F}, 100.0));
  follow(gestures.move(2, {600.0F, 500.0F}, 100.1));
  RC_ASSERT(std::abs(factor - 1.0) < 1e-4);
  RC_ASSERT(std::abs(x_px) < 1.0F && std::abs(y_px) < 1.0F);
}

}  // namespace
}  // namespace spreadmap::app
