// Which record each pixel of a picture shows.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <random>
#include <set>

#include "model/applied.h"
#include "scene/camera.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

/// The numbers of a matte: of the layer and of the record, 0 where there is none.
std::pair<std::uint32_t, std::uint32_t> numbers_at(const media::Image& matte, std::size_t pixel) {
  std::array<std::uint16_t, 4> words{};
  std::memcpy(words.data(), matte.rgba.data() + 8 * pixel, sizeof words);
  return {words[0], std::uint32_t{words[1]} << 16U | words[2]};
}

std::size_t pixels_of(const media::Image& image) { return image.rgba.size() / image.pixel_bytes(); }

class Matte : public StageTest {
 protected:
  static PictureSpec spec_of(PicturePart part) {
    constexpr scene::SizePx kSize{1920, 1080};
    return {.size = kSize, .px_per_pt = scene::px_per_pt_of(kSize, 0.0), .part = part};
  }
  static PictureSpec matte_spec() { return spec_of(PicturePart::kMatte); }
  /// Los Angeles, where much of each kind lies on one another.
  static model::ViewState near(const model::ViewState& view) {
    const model::CommandContext context{story(), stage().select(view), stage().first_sheet().fit(), 0.0};
    return model::applied(view, model::ZoomAbout{{-2.0e6, -3.0e5}, 9.0}, context);
  }
  /// Days and orders of layers by chance, from far and near.
  static std::vector<model::ViewState> views() {
    std::mt19937 chance(20190827);
    std::uniform_real_distribution<double> day(position_d("2019-01-01"), position_d("2021-03-01"));
    std::vector<model::ViewState> views;
    for (int i = 0; i < 8; ++i) {
      model::ViewState view = view_on("2019-08-27");
      view.playhead_d = day(chance);
      std::shuffle(view.layer_order.begin(), view.layer_order.end(), chance);
      views.push_back(i % 2 == 0 ? view : near(view));
    }
    return views;
  }
  /// The same with the layers of one kind alone, or without them.
  enum class Keep : std::uint8_t { kOnly, kOthers };
  static model::ViewState shown(model::ViewState view, exhibit::LayerKind kind, Keep keep) {
    const auto& layers = stage().world().exhibit.layers;
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
      if ((layers[layer].kind == kind) == (keep == Keep::kOthers)) view.layers.at(layer).visible = false;
    }
    return view;
  }
  static Srgb8 colour_of(std::size_t layer) { return stage().world().exhibit.layers[layer].style.colour; }
};

bool is_wholly(const media::Image& marks, std::size_t pixel, Srgb8 colour) {
  const std::uint8_t* at = &marks.rgba[4 * pixel];
  return at[0] == colour.r && at[1] == colour.g && at[2] == colour.b && at[3] == 255;
}

