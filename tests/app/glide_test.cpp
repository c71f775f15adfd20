// The map on its way from one projection to another, in pictures.
#include <algorithm>
#include <cmath>

#include "scene/camera.h"
#include "scene/glide_map.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kGlideSize{960, 540};

class Glide : public StageTest {
 protected:
  /// On the way between two maps that each show all there is.
  static model::ViewState gliding(const std::string& from, const std::string& to, double share,
                                  std::string_view areas = "") {
    model::ViewState view = view_on("2020-03-27");
    for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
      const std::string& id = stage().world().exhibit.layers[layer].id;
      view.layers[layer].visible = !areas.empty() && id == areas;
    }
    EXPECT_TRUE(stage().prepare(view));
    const std::string from_crs = stage().sheets().crs_of(from);
    view.crs = stage().sheets().crs_of(to);
    for (const std::string& crs : {from_crs, view.crs}) EXPECT_TRUE(stage().sheets().bring(crs)) << crs;
    view.camera = stage().sheets().at(view.crs).fit();
    view.glide = model::CrsGlide{from_crs, stage().sheets().at(from_crs).fit(), 0.0, share};
    view.furniture = {false, false, false, false, false, false};
    view.scale_bar = false;
    return view;
  }
  static model::ViewState at_rest(model::ViewState view, bool where_it_comes_from) {
    if (where_it_comes_from) {
      view.crs = view.glide->from_crs;
      view.camera = view.glide->from_camera;
    }
    view.glide.reset();
    return view;
  }
  /// The share of pixels that differ by more than the rounding of blending. `names`: a frame whose names do not count.
  static double differing(const media::Image& a, const media::Image& b, const scene::Frame* names = nullptr) {
    std::size_t count = 0;
    const auto is_name = [&](float x_px, float y_px) {
      return names != nullptr &&
             std::ranges::any_of(std::array{&names->names, &names->labels}, [&](const scene::TextList* list) {
               return std::ranges::any_of(list->runs, [&](const scene::TextRun& run) {
                 constexpr float kLongest_px = 130.0F;
                 return scene::PixelRect{run.origin.x_px - 4.0F, run.origin.y_px - 16.0F, run.origin.x_px + kLongest_px,
                                         run.origin.y_px + 6.0F}
                     .contains({x_px, y_px});
               });
             });
    };
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
      const auto pixel = static_cast<int>(i / 4);
      const int column = pixel % a.width_px, row = pixel / a.width_px;
      int most = 0;
      for (std::size_t k = 0; k < 3; ++k) most = std::max(most, std::abs(int{a.rgba[i + k]} - int{b.rgba[i + k]}));
      const bool differs = most > 6 && !is_name(static_cast<float>(column), static_cast<float>(row));
      count += differs ? 1 : 0;
    }
    return static_cast<double>(count) * 4.0 / static_cast<double>(a.rgba.size());
  }
  static Srgb8 pixel_at(const media::Image& image, scene::PixelPoint at) {
    const auto first = (static_cast<std::size_t>(at.y_px) * static_cast<std::size_t>(image.width_px) +
                        static_cast<std::size_t>(at.x_px)) *
                       4;
    return {image.rgba[first], image.rgba[first + 1], image.rgba[first + 2], 255};
  }
};

TEST_F(Glide, BeginsWithOneMapAndEndsWithTheOther) {
  const bool is_long = std::getenv("SPREADMAP_LONG_TESTS") != nullptr;
  int turn = 0;
  for (const char* areas : {"", "states"}) {
    ++turn;
    for (const auto& [from, to] : {std::pair("us-composite", "equal-earth"),
                                   {"us-composite", "orthographic"},
                                   {"EPSG:3857", "albers"},
                                   {"orthographic", "us-composite"}}) {
      if (!is_long && turn++ % 2 == 0) continue;  // the short form takes them by turns
      const auto end = [&, from = from, to = to](double share) {
        // Names come in where they are to stand; the map itself is what is looked at.
        const model::ViewState view = gliding(from, to, share, areas);
        const media::Image under_way = picture(view, kGlideSize);
        const media::Image rest = picture(at_rest(view, share == 0.0), kGlideSize);
        return differing(under_way, rest, &stage().frame());
      };
      EXPECT_LT(end(0.0), 0.002) << from << " to " << to << areas;
      EXPECT_LT(end(0.99999), 0.002) << from << " to " << to << areas;
    }
  }
}

