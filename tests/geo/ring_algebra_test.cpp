#include "geo/ring_algebra.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace spreadmap::geo {
namespace {

/// Rings about a place with corners at random distances from it, the inner ones at half of them; both even-odd.
Rings star(MapPoint middle, bool has_hole) {
  const int corners = *rc::gen::inRange(3, 30);
  std::vector<double> radii;
  radii.reserve(static_cast<std::size_t>(corners));
  for (int i = 0; i < corners; ++i) radii.push_back(*rc::gen::inRange(1, 100) / 10.0);
  Rings rings;
  for (const double scale : {1.0, 0.5}) {
    if (scale < 1.0 && !has_hole) continue;
    for (int i = 0; i < corners; ++i) {
      const double angle = 2.0 * std::numbers::pi * i / corners, radius = radii[static_cast<std::size_t>(i)] * scale;
      rings.points.push_back({middle.x_m + radius * std::cos(angle), middle.y_m + radius * std::sin(angle)});
    }
    rings.ring_ends.push_back(static_cast<std::uint32_t>(rings.points.size()));
  }
  return rings;
}

double filled_m2(const Rings& rings) { return area_m2(triangulate(rings).value()); }

/// Of outlines: their own signed areas, so that their direction is held too.
double signed_m2(const Rings& rings) {
  double sum_m2 = 0.0;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : rings.ring_ends) {
    sum_m2 += signed_area_m2(std::span(rings.points).subspan(begin, end - begin));
    begin = end;
  }
  return sum_m2;
}

bool holds(const Rings& rings, MapPoint point) {
  bool is_inside = false;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : rings.ring_ends) {
    for (std::uint32_t i = begin; i < end; ++i) {
      const MapPoint a = rings.points[i], b = rings.points[i + 1 < end ? i + 1 : begin];
      if ((a.y_m > point.y_m) == (b.y_m > point.y_m)) continue;
      if (point.x_m < std::lerp(a.x_m, b.x_m, (point.y_m - a.y_m) / (b.y_m - a.y_m))) is_inside = !is_inside;
    }
    begin = end;
  }
  return is_inside;
}

RC_GTEST_PROP(RingAlgebra, WhatBothHoldAndWhatOneHoldsAloneAreTheWhole, ()) {
  const bool has_hole = *rc::gen::arbitrary<bool>();
  const MapPoint away{*rc::gen::inRange(-150, 150) / 10.0, *rc::gen::inRange(-150, 150) / 10.0};
  const Rings a = outlined(star({0.0, 0.0}, has_hole)).value(), b = outlined(star(away, !has_hole)).value();
  const Rings both = intersection(a, b).value(), a_alone = difference(a, b).value();
  constexpr double kRounding_m2 = 1e-3;  // of edges that are nearly upright crossings are not found better
  RC_ASSERT(std::abs(signed_m2(a) - filled_m2(a)) < kRounding_m2);
  RC_ASSERT(std::abs(signed_m2(both) - filled_m2(both)) < kRounding_m2);
  RC_ASSERT(std::abs(signed_m2(both) + signed_m2(a_alone) - signed_m2(a)) < kRounding_m2);
  for (double x = -10.123; x < 10.0; x += 1.7) {
    for (double y = -10.057; y < 10.0; y += 1.7) {
      RC_ASSERT(holds(both, {x, y}) == (holds(a, {x, y}) && holds(b, {x, y})));
      RC_ASSERT(holds(a_alone, {x, y}) == (holds(a, {x, y}) && !holds(b, {x, y})));
    }
  }
}

TEST(RingAlgebra, OutlinesThatShareAnEdgeLeaveNothingAlongIt) {
  const Rings left{{{0, 0}, {1, 0}, {1, 2}, {0, 2}}, {4}}, right{{{1, 0}, {3, 0}, {3, 2}, {1, 2}}, {4}};
  EXPECT_TRUE(intersection(left, right)->points.empty());
  EXPECT_NEAR(signed_m2(difference(left, right).value()), 2.0, 1e-12);
  EXPECT_TRUE(difference(left, left)->points.empty());
  EXPECT_NEAR(signed_m2(intersection(left, left).value()), 2.0, 1e-12);
}

TEST(RingAlgebra, AnEdgeThatIsUprightButForTheLastDigitIsCutWhereItCrosses) {
  const Rings a{{{0.1, 0.0}, {0.0, 0.1}, {-8.1, 0.0}, {0.0, -5.0}}, {4}};
  const double right = std::nextafter(-2.4, 0.0);
  const Rings b{{{-2.4, -3.5}, {-3.25, -3.4}, {-3.4, -3.5}, {right, -5.05}}, {4}};
  const double both_m2 = signed_m2(intersection(a, outlined(b).value()).value());
  EXPECT_GT(both_m2, 1e-4);
  EXPECT_NEAR(signed_m2(difference(a, outlined(b).value()).value()), signed_m2(a) - both_m2, 1e-6);
}

TEST(RingAlgebra, WhatIsTakenAwayMayOverlap) {
  const Rings whole{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {4}};
  const Rings taken{{{1, 1}, {4, 1}, {4, 4}, {1, 4}, {2, 2}, {6, 2}, {6, 6}, {2, 6}}, {4, 8}};
  EXPECT_NEAR(signed_m2(difference(whole, taken).value()), 100.0 - 9.0 - 16.0 + 4.0, 1e-12);
}

}  // namespace
}  // namespace spreadmap::geo
