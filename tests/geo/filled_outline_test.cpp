#include "geo/filled_outline.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace spreadmap::geo {
namespace {

/// A box in degrees, its sides in steps of a degree.
std::vector<LonLat> box(double west, double south, double east, double north) {
  std::vector<LonLat> points;
  for (double x = west; x < east; x += 1.0) points.push_back({x, south});
  for (double y = south; y < north; y += 1.0) points.push_back({east, y});
  for (double x = east; x > west; x -= 1.0) points.push_back({x, north});
  for (double y = north; y > south; y -= 1.0) points.push_back({west, y});
  return points;
}

double outline_m2(const Rings& rings) {
  const auto triangles = triangulate(rings);
  EXPECT_TRUE(triangles);
  return triangles ? area_m2(*triangles) : -1.0;
}

TEST(FilledOutline, HasTheAreaOfTheTrianglesInEveryProjection) {
  // The last is a map in pieces, which tears what lies over its gaps.
  for (const char* crs : {"us-composite", "EPSG:3857", "+proj=ortho +lat_0=10 +lon_0=0", "+proj=igh"}) {
    const auto projection = Projection::create(crs);
    ASSERT_TRUE(projection) << crs;
    const auto points =
        std::string(crs) == kUsComposite ? box(-110.0, 30.0, -90.0, 45.0) : box(-60.0, -30.0, 50.0, 55.0);
    const std::array ends{static_cast<std::uint32_t>(points.size())};
    const auto rings = projection->map_rings(points, ends);
    ASSERT_TRUE(rings) << crs;
    EXPECT_EQ(rings->is_torn, std::string(crs) == "+proj=igh") << "or this says nothing of tears";
    const auto filled = projection->filled(points, ends);
    const auto outline = filled_outline(*projection, points, ends);
    ASSERT_TRUE(filled && outline) << crs;
    EXPECT_NEAR(outline_m2(*outline) / area_m2(*filled), 1.0, 1e-4) << crs;
  }
}

}  // namespace
}  // namespace spreadmap::geo
