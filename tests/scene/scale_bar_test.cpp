#include "scene/scale_bar.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "scene/graticule.h"

namespace spreadmap::scene {
namespace {

constexpr PixelRect kBarRoom{0.0F, 0.0F, 1000.0F, 600.0F};

geo::Projection created(const std::string& crs) {
  auto projection = geo::Projection::create(crs);
  if (!projection) throw std::runtime_error(projection.error().message);
  return std::move(*projection);
}

/// A map of so many metres a pixel about a place.
MapView view_of(const geo::Projection& projection, geo::LonLat middle, double m_per_px) {
  return {projection.map_from_lon_lat(middle).value(), {500.0F, 300.0F}, 1.0 / m_per_px};
}

TEST(ScaleBar, SaysHowManyMetresOfTheGroundAPixelIs) {
  const geo::Projection mercator = created("EPSG:3395");
  // At 60 degrees Mercator's map is twice as large as the ground.
  EXPECT_NEAR(even_scale_m_per_px(mercator, view_of(mercator, {10.0, 60.0}, 100.0), kBarRoom).value(), 50.0, 0.3);
  EXPECT_NEAR(even_scale_m_per_px(mercator, view_of(mercator, {10.0, 0.0}, 100.0), kBarRoom).value(), 100.0, 0.1);
}

TEST(ScaleBar, IsNotThereWhereNoOneFigureSaysIt) {
  const geo::Projection mercator = created("EPSG:3395"), globe = created("+proj=ortho +datum=WGS84"),
                        states = created("us-composite");
  EXPECT_FALSE(even_scale_m_per_px(mercator, view_of(mercator, {10.0, 45.0}, 20e3), kBarRoom));
  EXPECT_FALSE(even_scale_m_per_px(globe, view_of(globe, {0.0, 0.0}, 20e3), kBarRoom));
  EXPECT_TRUE(even_scale_m_per_px(globe, view_of(globe, {0.0, 0.0}, 500.0), kBarRoom));
  EXPECT_TRUE(even_scale_m_per_px(states, view_of(states, {-96.0, 38.0}, 1000.0), kBarRoom));
  EXPECT_FALSE(even_scale_m_per_px(states, view_of(states, {-150.0, 64.0}, 1000.0), kBarRoom));
}

TEST(ScaleBar, IsARoundFigureLong) {
  EXPECT_EQ(bar_length(3.7), 2.0);
  EXPECT_EQ(bar_length(5.0), 5.0);
  EXPECT_EQ(bar_length(0.0199), 0.01);
  EXPECT_EQ(bar_length(999.0), 500.0);
}

TEST(Graticule, HasAboutSevenLinesOverAPictureAtEveryZoom) {
  const geo::Projection mercator = created("EPSG:3395");
  for (const double m_per_px : {30e3, 3000.0, 700.0, 100.0}) {
    const GraticuleSpec spec = graticule_spec(mercator, view_of(mercator, {5.0, 0.0}, m_per_px), kBarRoom);
    const double over_deg = std::min(360.0, 1000.0 * m_per_px / 111.2e3);
    EXPECT_GE(over_deg / spec.interval_deg, 4.0) << m_per_px;
    EXPECT_LE(over_deg / spec.interval_deg, 13.0) << m_per_px;
  }
}

TEST(Graticule, NamesEveryLineByItsDegrees) {
  const geo::Projection world = created("+proj=eqearth +lon_0=180 +datum=WGS84");
  const Graticule graticule = build_graticule(world, {}, {.interval_deg = 30.0});
  ASSERT_EQ(graticule.lines.size(), graticule.part_ends.size());
  std::uint32_t begin = 0;
  for (std::size_t part = 0; part < graticule.lines.size(); ++part) {
    const geo::LocalPoint middle = graticule.points[(begin + graticule.part_ends[part]) / 2];
    const auto place = world.lon_lat_from_map({static_cast<double>(middle.x_m), static_cast<double>(middle.y_m)});
    begin = graticule.part_ends[part];
    if (graticule.lines[part].kind == Graticule::Line::Kind::kEdge) continue;
    ASSERT_TRUE(place);
    const bool is_meridian = graticule.lines[part].kind == Graticule::Line::Kind::kMeridian;
    const double off = (is_meridian ? place->lon_deg : place->lat_deg) - graticule.lines[part].deg;
    EXPECT_NEAR(std::remainder(off, 360.0), 0.0, 1e-3);
  }
}

}  // namespace
}  // namespace spreadmap::scene
