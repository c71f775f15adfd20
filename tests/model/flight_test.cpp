#include "model/flight.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace spreadmap::model {
namespace {

constexpr double kMapWidth_m = 4.8e6;

Camera any_camera() {
  return {{*rc::gen::inRange(-2000000, 2000000) * 1.0, *rc::gen::inRange(-2000000, 2000000) * 1.0},
          std::pow(10.0, *rc::gen::inRange(0, 250) / 100.0)};
}

/// How far two views lie apart as the eye sees it: relative to what is seen.
double apart(const Camera& a, const Camera& b) {
  const double seen_m = kMapWidth_m / std::max(a.zoom, b.zoom);
  return std::hypot(a.centre.x_m - b.centre.x_m, a.centre.y_m - b.centre.y_m) / seen_m +
         std::abs(std::log(a.zoom / b.zoom));
}

RC_GTEST_PROP(FlightLaws, BeginsAndEndsWhereItSays, ()) {
  const Camera from = any_camera(), to = any_camera();
  const Flight flight = flight_to(from, to, kMapWidth_m, 100.0);
  RC_ASSERT(camera_at(flight, kMapWidth_m, 100.0) == from);
  RC_ASSERT(camera_at(flight, kMapWidth_m, 100.0 + flight.length_s) == to);
  RC_ASSERT(camera_at(flight, kMapWidth_m, 1e9) == to);
  RC_ASSERT(apart(camera_at(flight, kMapWidth_m, 100.0 + 1e-7), from) < 1e-3);
  RC_ASSERT(apart(camera_at(flight, kMapWidth_m, 100.0 + flight.length_s - 1e-7), to) < 1e-3);
}

RC_GTEST_PROP(FlightLaws, MovesWithoutAJumpAndNeverBack, ()) {
  const Camera from = any_camera(), to = any_camera();
  const Flight flight = flight_to(from, to, kMapWidth_m, 0.0);
  const double ground_m = std::hypot(to.centre.x_m - from.centre.x_m, to.centre.y_m - from.centre.y_m);
  Camera before = from;
  constexpr int kSteps = 400;
  for (int step = 1; step <= kSteps; ++step) {
    const Camera now = camera_at(flight, kMapWidth_m, flight.length_s * step / kSteps);
    RC_ASSERT(std::isfinite(now.zoom) && now.zoom > 0.0);
    // A path of length S is gone in eased steps, the fastest of them 1.5 / kSteps of it; rho is 1.42.
    RC_ASSERT(apart(now, before) < 0.25);
    const auto along = [&](const Camera& camera) {
      return std::hypot(camera.centre.x_m - from.centre.x_m, camera.centre.y_m - from.centre.y_m);
    };
    RC_ASSERT(along(now) >= along(before) - 1e-6 * ground_m - 1e-6);
    before = now;
  }
}

RC_GTEST_PROP(FlightLaws, TheWayBackIsTheWayThere, ()) {
  const Camera from = any_camera(), to = any_camera();
  const Flight there = flight_to(from, to, kMapWidth_m, 0.0), back = flight_to(to, from, kMapWidth_m, 0.0);
  RC_ASSERT(std::abs(there.length_s - back.length_s) < 1e-6);
  for (const double share : {0.2, 0.5, 0.7}) {
    const Camera a = camera_at(there, kMapWidth_m, share * there.length_s);
    const Camera b = camera_at(back, kMapWidth_m, (1.0 - share) * back.length_s);
    RC_ASSERT(apart(a, b) < 1e-4);
  }
}

TEST(Flight, GoesOutToCrossTheMap) {
  const Camera from{{-2e6, 0.0}, 40.0}, to{{2e6, 0.0}, 40.0};
  const Flight flight = flight_to(from, to, kMapWidth_m, 0.0);
  const Camera middle = camera_at(flight, kMapWidth_m, flight.length_s / 2.0);
  EXPECT_LT(middle.zoom, 4.0);
  EXPECT_NEAR(middle.centre.x_m, 0.0, 1.0);
}

TEST(Flight, OnTheSpotOnlyTheWidthChanges) {
  const Camera from{{1e5, 2e5}, 1.0}, to{{1e5, 2e5}, 64.0};
  const Flight flight = flight_to(from, to, kMapWidth_m, 0.0);
  const Camera middle = camera_at(flight, kMapWidth_m, flight.length_s / 2.0);
  EXPECT_EQ(middle.centre.x_m, 1e5);
  EXPECT_NEAR(middle.zoom, 8.0, 1e-6);
}

}  // namespace
}  // namespace spreadmap::model
