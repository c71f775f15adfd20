#include "geo/choose_crs.h"

#include <gtest/gtest.h>

#include <limits>
#include <vector>

#include "geo/projection.h"

namespace spreadmap::geo {
namespace {

const std::vector<LonLat> kUs{{-122.3, 47.6}, {-80.2, 25.8}, {-149.9, 61.2}, {-157.9, 21.3}};
const std::vector<LonLat> kPacific{{174.8, -36.9}, {178.4, -18.1}, {-175.2, -21.1}, {-171.8, -13.8}, {-157.3, 1.9}};
const std::vector<LonLat> kEurope{{-0.1, 51.5}, {2.3, 48.9}, {13.4, 52.5}, {21.0, 52.2}, {12.5, 41.9}};
const std::vector<LonLat> kWorld{{-0.1, 51.5},  {139.7, 35.7}, {-58.4, -34.6}, {151.2, -33.9},
                                 {-99.1, 19.4}, {36.8, -1.3},  {77.2, 28.6}};

std::string chosen(const std::string& asked, const std::vector<LonLat>& places) {
  return chosen_crs(asked, extent_of(places));
}

TEST(ChooseCrs, AutoGoesByWhereTheRecordsAre) {
  EXPECT_EQ(chosen("auto", kUs), "us-composite");
  EXPECT_EQ(chosen("auto", kEurope), "+proj=laea +lat_0=50 +lon_0=10 +datum=WGS84");
  EXPECT_EQ(chosen("auto", kWorld), "+proj=eqearth +lon_0=0 +datum=WGS84");
  EXPECT_EQ(chosen("auto", {}), "+proj=eqearth +lon_0=0 +datum=WGS84");
}

TEST(ChooseCrs, RecordsOnBothSidesOfTheAntimeridianStayTogether) {
  for (const char* asked : {"auto", "equal-earth", "web-mercator", "orthographic", "albers"}) {
    const auto projection = Projection::create(chosen(asked, kPacific));
    ASSERT_TRUE(projection) << projection.error().message;
    MapBounds bounds;
    for (const LonLat place : kPacific) {
      const auto point = projection->map_from_lon_lat(place);
      ASSERT_TRUE(point) << asked;
      bounds.include(*point);
    }
    EXPECT_LT(bounds.width_m(), 6e6) << asked << ": " << chosen(asked, kPacific);
  }
}

TEST(ChooseCrs, ARecordAtAPoleLiesOnNoMeridian) {
  std::vector<LonLat> places = kPacific;
  for (const LonLat pole : {LonLat{0.0, 90.0}, LonLat{0.0, -90.0}}) places.push_back(pole);
  EXPECT_EQ(extent_of(places).middle_lon_deg, extent_of(kPacific).middle_lon_deg);
  EXPECT_EQ(extent_of(std::vector{LonLat{0.0, 90.0}}).empty_lon_deg, Extent{}.empty_lon_deg);
}

TEST(ChooseCrs, PlacesThatAreNotKnownDoNotCount) {
  std::vector<LonLat> places = kUs;
  constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
  for (int i = 0; i < 100; ++i) places.push_back({kNaN, kNaN});
  EXPECT_EQ(chosen("auto", places), "us-composite");
}

TEST(ChooseCrs, AllThatItMakesIsWhatProjKnows) {
  for (const auto& places : {kUs, kPacific, kEurope, kWorld, std::vector<LonLat>{}, std::vector<LonLat>{{5.0, 0.0}},
                             std::vector<LonLat>{{30.0, -40.0}, {35.0, 40.0}}}) {
    for (const char* asked :
         {"auto", "albers", "web-mercator", "equal-earth", "orthographic", "3035", "us-composite"}) {
      const auto projection = Projection::create(chosen(asked, places));
      EXPECT_TRUE(projection) << asked << ": " << projection.error().message;
    }
  }
}

TEST(ChooseCrs, TheGlobeIsSeenFromAboveThePlaceThatIsGiven) {
  EXPECT_EQ(chosen_crs("orthographic", extent_of(kUs), LonLat{-170.2, 9.6}),
            "+proj=ortho +lat_0=10 +lon_0=-170 +datum=WGS84");
}

TEST(ChooseCrs, OtherNamesAreLeftAsTheyAre) {
  EXPECT_EQ(chosen("3035", kUs), "EPSG:3035");
  EXPECT_EQ(chosen("EPSG:2154", kUs), "EPSG:2154");
  EXPECT_EQ(chosen("+proj=moll", kUs), "+proj=moll");
}

}  // namespace
}  // namespace spreadmap::geo