TEST_F(Matte, APixelOfALayersColourIsOfThatLayerInAnyOrderOfLayers) {
  const auto& layers = stage().world().exhibit.layers;
  std::map<exhibit::LayerKind, std::size_t> seen{{exhibit::LayerKind::kPartnerships, 0},
                                                 {exhibit::LayerKind::kSubsidies, 0},
                                                 {exhibit::LayerKind::kSignatories, 0}};
  for (const model::ViewState& view : views()) {
    const media::Image matte = picture_of(view, matte_spec());
    const media::Image marks = picture_of(view, spec_of(PicturePart::kMarks));
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
      if (!seen.contains(layers[layer].kind)) continue;  // areas and surfaces are no marks
      for (std::size_t pixel = 0; pixel < pixels_of(matte); ++pixel) {
        if (!is_wholly(marks, pixel, colour_of(layer))) continue;
        ++seen[layers[layer].kind];
        ASSERT_EQ(numbers_at(matte, pixel).first, layer + 1) << pixel % 1920 << ", " << pixel / 1920;
      }
    }
  }
  EXPECT_GT(seen[exhibit::LayerKind::kPartnerships], 20'000U);
  EXPECT_GT(seen[exhibit::LayerKind::kSubsidies], 1'000U);
  EXPECT_GT(seen[exhibit::LayerKind::kSignatories], 100U);
}

TEST_F(Matte, APointThatIsSeenThroughTheInsideOfACircleHasItsPixels) {
  constexpr auto kPoints = exhibit::LayerKind::kPartnerships;
  std::size_t seen_through = 0;
  for (model::ViewState view : views()) {
    // Points lowest: all else lies over them.
    std::stable_partition(view.layer_order.begin(), view.layer_order.end(),
                          [&](std::size_t layer) { return stage().world().exhibit.layers[layer].kind == kPoints; });
    const media::Image matte = picture_of(view, matte_spec());
    const media::Image others = picture_of(shown(view, kPoints, Keep::kOthers), spec_of(PicturePart::kMarks));
    std::uint8_t faint = 0;
    for (const scene::Shape& symbol : stage().frame().symbols) {
      if (symbol.fill.a < symbol.line.a) faint = std::max(faint, symbol.fill.a);
    }
    const media::Image points = picture_of(shown(view, kPoints, Keep::kOnly), spec_of(PicturePart::kMarks));
    const std::size_t layer = stage().frame().marks.at(0).layer;
    for (std::size_t pixel = 0; pixel < pixels_of(matte); ++pixel) {
      const std::uint8_t over = others.rgba[4 * pixel + 3];
      if (over > faint || !is_wholly(points, pixel, colour_of(layer))) continue;
      ASSERT_EQ(numbers_at(matte, pixel).first, layer + 1) << pixel % 1920 << ", " << pixel / 1920;
      if (over > 0) ++seen_through;
    }
  }
  EXPECT_GT(seen_through, 500U);
}

TEST_F(Matte, NothingIsThereWhereNothingIsDrawn) {
  std::size_t hollow = 0;
  for (const model::ViewState& view : views()) {
    const media::Image matte = picture_of(view, matte_spec());
    const media::Image marks = picture_of(view, spec_of(PicturePart::kMarks));
    for (const scene::Shape& symbol : stage().frame().symbols) hollow += symbol.fill.a == 0 ? 1U : 0U;
    for (std::size_t pixel = 0; pixel < pixels_of(matte); ++pixel) {
      if (numbers_at(matte, pixel).first == 0) continue;
      ASSERT_GT(marks.rgba[4 * pixel + 3], 0) << pixel % 1920 << ", " << pixel / 1920;
    }
  }
  EXPECT_GT(hollow, 0U) << "circles of an amount that is not known";
}

TEST_F(Matte, OnEitherSideOfAWipeItIsThatOfTheMapThere) {
  constexpr std::size_t kWidth = 1920;
  model::ViewState view = near(view_on("2020-03-27"));
  const media::Image right = picture_of(view, matte_spec());
  model::ViewState earlier = view;
  earlier.playhead_d = position_d("2019-06-01");
  const media::Image left = picture_of(earlier, matte_spec());
  view.wipe = model::Wipe{earlier.playhead_d, 0.4};
  const media::Image wiped = picture_of(view, matte_spec());
  ASSERT_TRUE(stage().frame().wipe_px);
  std::array<std::size_t, 2> named{};
  for (std::size_t pixel = 0; pixel < pixels_of(wiped); ++pixel) {
    const bool is_left = static_cast<float>(pixel % kWidth) < *stage().frame().wipe_px;
    ASSERT_EQ(numbers_at(wiped, pixel), numbers_at(is_left ? left : right, pixel)) << pixel;
    if (numbers_at(wiped, pixel).first != 0) ++named.at(is_left ? 0 : 1);
  }
  EXPECT_GT(named[0], 100U);
  EXPECT_GT(named[1], 100U);
}

TEST_F(Matte, ItNamesARecordThatLiesThere) {
  const model::ViewState view = view_on("2019-10-20");
  PictureSpec spec = matte_spec();
  const media::Image matte = picture_of(view, spec);
  ASSERT_EQ(matte.depth, media::Depth::k16);
  ASSERT_FALSE(matte.has_alpha);
  const scene::Frame& frame = stage().frame();
  std::map<std::uint32_t, std::set<std::uint32_t>> seen;
  std::size_t numbered = 0;
  for (std::size_t pixel = 0; pixel < pixels_of(matte); ++pixel) {
    const auto [layer_number, record_number] = numbers_at(matte, pixel);
    ASSERT_EQ(layer_number == 0, record_number == 0);
    if (layer_number == 0) continue;
    ++numbered;
    const std::size_t layer = layer_number - 1, row = record_number - 1;
    ASSERT_LT(layer, stage().world().tables.layers.size());
    ASSERT_LT(row, stage().world().tables.layers[layer].row_count());
    seen[layer_number].insert(record_number);
    EXPECT_LE(story().rows(layer).days.earliest[row], view.playhead_d);
    // A pop is half as large again for a moment, and has its rim; circles and diamonds say themselves how far they reach.
    const scene::PixelPoint at = scene::pixel_from_map(stage().sheet(view).geometry.marks[layer][row], frame.map);
    double reach_px = 9.0;
    for (std::size_t i = 0; i < frame.symbols.size(); ++i) {
      if (frame.symbol_records[i] != model::RecordRef{layer_number - 1, record_number - 1}) continue;
      const scene::Shape& symbol = frame.symbols[i];
      const float beside_px = std::hypot(symbol.centre_x_px - at.x_px, symbol.centre_y_px - at.y_px);
      reach_px = std::max(reach_px, static_cast<double>(beside_px + symbol.half_width_px) + 0.01);
    }
    const std::size_t column = pixel % 1920, picture_row = pixel / 1920;
    const double x_px = static_cast<double>(column) + 0.5, y_px = static_cast<double>(picture_row) + 0.5;
    ASSERT_LE(std::hypot(x_px - static_cast<double>(at.x_px), y_px - static_cast<double>(at.y_px)), reach_px)
        << "record " << record_number;
  }
  EXPECT_GT(numbered, 5000U);
  ASSERT_EQ(seen.size(), 3U) << "points, circles and diamonds";
  EXPECT_GT(seen[1].size() + seen[2].size() + seen[3].size(), 250U);
  for (const int tile_px : {500, 777}) {
    spec.largest_tile_px = tile_px;
    EXPECT_TRUE(picture_of(view, spec).rgba == matte.rgba) << tile_px;
  }
}

}  // namespace
}  // namespace spreadmap::app
