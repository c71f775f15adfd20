#include "scene/density.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spreadmap::scene {
namespace {

/// The largest sum at any of the places, each asked for each.
double peak_by_asking_all(const std::vector<DensityPlace>& places, double radius_m) {
  double largest = 0.0;
  for (const DensityPlace& at : places) {
    double sum = 0.0;
    for (const DensityPlace& other : places) {
      const double d = std::hypot(static_cast<double>(at.local.x_m - other.local.x_m),
                                  static_cast<double>(at.local.y_m - other.local.y_m)) /
                       radius_m;
      sum += static_cast<double>(other.areal_scale) * std::pow(std::max(1.0 - d * d, 0.0), 2);
    }
    largest = std::max(largest, sum);
  }
  return largest / (kKernelVolume * radius_m * radius_m);
}

TEST(DensityPeaks, OneRecordAloneIsItsKernel) {
  const DensityPeaks peaks({{{-7e6F, 1e3F}, 0.25F}});
  for (const double radius_m : {1024.0, 3e4, 1e6}) {
    const double expected = 0.25 / (kKernelVolume * radius_m * radius_m);
    EXPECT_NEAR(peaks.at(radius_m), expected, 1e-9 * expected);
  }
}

TEST(DensityPeaks, OfNoRecordThatHasAPlaceThereIsNone) {
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(DensityPeaks({}).at(1e5), 0.0);
  EXPECT_EQ(DensityPeaks({{{kNaN, kNaN}, 0.0F}, {{0.0F, 0.0F}, 0.0F}}).at(1e5), 0.0);
}

RC_GTEST_PROP(DensityPeaks, AreWhatAskingAllGives, ()) {
  std::vector<DensityPlace> places;
  const auto count = *rc::gen::inRange(1, 60);
  for (int i = 0; i < count; ++i) {
    const auto coordinate = [] { return static_cast<float>(*rc::gen::inRange(-20000, 20000)); };
    places.push_back({{coordinate(), coordinate()}, static_cast<float>(*rc::gen::inRange(1, 5)) * 0.5F});
  }
  const DensityPeaks peaks(places);
  for (const double radius_m : {256.0, 4096.0, 65536.0}) {
    const double expected = peak_by_asking_all(places, radius_m);
    // Cells of a quarter of the kernel put records at most a third of it off.
    RC_ASSERT(std::abs(peaks.at(radius_m) / expected - 1.0) < 0.12);
  }
}

}  // namespace
}  // namespace spreadmap::scene
