#include "geo/clipping.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>
#include <ostream>
#include <stdexcept>

#include "geo/projection.h"

namespace spreadmap::geo {
namespace {

constexpr double kSide_deg = 30.0;

Projection created(const std::string& crs) {
  Result<Projection> projection = Projection::create(crs);
  if (!projection) throw std::runtime_error(projection.error().message);
  return std::move(*projection);
}

/// The area on the map of a quad of the globe, cut to what the map shows.
double quad_m2(const Projection& projection, double west_deg, double south_deg) {
  const std::vector<LonLat> ring{{west_deg, south_deg},
                                 {west_deg + kSide_deg, south_deg},
                                 {west_deg + kSide_deg, south_deg + kSide_deg},
                                 {west_deg, south_deg + kSide_deg}};
  const std::vector<std::uint32_t> ends{4};
  const auto triangles = projection.filled(ring, ends);
  if (!triangles) throw std::runtime_error(triangles.error().message);
  return area_m2(*triangles);
}

double globe_m2(const Projection& projection, double first_deg = -180.0) {
  double sum_m2 = 0.0;
  for (double west = first_deg; west < first_deg + 360.0; west += kSide_deg) {
    for (double south = -90.0; south < 90.0; south += kSide_deg) sum_m2 += quad_m2(projection, west, south);
  }
  return sum_m2;
}

constexpr double kEarth_m2 = 5.10065622e14;  // of WGS84's ellipsoid

struct WholeMap {
  const char* crs;
  double area_m2;
};
std::ostream& operator<<(std::ostream& out, const WholeMap& map) { return out << map.crs; }

class Clipped : public testing::TestWithParam<WholeMap> {};

TEST_P(Clipped, QuadsThatCoverTheGlobeCoverTheMapOnce) {
  EXPECT_NEAR(globe_m2(created(GetParam().crs)) / GetParam().area_m2, 1.0, 5e-4);
}

TEST_P(Clipped, ShapesMayCountOnTo360) {
  EXPECT_NEAR(globe_m2(created(GetParam().crs), -10.0) / GetParam().area_m2, 1.0, 5e-4);
}

TEST(Torn, MapsInPiecesAreFilledWhereTheyHaveGroundAndNowhereElse) {
  // All keep areas; along their tears cells of the mesh are left out.
  constexpr std::array kMaps{
      WholeMap{"+proj=igh", kEarth_m2},
      WholeMap{"+proj=healpix", kEarth_m2 * 3.0 * std::numbers::pi / 8.0},  // an earth of 4 pi on 1.5 pi^2
      WholeMap{"+proj=ob_tran +o_proj=moll +o_lat_p=45 +o_lon_p=0 +lon_0=0", kEarth_m2}};
  for (const WholeMap& map : kMaps) {
    const double share = globe_m2(created(map.crs)) / map.area_m2;
    EXPECT_GT(share, 0.95) << map;
    EXPECT_LT(share, 1.002) << map;
  }
}

constexpr double kDisc_m2 = std::numbers::pi * 6378137.0 * 6378137.0;
constexpr double kSquare_m = 2.0 * std::numbers::pi * 6378137.0;

INSTANTIATE_TEST_SUITE_P(
    Maps, Clipped,
    testing::Values(WholeMap{"+proj=eqearth +datum=WGS84", kEarth_m2},
                    WholeMap{"+proj=eqearth +lon_0=180 +datum=WGS84", kEarth_m2},
                    WholeMap{"+proj=eqearth +lon_0=-77.3 +datum=WGS84", kEarth_m2},
                    WholeMap{"+proj=cea +lon_0=11 +datum=WGS84", kEarth_m2},
                    WholeMap{"+proj=aea +lat_1=29.5 +lat_2=45.5 +lon_0=-96 +datum=WGS84", kEarth_m2},
                    WholeMap{"EPSG:3035", kEarth_m2}, WholeMap{"+proj=laea +lat_0=90 +datum=WGS84", kEarth_m2},
                    WholeMap{"+proj=laea +lat_0=-35 +lon_0=171 +datum=WGS84", kEarth_m2},
                    WholeMap{"EPSG:3857", kSquare_m* kSquare_m},
                    WholeMap{"+proj=ortho +lat_0=38 +lon_0=-97 +R=6378137", kDisc_m2},
                    WholeMap{"+proj=ortho +lat_0=90 +R=6378137", kDisc_m2},
                    WholeMap{"+proj=ortho +lat_0=0 +lon_0=180 +R=6378137", kDisc_m2}));

TEST(Clipping, OneRingRoundAPoleHoldsThePoleInEveryProjection) {
  // The cap south of 60 degrees south, as a ring that runs over the antimeridian and is closed over no pole.
  std::vector<LonLat> ring;
  for (int lon = -180; lon < 180; lon += 10) ring.push_back({static_cast<double>(lon), -60.0});
  const std::vector<std::uint32_t> ends{static_cast<std::uint32_t>(ring.size())};
  const auto filled_m2 = [&](const char* crs) { return area_m2(created(crs).filled(ring, ends).value()); };
  const double cap_m2 = filled_m2("+proj=eqearth +datum=WGS84");
  EXPECT_NEAR(cap_m2 / kEarth_m2, (1.0 - std::sin(60.0 * std::numbers::pi / 180.0)) / 2.0, 1e-3);
  for (const char* crs : {"+proj=laea +lat_0=-90 +datum=WGS84", "+proj=laea +lat_0=-40 +lon_0=20 +datum=WGS84",
                          "+proj=laea +lat_0=40 +lon_0=20 +datum=WGS84", "+proj=eqearth +lon_0=120 +datum=WGS84"}) {
    EXPECT_NEAR(filled_m2(crs) / cap_m2, 1.0, 2e-3) << crs;
  }
  EXPECT_LT(filled_m2("+proj=ortho +lat_0=60 +R=6378137"), 1e-4 * kDisc_m2);
}

TEST(Clipping, APolygonAboutTheAntipodeLeavesTheNearSideEmpty) {
  const std::vector<LonLat> ring{{150, -60}, {-150, -60}, {-150, 20}, {150, 20}};  // the antipode of (0, 20) lies in it
  const std::vector<std::uint32_t> ends{4};
  EXPECT_LT(area_m2(created("+proj=ortho +lat_0=20 +lon_0=0 +R=6378137").filled(ring, ends).value()), 1e-4 * kDisc_m2);
}

TEST(Clipping, ALineOverTheAntimeridianIsCutWhereTheMapIs) {
  const std::vector<LonLat> line{{170, -20}, {-170, -10}};
  EXPECT_EQ(created("+proj=eqearth +datum=WGS84").map_lines(line).part_ends.size(), 2U);
  EXPECT_EQ(created("+proj=eqearth +lon_0=180 +datum=WGS84").map_lines(line).part_ends.size(), 1U);
  EXPECT_EQ(created("EPSG:3832").map_lines(line).part_ends.size(), 1U);
  EXPECT_TRUE(created("+proj=ortho +lon_0=0 +datum=WGS84").map_lines(line).points.empty());
}

TEST(Clipping, NoLineRunsAcrossTheMap) {
  for (const char* crs : {"+proj=eqearth +lon_0=100 +datum=WGS84", "EPSG:3857", "EPSG:3035", "EPSG:3995", "EPSG:32633",
                          "+proj=ortho +lat_0=30 +lon_0=170 +datum=WGS84", "+proj=lcc +lat_1=30 +lat_2=60 +datum=WGS84",
                          "+proj=moll +lon_0=-160"}) {
    const Projection projection = created(crs);
    for (double lat = -85.0; lat <= 85.0; lat += 17.0) {
      std::vector<LonLat> parallel;
      for (double lon = -180.0; lon <= 180.0; lon += 5.0) parallel.push_back({lon, lat});
      const MapLines lines = projection.map_lines(parallel);
      std::uint32_t begin = 0;
      for (const std::uint32_t end : lines.part_ends) {
        for (std::uint32_t i = begin + 1; i < end; ++i) {
          const MapPoint a = lines.points[i - 1], b = lines.points[i];
          // Half a degree, at the largest scale that any of these has within its domain.
          ASSERT_LT(std::hypot(b.x_m - a.x_m, b.y_m - a.y_m), 56e3 * 16.0) << crs << " at " << lat;
        }
        begin = end;
      }
    }
  }
}

TEST(Clipping, WhatIsBeyondTheMapHasNoPlace) {
  EXPECT_FALSE(created("+proj=ortho +lon_0=0 +datum=WGS84").map_from_lon_lat({120.0, 0.0}));
  EXPECT_FALSE(created("EPSG:3857").map_from_lon_lat({0.0, 88.0}));
  EXPECT_FALSE(created("EPSG:32633").map_from_lon_lat({-150.0, 10.0}));
  EXPECT_TRUE(created("EPSG:32633").map_from_lon_lat({20.0, 52.0}));
}

TEST(Scale, IsOneWhereAConformalMapIsTrueAndGrowsAsMercatorsDoes) {
  const auto scale = [](const char* crs, LonLat place) { return created(crs).scale_at(place).value(); };
  EXPECT_NEAR(scale("EPSG:3395", {10.0, 0.0}).mean, 1.0, 1e-4);
  EXPECT_NEAR(scale("EPSG:3395", {10.0, 60.0}).mean, 2.0, 0.01);
  EXPECT_NEAR(scale("EPSG:3395", {10.0, 60.0}).northwards, scale("EPSG:3395", {10.0, 60.0}).eastwards, 1e-4);
  EXPECT_NEAR(scale("us-composite", {-96.0, 38.0}).mean, 1.0, 1e-3);
  EXPECT_NEAR(scale("us-composite", {-150.0, 64.0}).mean, 0.35, 1e-3);  // in the inset
  EXPECT_FALSE(created("+proj=ortho +lon_0=0 +datum=WGS84").scale_at({180.0, 0.0}));
}

}  // namespace
}  // namespace spreadmap::geo
