// The built-in exhibit's areas: states and counties, in numbers and in the picture.
#include <algorithm>

#include "scene/area_geometry.h"
#include "scene/camera.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kAreasSize{960, 540};

class Areas : public StageTest {
 protected:
  static std::size_t layer_of(std::string_view id) {
    const auto& layers = stage().world().exhibit.layers;
    const auto found = std::find_if(layers.begin(), layers.end(), [&](const auto& layer) { return layer.id == id; });
    return static_cast<std::size_t>(found - layers.begin());
  }
  /// One layer of areas shown, and nothing on it.
  static model::ViewState view_of(std::string_view id, std::string_view day) {
    model::ViewState view = view_on(day);
    for (std::size_t layer = 0; layer < view.layers.size(); ++layer) view.layers[layer].visible = layer == layer_of(id);
    EXPECT_TRUE(stage().prepare(view));
    return view;
  }
  static Srgb8 pixel_at(const media::Image& image, scene::PixelPoint at) {
    const auto first = (static_cast<std::size_t>(at.y_px) * static_cast<std::size_t>(image.width_px) +
                        static_cast<std::size_t>(at.x_px)) *
                       4;
    return {image.rgba[first], image.rgba[first + 1], image.rgba[first + 2], 255};
  }
};

TEST_F(Areas, EveryAgencyOfADayIsInOneOfThemOrInNone) {
  for (const char* id : {"states", "counties"}) {
    for (const char* day : {"2018-05-01", "2019-08-28", "2020-06-11"}) {
      model::ViewState view = view_of(id, day);
      for (const bool is_filtered : {false, true}) {
        if (is_filtered) view.filter.regions = {"CA", "AK", "HI"};
        const scene::SceneInputs inputs = stage().inputs(view);
        const scene::AreaInput& areas = inputs.areas[layer_of(id)];
        ASSERT_NE(areas.counts, nullptr);
        int sum = 0;
        for (std::size_t area = 0; area < areas.counts->group_count(); ++area)
          sum += areas.counts->count(area, view.playhead_d).certain;
        EXPECT_EQ(sum, inputs.selection.layer(areas.layer->counted_layer).count(view.playhead_d).certain) << id << day;
        // The census' areas hold all of the agencies, but for a few by a shore or a line.
        EXPECT_LE(areas.counts->count(areas.layer->table.row_count(), view.playhead_d).certain, sum / 100) << id << day;
      }
    }
  }
}

TEST_F(Areas, EveryClassHasAnAreaOnTheLastDay) {
  for (const char* id : {"states", "counties"}) {
    const model::ViewState view = view_of(id, "2020-09-30");
    picture(view, kAreasSize);
    const auto& classes = stage().frame().area_classes;
    const std::size_t count = stage().inputs(view).areas[layer_of(id)].layer->class_count();
    EXPECT_EQ(count, 5U) << id;
    for (std::size_t which = 0; which < count; ++which)
      EXPECT_NE(std::count(classes.begin(), classes.end(), which), 0) << id << " class " << which;
  }
}

TEST_F(Areas, AnAreaLiesUnderItsMarksInTheInsetsToo) {
  const model::ViewState view = view_of("states", "2020-06-11");
  const media::Image image = picture(view, kAreasSize);
  const scene::SceneInputs inputs = stage().inputs(view);
  const scene::AreaInput& areas = inputs.areas[layer_of("states")];
  const data::PointTable& agencies = inputs.tables.layers[areas.layer->counted_layer];
  int in_insets = 0, elsewhere = 0, filled = 0;
  for (std::uint32_t row = 0; row < agencies.row_count(); ++row) {
    const geo::MapPoint mark = inputs.geometry.marks[areas.layer->counted_layer][row];
    if (!std::isfinite(mark.x_m)) continue;
    const auto under = scene::area_at(*areas.geometry, geo::local_from_map(mark, inputs.geometry.origin));
    const std::uint32_t of = areas.layer->area_of_row[row];
    const bool is_in_inset = agencies.region[row] == "AK" || agencies.region[row] == "HI";
    if (under != of) ++elsewhere;
    if (!is_in_inset) continue;
    EXPECT_EQ(under, of) << agencies.name[row];
    ++in_insets;
    // And that is where the state's colour is: its class is drawn at the middle of its largest triangle.
    const geo::LocalPoint middle = areas.geometry->middle[of];
    const scene::PixelPoint at = scene::pixel_from_map({inputs.geometry.origin.x_m + static_cast<double>(middle.x_m),
                                                        inputs.geometry.origin.y_m + static_cast<double>(middle.y_m)},
                                                       stage().frame().map);
    const Srgb8 land = stage().frame().base.land, here = pixel_at(image, at);
    filled += here.r != land.r || here.g != land.g || here.b != land.b ? 1 : 0;
  }
  EXPECT_GT(in_insets, 0);
  EXPECT_EQ(filled, in_insets);
  EXPECT_LE(elsewhere, static_cast<int>(agencies.row_count()) / 100);
}

}  // namespace
}  // namespace spreadmap::app
