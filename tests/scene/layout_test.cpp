#include "scene/layout.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

namespace spreadmap::scene {
namespace {

bool boxes_overlap(const UiRect& a, const UiRect& b) {
  return a.left_pt < b.right_pt && b.left_pt < a.right_pt && a.top_pt < b.bottom_pt && b.top_pt < a.bottom_pt;
}

class LayoutOfSize : public testing::TestWithParam<SizePx> {};

TEST_P(LayoutOfSize, TheMapNeverRunsUnderType) {
  const SizePx size = GetParam();
  const Layout layout = layout_of(size, px_per_pt_of(size, 0.0), model::Furniture{});
  EXPECT_FALSE(boxes_overlap(layout.map, layout.strip));
  EXPECT_FALSE(boxes_overlap(layout.map, layout.legend));
  EXPECT_FALSE(boxes_overlap(layout.map, layout.counter));
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
  EXPECT_FALSE(boxes_overlap(layout.legend, layout.strip));
  EXPECT_GT(layout.map.width_pt(), 200.0);
  EXPECT_GT(layout.map.height_pt(), 200.0);
}

TEST_P(LayoutOfSize, LargerTypeRunsOverNothing) {
  const SizePx size = GetParam();
  for (const double viewer_scale : {1.1, 1.5, 1.59, 1.6, 2.0, 2.5, 3.0}) {
    const Layout layout =
        layout_of(size, px_per_pt_of(size, 0.72), model::Furniture{}, viewer_scale, TextWidths{25.0, 100.0});
    for (const UiRect& rect : {layout.strip, layout.legend, layout.counter})
      EXPECT_FALSE(boxes_overlap(layout.map, rect));
    EXPECT_FALSE(boxes_overlap(layout.legend, layout.strip));
    EXPECT_FALSE(boxes_overlap(layout.legend, layout.counter));
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
  for (const UiRect& rect : {layout.counter, layout.legend, layout.strip})
    RC_ASSERT(!boxes_overlap(layout.map_cut, rect));
  RC_ASSERT(!boxes_overlap(layout.legend, layout.strip));
  RC_ASSERT(!boxes_overlap(layout.legend, layout.counter));
  RC_ASSERT(layout.map.height_pt() > 0.0);
  RC_ASSERT(layout.credits_baseline_pt < layout.safe.bottom_pt);
  RC_ASSERT(layout.map_cut.left_pt >= 0.0);
  RC_ASSERT(layout.map_cut.right_pt <= layout.width_pt);
}

bool lies_in(const UiRect& inner, const UiRect& outer) {
  const double slack_pt = 1e-6;
  return inner.left_pt >= outer.left_pt - slack_pt && inner.top_pt >= outer.top_pt - slack_pt &&
         inner.right_pt <= outer.right_pt + slack_pt && inner.bottom_pt <= outer.bottom_pt + slack_pt;
}

/// The boxes of type that have no rectangle of their own, from the capitals' top down to the last baseline.
std::vector<UiRect> lines_of_type(const Layout& layout, const model::Furniture& furniture) {
  constexpr double kCap_em = 0.73;
  std::vector<UiRect> lines;
  if (furniture.title) {
    lines.push_back({layout.left_pt, layout.title_baseline_pt - kCap_em * layout.title_size_pt,
                     layout.left_pt + layout.title_room_pt, layout.subtitle_baseline_pt});
  }
  if (furniture.credits) {
    lines.push_back({layout.credits_left_pt,
                     layout.credits_baseline_pt - (layout.credits_lines - 1) * layout.credits_leading_pt -
                         kCap_em * layout.credits_size_pt,
                     layout.credits_right_pt, layout.credits_baseline_pt});
  }
  return lines;
}

RC_GTEST_PROP(Logos, KeepClearOfAllElseWhateverIsThere, ()) {
  const SizePx size{*rc::gen::inRange(320, 4000), *rc::gen::inRange(320, 4000)};
  const auto share = [] { return 0.01 * *rc::gen::inRange(0, 36); };
  const model::SafeArea safe{share(), share(), share(), share()};
  const double viewer_scale = 1.0 + 0.1 * *rc::gen::inRange(0, 21);
  const auto maybe = [] { return *rc::gen::arbitrary<bool>(); };
  const model::Furniture furniture{maybe(), maybe(), maybe(), maybe(), maybe()};
  const LogoShape logo{0.1 * *rc::gen::inRange(1, 120), static_cast<double>(*rc::gen::inRange(16, 121)),
                       static_cast<exhibit::LogoPlace>(*rc::gen::inRange(0, 4))};
  const Layout layout = layout_of(size, px_per_pt_of(size, 0.0, safe), furniture, viewer_scale, TextWidths{25.0, 100.0},
                                  0.0, maybe(), safe, logo);
  RC_ASSERT(layout.logo.width_pt() > 0.0);
  RC_ASSERT(std::abs(layout.logo.width_pt() / layout.logo.height_pt() - logo.aspect) < 1e-6);
  RC_ASSERT(lies_in(layout.logo, layout.safe));
  RC_ASSERT(!boxes_overlap(layout.logo, layout.map_cut));
  if (furniture.counter) RC_ASSERT(!boxes_overlap(layout.logo, layout.counter));
  if (furniture.legend) RC_ASSERT(!boxes_overlap(layout.logo, layout.legend));
  if (furniture.strip) RC_ASSERT(!boxes_overlap(layout.logo, layout.strip));
  for (const UiRect& line : lines_of_type(layout, furniture)) RC_ASSERT(!boxes_overlap(layout.logo, line));
  // And they of one another, though it takes room from them.
  RC_ASSERT(layout.map.width_pt() > 0.0);
  RC_ASSERT(layout.map.height_pt() > 0.0);
  RC_ASSERT(layout.credits_right_pt - layout.credits_left_pt - layout.scale_bar_room_pt > 0.0);
  if (furniture.counter) RC_ASSERT(!boxes_overlap(layout.map_cut, layout.counter));
  if (furniture.legend) RC_ASSERT(!boxes_overlap(layout.map_cut, layout.legend));
  if (furniture.strip) RC_ASSERT(!boxes_overlap(layout.map_cut, layout.strip));
  if (furniture.strip && furniture.legend) RC_ASSERT(!boxes_overlap(layout.legend, layout.strip));
  if (furniture.counter && furniture.legend) RC_ASSERT(!boxes_overlap(layout.legend, layout.counter));
}

RC_GTEST_PROP(Logos, InACornerAreOnTheSideOfTheirName, ()) {
  const auto place = static_cast<exhibit::LogoPlace>(*rc::gen::inRange(0, 4));
  const SizePx size{*rc::gen::inRange(320, 4000), *rc::gen::inRange(320, 4000)};
  const Layout layout = layout_of(size, px_per_pt_of(size, 0.0), {}, 1.0, {}, 0.0, false, {}, {3.0, 48.0, place});
  using exhibit::LogoPlace;
  const bool is_left = place == LogoPlace::kTopLeft || place == LogoPlace::kBottomLeft;
  const bool is_top = place == LogoPlace::kTopLeft || place == LogoPlace::kTopRight;
  RC_ASSERT(
      (is_left ? layout.logo.left_pt == layout.left_pt : std::abs(layout.logo.right_pt - layout.right_pt) < 1e-9));
  RC_ASSERT(is_top == (layout.logo.bottom_pt < layout.map.top_pt));
  RC_ASSERT(is_top != (layout.logo.top_pt > layout.map.bottom_pt));
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
