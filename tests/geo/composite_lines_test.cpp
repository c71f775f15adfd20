#include "geo/composite_lines.h"

#include <gtest/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

#include "geo/projection.h"
#include "geo/us_regions.h"

namespace spreadmap::geo {
namespace {

Projection us() { return std::move(*Projection::create(kUsComposite)); }

/// The longest step of any part.
double longest_m(const MapLines& lines) {
  double longest_m = 0.0;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : lines.part_ends) {
    for (std::uint32_t i = begin + 1; i < end; ++i) {
      longest_m = std::max(longest_m, std::hypot(lines.points[i].x_m - lines.points[i - 1].x_m,
                                                 lines.points[i].y_m - lines.points[i - 1].y_m));
    }
    begin = end;
  }
  return longest_m;
}

constexpr double kHalfADegree_m = 80e3;  // north and east at once

TEST(CompositeLines, ALineOverTheBorderOfAlaskaIsDrawnOnBothSidesOfIt) {
  const std::vector<LonLat> line{{-149.9, 61.2}, {-120.0, 61.2}};
  const MapLines lines = us().map_lines(line);
  ASSERT_EQ(lines.part_ends.size(), 2U);
  EXPECT_LT(longest_m(lines), kHalfADegree_m);
  const LonLat last = lines.lon_lat[lines.part_ends[0] - 1], next = lines.lon_lat[lines.part_ends[0]];
  EXPECT_EQ(us_region_of(last), UsRegion::kAlaska);
  EXPECT_EQ(us_region_of(next), UsRegion::kLower48);
  EXPECT_NEAR(last.lon_deg, -140.99, 1e-6);
  EXPECT_NEAR(next.lon_deg, -140.99, 1e-6);
}

TEST(CompositeLines, ALineToHawaiiIsCutByTheFrameAndTheSea) {
  const std::vector<LonLat> line{{-117.0, 32.7}, {-157.9, 21.3}};
  const MapLines lines = us().map_lines(line);
  ASSERT_EQ(lines.part_ends.size(), 2U);
  EXPECT_LT(longest_m(lines), kHalfADegree_m);
  const MapBounds frame = us().insets()[1].bounds;
  EXPECT_NEAR(lines.points[lines.part_ends[0]].x_m, frame.max_x_m, 1e-3);
  EXPECT_NEAR(lines.lon_lat.back().lon_deg, -157.9, 1e-12);
}

TEST(CompositeLines, AnOutlineOverTheInsetsEdgeIsCutNotLeftOut) {
  const MapBounds frame = us().insets()[0].bounds;
  // Off San Diego, down into what the inset of Alaska hides.
  const std::vector<LonLat> line{{-118.0, 33.0}, {-120.0, 28.0}};
  const MapLines lines = us().map_lines(line);
  ASSERT_EQ(lines.part_ends.size(), 1U);
  const MapPoint last = lines.points.back();
  EXPECT_LT(std::min(std::abs(last.y_m - frame.max_y_m), std::abs(last.x_m - frame.max_x_m)), 1e-3);
  EXPECT_FALSE(frame.contains(last));
}

TEST(CompositeLines, ALineInOneRegionStaysAsItIs) {
  const std::vector<LonLat> line{{-100.0, 40.0}, {-99.8, 40.1}, {-99.9, 39.8}};
  const MapLines lines = us().map_lines(line);
  ASSERT_EQ(lines.part_ends.size(), 1U);
  ASSERT_EQ(lines.points.size(), line.size());
  for (std::size_t i = 0; i < line.size(); ++i) {
    EXPECT_EQ(lines.lon_lat[i].lon_deg, line[i].lon_deg);
    EXPECT_EQ(lines.points[i].x_m, us().map_from_lon_lat(line[i])->x_m);
  }
}

}  // namespace
}  // namespace spreadmap::geo
