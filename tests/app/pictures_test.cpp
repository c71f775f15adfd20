// Pictures as files have them: put together from tiles, in passes, with alpha, of 16 bits, averaged from larger ones.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <set>

#include "model/applied.h"
#include "scene/camera.h"
#include "scene/enlarged.h"
#include "srgb_testing.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kPicturesSize{960, 540};

/// A sample, 0 to 1.
double sample(const media::Image& image, std::size_t index) {
  if (image.depth == media::Depth::k8) return image.rgba[index] / 255.0;
  std::uint16_t word = 0;
  std::memcpy(&word, image.rgba.data() + 2 * index, sizeof word);
  return word / 65535.0;
}
std::size_t samples_of(const media::Image& image) { return image.rgba.size() / (image.pixel_bytes() / 4); }

/// Linear light, premultiplied.
struct Light {
  std::array<double, 3> colour{};
  double alpha = 1.0;
};
Light light_of(const media::Image& image, std::size_t pixel) {
  Light light{{}, image.has_alpha ? sample(image, 4 * pixel + 3) : 1.0};
  for (std::size_t i = 0; i < 3; ++i) light.colour[i] = decoded(sample(image, 4 * pixel + i)) * light.alpha;
  return light;
}
Light over(const Light& upper, const Light& lower) {
  Light both{{}, upper.alpha + lower.alpha * (1.0 - upper.alpha)};
  for (std::size_t i = 0; i < 3; ++i) both.colour[i] = upper.colour[i] + lower.colour[i] * (1.0 - upper.alpha);
  return both;
}

class PicturesTest : public StageTest {
 protected:
  static PictureSpec spec_of(scene::SizePx size = kPicturesSize) {
    return {.size = size, .px_per_pt = scene::px_per_pt_of(size, 0.0)};
  }
  static std::size_t layer_named(const std::string& id) {
    const auto& layers = stage().world().exhibit.layers;
    return static_cast<std::size_t>(
        std::find_if(layers.begin(), layers.end(), [&](const auto& spec) { return spec.id == id; }) - layers.begin());
  }
  static model::ViewState with_layers(model::ViewState view, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) view.layers.at(layer_named(id)).visible = true;
    EXPECT_TRUE(stage().prepare(view));
    return view;
  }
  static model::ViewState zoomed(const model::ViewState& view) {
    const model::CommandContext context{story(), stage().select(view), stage().first_sheet().fit(), 0.0};
    return model::applied(view, model::ZoomAbout{{-2.0e6, -3.0e5}, 9.0}, context);
  }
  /// What can be on a map, from far and near.
  static std::vector<std::pair<std::string, model::ViewState>> views() {
    const model::ViewState plain = view_on("2019-08-27");
    model::ViewState wiped = zoomed(plain);
    wiped.wipe = model::Wipe{position_d("2018-12-01"), 0.4};
    model::ViewState net = plain;
    net.graticule = true;
    return {{"plain", plain},
            {"states", with_layers(view_on("2018-05-01"), {"states"})},
            {"counties, density, near", zoomed(with_layers(view_on("2020-03-27"), {"counties", "density"}))},
            {"wiped, near", wiped},
            {"meridians", net}};
  }
};

TEST_F(PicturesTest, TilesGiveTheBytesOfTheWhole) {
  const bool is_long = std::getenv("SPREADMAP_LONG_TESTS") != nullptr;
  int turn = 0;
  for (const auto& [name, view] : views()) {
    ++turn;
    for (int kind = 0; kind < 4; ++kind) {
      if (!is_long && kind / 2 == turn % 2) continue;  // the short form takes them by turns
      PictureSpec spec = spec_of();
      spec.has_alpha = kind == 1;
      spec.depth = kind == 2 ? media::Depth::k16 : media::Depth::k8;
      spec.supersample = kind == 3 ? 3 : 1;
      const media::Image whole = picture_of(view, spec);
      // Neither divides the picture, nor its multiple. The short form takes them by turns.
      for (const int tile_px : is_long ? std::vector{331, 512} : std::vector{kind % 2 == 0 ? 331 : 512}) {
        spec.largest_tile_px = tile_px;
        const media::Image tiled = picture_of(view, spec);
        EXPECT_TRUE(tiled.rgba == whole.rgba) << name << ", kind " << kind << ", tiles of " << tile_px;
      }
    }
  }
}

