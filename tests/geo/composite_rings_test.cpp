#include "geo/composite_rings.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "geo/projection.h"
#include "geo/random_places.h"

namespace spreadmap::geo {
namespace {

const Projection& us() {
  static const Projection kProjection = std::move(*Projection::create(kUsComposite));
  return kProjection;
}

/// Rings of one polygon in degrees.
struct Polygon {
  std::vector<LonLat> points;
  std::vector<std::uint32_t> ring_ends;

  void add(const std::vector<LonLat>& ring) {
    points.insert(points.end(), ring.begin(), ring.end());
    ring_ends.push_back(static_cast<std::uint32_t>(points.size()));
  }
  [[nodiscard]] Triangles filled() const { return us().filled(points, ring_ends).value(); }

  template <class Do>
  void each_edge(const Do& act) const {
    std::uint32_t begin = 0;
    for (const std::uint32_t end : ring_ends) {
      for (std::uint32_t i = begin; i < end; ++i) act(points[i], points[i + 1 < end ? i + 1 : begin]);
      begin = end;
    }
  }
  /// By the even-odd rule, wherever whole turns bring the place.
  [[nodiscard]] bool holds(LonLat place) const {
    bool is_inside = false;
    each_edge([&](LonLat a, LonLat b) {
      if ((a.lat_deg > place.lat_deg) == (b.lat_deg > place.lat_deg)) return;
      const double lon = std::lerp(a.lon_deg, b.lon_deg, (place.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg));
      for (const double turn : {-360.0, 0.0, 360.0}) is_inside = is_inside != (place.lon_deg + turn < lon);
    });
    return is_inside;
  }
  [[nodiscard]] bool has_edge_by(LonLat place, double reach_deg) const {
    bool is_near = false;
    each_edge([&](LonLat a, LonLat b) {
      for (const double turn : {-360.0, 0.0, 360.0}) {
        const double x = place.lon_deg + turn - a.lon_deg, y = place.lat_deg - a.lat_deg;
        const double dx = b.lon_deg - a.lon_deg, dy = b.lat_deg - a.lat_deg, length2 = dx * dx + dy * dy;
        const double share = length2 > 0.0 ? std::clamp((x * dx + y * dy) / length2, 0.0, 1.0) : 0.0;
        is_near = is_near || std::hypot(x - share * dx, y - share * dy) < reach_deg;
      }
    });
    return is_near;
  }
};

std::vector<LonLat> box(double west_deg, double east_deg, double south_deg, double north_deg) {
  return {{west_deg, south_deg}, {east_deg, south_deg}, {east_deg, north_deg}, {west_deg, north_deg}};
}

Polygon box_polygon(double west_deg, double east_deg, double south_deg, double north_deg) {
  Polygon polygon;
  polygon.add(box(west_deg, east_deg, south_deg, north_deg));
  return polygon;
}

double cross(MapPoint a, MapPoint b, MapPoint c) {
  return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (c.x_m - a.x_m) * (b.y_m - a.y_m);
}

template <class Do>
void each_triangle(const Triangles& triangles, const Do& act) {
  for (std::size_t i = 0; i + 2 < triangles.indices.size(); i += 3) {
    const auto corner = [&](std::size_t k) { return triangles.vertices[triangles.indices[i + k]]; };
    act(std::array{corner(0), corner(1), corner(2)});
  }
}

bool is_in(const Triangles& triangles, MapPoint point) {
  bool is_inside = false;
  each_triangle(triangles, [&](const std::array<MapPoint, 3>& t) {
    const double a = cross(t[0], t[1], point), b = cross(t[1], t[2], point), c = cross(t[2], t[0], point);
    is_inside = is_inside || (a >= 0.0 && b >= 0.0 && c >= 0.0) || (a <= 0.0 && b <= 0.0 && c <= 0.0);
  });
  return is_inside;
}

bool is_within(const MapBounds& frame, MapPoint point, double inwards_m) {
  return point.x_m > frame.min_x_m + inwards_m && point.x_m < frame.max_x_m - inwards_m &&
         point.y_m > frame.min_y_m + inwards_m && point.y_m < frame.max_y_m - inwards_m;
}

constexpr double kBend_m = 200.0;  // a frame's edges are bent in degrees, where they cut

/// The first triangle that lies in an inset's frame and outside of it, if there is one.
std::optional<std::array<MapPoint, 3>> across_a_frame(const Triangles& triangles) {
  std::optional<std::array<MapPoint, 3>> found;
  each_triangle(triangles, [&](const std::array<MapPoint, 3>& t) {
    for (const auto& inset : us().insets()) {
      const bool is_inside =
          std::all_of(t.begin(), t.end(), [&](MapPoint p) { return is_within(inset.bounds, p, -kBend_m); });
      if (is_inside) continue;
      constexpr int kSteps = 20;
      for (int i = 0; i <= kSteps; ++i) {
        for (int k = 0; k <= kSteps - i; ++k) {
          const double u = static_cast<double>(i) / kSteps, v = static_cast<double>(k) / kSteps;
          const MapPoint point{t[0].x_m + u * (t[1].x_m - t[0].x_m) + v * (t[2].x_m - t[0].x_m),
                               t[0].y_m + u * (t[1].y_m - t[0].y_m) + v * (t[2].y_m - t[0].y_m)};
          if (is_within(inset.bounds, point, kBend_m)) found = t;
        }
      }
    }
  });
  return found;
}

/// Whether a place lies inside one region and the region's part of the plane, so far from their edges: there polygons are cut along short
/// straight edges, which are no curves.
bool is_well_inside(LonLat place, double reach_deg) {
  const UsRegion region = us_region_of(place);
  for (int i = 0; i < 8; ++i) {
    const double angle = std::numbers::pi * i / 4.0;
    LonLat by{place.lon_deg + reach_deg * std::cos(angle), place.lat_deg + reach_deg * std::sin(angle)};
    by.lon_deg = std::remainder(by.lon_deg, 360.0);
    if (us_region_of(by) != region || !us().map_from_lon_lat(by)) return false;
  }
  return us().map_from_lon_lat(place).has_value();
}

double random_deg(double least, double most) {
  constexpr int kSteps = 100'000;
  const int step = *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, kSteps));
  return std::lerp(least, most, static_cast<double>(step) / kSteps);
}

