#include "geo/projection.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <ostream>
#include <stdexcept>
#include <utility>

#include "geo/proj_operation.h"
#include "geo/random_places.h"
#include "geo/us_composite.h"

namespace spreadmap::geo {
namespace {

constexpr double kMillimetre_m = 0.001;

Projection created(const std::string& crs) {
  Result<Projection> projection = Projection::create(crs);
  if (!projection) throw std::runtime_error(projection.error().message);
  return std::move(*projection);
}

double distance_m(MapPoint a, MapPoint b) { return std::hypot(a.x_m - b.x_m, a.y_m - b.y_m); }

// Ellipsoid's area between two meridians and two parallels, by Simpson's rule over the latitude: its source is the
// definition of the area, not a formula of the projection.
double quad_area_m2(double lon_span_deg, double south_deg, double north_deg) {
  constexpr double kA_m = 6378137.0, kE2 = 0.0066943799901413165, kRad = 3.14159265358979323846 / 180.0;
  const auto strip = [](double lat_deg) {
    const double sine = std::sin(lat_deg * kRad);
    return std::cos(lat_deg * kRad) / std::pow(1.0 - kE2 * sine * sine, 2.0);
  };
  constexpr int kSteps = 200;
  const double step_deg = (north_deg - south_deg) / kSteps;
  double sum = strip(south_deg) + strip(north_deg);
  for (int i = 1; i < kSteps; ++i) sum += strip(south_deg + i * step_deg) * (i % 2 == 1 ? 4.0 : 2.0);
  return kA_m * kA_m * (1.0 - kE2) * lon_span_deg * kRad * sum * step_deg * kRad / 3.0;
}

// The same quad's area on the plane, its edges cut fine enough for the parallels' bend.
double projected_quad_area_m2(const Projection& projection, LonLat south_west, double span_deg) {
  constexpr int kSteps = 2000;
  std::vector<MapPoint> ring;
  const auto add = [&](double east, double north) {
    ring.push_back(
        projection.map_from_lon_lat({south_west.lon_deg + east * span_deg, south_west.lat_deg + north * span_deg})
            .value());
  };
  for (int i = 0; i < kSteps; ++i) add(static_cast<double>(i) / kSteps, 0.0);
  for (int i = 0; i < kSteps; ++i) add(1.0, static_cast<double>(i) / kSteps);
  for (int i = 0; i < kSteps; ++i) add(1.0 - static_cast<double>(i) / kSteps, 1.0);
  for (int i = 0; i < kSteps; ++i) add(0.0, 1.0 - static_cast<double>(i) / kSteps);
  double twice_m2 = 0.0;
  for (std::size_t i = 2; i < ring.size(); ++i) {
    const MapPoint o = ring[0], a = ring[i - 1], b = ring[i];
    twice_m2 += (a.x_m - o.x_m) * (b.y_m - o.y_m) - (b.x_m - o.x_m) * (a.y_m - o.y_m);
  }
  return twice_m2 / 2.0;
}

struct RoundTrip {
  const char* crs;
  LonLatBox box;
  double within_m = kMillimetre_m;
};

std::ostream& operator<<(std::ostream& out, const RoundTrip& trip) {
  return out << trip.crs << " west of " << trip.box.east_deg;
}

class ProjectionRoundTrip : public testing::TestWithParam<RoundTrip> {};

TEST_P(ProjectionRoundTrip, ThereAndBackIsWithinAMillimetre) {
  const Projection projection = created(GetParam().crs);
  for (const LonLat place : random_places(GetParam().box, 2000)) {
    const auto point = projection.map_from_lon_lat(place);
    ASSERT_TRUE(point) << place.lon_deg << " " << place.lat_deg;
    const auto back = projection.lon_lat_from_map(*point);
    ASSERT_TRUE(back) << place.lon_deg << " " << place.lat_deg;
    EXPECT_LT(distance_m(*point, projection.map_from_lon_lat(*back).value()), GetParam().within_m);
    const double m_per_deg = 111320.0;
    const double east_deg = std::remainder(back->lon_deg - place.lon_deg, 360.0);
    EXPECT_LT(std::abs(back->lat_deg - place.lat_deg) * m_per_deg, GetParam().within_m);
    EXPECT_LT(std::abs(east_deg) * m_per_deg * std::cos(place.lat_deg * 0.0174533), GetParam().within_m);
  }
}

TEST_P(ProjectionRoundTrip, ManyAtOnceAreTheSameAsOneByOne) {
  const Projection projection = created(GetParam().crs);
  std::vector<LonLat> places = random_places(GetParam().box, 500);
  places[7] = {0.0, 95.0};  // one bad place spoils no other
  std::vector<MapPoint> points(places.size());
  projection.map_from_lon_lat(places, points);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto alone = projection.map_from_lon_lat(places[i]);
    ASSERT_EQ(alone.has_value(), !std::isnan(points[i].x_m)) << i;
    ASSERT_EQ(alone.has_value(), i != 7) << i;
    if (!alone) continue;
    EXPECT_EQ(distance_m(*alone, points[i]), 0.0) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Projections, ProjectionRoundTrip,
    testing::Values(RoundTrip{"us-composite", {-124, -67, 33, 49}}, RoundTrip{"us-composite", {-160, -141, 57, 71}},
                    RoundTrip{"us-composite", {-160.2, -154.8, 18.9, 22.2}},
                    RoundTrip{"us-composite", {-67.9, -64.6, 17.7, 18.5}}, RoundTrip{"EPSG:3857", {-179, 179, -84, 84}},
                    // PROJ's Equal Earth goes back by a series of its own that leaves 2 mm.
                    RoundTrip{"+proj=eqearth", {-179, 179, -84, 84}, 0.0025},
                    RoundTrip{"EPSG:5070", {-124, -67, 25, 49}}, RoundTrip{"EPSG:2263", {-74.3, -71.8, 40.4, 41.4}}));

TEST(Projection, TheCompositesLower48AreProjsAlbersCrs) {
  const Projection crs = created("+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=37.5 +lon_0=-96 +datum=WGS84");
  const Projection composite = created("us-composite");
  for (const LonLat place : random_places({-124, -67, 33, 49}, 5000)) {
    EXPECT_LT(distance_m(composite.map_from_lon_lat(place).value(), crs.map_from_lon_lat(place).value()), 1e-6);
  }
}

TEST(Projection, EachPartOfTheCompositeKeepsAreasAtItsScale) {
  const Projection composite = created("us-composite");
  struct Part {
    LonLatBox corners{};
    double span_deg = 0.0, scale = 0.0;
  };
  for (const Part& part : {Part{{-124, -68, 33, 48}, 1.0, 1.0},
                           {{-160, -142, 57, 70}, 1.0, us_insets()[0].scale},
                           {{-160.2, -155.3, 18.9, 21.7}, 0.5, us_insets()[1].scale},
                           {{-67.9, -65.1, 17.7, 18.0}, 0.5, us_insets()[2].scale}}) {
    for (const LonLat corner : random_places(part.corners, 20)) {
      const double truth_m2 = quad_area_m2(part.span_deg, corner.lat_deg, corner.lat_deg + part.span_deg);
      const double map_m2 = projected_quad_area_m2(composite, corner, part.span_deg);
      EXPECT_NEAR(map_m2 / (part.scale * part.scale * truth_m2), 1.0, 1e-6) << corner.lon_deg << " " << corner.lat_deg;
    }
  }
}

TEST(Projection, AnAlbersAnswersTheInverseWithinItsFanAlone) {
  for (const char* crs : {"us-composite", "+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=37.5 +lon_0=-96 +datum=WGS84"}) {
    const Projection albers = created(crs);
    EXPECT_FALSE(albers.lon_lat_from_map({0.0, 1e7})) << crs;   // in the gap of the fan
    EXPECT_FALSE(albers.lon_lat_from_map({0.0, -5e7})) << crs;  // beyond the south pole
    EXPECT_FALSE(albers.lon_lat_from_map({std::nan(""), 0.0})) << crs;
    EXPECT_NEAR(albers.lon_lat_from_map(albers.map_from_lon_lat({-96.0, 90.0}).value())->lat_deg, 90.0, 1e-4) << crs;
    EXPECT_FALSE(albers.map_from_lon_lat({0.0, 90.5})) << crs;
  }
}

TEST(Projection, StepsThatProjCannotSetUpAreRefusedInWords) {
  const auto operation = ProjOperation::of_steps("+proj=aea +lat_1=10 +lat_2=-10 +ellps=WGS84");
  ASSERT_FALSE(operation);
  EXPECT_NE(operation.error().message.find("lat_1"), std::string::npos) << operation.error().message;
}

TEST(Projection, StepsMayTakeDegreesOrRadians) {
  const std::string albers = "+proj=aea +lat_1=8 +lat_2=18 +lat_0=13 +lon_0=-157 +ellps=WGS84";
  const auto radians = ProjOperation::of_steps(albers);
  const auto degrees =
      ProjOperation::of_steps("+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step " + albers);
  ASSERT_TRUE(radians && degrees);
  const LonLat hilo{-155.09, 19.71};
  MapPoint a, b;
  radians->map_from_lon_lat({&hilo, 1}, {&a, 1});
  degrees->map_from_lon_lat({&hilo, 1}, {&b, 1});
  EXPECT_LT(distance_m(a, b), 1e-6);
  EXPECT_GT(a.x_m, 100e3);
}

TEST(Projection, MetresComeOutWhateverTheUnitOfTheCrs) {
  // New York Long Island is defined in US survey feet, with 300,000 m east of 74 W.
  EXPECT_NEAR(created("EPSG:2263").map_from_lon_lat({-74.0, 40.7})->x_m, 300000.0, 0.01);
}

TEST(Projection, WebMercatorIsWhereItsDefinitionPutsIt) {
  const auto point = created("EPSG:3857").map_from_lon_lat({-74.0, 40.7});
  EXPECT_NEAR(point->x_m, -8237642.318702244, kMillimetre_m);
  EXPECT_NEAR(point->y_m, 6378137.0 * std::asinh(std::tan(40.7 * 3.14159265358979323846 / 180.0)), kMillimetre_m);
}

TEST(Projection, UndefinedPlacesAreNulloptAndInfinityIsNeverAnswered) {
  for (const char* crs : {"us-composite", "EPSG:3857", "+proj=eqearth"}) {
    const Projection projection = created(crs);
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_FALSE(projection.map_from_lon_lat({0.0, 91.0})) << crs;
    EXPECT_FALSE(projection.map_from_lon_lat({std::nan(""), 40.0})) << crs;
    EXPECT_FALSE(projection.map_from_lon_lat({-90.0, infinity})) << crs;
    EXPECT_FALSE(projection.lon_lat_from_map({infinity, 0.0})) << crs;
    EXPECT_TRUE(projection.map_from_lon_lat({-90.0, 40.0})) << crs;  // a refusal leaves no trace
  }
  EXPECT_FALSE(created("+proj=eqearth").lon_lat_from_map({1.7e7, 8.3e6}));  // beside the rounded outline
}

TEST(Projection, UnknownCrsIsRefusedInWords) {
  for (const char* crs : {"EPSG:99999", "mercator please", "foo", "+proj=nosuch", "", "us_composite"}) {
    const auto projection = Projection::create(crs);
    ASSERT_FALSE(projection) << crs;
    EXPECT_NE(projection.error().message.find("PROJ does not know this CRS"), std::string::npos)
        << projection.error().message;
    EXPECT_NE(projection.error().message.find("us-composite"), std::string::npos);
  }
}

TEST(Projection, ACrsInDegreesIsDrawnAsPlateCarree) {
  const Projection degrees = created("EPSG:4326");
  const MapPoint one = degrees.map_from_lon_lat({1.0, 0.0}).value(),
                 far = degrees.map_from_lon_lat({120.0, 60.0}).value();
  EXPECT_NEAR(far.x_m, 120.0 * one.x_m, kMillimetre_m);
  EXPECT_NEAR(one.x_m, 6378137.0 * 3.14159265358979323846 / 180.0, kMillimetre_m);
}

TEST(Projection, ACrsThatIsNoMapIsRefusedInWords) {
  const auto projection = Projection::create("EPSG:4978");
  ASSERT_FALSE(projection);
  EXPECT_EQ(projection.error().message,
            "EPSG:4978: this is not a projected CRS, which a map needs; for instance EPSG:3857");
}

TEST(Projection, ProjPrintsNothing) {
  testing::internal::CaptureStderr();
  EXPECT_FALSE(Projection::create("EPSG:99999"));
  EXPECT_FALSE(created("EPSG:3857").map_from_lon_lat({0.0, 95.0}));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

}  // namespace
}  // namespace spreadmap::geo
