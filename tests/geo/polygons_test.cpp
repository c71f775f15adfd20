#include "geo/polygons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace spreadmap::geo {
namespace {

using Ring = std::vector<MapPoint>;

Rings rings_of(const std::vector<Ring>& list) {
  Rings rings;
  for (const Ring& ring : list) {
    rings.points.insert(rings.points.end(), ring.begin(), ring.end());
    rings.ring_ends.push_back(static_cast<std::uint32_t>(rings.points.size()));
  }
  return rings;
}

Ring square(double x_m, double y_m, double side_m) {
  return {{x_m, y_m}, {x_m + side_m, y_m}, {x_m + side_m, y_m + side_m}, {x_m, y_m + side_m}};
}

// A star-shaped ring about a centre: it never crosses itself, however its radii fall.
Ring star(std::mt19937_64& random, MapPoint centre, double least_m, double most_m, int corners) {
  std::uniform_real_distribution<double> radius_m(least_m, most_m);
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / corners;
    const double r_m = radius_m(random);
    ring.push_back({centre.x_m + r_m * std::cos(angle), centre.y_m + r_m * std::sin(angle)});
  }
  return ring;
}

double filled_m2(const Rings& rings) {
  const auto triangles = triangulate(rings);
  EXPECT_TRUE(triangles) << (triangles ? "" : triangles.error().message);
  return triangles ? area_m2(*triangles) : -1.0;
}

TEST(Polygons, TrianglesHaveTheAreaOfRandomStarsWithHoles) {
  std::mt19937_64 random(7);
  std::uniform_int_distribution<int> corners(3, 400);
  std::uniform_real_distribution<double> position_m(-3e6, 3e6);
  for (int round = 0; round < 200; ++round) {
    const MapPoint centre{position_m(random), position_m(random)};
    // A chord of a ring of n corners comes nearer to the centre than its corners: the hole must stay within it.
    const Ring outer = star(random, centre, 80e3, 200e3, corners(random) + 3);
    Ring hole = star(random, centre, 1e3, 30e3, corners(random));
    const double hole_m2 = signed_area_m2(hole);
    if (round % 2 == 0) std::reverse(hole.begin(), hole.end());  // holes need no orientation
    const double truth_m2 = signed_area_m2(outer) - hole_m2;
    EXPECT_NEAR(filled_m2(rings_of({outer, hole})) / truth_m2, 1.0, 1e-9) << round;
  }
}

TEST(Polygons, EveryIndexNamesAVertexAndTheFirstVerticesAreTheRings) {
  std::mt19937_64 random(11);
  const Rings rings = rings_of({star(random, {0, 0}, 1e3, 2e3, 50), square(-100, -100, 200)});
  const auto triangles = triangulate(rings);
  ASSERT_TRUE(triangles);
  EXPECT_EQ(triangles->indices.size() % 3, 0U);
  for (const std::uint32_t index : triangles->indices) EXPECT_LT(index, triangles->vertices.size());
  for (std::size_t i = 0; i < rings.points.size(); ++i) EXPECT_EQ(triangles->vertices[i].x_m, rings.points[i].x_m);
}

TEST(Polygons, BowTieIsFilledAsItsTwoTriangles) {
  const auto triangles = triangulate(rings_of({{{0, 0}, {2, 2}, {2, 0}, {0, 2}}}));
  ASSERT_TRUE(triangles);
  EXPECT_NEAR(area_m2(*triangles), 2.0, 1e-12);
  EXPECT_EQ(triangles->vertices.size(), 5U);  // the crossing is a vertex of its own
}

TEST(Polygons, PentagramLeavesItsMiddleEmpty) {
  Ring pentagram;
  const double inner_radius_m = std::cos(0.4 * std::numbers::pi) / std::cos(0.2 * std::numbers::pi);
  for (int i = 0; i < 5; ++i) {
    const double angle = 4.0 * std::numbers::pi * i / 5.0;
    pentagram.push_back({std::cos(angle), std::sin(angle)});
  }
  // Each point is a triangle on one edge of the inner pentagon. The tessellator places crossings by weights of 32 bits.
  const double edge_m = 2.0 * inner_radius_m * std::sin(0.2 * std::numbers::pi);
  const double height_m = 1.0 - inner_radius_m * std::cos(0.2 * std::numbers::pi);
  EXPECT_NEAR(filled_m2(rings_of({pentagram})), 5.0 * edge_m * height_m / 2.0, 1e-7);
}

TEST(Polygons, OverlapOfTwoRingsIsEmptyAndIslandInAHoleIsFilled) {
  EXPECT_NEAR(filled_m2(rings_of({square(0, 0, 2), square(1, 1, 2)})), 6.0, 1e-12);
  EXPECT_NEAR(filled_m2(rings_of({square(0, 0, 10), square(2, 2, 6), square(4, 4, 2)})), 100.0 - 36.0 + 4.0, 1e-12);
}

TEST(Polygons, RepeatedFirstPointAndDegenerateRingsChangeNothing) {
  Ring closed = square(0, 0, 3);
  closed.push_back(closed.front());
  EXPECT_NEAR(filled_m2(rings_of({closed, {}, {{1, 1}}, {{1, 1}, {2, 2}}})), 9.0, 1e-12);
  const auto nothing = triangulate({});
  ASSERT_TRUE(nothing);
  EXPECT_TRUE(nothing->indices.empty());
}

TEST(Polygons, SameRingsGiveTheSameTriangles) {
  std::mt19937_64 random(3);
  const Rings rings = rings_of({star(random, {0, 0}, 1e3, 2e3, 200)});
  EXPECT_EQ(triangulate(rings)->indices, triangulate(rings)->indices);
}

TEST(Polygons, PointWithoutAPlaceIsRefusedInWords) {
  const auto triangles = triangulate(rings_of({{{0, 0}, {1, 0}, {std::nan(""), 1}}}));
  ASSERT_FALSE(triangles);
  EXPECT_EQ(triangles.error().message, "point 2 of the polygon has no place on the map");
}

TEST(Polygons, TheTessellatorsOwnErrorIsPassedOnInWords) {
  const auto triangles = triangulate(rings_of({{{0, 0}, {1e200, 0}, {0, 1}}}));
  ASSERT_FALSE(triangles);
  EXPECT_EQ(triangles.error().message.find("the tessellator reports: "), 0U) << triangles.error().message;
  EXPECT_GT(triangles.error().message.size(), std::string("the tessellator reports: ").size());
}

TEST(Polygons, SignedAreaIsPositiveCounterClockwiseAndKeepsItsDigitsFarFromZero) {
  Ring ring = square(2e6, -1e6, 0.5);
  EXPECT_DOUBLE_EQ(signed_area_m2(ring), 0.25);
  std::reverse(ring.begin(), ring.end());
  EXPECT_DOUBLE_EQ(signed_area_m2(ring), -0.25);
  EXPECT_EQ(signed_area_m2(Ring{{1, 1}, {2, 2}}), 0.0);
}

}  // namespace
}  // namespace spreadmap::geo
