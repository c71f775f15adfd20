// Records of one place: told apart from the others, and found without looking at all.
#include "scene/spots.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <ctime>
#include <limits>
#include <map>
#include <random>

namespace spreadmap::scene {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Points of a small grid, so that many coincide; some are not known.
std::vector<geo::LonLat> few_points() {
  const auto coordinate = rc::gen::inRange(-2, 2);
  const auto points = *rc::gen::container<std::vector<std::tuple<int, int, int>>>(
      rc::gen::tuple(coordinate, coordinate, rc::gen::inRange(0, 8)));
  std::vector<geo::LonLat> out;
  out.reserve(points.size());
  for (const auto& [x, y, fate] : points)
    out.push_back(fate == 0 ? geo::LonLat{kNaN, kNaN} : geo::LonLat{x * 0.5, y * 0.25});
  return out;
}

bool is_same(geo::LonLat a, geo::LonLat b) { return a.lon_deg == b.lon_deg && a.lat_deg == b.lat_deg; }

RC_GTEST_PROP(Spots, AreTheSameAsComparingAllWithAll, ()) {
  const std::vector<geo::LonLat> points = few_points();
  const Spots spots = spots_of(points);
  std::uint32_t count = 0;
  for (std::uint32_t row = 0; row < points.size(); ++row) {
    std::vector<std::uint32_t> same;
    for (std::uint32_t other = 0; other < points.size(); ++other) {
      if (is_same(points[row], points[other])) same.push_back(other);
    }
    const auto found = spots.rows_at(points, points[row]);
    RC_ASSERT(std::vector<std::uint32_t>(found.begin(), found.end()) == same);
    const bool is_first = same.empty() || same.front() == row;
    RC_ASSERT(spots.of_row[row] == (is_first ? count : spots.of_row[same.front()]));
    RC_ASSERT(
        spots.order[row] ==
        (same.empty() ? 0U : static_cast<std::uint32_t>(std::find(same.begin(), same.end(), row) - same.begin())));
    if (is_first) ++count;
  }
  RC_ASSERT(spots.count == count);
  RC_ASSERT(spots.rows_at(points, {9.0, 9.0}).empty());
}

TEST(Spots, AreFoundAmongAMillionAsAmongAThousand) {
  const auto seconds_of_look_ups = [](std::uint32_t rows) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> x(-180.0, 180.0), y(-90.0, 90.0);
    std::vector<geo::LonLat> points;
    for (std::uint32_t row = 0; row < rows; ++row) points.push_back({x(random), y(random)});
    const Spots spots = spots_of(points);
    constexpr std::uint32_t kLookUps = 20000;
    std::size_t found = 0;
    // Of the processor: what else the machine does is not counted.
    const std::clock_t begin = std::clock();
    for (std::uint32_t i = 0; i < kLookUps; ++i) found += spots.rows_at(points, points[i * 7919ULL % rows]).size();
    const std::clock_t took = std::clock() - begin;
    EXPECT_EQ(found, kLookUps);
    return static_cast<double>(took) / CLOCKS_PER_SEC;
  };
  // A thousand times as many rows: twice the steps of a binary search, and memory that no cache holds. Looking at all would take a
  // thousand times as long.
  const double thousand_s = seconds_of_look_ups(1000), million_s = seconds_of_look_ups(1'000'000);
  EXPECT_LT(million_s, 100.0 * thousand_s);
}

}  // namespace
}  // namespace spreadmap::scene
