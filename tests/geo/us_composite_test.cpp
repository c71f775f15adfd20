#include "geo/us_composite.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "geo/projection.h"
#include "geo/random_places.h"

namespace spreadmap::geo {
namespace {

Projection us() { return std::move(*Projection::create(kUsComposite)); }

bool overlap(const MapBounds& a, const MapBounds& b) {
  return a.min_x_m < b.max_x_m && b.min_x_m < a.max_x_m && a.min_y_m < b.max_y_m && b.min_y_m < a.max_y_m;
}

// The southern outline of the lower 48 from San Diego to Maine's easternmost point, capes and islands first of all.
constexpr auto kSouthernEdge = std::to_array<LonLat>({
    {-118.60, 32.80}, {-117.12, 32.53}, {-114.72, 32.72}, {-114.81, 32.49}, {-112.0, 31.89},  {-111.07, 31.33},
    {-109.05, 31.33}, {-108.21, 31.33}, {-106.53, 31.78}, {-104.92, 30.60}, {-103.15, 28.97}, {-101.4, 29.77},
    {-100.3, 28.28},  {-99.5, 27.5},    {-99.1, 26.4},    {-97.37, 25.84},  {-97.14, 25.96},  {-94.0, 29.6},
    {-90.2, 29.05},   {-89.15, 28.99},  {-85.0, 29.6},    {-82.97, 24.58},  {-81.81, 24.54},  {-80.25, 25.15},
    {-80.03, 26.80},  {-75.53, 35.22},  {-69.93, 41.25},  {-66.95, 44.81},
});

struct Placed {
  const char* name = "";
  LonLat place;
  UsRegion region = UsRegion::kNone;
};

TEST(UsComposite, EveryPlaceGoesToItsPart) {
  const auto placed = std::to_array<Placed>({
      {"Anchorage", {-149.90, 61.22}, UsRegion::kAlaska},
      {"Attu", {173.18, 52.83}, UsRegion::kAlaska},
      {"Semisopochnoi", {179.60, 51.95}, UsRegion::kAlaska},
      {"Adak", {-176.63, 51.88}, UsRegion::kAlaska},
      {"Utqiagvik", {-156.79, 71.29}, UsRegion::kAlaska},
      {"Little Diomede", {-168.92, 65.76}, UsRegion::kAlaska},
      {"Gambell", {-171.73, 63.78}, UsRegion::kAlaska},
      {"Ketchikan", {-131.65, 55.34}, UsRegion::kAlaska},
      {"Hyder", {-130.025, 55.917}, UsRegion::kAlaska},
      {"Cape Muzon", {-132.69, 54.66}, UsRegion::kAlaska},
      {"Skagway", {-135.31, 59.46}, UsRegion::kAlaska},
      {"Haines", {-135.44, 59.24}, UsRegion::kAlaska},
      {"Juneau", {-134.42, 58.30}, UsRegion::kAlaska},
      {"Yakutat", {-139.73, 59.55}, UsRegion::kAlaska},
      {"Eagle", {-141.20, 64.79}, UsRegion::kAlaska},
      {"Mount Saint Elias", {-140.93, 60.29}, UsRegion::kAlaska},
      {"Vancouver", {-123.12, 49.28}, UsRegion::kLower48},
      {"Victoria", {-123.37, 48.43}, UsRegion::kLower48},
      {"Prince Rupert", {-130.32, 54.31}, UsRegion::kLower48},
      {"Stewart", {-129.99, 55.94}, UsRegion::kLower48},
      {"Whitehorse", {-135.06, 60.72}, UsRegion::kLower48},
      {"Atlin", {-133.69, 59.57}, UsRegion::kLower48},
      {"Beaver Creek", {-140.88, 62.38}, UsRegion::kLower48},
      {"Haida Gwaii", {-132.0, 53.6}, UsRegion::kLower48},
      {"Seattle", {-122.33, 47.61}, UsRegion::kLower48},
      {"Point Roberts", {-123.06, 48.99}, UsRegion::kLower48},
      {"Key West", {-81.80, 24.55}, UsRegion::kLower48},
      {"Provideniya", {-173.2, 64.42}, UsRegion::kLower48},
      {"Honolulu", {-157.86, 21.31}, UsRegion::kHawaii},
      {"Hilo", {-155.09, 19.71}, UsRegion::kHawaii},
      {"Niihau", {-160.15, 21.90}, UsRegion::kHawaii},
      {"San Juan", {-66.11, 18.47}, UsRegion::kPuertoRico},
      {"Mona", {-67.89, 18.09}, UsRegion::kPuertoRico},
      {"Saint Croix", {-64.70, 17.74}, UsRegion::kPuertoRico},
      {"Charlotte Amalie", {-64.93, 18.34}, UsRegion::kPuertoRico},
      {"Punta Cana", {-68.40, 18.58}, UsRegion::kLower48},
      {"Guam", {144.79, 13.44}, UsRegion::kNone},
      {"Saipan", {145.75, 15.19}, UsRegion::kNone},
      {"Pago Pago", {-170.70, -14.28}, UsRegion::kNone},
      {"Midway", {-177.37, 28.21}, UsRegion::kNone},
      {"Wake", {166.63, 19.28}, UsRegion::kNone},
  });
  for (const Placed& p : placed) EXPECT_EQ(us_region_of(p.place), p.region) << p.name;
}

TEST(UsComposite, TerritoriesWithoutAnInsetAreNotOnTheMap) {
  const Projection projection = us();
  EXPECT_FALSE(projection.map_from_lon_lat({144.79, 13.44}));    // Guam
  EXPECT_FALSE(projection.map_from_lon_lat({-170.70, -14.28}));  // Pago Pago
  EXPECT_FALSE(projection.map_from_lon_lat({145.75, 15.19}));    // Saipan
}

TEST(UsComposite, InsetsAreDisjointFromEachOther) {
  const auto insets = us().insets();
  ASSERT_EQ(insets.size(), 3U);
  for (std::size_t a = 0; a < insets.size(); ++a) {
    for (std::size_t b = a + 1; b < insets.size(); ++b) {
      EXPECT_FALSE(overlap(insets[a].bounds, insets[b].bounds)) << insets[a].name << " " << insets[b].name;
    }
  }
}

TEST(UsComposite, InsetsHoldNoLandOfTheLower48) {
  const Projection projection = us();
  std::vector<MapPoint> edge;
  for (const LonLat place : kSouthernEdge) {
    const auto point = projection.map_from_lon_lat(place);
    ASSERT_TRUE(point) << place.lon_deg << " " << place.lat_deg;
    edge.push_back(*point);
  }
  for (const auto& inset : projection.insets()) {
    for (std::size_t i = 1; i < edge.size(); ++i) {
      for (double share = 0.0; share <= 1.0; share += 0.02) {
        const MapPoint between{std::lerp(edge[i - 1].x_m, edge[i].x_m, share),
                               std::lerp(edge[i - 1].y_m, edge[i].y_m, share)};
        EXPECT_FALSE(inset.bounds.contains(between)) << inset.name << " leg " << i;
      }
    }
  }
}

TEST(UsComposite, EachInsetHoldsItsCapes) {
  const Projection projection = us();
  const auto in_inset = [&](std::size_t inset, LonLat place) {
    const auto point = projection.map_from_lon_lat(place);
    return point && projection.insets()[inset].bounds.contains(*point);
  };
  // Attu's west, Amatignak's south, Point Barrow, Hyder, Dall Island.
  for (const LonLat place :
       {LonLat{172.44, 52.92}, {-179.11, 51.22}, {-156.46, 71.39}, {-130.03, 55.93}, {-132.7, 54.66}}) {
    EXPECT_TRUE(in_inset(0, place)) << place.lon_deg;
  }
  for (const LonLat place : {LonLat{-160.25, 21.79}, {-155.68, 18.91}, {-154.81, 19.52}, {-159.4, 22.24}}) {
    EXPECT_TRUE(in_inset(1, place)) << place.lon_deg;
  }
  for (const LonLat place :
       {LonLat{-67.95, 18.09}, {-64.56, 17.75}, {-65.22, 18.32}, {-66.6, 17.91}, {-64.67, 18.42}}) {
    EXPECT_TRUE(in_inset(2, place)) << place.lon_deg;
  }
}

TEST(UsComposite, PuertoRicoMakesTheMapNoLargerAndStaysClearOfFlorida) {
  const Projection projection = us();
  const MapBounds puerto_rico = projection.insets()[2].bounds;
  const double maine_x_m = projection.map_from_lon_lat({-66.95, 44.81})->x_m;
  const double florida_x_m = projection.map_from_lon_lat({-80.03, 26.80})->x_m;
  EXPECT_LE(puerto_rico.max_x_m, maine_x_m + 1000.0);
  EXPECT_GT(puerto_rico.min_x_m, florida_x_m + 200e3);
  for (const auto& inset : projection.insets()) EXPECT_EQ(inset.bounds.min_y_m, puerto_rico.min_y_m) << inset.name;
}

TEST(UsComposite, HawaiiAndPuertoRicoAreTrueToScaleAndAlaskaIsAtAThird) {
  const Projection projection = us();
  const auto area_scale = [&](LonLat at) {
    const MapPoint a = *projection.map_from_lon_lat(at);
    const MapPoint east = *projection.map_from_lon_lat({at.lon_deg + 0.01, at.lat_deg});
    const MapPoint north = *projection.map_from_lon_lat({at.lon_deg, at.lat_deg + 0.01});
    const double m2 = (east.x_m - a.x_m) * (north.y_m - a.y_m) - (east.y_m - a.y_m) * (north.x_m - a.x_m);
    return m2 / std::cos((at.lat_deg + 0.005) * 0.017453292519943295) / 1e4;
  };
  const double kansas = area_scale({-98.0, 38.0});
  EXPECT_NEAR(area_scale({-155.5, 19.5}) / kansas, 1.0, 0.01);
  EXPECT_NEAR(area_scale({-66.4, 18.2}) / kansas, 1.0, 0.01);
  EXPECT_NEAR(area_scale({-150.0, 64.0}) / kansas, 0.35 * 0.35, 0.003);
}

TEST(UsComposite, EveryPointOfThePlaneIsOnePlaceOrNone) {
  const Projection projection = us();
  std::size_t answered = 0;
  for (const LonLat draw : random_places({-3.2e6, 2.7e6, -1.7e6, 2.0e6}, 20000)) {
    const MapPoint point{draw.lon_deg, draw.lat_deg};  // any box of numbers will do
    const auto place = projection.lon_lat_from_map(point);
    if (!place) continue;
    ++answered;
    const auto back = projection.map_from_lon_lat(*place);
    ASSERT_TRUE(back) << point.x_m << " " << point.y_m;
    EXPECT_LT(std::hypot(back->x_m - point.x_m, back->y_m - point.y_m), 0.001);
  }
  EXPECT_GT(answered, 18000U);
}

TEST(UsComposite, AnInsetAnswersWithItsOwnLand) {
  const Projection projection = us();
  const LonLat anchorage{-149.90, 61.22};
  const auto back = projection.lon_lat_from_map(*projection.map_from_lon_lat(anchorage));
  ASSERT_TRUE(back);
  EXPECT_NEAR(back->lon_deg, anchorage.lon_deg, 1e-8);
  EXPECT_NEAR(back->lat_deg, anchorage.lat_deg, 1e-8);
}

TEST(UsComposite, NeighboursAcrossTheAntimeridianStayNeighbours) {
  const Projection projection = us();
  const MapPoint west = *projection.map_from_lon_lat({179.9999, 51.9});
  const MapPoint east = *projection.map_from_lon_lat({-179.9999, 51.9});
  EXPECT_LT(std::hypot(west.x_m - east.x_m, west.y_m - east.y_m), 20.0);
}

TEST(UsComposite, ABatchOfAllPartsKeepsItsOrder) {
  const Projection projection = us();
  std::vector<LonLat> places;
  for (int round = 0; round < 50; ++round) {
    const double east_deg = 0.01 * round;
    for (const LonLat place : {LonLat{-98.0, 38.0},
                               {-149.9, 61.2},
                               {144.79, 13.44},
                               {-155.5, 19.7},
                               {-98.0, 95.0},
                               {-66.1, 18.4},
                               {std::nan(""), 40.0}}) {
      places.push_back({place.lon_deg + east_deg, place.lat_deg});
    }
  }
  std::vector<MapPoint> points(places.size());
  projection.map_from_lon_lat(places, points);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto alone = projection.map_from_lon_lat(places[i]);
    const bool is_nowhere = i % 7 == 2 || i % 7 == 4 || i % 7 == 6;
    ASSERT_EQ(alone.has_value(), !is_nowhere) << i;
    EXPECT_EQ(std::isnan(points[i].x_m), is_nowhere) << i;
    EXPECT_EQ(std::isnan(points[i].y_m), is_nowhere) << i;
    if (is_nowhere) continue;
    EXPECT_EQ(std::hypot(alone->x_m - points[i].x_m, alone->y_m - points[i].y_m), 0.0) << i;
  }
}

}  // namespace
}  // namespace spreadmap::geo
