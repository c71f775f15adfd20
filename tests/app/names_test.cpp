// Names of regions and places against the marks: a mark is a record, and no name hides one.
#include <array>
#include <cstring>
#include <random>

#include "geo/spaces.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr std::array<scene::SizePx, 3> kNamesSizes{{{1280, 720}, {720, 1280}, {900, 900}}};

/// Which of a picture's pixels are the middle of a mark, or its inner part: they and their neighbours lie in one of a layer of points.
class MarkedPixels {
 public:
  MarkedPixels(render::FrameRenderer& renderer, const scene::Frame& frame) : width_(frame.size.width_px) {
    gpu::Target numbers("numbers", frame.size.width_px, frame.size.height_px, gpu::PixelKind::kNumbers);
    renderer.draw_numbers(numbers, frame);
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(width_) * static_cast<std::size_t>(frame.size.height_px) *
                                    numbers.pixel_bytes());
    numbers.read(bytes);
    // Layer and record of each pixel; where two discs meet, both edges are soft.
    std::vector<std::array<std::uint32_t, 2>> records(bytes.size() / numbers.pixel_bytes());
    std::memcpy(records.data(), bytes.data(), records.size() * sizeof records[0]);
    std::vector<bool> is_point(records.size());
    for (const scene::MarkDraw& marks : frame.marks) {
      for (std::size_t i = 0; i < records.size(); ++i) is_point[i] = is_point[i] || records[i][0] == marks.layer + 1;
    }
    const auto row = static_cast<std::size_t>(width_);
    for (std::size_t i = row + 1; i + row + 1 < records.size(); ++i) {
      const auto is_same = [&](std::size_t other) { return records[other] == records[i]; };
      if (is_point[i] && is_same(i - 1) && is_same(i + 1) && is_same(i - row) && is_same(i + row)) pixels_.push_back(i);
    }
  }
  [[nodiscard]] const std::vector<std::size_t>& pixels() const { return pixels_; }

 private:
  int width_;
  std::vector<std::size_t> pixels_;
};

class Names : public StageTest {
 protected:
  /// Straight bytes of a frame that the stage drew last, or of one like it.
  static std::vector<std::uint8_t> drawn(const scene::Frame& frame) {
    const gpu::Target target("names", frame.size.width_px, frame.size.height_px);
    stage().renderer().draw(target, frame, stage().fonts());
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(frame.size.width_px) *
                                    static_cast<std::size_t>(frame.size.height_px) * target.pixel_bytes());
    target.read(bytes);
    return bytes;
  }
};

TEST_F(Names, HideNoMark) {
  std::mt19937 any(7);
  const auto between = [&](double from, double to) { return std::uniform_real_distribution<double>(from, to)(any); };
  const time::PlayRange whole = story().axis().whole();
  std::size_t under_names = 0, looked_at = 0;
  for (int i = 0; i < 12; ++i) {
    model::ViewState view = stage().first_view();
    view.playhead_d = between(whole.from_d + 0.4 * whole.length_d(), whole.to_d);
    view.looks.text_scale = i % 3 == 2 ? 2.0 : 1.0;
    view.language = i % 2 == 1 ? "es" : "en";
    if (i > 3) {
      const auto& marks = stage().first_sheet().geometry.marks[*story().counted_layer()];
      const geo::MapPoint near =
          marks[static_cast<std::size_t>(between(0.0, 0.99) * static_cast<double>(marks.size()))];
      if (geo::is_placed(near)) view.camera = {near, between(1.5, 12.0)};
    }
    const scene::SizePx size = kNamesSizes.at(static_cast<std::size_t>(i) % kNamesSizes.size());
    stage().draw(view, size, scene::px_per_pt_of(size, 0.0));
    const scene::Frame with = stage().frame();
    scene::Frame without = with;
    without.names.clear();
    const std::vector<std::uint8_t> named = drawn(with), bare = drawn(without);
    EXPECT_NE(named, bare) << "there are no names";
    const MarkedPixels marked(stage().renderer(), with);
    looked_at += marked.pixels().size();
    std::size_t hidden = 0;
    for (const std::size_t pixel : marked.pixels())
      hidden += std::memcmp(&named[4 * pixel], &bare[4 * pixel], 4) == 0 ? 0U : 1U;
    EXPECT_EQ(hidden, 0U) << "picture " << i << ", day " << view.playhead_d;
    // That a name reaches under a mark: without the marks its pixels are there.
    scene::Frame map = with, bare_map = without;
    for (scene::Frame* frame : {&map, &bare_map}) {
      frame->layers.clear();
      frame->marks.clear();
    }
    const std::vector<std::uint8_t> named_map = drawn(map), bare_map_pixels = drawn(bare_map);
    for (const std::size_t pixel : marked.pixels())
      under_names += std::memcmp(&named_map[4 * pixel], &bare_map_pixels[4 * pixel], 4) == 0 ? 0U : 1U;
  }
  EXPECT_GT(looked_at, 10000U);
  EXPECT_GT(under_names, 20U) << "no name comes near a mark, so this says nothing";
}

}  // namespace
}  // namespace spreadmap::app