TEST_F(PicturesTest, AnImageThatHoldsAnotherFrameTakesTheNextAsAFreshOneDoes) {
  std::array<media::Image, 3> used;
  std::size_t frames = 0, kept_tiles = 0;
  const auto expect_same = [&](const model::ViewState& view, const PictureSpec& spec) {
    media::Image& image = used.at(frames++ % used.size());
    const std::vector<std::uint64_t> before = image.tile_stamps;
    stage().picture(view, spec, image);
    for (std::size_t tile = 0; tile < std::min(before.size(), image.tile_stamps.size()); ++tile) {
      if (before[tile] == image.tile_stamps[tile]) ++kept_tiles;
    }
    EXPECT_TRUE(image.rgba == picture_of(view, spec).rgba) << "frame " << frames;
  };
  for (const auto& [name, view] : views()) {
    SCOPED_TRACE(name);
    model::ViewState later = view;
    for (int frame = 0; frame < 5; ++frame, later.playhead_d += 0.7) expect_same(later, spec_of());
    expect_same(view, spec_of());
    PictureSpec other = spec_of();
    other.has_alpha = true;
    expect_same(view, other);
    expect_same(view, spec_of({540, 960}));
  }
  EXPECT_GT(kept_tiles, 100U) << "or nothing was put to the test";
}

TEST_F(PicturesTest, FourThousandPixelsByTilesAreTheWhole) {
  PictureSpec spec = spec_of({3840, 2160});
  const model::ViewState view = with_layers(view_on("2019-08-27"), {"states", "density"});
  const media::Image whole = picture_of(view, spec);
  spec.largest_tile_px = 1000;
  EXPECT_TRUE(picture_of(view, spec).rgba == whole.rgba);
}

TEST_F(PicturesTest, BandsAreTheRowsOfThePicture) {
  const model::ViewState view = view_on("2019-08-27");
  PictureSpec spec = spec_of();
  const media::Image whole = picture_of(view, spec);
  spec.largest_tile_px = 200;
  std::vector<std::uint8_t> rows;
  int bands = 0;
  ASSERT_TRUE(stage().picture_bands(view, spec, [&](const media::Image& band) -> Result<void> {
    ++bands;
    EXPECT_TRUE(band.height_px % 16 == 0 || rows.size() + band.rgba.size() == whole.rgba.size());
    rows.insert(rows.end(), band.rgba.begin(), band.rgba.end());
    return {};
  }));
  EXPECT_GT(bands, 2);
  EXPECT_TRUE(rows == whole.rgba);
  const auto stopped =
      stage().picture_bands(view, spec, [](const media::Image&) -> Result<void> { return fail("enough"); });
  EXPECT_EQ(stopped.error().message, "enough");
}

TEST_F(PicturesTest, PassesOverOneAnotherAreThePicture) {
  for (const auto& [name, view] : views()) {
    PictureSpec spec = spec_of();
    spec.depth = media::Depth::k16;
    const media::Image whole = picture_of(view, spec);
    spec.part = PicturePart::kBase;
    const media::Image base = picture_of(view, spec);
    spec.part = PicturePart::kMarks;
    const media::Image marks = picture_of(view, spec);
    spec.part = PicturePart::kFurniture;
    const media::Image furniture = picture_of(view, spec);
    EXPECT_FALSE(base.has_alpha);
    EXPECT_TRUE(marks.has_alpha && furniture.has_alpha);
    double most = 0.0;
    for (std::size_t pixel = 0; pixel < samples_of(whole) / 4; ++pixel) {
      const Light all = over(light_of(furniture, pixel), over(light_of(marks, pixel), light_of(base, pixel)));
      for (std::size_t i = 0; i < 3; ++i)
        most = std::max(most, std::abs(encoded(all.colour[i]) - sample(whole, 4 * pixel + i)));
    }
    EXPECT_LT(most, 1.0 / 255.0) << name;  // half floats, once for each of three
  }
}

