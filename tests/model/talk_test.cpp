#include "model/talk.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "cue_testing.h"

namespace spreadmap::model {
namespace {

/// How much of a layer is seen.
double seen(const LayerView& layer) { return layer.visible ? layer.opacity : 0.0; }

/// How differently two moments look, each in what may jump; the map counts as far as a card leaves it to be seen.
struct Jump {
  double days = 0.0, zoom = 0.0, way_m = 0.0, layers = 0.0, words = 0.0, ground = 0.0;
};

Jump between(const CueMoment& a, const CueMoment& b) {
  Jump jump;
  const double bare = 1.0 - std::min(a.shown.card_ground, b.shown.card_ground);
  jump.days = std::abs(a.playhead_d - b.playhead_d) * bare;
  jump.zoom = std::abs(std::log(a.camera.zoom / b.camera.zoom)) * bare;
  jump.way_m = std::hypot(a.camera.centre.x_m - b.camera.centre.x_m, a.camera.centre.y_m - b.camera.centre.y_m) * bare;
  for (std::size_t i = 0; i < a.layers.size(); ++i)
    jump.layers = std::max(jump.layers, std::abs(seen(a.layers[i]) - seen(b.layers[i])) * bare);
  jump.ground = std::abs(a.shown.card_ground - b.shown.card_ground);
  // Of words that take turns, all that is there of either.
  const bool is_same = a.shown.index == b.shown.index;
  const auto words = [&](double before, double after) { return is_same ? std::abs(before - after) : before + after; };
  jump.words = std::max(words(a.shown.caption, b.shown.caption), words(a.shown.card_text, b.shown.card_text));
  return jump;
}

bool is_same_picture(const CueMoment& a, const CueMoment& b) {
  return a.camera == b.camera && a.playhead_d == b.playhead_d && a.layers == b.layers && a.shown == b.shown &&
         a.filter == b.filter;
}

constexpr double kLong_s = 1e4;

TEST(Talk, RestsWhereItBegins) {
  const CueTrack track({stop_on(3), playing(3, 30, 4.0)}, kWidth_m);
  const TalkPlace place = talk_at(1);
  EXPECT_FALSE(is_under_way(track, place, 5.0));
  EXPECT_EQ(moment_of(track, place, 5.0).playhead_d, 30.0);
  EXPECT_EQ(moment_of(track, place, 5.0).shown.caption, 1.0);
}

TEST(Talk, OnwardsPlaysTheDaysAndBackwardsFindsThemPlayed) {
  const CueTrack track({stop_on(0), playing(10, 30, 4.0), stop_on(90)}, kWidth_m);
  const TalkPlace onwards = gone_to(track, talk_at(0), 1, 100.0);
  EXPECT_EQ(moment_of(track, onwards, 101.0).playhead_d, 10.0) << "after its way";
  EXPECT_NEAR(moment_of(track, onwards, 103.0).playhead_d, 20.0, 1e-9) << "half played";
  EXPECT_EQ(moment_of(track, onwards, 105.0).playhead_d, 30.0);
  EXPECT_FALSE(is_under_way(track, onwards, 105.0));
  const TalkPlace back = gone_to(track, talk_at(2), 1, 0.0);
  for (double s = 0.0; s < 10.0; s += 0.1) EXPECT_GE(moment_of(track, back, s).playhead_d, 30.0) << s;
  EXPECT_EQ(moment_of(track, back, kLong_s).playhead_d, 30.0);
}

TEST(Talk, TurningBackOnTheWayNeverGoesBeyondWhereItWas) {
  CueStop there = stop_on(80, {{9e5, 0.0}, 6.0});
  there.travel_s = 2.0;
  const CueTrack track({stop_on(10), there}, kWidth_m);
  const TalkPlace on = gone_to(track, talk_at(0), 1, 0.0);
  const CueMoment turned = moment_of(track, on, 0.9);
  const TalkPlace back = gone_to(track, on, 0, 0.9);
  for (double s = 0.9; s < 6.0; s += 0.05) {
    EXPECT_LE(moment_of(track, back, s).playhead_d, turned.playhead_d + 1e-9) << s;
    EXPECT_GE(moment_of(track, back, s).playhead_d, 10.0) << s;
  }
  EXPECT_TRUE(is_same_picture(moment_of(track, back, kLong_s), track.rest(0)));
}

TEST(Talk, AtOnceNothingFlies) {
  const CueTrack track({stop_on(0), stop_on(50, {{8e5, 0.0}, 8.0})}, kWidth_m);
  const TalkPlace place = gone_to(track, talk_at(0), 1, 0.0, true);
  EXPECT_EQ(moment_of(track, place, 0.0).camera, track.stops()[1].camera);
  EXPECT_EQ(moment_of(track, place, 0.0).playhead_d, 50.0);
}

TEST(Talk, OldWordsGoBeforeNewOnesCome) {
  const CueTrack track({stop_on(0), stop_on(0)}, kWidth_m);
  const TalkPlace place = gone_to(track, talk_at(0), 1, 0.0);
  bool has_new = false;
  for (double s = 0.0; s < 2.0; s += 0.01) {
    const CueShown shown = moment_of(track, place, s).shown;
    if (shown.index == 1 && shown.caption > 0.0) has_new = true;
    EXPECT_FALSE(has_new && shown.index == 0) << s;
  }
  EXPECT_TRUE(has_new);
}

RC_GTEST_PROP(TalkLaws, PressingAtAnyMomentNothingJumps, ()) {
  auto stops = any_stops();
  // What has no time jumps by itself.
  for (CueStop& stop : stops) stop.travel_s = std::max(stop.travel_s, 0.8);
  const CueTrack track(stops, kWidth_m);
  TalkPlace place = talk_at(*rc::gen::inRange<std::size_t>(0, stops.size()));
  double now_s = 0.0;
  for (int press = *rc::gen::inRange(1, 8); press > 0; --press) {
    const CueMoment before = moment_of(track, place, now_s);
    place = gone_to(track, place, *rc::gen::inRange<std::size_t>(0, stops.size()), now_s);
    const Jump pressed = between(before, moment_of(track, place, now_s));
    RC_ASSERT(pressed.days < 1e-9 && pressed.zoom < 1e-9 && pressed.way_m < 1e-3 && pressed.layers < 1e-9);
    RC_ASSERT(pressed.words < 1e-9 && pressed.ground < 1e-9);
    constexpr double kStep_s = 2e-3;
    const int steps = *rc::gen::inRange(0, 1500);
    for (int step = 0; step < steps; ++step, now_s += kStep_s) {
      const Jump jump = between(moment_of(track, place, now_s), moment_of(track, place, now_s + kStep_s));
      // Words and cards take 0.4 s at the least, eased: half as fast again in the middle.
      RC_ASSERT(jump.words <= 1.6 * kStep_s / 0.4 && jump.ground <= 1.6 * kStep_s / 0.35);
      RC_ASSERT(jump.layers <= 1.6 * kStep_s / 0.35);
      RC_ASSERT(jump.zoom <= 20.0 * kStep_s && jump.way_m <= 6e7 * kStep_s);
      // 900 days in the shortest way; 300 days played in 0.1 s.
      RC_ASSERT(jump.days <= 1.6 * kStep_s * 900.0 / 0.35 + 2.1 * kStep_s * 300.0 / 0.1);
    }
  }
}

RC_GTEST_PROP(TalkLaws, WhereNothingIsUnderWayTheCueRests, ()) {
  const auto stops = any_stops();
  const CueTrack track(stops, kWidth_m);
  TalkPlace place = talk_at(0);
  double now_s = 0.0;
  for (int press = *rc::gen::inRange(1, 6); press > 0; --press, now_s += *rc::gen::inRange(0, 30) / 10.0)
    place = gone_to(track, place, *rc::gen::inRange<std::size_t>(0, stops.size()), now_s, *rc::gen::arbitrary<bool>());
  double s = now_s;
  while (is_under_way(track, place, s)) {
    s += 0.01;
    RC_ASSERT(s < now_s + 60.0);
  }
  // What it came to is what it shows from then on, as who begins there sees it.
  RC_ASSERT(is_same_picture(moment_of(track, place, s), track.rest(place.cue)));
  RC_ASSERT(is_same_picture(moment_of(track, place, s + kLong_s), moment_of(track, talk_at(place.cue), 0.0)));
  RC_ASSERT(between(moment_of(track, place, s - 0.01), track.rest(place.cue)).words < 0.1);
}

}  // namespace
}  // namespace spreadmap::model
