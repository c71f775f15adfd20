// A frame is a pure function: of the tables, the view and the size, and of nothing else.
#include <algorithm>
#include <cstdlib>

#include "furniture_testing.h"
#include "model/applied.h"
#include "stage_testing.h"
#include "time/playback.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kLawsSize{960, 540};

class FrameLaws : public StageTest {
 protected:
  static bool is_long() { return std::getenv("SPREADMAP_LONG_TESTS") != nullptr; }
  static model::ViewState film_view(int index, int frame_count) {
    model::ViewState view = stage().first_view();
    view.playhead_d = time::playhead_of_frame(story().axis().film(), index, frame_count);
    return view;
  }
};

TEST_F(FrameLaws, AFrameAloneIsTheFrameInSequence) {
  constexpr int kFrames = 200;
  const int last = is_long() ? 199 : 137;
  std::uint64_t in_sequence = 0;
  // The short form skips through the film; the long form draws every frame.
  for (int index = is_long() ? 0 : 100; index <= last; ++index)
    in_sequence = picture_hash(film_view(index, kFrames), kLawsSize);
  stage().renderer().forget_caches();
  EXPECT_EQ(picture_hash(film_view(last, kFrames), kLawsSize), in_sequence);
}

TEST_F(FrameLaws, AFrameIsTheSameAfterGoingBackwards) {
  const std::uint64_t forwards = picture_hash(view_on("2019-03-01"), kLawsSize);
  picture_hash(view_on("2020-06-01"), kLawsSize);
  picture_hash(view_on("2018-06-01"), kLawsSize);
  EXPECT_EQ(picture_hash(view_on("2019-03-01"), kLawsSize), forwards);
}

TEST_F(FrameLaws, CachesChangeNoPixel) {
  for (const char* day : {"2018-02-01", "2018-12-31", "2019-08-27", "2019-10-09", "2020-06-11", "2020-09-30"}) {
    const std::uint64_t cached = picture_hash(view_on(day), kLawsSize);
    stage().renderer().set_caching(false);
    const std::uint64_t afresh = picture_hash(view_on(day), kLawsSize);
    stage().renderer().set_caching(true);
    EXPECT_EQ(cached, afresh) << day;
  }
}

TEST_F(FrameLaws, CachesChangeNoPixelWhileTheCameraMoves) {
  model::ViewState view = view_on("2019-08-27");
  const model::CommandContext context{story(), stage().select(view), stage().first_sheet().fit(), 0.0};
  for (int step = 0; step < 4; ++step) {
    view = model::applied(view, model::ZoomAbout{{1.2e6, -2e5}, 1.7}, context);
    view = model::applied(view, model::StepDays{9}, context);
    const std::uint64_t cached = picture_hash(view, kLawsSize);
    stage().renderer().set_caching(false);
    EXPECT_EQ(picture_hash(view, kLawsSize), cached) << "step " << step;
    stage().renderer().set_caching(true);
  }
}

TEST_F(FrameLaws, CachesChangeNoPixelWhenALayerIsTurnedOff) {
  model::ViewState view = view_on("2019-08-27");
  const std::uint64_t before = picture_hash(view, kLawsSize);
  for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
    if (!view.layers[layer].visible) continue;
    view.layers[layer].visible = false;
    EXPECT_NE(picture_hash(view, kLawsSize), before) << "layer " << layer << " shows nothing";
    view.layers[layer].visible = true;
    EXPECT_EQ(picture_hash(view, kLawsSize), before) << "layer " << layer;
  }
}