TEST_F(PicturesTest, AlphaOverTheGroundIsThePicture) {
  for (const auto& [name, view] : views()) {
    PictureSpec spec = spec_of();
    spec.depth = media::Depth::k16;
    const media::Image whole = picture_of(view, spec);
    spec.has_alpha = true;
    const media::Image apart = picture_of(view, spec);
    ASSERT_TRUE(apart.has_alpha);
    EXPECT_EQ(sample(apart, 3), 0.0) << "a corner of the picture has nothing but ground";
    const Srgb8 ground = stage().frame().base.ground;
    Light lower;
    lower.colour = {decoded(ground.r / 255.0), decoded(ground.g / 255.0), decoded(ground.b / 255.0)};
    double most = 0.0;
    for (std::size_t pixel = 0; pixel < samples_of(whole) / 4; ++pixel) {
      const Light all = over(light_of(apart, pixel), lower);
      for (std::size_t i = 0; i < 3; ++i)
        most = std::max(most, std::abs(encoded(all.colour[i]) - sample(whole, 4 * pixel + i)));
    }
    EXPECT_LT(most, 1.0 / 255.0) << name;
  }
}

TEST_F(PicturesTest, SixteenBitsSayMoreThanEight) {
  const model::ViewState view = zoomed(view_on("2019-08-27"));
  PictureSpec spec = spec_of();
  const media::Image eight = picture_of(view, spec);
  spec.depth = media::Depth::k16;
  const media::Image sixteen = picture_of(view, spec);
  std::set<long> steps;
  double most = 0.0;
  for (std::size_t i = 0; i < samples_of(eight); ++i) {
    if (i % 4 == 3) continue;
    steps.insert(std::lround(sample(sixteen, i) * 65535.0));
    most = std::max(most, std::abs(sample(sixteen, i) - sample(eight, i)));
  }
  EXPECT_GT(steps.size(), 2000U);
  EXPECT_LE(most, 2.0 / 255.0);
}

TEST_F(PicturesTest, SupersamplingIsTheMeanInLinearLightOfTheSamePictureDrawnLarger) {
  const model::ViewState view = view_on("2019-08-27");
  PictureSpec spec = spec_of();
  const media::Image plain = picture_of(view, spec);
  const gpu::Target large("large", 2 * kPicturesSize.width_px, 2 * kPicturesSize.height_px);
  stage().renderer().draw(large, scene::enlarged(stage().frame(), 2), stage().fonts());
  std::vector<std::uint8_t> drawn(std::size_t{4} * 4 * kPicturesSize.width_px * kPicturesSize.height_px);
  large.read(drawn);
  spec.supersample = 2;
  const media::Image image = picture_of(view, spec);
  const auto width = static_cast<std::size_t>(kPicturesSize.width_px);
  double most = 0.0, moved = 0.0;
  for (std::size_t i = 0; i < image.rgba.size(); ++i) {
    if (i % 4 == 3) continue;
    const std::size_t x = i / 4 % width, y = i / 4 / width;
    double mean = 0.0;
    for (const std::size_t row : {2 * y, 2 * y + 1}) {
      for (const std::size_t column : {2 * x, 2 * x + 1})
        mean += decoded(drawn[4 * (row * 2 * width + column) + i % 4] / 255.0) / 4.0;
    }
    most = std::max(most, std::abs(sample(image, i) - encoded(mean)));
    moved += std::abs(sample(image, i) - sample(plain, i));
  }
  EXPECT_LE(most, 1.0 / 255.0);
  // Nothing has moved: edges alone look other than before.
  EXPECT_LT(moved / static_cast<double>(image.rgba.size()), 0.004);
  EXPECT_GT(moved, 0.0);
}

}  // namespace
}  // namespace spreadmap::app