// Where the composite has something to cut: all four regions, the Pacific, the sea by the frames.
constexpr LonLatBox kAround{-195.0, -60.0, 8.0, 76.0};

Polygon random_star() {
  const LonLat middle{random_deg(kAround.west_deg, kAround.east_deg), random_deg(kAround.south_deg, kAround.north_deg)};
  const double most_deg = *rc::gen::element(3.0, 13.0);
  const int corners = *rc::gen::inRange(3, 16);
  std::vector<double> radii_deg;
  radii_deg.reserve(static_cast<std::size_t>(corners));
  for (int i = 0; i < corners; ++i) radii_deg.push_back(random_deg(most_deg / 5.0, most_deg));
  Polygon polygon;
  for (const double scale : {1.0, 0.4}) {
    if (scale < 1.0 && *rc::gen::arbitrary<bool>()) continue;
    std::vector<LonLat> ring;
    for (int i = 0; i < corners; ++i) {
      const double angle = 2.0 * std::numbers::pi * i / corners;
      const double radius_deg = radii_deg[static_cast<std::size_t>(i)] * scale;
      ring.push_back({middle.lon_deg + radius_deg * std::cos(angle), middle.lat_deg + radius_deg * std::sin(angle)});
    }
    polygon.add(ring);
  }
  return polygon;
}

RC_GTEST_PROP(CompositeRings, APlaceOnTheMapLiesInTheTrianglesWhereThePolygonHoldsIt, ()) {
  const Polygon polygon = random_star();
  const Triangles triangles = polygon.filled();
  RC_ASSERT(!across_a_frame(triangles));
  constexpr double kReach_deg = 0.02;
  for (const LonLatBox& from : {kAround, LonLatBox{-171.0, -130.0, 52.0, 72.0}, LonLatBox{-160.8, -154.4, 18.5, 22.6},
                                LonLatBox{-68.2, -64.3, 17.4, 18.8}, LonLatBox{-188.0, -176.0, 50.6, 54.0}}) {
    for (int i = 0; i < 30; ++i) {
      LonLat place{random_deg(from.west_deg, from.east_deg), random_deg(from.south_deg, from.north_deg)};
      if (place.lon_deg < -180.0) place.lon_deg += 360.0;
      if (polygon.has_edge_by(place, kReach_deg) || !is_well_inside(place, kReach_deg)) continue;
      RC_ASSERT(is_in(triangles, us().map_from_lon_lat(place).value()) == polygon.holds(place));
    }
  }
}

/// What a polygon takes of a window of the plane, counted point by point: what lies under frames and beyond regions has no place.
double counted_m2(const Polygon& polygon, const MapBounds& window) {
  constexpr int kSteps = 700;
  const double across_m = window.width_m() / kSteps, upright_m = window.height_m() / kSteps;
  int count = 0;
  for (int i = 0; i < kSteps; ++i) {
    for (int k = 0; k < kSteps; ++k) {
      const auto place =
          us().lon_lat_from_map({window.min_x_m + (i + 0.5) * across_m, window.min_y_m + (k + 0.5) * upright_m});
      count += place && polygon.holds(*place) ? 1 : 0;
    }
  }
  return count * across_m * upright_m;
}