TEST_F(FrameLaws, CachesChangeNoPixelInAnyOrderAndAtAnyOpacity) {
  model::ViewState view = view_on("2019-08-27");
  std::vector<std::uint64_t> seen;
  std::sort(view.layer_order.begin(), view.layer_order.end());
  // Those that are shown; the others only take time.
  const auto shown = std::partition(view.layer_order.begin(), view.layer_order.end(),
                                    [&](std::size_t layer) { return view.layers[layer].visible; });
  do {
    for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
      view.layers[layer].opacity = layer == view.layer_order.front() ? 0.5 : 1.0;
    }
    // A frame before, so that there is something to grow from.
    for (const double day_d : {position_d("2019-08-20"), position_d("2019-10-09")}) {
      view.playhead_d = day_d;
      const std::uint64_t cached = picture_hash(view, kLawsSize);
      stage().renderer().set_caching(false);
      EXPECT_EQ(picture_hash(view, kLawsSize), cached) << "day " << day_d;
      stage().renderer().set_caching(true);
      seen.push_back(cached);
    }
  } while (std::next_permutation(view.layer_order.begin(), shown));
  std::sort(seen.begin(), seen.end());
  EXPECT_GT(std::unique(seen.begin(), seen.end()) - seen.begin(), 3) << "order and opacity change nothing";
}

TEST_F(FrameLaws, CachesChangeNoPixelWhereTheGroundChangesUnderTheMarks) {
  model::ViewState view = view_on("2019-08-20");
  for (const char* id : {"counties", "density"}) {
    const auto& layers = stage().world().exhibit.layers;
    const auto layer = std::find_if(layers.begin(), layers.end(), [&](const auto& spec) { return spec.id == id; });
    ASSERT_NE(layer, layers.end());
    view.layers[static_cast<std::size_t>(layer - layers.begin())].visible = true;
  }
  ASSERT_TRUE(stage().prepare(view));
  // Symbols above the marks, and below them, where they are drawn again with what changes under them.
  for (int order = 0; order < 2; ++order) {
    picture_hash(view, kLawsSize);
    std::vector<std::uint64_t> seen;
    for (int step = 0; step < (is_long() ? 40 : 6); ++step) {
      view.playhead_d += 1.3;
      seen.push_back(picture_hash(view, kLawsSize));
      stage().renderer().set_caching(false);
      EXPECT_EQ(picture_hash(view, kLawsSize), seen.back()) << "order " << order << ", step " << step;
      stage().renderer().set_caching(true);
    }
    std::sort(seen.begin(), seen.end());
    EXPECT_EQ(std::unique(seen.begin(), seen.end()), seen.end()) << "no step changes the ground";
    std::reverse(view.layer_order.begin(), view.layer_order.end());
    view.playhead_d = position_d("2019-08-20");
  }
}

TEST_F(FrameLaws, CachesChangeNoPixelWhenRecordsAreFilteredOut) {
  model::ViewState view = view_on("2020-03-01");
  const std::uint64_t before = picture_hash(view, kLawsSize);
  const model::Filter some{.regions = {"FL", "TX"}}, fewer{.regions = {"FL"}, .text = "county sheriff"};
  for (const model::Filter& filter : {some, fewer, some}) {
    view.filter = filter;
    const std::uint64_t cached = picture_hash(view, kLawsSize);
    EXPECT_NE(cached, before);
    stage().renderer().set_caching(false);
    EXPECT_EQ(picture_hash(view, kLawsSize), cached);
    stage().renderer().set_caching(true);
  }
  view.filter = {};
  EXPECT_EQ(picture_hash(view, kLawsSize), before);
}

TEST_F(FrameLaws, CachesChangeNoPixelWhileRecordsGoAgain) {
  model::ViewState view = view_on("2019-06-01");
  const std::uint64_t for_good = picture_hash(view, kLawsSize);
  for (model::LayerView& layer : view.layers) layer.window_days = 30;
  EXPECT_NE(picture_hash(view, kLawsSize), for_good);
  std::uint64_t in_sequence = 0;
  for (int step = 0; step < 12; ++step) {
    view.playhead_d += 1.7;
    in_sequence = picture_hash(view, kLawsSize);
  }
  stage().renderer().set_caching(false);
  EXPECT_EQ(picture_hash(view, kLawsSize), in_sequence);
  stage().renderer().set_caching(true);
  stage().renderer().forget_caches();
  EXPECT_EQ(picture_hash(view, kLawsSize), in_sequence);
}

