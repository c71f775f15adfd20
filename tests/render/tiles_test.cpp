#include "render/tiles.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace spreadmap::render {
namespace {

constexpr scene::SizePx kSize{200, 150};  // neither side a whole number of tiles

scene::PixelRect any_box() {
  const auto from = [](int most) { return static_cast<float>(*rc::gen::inRange(-40, most)); };
  scene::PixelRect box{from(260), from(200), 0.0F, 0.0F};
  box.right_px = box.left_px + static_cast<float>(*rc::gen::inRange(0, 200));
  box.bottom_px = box.top_px + static_cast<float>(*rc::gen::inRange(0, 200));
  return box;
}

TileSet any_tiles() {
  TileSet tiles(kSize);
  for (std::size_t tile = 0; tile < tiles.grid().count(); ++tile) {
    if (*rc::gen::arbitrary<bool>()) tiles.add(tile);
  }
  return tiles;
}

/// Where a pixel of the picture stands in the order of covered_by.
std::size_t index_of(int x, int y) {
  return static_cast<std::size_t>(y) * kSize.width_px + static_cast<std::size_t>(x);
}

/// For each pixel of the picture, how often the boxes cover it.
template <class Boxes>
std::vector<int> covered_by(const Boxes& boxes) {
  std::vector<int> covered(static_cast<std::size_t>(kSize.width_px * kSize.height_px), 0);
  for (const auto& box : boxes) {
    for (int y = std::max(box.y_px, 0); y < std::min(box.y_px + box.height_px, kSize.height_px); ++y) {
      for (int x = std::max(box.x_px, 0); x < std::min(box.x_px + box.width_px, kSize.width_px); ++x) {
        ++covered[index_of(x, y)];
      }
    }
  }
  return covered;
}

gpu::PixelBox whole_pixels(const scene::PixelRect& box) {
  return {static_cast<int>(box.left_px), static_cast<int>(box.top_px), static_cast<int>(box.width_px()),
          static_cast<int>(box.height_px())};
}

RC_GTEST_PROP(Tiles, PartsOfABoxAreItsPixelsOnTheSetOnceEach, ()) {
  const TileSet tiles = any_tiles();
  const scene::PixelRect box = any_box();
  std::vector<gpu::PixelBox> parts;
  tiles.for_each_part(box, [&](const scene::PixelRect& part) { parts.push_back(whole_pixels(part)); });
  const auto of_set = covered_by(tiles.boxes());
  const auto of_box = covered_by(std::vector{whole_pixels(box)});
  const auto of_parts = covered_by(parts);
  for (std::size_t pixel = 0; pixel < of_set.size(); ++pixel) {
    RC_ASSERT(of_parts[pixel] == of_set[pixel] * of_box[pixel]);
  }
}

RC_GTEST_PROP(Tiles, BoxesAreTheSetOnceEach, ()) {
  const scene::PixelRect box = any_box();
  TileSet tiles(kSize);
  tiles.add(box);
  const auto covered = covered_by(tiles.boxes());
  for (int y = 0; y < kSize.height_px; ++y) {
    for (int x = 0; x < kSize.width_px; ++x) {
      const auto tile = [](int at_px) { return static_cast<float>(at_px - at_px % kTile_px); };
      const scene::PixelRect own{tile(x), tile(y), std::min<float>(tile(x) + kTile_px, kSize.width_px),
                                 std::min<float>(tile(y) + kTile_px, kSize.height_px)};
      const bool is_empty = box.width_px() <= 0.0F || box.height_px() <= 0.0F;
      RC_ASSERT(covered[index_of(x, y)] == (!is_empty && own.overlaps(box) ? 1 : 0));
    }
  }
}

TEST(Tiles, ContentsDifferWhereSomethingElseIsDrawnOrInAnotherOrder) {
  const scene::PixelRect left{0, 0, 64, 64}, both{0, 0, 128, 64};
  TileContents one(kSize), other(kSize), swapped(kSize);
  one.add(left, 1), one.add(both, 2);
  other.add(left, 1), other.add(both, 2);
  swapped.add(both, 2), swapped.add(left, 1);
  EXPECT_EQ(one.differing_from(other).count(), 0U);
  EXPECT_EQ(one.differing_from(swapped).count(), 1U) << "the tile with both";
  EXPECT_EQ(one.differing_from(TileContents(kSize)).count(), 2U);
  EXPECT_EQ(one.differing_from(TileContents({100, 100})).count(), one.differing_from(one).grid().count());
}

RC_GTEST_PROP(Tiles, OfPlainBoxesThoseTilesDifferOnWhichTheirPixelsDo, ()) {
  const scene::PixelRect one = any_box(), other = any_box();
  TileContents before(kSize), after(kSize);
  before.add_plain_box(one, 7), after.add_plain_box(other, 7);
  const auto differing = covered_by(before.differing_from(after).boxes());
  const auto in_one = covered_by(std::vector{whole_pixels(one)}),
             in_other = covered_by(std::vector{whole_pixels(other)});
  TileSet expected(kSize);
  for (int y = 0; y < kSize.height_px; ++y) {
    for (int x = 0; x < kSize.width_px; ++x) {
      if (in_one[index_of(x, y)] != in_other[index_of(x, y)])
        expected.add(expected.grid().at(x / kTile_px, y / kTile_px));
    }
  }
  RC_ASSERT(differing == covered_by(expected.boxes()));
}

TEST(Tiles, WhatAPlainBoxIsBeyondThePictureChangesNoTile) {
  TileContents within(kSize), beyond(kSize);
  within.add_plain_box({93, 122, 200, 150}, 7);
  beyond.add_plain_box({93, 122, 230, 151}, 7);
  EXPECT_EQ(within.differing_from(beyond).count(), 0U);
}

TEST(Tiles, AFarBoxTouchesNone) {
  TileSet tiles(kSize);
  tiles.add({1e30F, 0, 2e30F, 10});
  tiles.add({-2e30F, 0, -1e30F, 10});
  EXPECT_EQ(tiles.count(), 0U);
}

}  // namespace
}  // namespace spreadmap::render
