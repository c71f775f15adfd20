#include "geo/degree_mesh.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <utility>
#include <vector>

namespace spreadmap::geo {
namespace {

double area_deg2(const DegreeMesh& mesh) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    const LonLat a = mesh.vertices[mesh.indices[i]], b = mesh.vertices[mesh.indices[i + 1]],
                 c = mesh.vertices[mesh.indices[i + 2]];
    sum += std::abs((b.lon_deg - a.lon_deg) * (c.lat_deg - a.lat_deg) -
                    (c.lon_deg - a.lon_deg) * (b.lat_deg - a.lat_deg)) /
           2.0;
  }
  return sum;
}

/// Each triangle within its cell of the grid.
void assert_in_cells(const DegreeMesh& mesh) {
  std::uint32_t index = 0;
  for (const auto& cell : mesh.cells) {
    for (; index < cell.index_end; ++index) {
      const LonLat vertex = mesh.vertices[mesh.indices[index]];
      RC_ASSERT(mesh.indices[index] < cell.vertex_end);
      RC_ASSERT(std::abs(vertex.lon_deg - cell.middle.lon_deg) <= kMeshCell_deg / 2.0 + 1e-9);
      RC_ASSERT(std::abs(vertex.lat_deg - cell.middle.lat_deg) <= kMeshCell_deg / 2.0 + 1e-9);
    }
  }
  RC_ASSERT(index == mesh.indices.size());
}

RC_GTEST_PROP(DegreeMesh, TrianglesHaveThePolygonsAreaAndLieInCells, ()) {
  // A star about a place, which may lie across the antimeridian, with a hole of half its size.
  const LonLat middle{static_cast<double>(*rc::gen::inRange(-180, 180)),
                      static_cast<double>(*rc::gen::inRange(-60, 60))};
  const int corners = *rc::gen::inRange(3, 24);
  std::vector<double> radii(static_cast<std::size_t>(corners));
  for (double& radius : radii) radius = *rc::gen::inRange(1, 250) / 10.0;
  std::vector<LonLat> points;
  std::vector<std::uint32_t> ends;
  double area = 0.0;
  for (const double scale : {1.0, 0.5}) {
    for (int i = 0; i < corners; ++i) {
      const double angle = 2.0 * M_PI * i / corners, radius = radii[static_cast<std::size_t>(i)] * scale;
      points.push_back({middle.lon_deg + radius * std::cos(angle), middle.lat_deg + radius * std::sin(angle)});
      const double next = radii[static_cast<std::size_t>((i + 1) % corners)] * scale;
      area += (scale == 1.0 ? 0.5 : -0.5) * radius * next * std::sin(2.0 * M_PI / corners);
    }
    ends.push_back(static_cast<std::uint32_t>(points.size()));
  }
  DegreeMesh mesh;
  RC_ASSERT(mesh.add_feature(3, points, ends).has_value());
  RC_ASSERT(std::abs(area_deg2(mesh) - area) < 1e-6 * std::max(1.0, area));
  assert_in_cells(mesh);
  for (const auto& cell : mesh.cells) RC_ASSERT(cell.feature == 3U);
}

TEST(DegreeMesh, TheWholeEarthIsAllOfItsCells) {
  DegreeMesh mesh;
  const std::vector<LonLat> ring{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}};
  ASSERT_TRUE(mesh.add_feature(0, ring, std::vector<std::uint32_t>{4}));
  EXPECT_NEAR(area_deg2(mesh), 360.0 * 180.0, 1e-6);
  EXPECT_EQ(mesh.cells.size(), 180U * 90U);
}

TEST(DegreeMesh, ForTheCompositeACellIsCutAlongItsRegions) {
  const UsComposite composite = std::move(*UsComposite::create());
  DegreeMesh mesh;
  const std::vector<LonLat> ring{{-142, 62}, {-140, 62}, {-140, 64}, {-142, 64}};  // Alaska ends at 140.99 west
  ASSERT_TRUE(mesh.add_feature(0, ring, std::vector<std::uint32_t>{4}, &composite));
  ASSERT_EQ(mesh.cells.size(), 2U);
  EXPECT_NEAR(area_deg2(mesh), 4.0, 1e-6);
  std::uint32_t vertex = 0;
  for (const auto& cell : mesh.cells) {
    EXPECT_EQ(cell.region, vertex == 0 ? UsRegion::kLower48 : UsRegion::kAlaska);
    for (; vertex < cell.vertex_end; ++vertex) {
      const double lon_deg = mesh.vertices[vertex].lon_deg;
      EXPECT_TRUE(cell.region == UsRegion::kAlaska ? lon_deg <= -140.99 + 1e-6 : lon_deg >= -140.99 - 1e-6) << lon_deg;
    }
  }
}

TEST(Domain, WhatItDoesNotHoldHasItsNearestPlaceOnItsEdge) {
  const Domain globe{.kind = Domain::Kind::kCap, .lon_0_deg = 10.0, .lat_0_deg = 20.0, .radius_deg = 90.0};
  const LonLat near = globe.nearest({30.0, 40.0}, 30.0);
  EXPECT_EQ(near.lon_deg, 30.0);
  EXPECT_EQ(near.lat_deg, 40.0);
  for (const LonLat far : {LonLat{150.0, 10.0}, {-150.0, 60.0}, {-100.0, -70.0}}) {
    const LonLat edge = globe.nearest(far, far.lon_deg);
    EXPECT_TRUE(globe.contains(edge));
    EXPECT_NEAR(angle_deg({10.0, 20.0}, edge), 90.0, 1e-5);
    EXPECT_NEAR(std::remainder(azimuth_deg({10.0, 20.0}, edge) - azimuth_deg({10.0, 20.0}, far), 360.0), 0.0, 1e-6);
  }
  const Domain band{
      .kind = Domain::Kind::kBand, .lon_0_deg = 0.0, .half_width_deg = 179.9, .south_deg = -85.0, .north_deg = 85.0};
  EXPECT_EQ(band.nearest({180.0, 88.0}, 179.0).lon_deg, 179.9);
  EXPECT_EQ(band.nearest({180.0, 88.0}, -179.0).lon_deg, -179.9) << "the other edge of the map, beside that place";
  EXPECT_EQ(band.nearest({180.0, 88.0}, 179.0).lat_deg, 85.0);
}

}  // namespace
}  // namespace spreadmap::geo
