#include "render/mark_cover.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace spreadmap::render {
namespace {

constexpr gpu::PixelBox kRoom{10, 5, 150, 70};

/// Coverage of one pixel by a mark, as shaders/mark.frag has it.
float coverage(scene::PixelPoint centre, float radius_px, int x, int y) {
  const float distance_px =
      std::hypot(static_cast<float>(x) + 0.5F - centre.x_px, static_cast<float>(y) + 0.5F - centre.y_px);
  return std::clamp(radius_px + 0.5F - distance_px, 0.0F, 1.0F);
}

/// The room's pixels after the marks were drawn in order, each in a colour of its own.
std::vector<float> drawn(const std::vector<scene::PixelPoint>& marks, const std::vector<bool>& seen, float radius_px) {
  std::vector<float> pixels(static_cast<std::size_t>(kRoom.width_px * kRoom.height_px), 0.0F);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!seen[i]) continue;
    float* pixel = pixels.data();
    const auto colour = static_cast<float>(i + 1);
    for (int y = 0; y < kRoom.height_px; ++y) {
      for (int x = 0; x < kRoom.width_px; ++x, ++pixel) {
        const float alpha = coverage(marks[i], radius_px, kRoom.x_px + x, kRoom.y_px + y);
        *pixel = colour * alpha + *pixel * (1.0F - alpha);
      }
    }
  }
  return pixels;
}

std::vector<bool> seen_of(const std::vector<scene::PixelPoint>& marks, float radius_px) {
  MarkCover cover(kRoom, radius_px);
  std::vector<bool> seen(marks.size());
  for (std::size_t i = marks.size(); i-- > 0;) seen[i] = cover.add(marks[i]);
  return seen;
}

RC_GTEST_PROP(MarkCover, LeavesOutOnlyWhatChangesNoPixel, ()) {
  const float radius_px = static_cast<float>(*rc::gen::inRange(4, 280)) / 10.0F;
  // Close together, so that many are covered, and beyond every edge of the room.
  const int spread_tenths = *rc::gen::element(60, 400, 2000);
  const auto near = [&](int middle) {
    return rc::gen::map(rc::gen::inRange(-spread_tenths, spread_tenths), [middle](int tenths) {
      return static_cast<float>(middle) + static_cast<float>(tenths) / 10.0F;
    });
  };
  const auto xs = *rc::gen::container<std::vector<float>>(60, near(*rc::gen::inRange(0, 170)));
  const auto ys = *rc::gen::container<std::vector<float>>(60, near(*rc::gen::inRange(0, 80)));
  std::vector<scene::PixelPoint> marks;
  for (std::size_t i = 0; i < xs.size(); ++i) marks.push_back({xs[i], ys[i]});
  const std::vector<bool> seen = seen_of(marks, radius_px);
  RC_ASSERT(drawn(marks, seen, radius_px) == drawn(marks, std::vector<bool>(marks.size(), true), radius_px));
}

TEST(MarkCover, LeavesOutWhatLiesUnderAnotherAndKeepsWhatShows) {
  // The first and the second lie at one place; the third half a mark beside; nothing of the fourth is in the room.
  const std::vector<scene::PixelPoint> marks{{60.0F, 40.0F}, {60.0F, 40.0F}, {64.0F, 40.0F}, {-30.0F, 40.0F}};
  const std::vector<bool> seen = seen_of(marks, 4.0F);
  // Edges are soft, so that what lies exactly under one other still shows through its edge.
  EXPECT_EQ(seen, (std::vector<bool>{true, true, true, false}));
  std::vector<scene::PixelPoint> heap(50, {60.0F, 40.0F});
  for (const float x_px : {58.0F, 62.0F}) {
    for (const float y_px : {38.0F, 42.0F}) heap.push_back({x_px, y_px});
  }
  const std::vector<bool> seen_of_heap = seen_of(heap, 4.0F);
  EXPECT_EQ(std::count(seen_of_heap.begin(), seen_of_heap.end(), true), 4) << "fifty lie under four";
}

TEST(MarkCover, TakesNothingThatIsNoPlace) {
  MarkCover cover(kRoom, 4.0F);
  EXPECT_FALSE(cover.add({std::nanf(""), 40.0F}));
  EXPECT_FALSE(cover.add({40.0F, std::numeric_limits<float>::infinity()}));
}

}  // namespace
}  // namespace spreadmap::render
