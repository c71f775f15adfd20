// The triangles of the land have the area of its polygons: nothing is filled twice, nothing is left out.
#include <cmath>

#include "geo/polygons.h"
#include "geo/projection.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class LandArea : public StageTest {};

TEST_F(LandArea, TrianglesCoverTheStatesExactly) {
  const auto& world = stage().world();
  // Rings of the states: outer ones run one way, holes the other, so signed areas add up.
  double rings_m2 = 0.0;
  for (std::size_t layer = 0; layer < world.tables.base.size(); ++layer) {
    if (world.exhibit.map.base[layer].role != exhibit::BaseRole::kLand) continue;
    const auto& shapes = world.tables.base[layer];
    std::vector<geo::MapPoint> points(shapes.points.size());
    stage().first_sheet().projection.map_from_lon_lat(shapes.points, points);
    std::size_t begin = 0;
    for (const std::uint32_t end : shapes.part_ends) {
      const double area_m2 = geo::signed_area_m2(std::span(points).subspan(begin, end - begin));
      if (std::isfinite(area_m2)) rings_m2 += area_m2;
      begin = end;
    }
  }
  double triangles_m2 = 0.0;
  const auto& vertices = stage().first_sheet().geometry.land_vertices;
  const auto& indices = stage().first_sheet().geometry.land_indices;
  for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
    const auto a = vertices[indices[i]], b = vertices[indices[i + 1]], c = vertices[indices[i + 2]];
    const double cross = (static_cast<double>(b.x_m) - static_cast<double>(a.x_m)) *
                             (static_cast<double>(c.y_m) - static_cast<double>(a.y_m)) -
                         (static_cast<double>(c.x_m) - static_cast<double>(a.x_m)) *
                             (static_cast<double>(b.y_m) - static_cast<double>(a.y_m));
    triangles_m2 += std::abs(cross) / 2.0;
  }
  // Vertices are rounded to a quarter of a metre (32-bit floats), along 15,000 km of boundary.
  EXPECT_NEAR(triangles_m2 / std::abs(rings_m2), 1.0, 1e-5);
}

}  // namespace
}  // namespace spreadmap::app