TEST_F(FrameLaws, CachesChangeNoPixelWhileAreasAreFilled) {
  const auto& layers = stage().world().exhibit.layers;
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    if (layers[layer].kind != exhibit::LayerKind::kAreas) continue;
    model::ViewState view = view_on("2019-08-20");
    const std::uint64_t without = picture_hash(view, kLawsSize);
    view.layers[layer].visible = true;
    ASSERT_TRUE(stage().prepare(view));
    EXPECT_NE(picture_hash(view, kLawsSize), without) << layers[layer].id;
    std::uint64_t in_sequence = 0;
    for (int step = 0; step < 5; ++step) {
      view.playhead_d += 40.0;
      in_sequence = picture_hash(view, kLawsSize);
    }
    stage().renderer().set_caching(false);
    EXPECT_EQ(picture_hash(view, kLawsSize), in_sequence) << layers[layer].id;
    stage().renderer().set_caching(true);
    view.looks.theme = style::ThemeName::kLight;
    EXPECT_NE(picture_hash(view, kLawsSize), in_sequence);
    view.looks.theme = style::ThemeName::kDark;
    view.filter.regions = {"FL"};
    EXPECT_NE(picture_hash(view, kLawsSize), in_sequence);
  }
}

TEST_F(FrameLaws, CachesChangeNoPixelWhenTheLooksChange) {
  const model::ViewState plain = view_on("2019-08-27");
  const std::uint64_t before = picture_hash(plain, kLawsSize);
  for (const model::Looks& looks :
       {model::Looks{.theme = style::ThemeName::kLight}, model::Looks{.seen_with = style::Vision::kDeutan},
        model::Looks{.reduces_motion = true}}) {
    model::ViewState view = plain;
    view.looks = looks;
    const std::uint64_t cached = picture_hash(view, kLawsSize);
    EXPECT_NE(cached, before);
    stage().renderer().set_caching(false);
    EXPECT_EQ(picture_hash(view, kLawsSize), cached);
    stage().renderer().set_caching(true);
    EXPECT_EQ(picture_hash(plain, kLawsSize), before);
  }
}

TEST_F(FrameLaws, WithLessMotionNothingSpreadsOrPops) {
  model::ViewState view = view_on("2019-08-27");
  view.looks.reduces_motion = true;
  view.furniture = {false, false, false, false, false, false};
  // Nothing joined between these instants, so nothing may have moved.
  const std::uint64_t morning = picture_hash(view, kLawsSize);
  view.playhead_d += 0.5;
  EXPECT_EQ(picture_hash(view, kLawsSize), morning);
  view.looks.reduces_motion = false;
  EXPECT_NE(picture_hash(view, kLawsSize), morning);
}

TEST_F(FrameLaws, APreviewOfOtherEyesIsTheMatrixAtEveryPixel) {
  model::ViewState view = view_on("2019-08-27");
  view.looks.seen_with = style::Vision::kProtan;
  const media::Image seen = picture(view, kLawsSize);
  view.looks.seen_with = style::Vision::kFull;
  const media::Image shown = picture(view, kLawsSize);
  int differing = 0;
  for (std::size_t i = 0; i < shown.rgba.size(); i += 4) {
    const Srgb8 colour{shown.rgba[i], shown.rgba[i + 1], shown.rgba[i + 2], 255};
    const Srgb8 expected = style::seen_with(style::Vision::kProtan, colour);
    // The shader computes in 32-bit floats and the target rounds to 8 bits.
    for (const auto& [got, wanted] : {std::pair(seen.rgba[i], expected.r), std::pair(seen.rgba[i + 1], expected.g),
                                      std::pair(seen.rgba[i + 2], expected.b)})
      differing += std::abs(static_cast<int>(got) - static_cast<int>(wanted)) > 1 ? 1 : 0;
  }
  EXPECT_EQ(differing, 0);
}