TEST_F(Glide, TheLandIsWhereItsPlacesAre) {
  // Places inland, in the lower 48, in Alaska and in Hawaii: between their two places the land lies under them, whole.
  constexpr std::array<geo::LonLat, 6> kPlaces{
      {{-98.0, 39.0}, {-119.5, 44.0}, {-83.4, 33.0}, {-153.0, 65.0}, {-149.3, 62.5}, {-155.5, 19.6}}};
  for (const char* to : {"equal-earth", "orthographic", "albers"}) {
    for (const double share : {0.2, 0.5, 0.8}) {
      model::ViewState view = gliding("us-composite", to, share, "states");
      const auto& from = stage().sheets().at(view.glide->from_crs);
      const auto& there = stage().sheets().at(view.crs);
      view.layers[0].visible = false;
      const media::Image image = picture(view, kGlideSize);
      for (const geo::LonLat place : kPlaces) {
        const auto a = from.projection.map_from_lon_lat(place), b = there.projection.map_from_lon_lat(place);
        ASSERT_TRUE(a && b);
        const scene::PixelPoint at = scene::pixel_between(*b, *a, stage().frame());
        if (!stage().frame().map_rect.contains(at)) continue;
        const Srgb8 ground = stage().frame().base.ground, here = pixel_at(image, at);
        EXPECT_GT(int{here.b}, int{ground.b} + 8) << to << ' ' << share << " at " << place.lon_deg;
      }
    }
  }
}

TEST_F(Glide, APictureDoesNotDependOnThoseBefore) {
  model::ViewState view = gliding("us-composite", "equal-earth", 0.4, "counties");
  view.graticule = true;
  const std::uint64_t first = picture_hash(view, kGlideSize);
  picture(gliding("orthographic", "albers", 0.3), kGlideSize);
  picture(at_rest(view, true), kGlideSize);
  EXPECT_EQ(picture_hash(view, kGlideSize), first);
  stage().renderer().set_caching(false);
  EXPECT_EQ(picture_hash(view, kGlideSize), first);
  stage().renderer().set_caching(true);
  ASSERT_TRUE(stage().reload_shaders());
  EXPECT_EQ(picture_hash(view, kGlideSize), first);
}

TEST_F(Glide, TheGraticuleOfBothMapsTravels) {
  model::ViewState view = gliding("EPSG:3857", "equal-earth", 0.3);
  const media::Image without = picture(view, kGlideSize);
  view.graticule = true;
  EXPECT_GT(differing(picture(view, kGlideSize), without), 0.003);
}

/// Twice the area of a triangle with these corners, in square metres.
double doubled_m2(geo::LocalPoint a, geo::LocalPoint b, geo::LocalPoint c) {
  const auto of = [](float x) { return static_cast<double>(x); };
  return std::abs((of(b.x_m) - of(a.x_m)) * (of(c.y_m) - of(a.y_m)) -
                  (of(c.x_m) - of(a.x_m)) * (of(b.y_m) - of(a.y_m)));
}

TEST_F(Glide, BothMapsDrawTheLandThatTheyHaveAtRest) {
  const auto parts = [](const std::string& crs) { return (*stage().sheets().bring(crs))->parts(); };
  for (const auto& [from_crs, to_crs] : {std::pair("EPSG:3857", "+proj=eqearth +lon_0=0 +datum=WGS84"),
                                         {"+proj=ortho +lat_0=40 +lon_0=-98 +datum=WGS84", "EPSG:6933"}}) {
    const scene::SheetParts from = parts(from_crs), to = parts(to_crs);
    scene::DegreeMeshes meshes;
    const auto map = scene::build_glide_map(from, to, meshes);
    ASSERT_TRUE(map) << map.error().message;
    const auto land_m2 = [&](bool is_from) {
      double sum = 0.0;
      const auto& side = is_from ? map->from : map->to;
      for (const auto* list : {&side.backdrop, &side.land}) {
        for (const std::size_t i : *list) {
          const scene::GlideMesh& mesh = map->meshes[i];
          const auto& indices = is_from ? mesh.from_indices : mesh.to_indices;
          for (std::size_t k = 0; k + 2 < indices.size(); k += 3) {
            const auto at = [&](std::size_t corner) {
              const scene::GlideVertex& vertex = mesh.vertices[indices[k + corner]];
              return is_from ? vertex.in_from : vertex.in_to;
            };
            sum += doubled_m2(at(0), at(1), at(2));
          }
        }
      }
      return sum;
    };
    const auto rest_m2 = [](const scene::MapGeometry& geometry) {
      double sum = 0.0;
      for (std::size_t k = 0; k + 2 < geometry.land_indices.size(); k += 3) {
        const auto at = [&](std::size_t corner) { return geometry.land_vertices[geometry.land_indices[k + corner]]; };
        sum += doubled_m2(at(0), at(1), at(2));
      }
      return sum;
    };
    EXPECT_NEAR(land_m2(true) / rest_m2(from.geometry), 1.0, 5e-3) << from_crs;
    EXPECT_NEAR(land_m2(false) / rest_m2(to.geometry), 1.0, 5e-3) << to_crs;
  }
}

}  // namespace
}  // namespace spreadmap::app
