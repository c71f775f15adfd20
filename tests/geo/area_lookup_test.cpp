#include "geo/area_lookup.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

namespace spreadmap::geo {
namespace {

/// Areas under construction.
struct Areas {
  std::vector<LonLat> points;
  std::vector<std::uint32_t> ring_ends, area_ring_ends;
  void ring(const std::vector<LonLat>& ring) {
    points.insert(points.end(), ring.begin(), ring.end());
    ring_ends.push_back(static_cast<std::uint32_t>(points.size()));
  }
  void end_area() { area_ring_ends.push_back(static_cast<std::uint32_t>(ring_ends.size())); }
  [[nodiscard]] AreaLookup lookup() const { return {points, ring_ends, area_ring_ends}; }
};

std::vector<LonLat> box(double west, double south, double east, double north) {
  return {{west, south}, {east, south}, {east, north}, {west, north}};
}

TEST(AreaLookup, AHoleIsOutsideAndAnIslandInItInside) {
  Areas areas;
  areas.ring(box(0, 0, 10, 10));
  areas.ring(box(2, 2, 8, 8));
  areas.ring(box(4, 4, 6, 6));
  areas.ring(box(40, -20, 41, -19));  // another part, far away
  areas.end_area();
  const AreaLookup lookup = areas.lookup();
  EXPECT_EQ(lookup.area_at({1, 1}), 0U);
  EXPECT_EQ(lookup.area_at({3, 3}), std::nullopt);
  EXPECT_EQ(lookup.area_at({5, 5}), 0U);
  EXPECT_EQ(lookup.area_at({40.5, -19.5}), 0U);
  EXPECT_EQ(lookup.area_at({11, 5}), std::nullopt);
  EXPECT_EQ(lookup.area_at({std::nan(""), 5}), std::nullopt);
}

TEST(AreaLookup, AnAreaAcrossTheAntimeridianMayCountOnTo360) {
  Areas areas;
  areas.ring(box(-179, 0, -160, 10));
  areas.end_area();
  areas.ring(box(170, 0, 200, 10));
  areas.end_area();
  const AreaLookup lookup = areas.lookup();
  EXPECT_EQ(lookup.area_at({175, 5}), 1U);
  EXPECT_EQ(lookup.area_at({180, 5}), 1U);
  EXPECT_EQ(lookup.area_at({-180, 5}), 1U);
  EXPECT_EQ(lookup.area_at({-179.5, 5}), 1U);
  EXPECT_EQ(lookup.area_at({-170, 5}), 0U);  // in both
  EXPECT_EQ(lookup.area_at({-159, 5}), std::nullopt);
  EXPECT_EQ(lookup.area_at({169, 5}), std::nullopt);
}

TEST(AreaLookup, OrRunOverItFromOneSideToTheOther) {
  for (const auto& ring : {box(176, -20, -178, -15), box(-178, -20, 176, -15)}) {
    Areas areas;
    areas.ring(ring);
    areas.end_area();
    const AreaLookup lookup = areas.lookup();
    EXPECT_EQ(lookup.area_at({178, -18}), 0U);
    EXPECT_EQ(lookup.area_at({-179, -17}), 0U);
    EXPECT_EQ(lookup.area_at({175, -18}), std::nullopt);
    EXPECT_EQ(lookup.area_at({-177, -18}), std::nullopt);
    EXPECT_EQ(lookup.area_at({0, -18}), std::nullopt);
  }
  // From -180 to 180 is all round.
  Areas whole;
  whole.ring(box(-180, -90, 180, -60));
  whole.end_area();
  EXPECT_EQ(whole.lookup().area_at({0, -75}), 0U);
}

TEST(AreaLookup, AnAreaWithoutSizeHoldsNothing) {
  Areas areas;
  areas.ring({{0, 0}, {1, 0}});
  areas.end_area();
  areas.end_area();
  EXPECT_EQ(areas.lookup().area_at({0.5, 0}), std::nullopt);
}

// A grid of quadrilaterals with crooked borders: neighbours share the same points, in turning ways.
struct CrookedGrid {
  static constexpr int kSide = 5;
  std::vector<LonLat> corners;
  Areas areas;
  CrookedGrid() {
    for (int row = 0; row <= kSide; ++row) {
      for (int column = 0; column <= kSide; ++column) {
        const bool is_edge = row == 0 || column == 0 || row == kSide || column == kSide;
        const auto off = [&] { return is_edge ? 0.0 : *rc::gen::inRange(-300, 300) / 1000.0; };
        corners.push_back({column + off(), row + off()});
      }
    }
    for (int row = 0; row < kSide; ++row) {
      for (int column = 0; column < kSide; ++column) {
        const auto at = [&](int c, int r) {
          return corners[static_cast<std::size_t>(r) * (kSide + 1) + static_cast<std::size_t>(c)];
        };
        std::vector<LonLat> ring{at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)};
        if ((row + column) % 2 == 1) std::reverse(ring.begin(), ring.end());
        areas.ring(ring);
        areas.end_area();
      }
    }
  }
};

RC_GTEST_PROP(AreaLookupLaws, APointOnASharedBorderIsInExactlyOneArea, ()) {
  const CrookedGrid grid;
  const auto which = *rc::gen::inRange<std::size_t>(0, grid.areas.ring_ends.size());
  const auto corner = [&](std::size_t i) { return grid.areas.points[which * 4 + i % 4]; };
  const auto side = *rc::gen::inRange<std::size_t>(0, 4);
  const double share = *rc::gen::inRange(0, 9) / 8.0;
  const LonLat a = corner(side), b = corner(side + 1);
  const LonLat point{a.lon_deg + (b.lon_deg - a.lon_deg) * share, a.lat_deg + (b.lat_deg - a.lat_deg) * share};
  constexpr double kInside = 1e-9;
  RC_PRE(point.lon_deg > kInside && point.lat_deg > kInside && point.lon_deg < CrookedGrid::kSide - kInside &&
         point.lat_deg < CrookedGrid::kSide - kInside);
  int holders = 0;
  for (std::size_t area = 0; area < grid.areas.ring_ends.size(); ++area) {
    // Corners lie less than a third from where they would be in a straight grid: what is further away than the next cell cannot hold it.
    const auto column = static_cast<double>(area % CrookedGrid::kSide),
               row = static_cast<double>(area / CrookedGrid::kSide);
    if (std::abs(point.lon_deg - column - 0.5) > 1.0 || std::abs(point.lat_deg - row - 0.5) > 1.0) continue;
    Areas alone;
    alone.ring({grid.areas.points.begin() + static_cast<std::ptrdiff_t>(area * 4),
                grid.areas.points.begin() + static_cast<std::ptrdiff_t>(area * 4 + 4)});
    alone.end_area();
    holders += alone.lookup().area_at(point) ? 1 : 0;
  }
  RC_ASSERT(holders == 1);
  RC_ASSERT(grid.areas.lookup().area_at(point).has_value());
}

}  // namespace
}  // namespace spreadmap::geo
