#include "vector/path.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace spreadmap::vector {
namespace {

const scene::PixelRect kRoom{0.0F, 0.0F, 400.0F, 300.0F};
// A pixel a metre, the origin at the picture's upper left.
const scene::MapView kView{{0.0, 0.0}, {0.0F, 0.0F}, 1.0};

std::vector<geo::MapPoint> random_ring(int least, int most) {
  return *rc::gen::container<std::vector<geo::MapPoint>>(
      static_cast<std::size_t>(*rc::gen::inRange(3, 12)),
      rc::gen::map(rc::gen::pair(rc::gen::inRange(least, most), rc::gen::inRange(least, most)), [](const auto& at) {
        return geo::MapPoint{at.first / 100.0, -at.second / 100.0};
      }));
}

Path path_of(const std::vector<geo::MapPoint>& ring) {
  PathBuilder builder(kView, kRoom, true);
  builder.add(geo::Rings{ring, {static_cast<std::uint32_t>(ring.size())}});
  return builder.take();
}

/// Even-odd, by a ray to the right.
bool holds(std::span<const GridPoint> ring, double x_px, double y_px) {
  const double x = x_px * kGridPerPx, y = y_px * kGridPerPx;
  bool inside = false;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const GridPoint a = ring[i], b = ring[(i + 1) % ring.size()];
    const auto ax = static_cast<double>(a.x), ay = static_cast<double>(a.y), bx = static_cast<double>(b.x),
               by = static_cast<double>(b.y);
    if ((ay > y) != (by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay)) inside = !inside;
  }
  return inside;
}

double distance_to(std::span<const geo::MapPoint> ring, double x, double y) {
  double least = 1e9;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const geo::MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
    const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m, square = dx * dx + dy * dy;
    const double t = square > 0.0 ? std::clamp(((x - a.x_m) * dx + (y - a.y_m) * dy) / square, 0.0, 1.0) : 0.0;
    least = std::min(least, std::hypot(a.x_m + t * dx - x, a.y_m + t * dy - y));
  }
  return least;
}

RC_GTEST_PROP(Paths, FillTheSamePlacesAsTheRingWithinTheRoom, ()) {
  const auto ring = random_ring(-60000, 60000);
  const Path path = path_of(ring);
  std::vector<GridPoint> exact;
  for (const geo::MapPoint point : ring) exact.push_back(grid_point(point.x_m, -point.y_m));
  const double x = *rc::gen::inRange(0, 40000) / 100.0 + 0.003, y = *rc::gen::inRange(0, 30000) / 100.0 + 0.003;
  // Farther from the edge than points are moved.
  RC_PRE(distance_to(ring, x, -y) > 0.1);
  bool inside = false;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : path.part_ends) {
    inside ^= holds(std::span(path.points).subspan(begin, end - begin), x, y);
    begin = end;
  }
  RC_ASSERT(inside == holds(exact, x, y));
}

RC_GTEST_PROP(Paths, StayNearTheRoom, ()) {
  for (const GridPoint point : path_of(random_ring(-3000000, 3000000)).points) {
    RC_ASSERT(std::abs(point.x) <= 60000 && std::abs(point.y) <= 60000);
  }
}

RC_GTEST_PROP(Paths, NeighboursStillShareTheirEdge, ()) {
  // The same points from either side: each is moved by itself, whatever is beside it.
  auto shared = random_ring(0, 30000);
  const Path there = path_of(shared);
  std::reverse(shared.begin(), shared.end());
  const Path back = path_of(shared);
  for (const GridPoint point : there.points) {
    RC_ASSERT(point.x % 5 == 0 && point.y % 5 == 0);
  }
  double area_there = 0.0, area_back = 0.0;
  const auto area = [](const Path& path) {
    double twice = 0.0;
    for (std::size_t i = 0; i < path.points.size(); ++i) {
      const GridPoint a = path.points[i], b = path.points[(i + 1) % path.points.size()];
      twice += static_cast<double>(a.x * b.y - b.x * a.y);
    }
    return twice;
  };
  area_there = area(there);
  area_back = area(back);
  RC_ASSERT(area_there == -area_back);
}

TEST(Paths, OfALineKeepTheirEndsAndLoseWhatLiesOnTheWay) {
  PathBuilder builder(kView, kRoom, false);
  const std::array points{geo::LocalPoint{10.0F, -10.0F}, geo::LocalPoint{10.01F, -10.01F},
                          geo::LocalPoint{20.0F, -20.0F}, geo::LocalPoint{30.0F, -30.0F},
                          geo::LocalPoint{30.0F, -40.0F}};
  const std::array<std::uint32_t, 1> ends{5};
  builder.add(points, ends, {});
  const Path path = builder.take();
  EXPECT_EQ(path.points, (std::vector<GridPoint>{{1000, 1000}, {3000, 3000}, {3000, 4000}}));
}

TEST(Paths, OfALineThatLeavesTheRoomAndComesBackAreTwo) {
  PathBuilder builder(kView, kRoom, false);
  const std::array points{geo::LocalPoint{100.0F, -100.0F}, geo::LocalPoint{500.0F, -100.0F},
                          geo::LocalPoint{600.0F, -100.0F}, geo::LocalPoint{600.0F, -200.0F},
                          geo::LocalPoint{500.0F, -200.0F}, geo::LocalPoint{100.0F, -200.0F}};
  const std::array<std::uint32_t, 1> ends{6};
  builder.add(points, ends, {});
  EXPECT_EQ(builder.take().part_ends.size(), 2U);
}

}  // namespace
}  // namespace spreadmap::vector