TEST_F(FrameLaws, EachSideOfAWipeIsThePictureOfItsDay) {
  // A window's line has a hold; a film's does not.
  for (const bool has_hold : {true, false}) {
    const auto shown_on = [&](const char* day) {
      model::ViewState view = view_on(day);
      view.furniture.transport = has_hold;
      return view;
    };
    model::ViewState view = shown_on("2019-08-27");
    LabelsAtLine cut;
    const auto picture_with_labels = [&](const model::ViewState& of) {
      media::Image made = picture(of, kLawsSize);
      cut.add(stage().fonts(), stage().frame());
      return made;
    };
    const media::Image right = picture_with_labels(view), left = picture_with_labels(shown_on("2018-08-27"));
    view.wipe = model::Wipe{position_d("2018-08-27"), 0.4};
    const media::Image wiped = picture(view, kLawsSize);
    const scene::Frame& frame = stage().frame();
    // Outside the line, its hold, what is written at its top, and labels that it would cut, which are left out.
    cut.cut_at(*frame.wipe_px);
    const auto reach_px = has_hold ? static_cast<int>(frame.wipe_rect.width_px() / 2.0F) + 2 : 4;
    const int line_px = static_cast<int>(*frame.wipe_px), written_px = static_cast<int>(80.0F * frame.px_per_pt);
    std::size_t compared = 0, wrong = 0;
    for (int y = static_cast<int>(frame.map_rect.top_px) + written_px; y < static_cast<int>(frame.map_rect.bottom_px);
         ++y) {
      for (int x = static_cast<int>(frame.map_rect.left_px); x < static_cast<int>(frame.map_rect.right_px); ++x) {
        if (std::abs(x - line_px) < reach_px || cut.contains(x, y)) continue;
        const auto at = 4 * (static_cast<std::ptrdiff_t>(y) * kLawsSize.width_px + x);
        const auto& expected = x < line_px ? left : right;
        ++compared;
        wrong += std::equal(wiped.rgba.begin() + at, wiped.rgba.begin() + at + 4, expected.rgba.begin() + at) ? 0U : 1U;
      }
    }
    EXPECT_EQ(wrong, 0U) << "of " << compared << (has_hold ? " with a hold" : "");
    EXPECT_GT(compared, 100000U);
    stage().renderer().set_caching(false);
    EXPECT_EQ(picture_hash(view, kLawsSize), hash_of(wiped));
    stage().renderer().set_caching(true);
    view.wipe.reset();
    EXPECT_EQ(picture_hash(view, kLawsSize), hash_of(right));
  }
}

TEST_F(FrameLaws, ThePictureDoesNotDependOnTheSizeDrawnBefore) {
  const std::uint64_t first = picture_hash(view_on("2019-08-27"), kLawsSize);
  picture_hash(view_on("2019-08-27"), {640, 640});
  picture_hash(view_on("2019-08-27"), {540, 960});
  EXPECT_EQ(picture_hash(view_on("2019-08-27"), kLawsSize), first);
}

TEST_F(FrameLaws, WallClockAndPlaybackAreNotInThePicture) {
  model::ViewState view = view_on("2019-08-27");
  const std::uint64_t at_rest = picture_hash(view, kLawsSize);
  view.playback = time::played(view.playback, story().axis().whole(), 12345.678);
  EXPECT_EQ(picture_hash(view, kLawsSize), at_rest);
}

TEST_F(FrameLaws, EveryPixelIsOpaque) {
  const media::Image image = picture(view_on("2019-08-27"), kLawsSize);
  std::size_t not_opaque = 0;
  for (std::size_t i = 3; i < image.rgba.size(); i += 4) not_opaque += image.rgba[i] == 255 ? 0U : 1U;
  EXPECT_EQ(not_opaque, 0U);
}

}  // namespace
}  // namespace spreadmap::app