TEST(CompositeRings, AnAreaIsWhatItsRegionsShowOfIt) {
  struct Case {
    const char* name;
    Polygon polygon;
    MapBounds window;
  };
  const std::vector<Case> cases{
      {"Alaska", box_polygon(-170, -140, 54, 72), {-4.5e6, -1.4e6, 0.0, 5.0e6}},
      {"Alaska and the Yukon", box_polygon(-150, -125, 52, 66), {-4.3e6, -1.4e6, 0.0, 4.0e6}},
      {"Alaska and the lower 48", box_polygon(-150, -100, 40, 74), {-4.3e6, -1.4e6, 0.0, 4.5e6}},
      {"under the inset of Alaska", box_polygon(-130, -110, 20, 38), {-4.2e6, -2.2e6, 0.0, 0.6e6}},
      {"along the insets' lower edge", box_polygon(-120, -68, 19, 30), {-3.0e6, -2.2e6, 3.3e6, 0.0}}};
  for (const Case& c : cases) {
    const double truth_m2 = counted_m2(c.polygon, c.window);
    const Triangles triangles = c.polygon.filled();
    EXPECT_NEAR(area_m2(triangles) / truth_m2, 1.0, 4e-3) << c.name;
    EXPECT_FALSE(across_a_frame(triangles)) << c.name;
  }
}

TEST(CompositeRings, ABoxOverHawaiiIsAllOfItsFrameThatIsHawaii) {
  const Triangles triangles = box_polygon(-161, -154, 18.5, 22.5).filled();
  const MapBounds frame = us().insets()[1].bounds;
  for (const MapPoint vertex : triangles.vertices) EXPECT_TRUE(is_within(frame, vertex, -kBend_m));
  EXPECT_TRUE(is_in(triangles, *us().map_from_lon_lat({-157.86, 21.31})));
  EXPECT_TRUE(is_in(triangles, *us().map_from_lon_lat({-155.09, 19.71})));
}

TEST(CompositeRings, NothingOfTheCaribbeanLiesInPuertoRicosFrameButPuertoRico) {
  const Triangles triangles = box_polygon(-80, -60, 10, 26).filled();
  EXPECT_FALSE(across_a_frame(triangles));
  EXPECT_TRUE(is_in(triangles, *us().map_from_lon_lat({-66.11, 18.47})));
  EXPECT_TRUE(is_in(triangles, *us().map_from_lon_lat({-70.0, 19.0})));
  // Where San Juan would lie without an inset.
  const Projection lower48 =
      std::move(*Projection::create("+proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=37.5 +lon_0=-96 +ellps=WGS84 +type=crs"));
  EXPECT_FALSE(is_in(triangles, *lower48.map_from_lon_lat({-66.11, 18.2})));
}

TEST(CompositeRings, AHoleStaysAHoleInTheInset) {
  Polygon polygon = box_polygon(-163, -150, 15, 25);
  polygon.add(box(-157.2, -155.9, 20.4, 21.3));  // Maui, Molokai and Lanai
  const Triangles triangles = polygon.filled();
  EXPECT_TRUE(is_in(triangles, *us().map_from_lon_lat({-155.5, 19.6})));
  EXPECT_FALSE(is_in(triangles, *us().map_from_lon_lat({-156.4, 20.8})));
}

TEST(CompositeRings, TheAntimeridianCutsNothing) {
  Polygon halves = box_polygon(170, 180, 50, 54);
  halves.add(box(-180, -172, 50, 54));
  const std::vector<Polygon> all{halves, box_polygon(170, 188, 50, 54), box_polygon(-190, -172, 50, 54)};
  const double first_m2 = area_m2(all.front().filled());
  EXPECT_GT(first_m2, 0.35 * 0.35 * 3e11);  // some 950 km by 380 km, at a third
  for (const Polygon& polygon : all) {
    const Triangles triangles = polygon.filled();
    EXPECT_NEAR(area_m2(triangles) / first_m2, 1.0, 1e-6);
    EXPECT_FALSE(across_a_frame(triangles));
    for (const LonLat place : {LonLat{173.18, 52.83}, {-176.63, 51.88}, {179.6, 51.95}})
      EXPECT_TRUE(is_in(triangles, *us().map_from_lon_lat(place))) << place.lon_deg;
    EXPECT_FALSE(is_in(triangles, *us().map_from_lon_lat({-170.0, 52.8})));
  }
}

TEST(CompositeRings, TheWholeEarthIsDrawnOnce) {
  const Triangles triangles = box_polygon(-180, 180, -90, 90).filled();
  EXPECT_FALSE(across_a_frame(triangles));
  for (const LonLat place : random_places({-180, 180, -89, 89}, 300)) {
    if (!is_well_inside(place, 0.02)) continue;
    EXPECT_TRUE(is_in(triangles, *us().map_from_lon_lat(place))) << place.lon_deg << " " << place.lat_deg;
  }
}

TEST(CompositeRings, ARingWithoutAPlaceLeavesTheOthers) {
  Polygon polygon = box_polygon(144, 145, 13, 14);  // Guam
  EXPECT_TRUE(polygon.filled().indices.empty());
  polygon.add(box(-100, -99, 39, 40));
  EXPECT_TRUE(is_in(polygon.filled(), *us().map_from_lon_lat({-99.5, 39.5})));
}

}  // namespace
}  // namespace spreadmap::geo
