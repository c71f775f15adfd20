#include "scene/layout.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace spreadmap::scene {
namespace {

bool overlap(const UiRect& a, const UiRect& b) {
  return a.left_pt < b.right_pt && b.left_pt < a.right_pt && a.top_pt < b.bottom_pt && b.top_pt < a.bottom_pt;
}

class LayoutOfSize : public testing::TestWithParam<SizePx> {};

TEST_P(LayoutOfSize, TheMapNeverRunsUnderType) {
  const SizePx size = GetParam();
  const Layout layout = layout_of(size, px_per_pt_of(size, 0.0), model::Furniture{});
  EXPECT_FALSE(overlap(layout.map, layout.strip));
  EXPECT_FALSE(overlap(layout.map, layout.legend));
  EXPECT_FALSE(overlap(layout.map, layout.counter));
  EXPECT_GT(layout.map.top_pt, layout.subtitle_baseline_pt);
  EXPECT_GT(layout.map.width_pt(), 200.0);
  EXPECT_GT(layout.map.height_pt(), 200.0);
}

TEST_P(LayoutOfSize, EverythingLiesWithinThePicture) {
  const SizePx size = GetParam();
  const Layout layout = layout_of(size, px_per_pt_of(size, 0.0), model::Furniture{});
  for (const UiRect& rect : {layout.map, layout.strip, layout.legend, layout.counter}) {
    EXPECT_GE(rect.left_pt, 0.0);
    EXPECT_GE(rect.top_pt, 0.0);
    EXPECT_LE(rect.right_pt, layout.width_pt);
    EXPECT_LE(rect.bottom_pt, layout.height_pt);
  }
  EXPECT_LT(layout.credits_baseline_pt, layout.height_pt);
}

TEST_P(LayoutOfSize, FurnitureThatIsOffGivesItsRoomToTheMap) {
  const SizePx size = GetParam();
  const double scale = px_per_pt_of(size, 0.0);
  const Layout all = layout_of(size, scale, model::Furniture{});
  const Layout none = layout_of(size, scale, {false, false, false, false, false, false});
  EXPECT_GT(none.map.width_pt() * none.map.height_pt(), all.map.width_pt() * all.map.height_pt());
}

INSTANTIATE_TEST_SUITE_P(Sizes, LayoutOfSize,
                         testing::Values(SizePx{1920, 1080}, SizePx{3840, 2160}, SizePx{1280, 720}, SizePx{2560, 1080},
                                         SizePx{1080, 1920}, SizePx{1080, 1350}, SizePx{640, 360}, SizePx{1080, 1080},
                                         SizePx{1440, 1280}, SizePx{1000, 1380}));

TEST(Layout, TheSameShapeAtTwiceTheSizeIsTheSameLayout) {
  const Layout small = layout_of({1920, 1080}, px_per_pt_of({1920, 1080}, 0.0), {});
  const Layout large = layout_of({3840, 2160}, px_per_pt_of({3840, 2160}, 0.0), {});
  EXPECT_EQ(small.width_pt, large.width_pt);
  EXPECT_EQ(small.map.right_pt, large.map.right_pt);
  EXPECT_EQ(large.px_per_pt, 2.0 * small.px_per_pt);
}

TEST(Layout, ADenseDisplayKeepsTypeLegibleInASmallWindow) { EXPECT_EQ(px_per_pt_of({1800, 1500}, 1.44), 1.44); }

TEST_P(LayoutOfSize, TypeIsNeverSoLargeThatTheFurnitureHasNoRoom) {
  const SizePx size = GetParam();
  const Layout layout = layout_of(size, px_per_pt_of(size, 100.0), model::Furniture{});
  EXPECT_FALSE(overlap(layout.legend, layout.strip));
  EXPECT_GT(layout.map.width_pt(), 200.0);
  EXPECT_GT(layout.map.height_pt(), 200.0);
}

TEST_P(LayoutOfSize, LargerTypeRunsOverNothing) {
  const SizePx size = GetParam();
  for (const double viewer_scale : {1.1, 1.5, 1.59, 1.6, 2.0, 2.5, 3.0}) {
    const Layout layout =
        layout_of(size, px_per_pt_of(size, 0.72), model::Furniture{}, viewer_scale, TextWidths{25.0, 100.0});
    for (const UiRect& rect : {layout.strip, layout.legend, layout.counter}) EXPECT_FALSE(overlap(layout.map, rect));
    EXPECT_FALSE(overlap(layout.legend, layout.strip));
    EXPECT_FALSE(overlap(layout.legend, layout.counter));
    EXPECT_GT(layout.map.height_pt(), 0.15 * layout.height_pt);
    EXPECT_GT(layout.map.width_pt(), 200.0);
  }
}

RC_GTEST_PROP(SafeAreas, HoldAllThatIsWrittenAndNothingRunsOverAnything, ()) {
  const SizePx size{*rc::gen::inRange(320, 4000), *rc::gen::inRange(320, 4000)};
  const auto share = [] { return 0.01 * *rc::gen::inRange(0, 36); };
  const model::SafeArea safe{share(), share(), share(), share()};
  const double viewer_scale = 1.0 + 0.1 * *rc::gen::inRange(0, 21);
  const Layout layout =
      layout_of(size, px_per_pt_of(size, 0.0, safe), {}, viewer_scale, TextWidths{25.0, 100.0}, 0.0, false, safe);
  const double slack_pt = 1e-6;
  for (const UiRect& rect : {layout.counter, layout.legend, layout.strip, layout.map}) {
    RC_ASSERT(rect.left_pt >= layout.safe.left_pt - slack_pt);
    RC_ASSERT(rect.top_pt >= layout.safe.top_pt - slack_pt);
    RC_ASSERT(rect.right_pt <= layout.safe.right_pt + slack_pt);
    RC_ASSERT(rect.bottom_pt <= layout.safe.bottom_pt + slack_pt);
    RC_ASSERT(rect.width_pt() > 0.0);
  }
  for (const UiRect& rect : {layout.counter, layout.legend, layout.strip}) RC_ASSERT(!overlap(layout.map_cut, rect));
  RC_ASSERT(!overlap(layout.legend, layout.strip));
  RC_ASSERT(!overlap(layout.legend, layout.counter));
  RC_ASSERT(layout.map.height_pt() > 0.0);
  RC_ASSERT(layout.credits_baseline_pt < layout.safe.bottom_pt);
  RC_ASSERT(layout.map_cut.left_pt >= 0.0);
  RC_ASSERT(layout.map_cut.right_pt <= layout.width_pt);
}

RC_GTEST_PROP(GrownType, KeepsItsRanksAndNeverShrinks, ()) {
  const double small = *rc::gen::inRange(10, 30), scale = 1.0 + 0.01 * *rc::gen::inRange(0, 201);
  const double lower = *rc::gen::inRange(5, 200), higher = lower + *rc::gen::inRange(0, 100);
  RC_ASSERT(grown_pt(lower, scale, small) <= grown_pt(higher, scale, small));
  RC_ASSERT(grown_pt(lower, scale, small) >= lower);
  RC_ASSERT(grown_pt(lower, scale, small) <= scale * lower + 1e-9);
  RC_ASSERT(grown_pt(lower, 1.0, small) == lower);
}

}  // namespace
}  // namespace spreadmap::scene
