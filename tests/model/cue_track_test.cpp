#include "model/cue_track.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "cue_testing.h"

namespace spreadmap::model {
namespace {

TEST(CueTrack, IsAsLongAsItsCuesAndTheFirstHasNoWayToGo) {
  const CueTrack track({stop_on(3), playing(3, 30, 4.0), stop_on(30)}, kWidth_m);
  EXPECT_DOUBLE_EQ(track.length_s(), 2.0 + (1.0 + 4.0 + 2.0) + (1.0 + 2.0));
  EXPECT_EQ(track.cue_at(0.0), 0U);
  EXPECT_EQ(track.cue_at(1.999), 0U);
  EXPECT_EQ(track.cue_at(2.0), 1U);
  EXPECT_EQ(track.cue_at(1e9), 2U);
  EXPECT_EQ(track.days().from_d, 3.0);
  EXPECT_EQ(track.days().to_d, 30.0);
}

TEST(CueTrack, ADwellHoldsStill) {
  const CueTrack track({playing(0, 50, 3.0), stop_on(80)}, kWidth_m);
  for (const double s : {3.0, 3.7, 4.999}) EXPECT_EQ(track.at(s).playhead_d, 50.0) << s;
  for (const double s : {6.0, 7.0, 8.0, 99.0}) EXPECT_EQ(track.at(s).playhead_d, 80.0) << s;
  EXPECT_EQ(track.at(-5.0).playhead_d, 0.0);
}

TEST(CueTrack, ALinearCueGoesOnWhereTheOneBeforePlays) {
  CueStop first = playing(0, 100, 10.0), second = playing(100, 200, 10.0);
  first.is_linear = second.is_linear = true;
  first.dwell_s = second.travel_s = 0.0;
  const CueTrack track({first, second}, kWidth_m);
  for (double s = 0.0; s < 20.0; s += 0.25) EXPECT_NEAR(track.at(s).playhead_d, 10.0 * s, 1e-9) << s;
}

TEST(CueTrack, WhatACardCoversChangesWhileItCoversIt) {
  CueStop before = stop_on(5, {{1e5, 0.0}, 3.0}), after = stop_on(70, {{-4e5, 0.0}, 9.0}), between = card();
  between.from_d = between.to_d = 70;
  between.camera = after.camera;
  const CueTrack track({before, between, after}, kWidth_m);
  EXPECT_EQ(track.at(2.5).camera, before.camera) << "while the card comes";
  EXPECT_EQ(track.at(2.5).playhead_d, 5.0);
  EXPECT_LT(track.at(2.5).shown.card_ground, 1.0);
  for (double s = 0.0; s < track.length_s(); s += 0.01) {
    const CueMoment now = track.at(s), next = track.at(s + 0.01);
    if (now.camera == next.camera && now.playhead_d == next.playhead_d) continue;
    EXPECT_GT(next.shown.card_ground, 0.99) << s;
  }
  EXPECT_EQ(track.at(5.5).camera, after.camera) << "while the card goes";
}

TEST(CueTrack, FromCardToCardTheGroundStaysAndTheTextsTakeTurns) {
  const CueTrack track({card(), card()}, kWidth_m);
  for (double s = 0.0; s < track.length_s(); s += 0.02) EXPECT_EQ(track.at(s).shown.card_ground, 1.0) << s;
  EXPECT_EQ(track.at(2.25).shown.index, 0U);
  EXPECT_EQ(track.at(2.75).shown.index, 1U);
  EXPECT_LT(track.at(2.5).shown.card_text, 0.01);
}

TEST(CueTrack, LayersFadeOver) {
  CueStop first = stop_on(0), second = stop_on(0);
  first.layers[1].visible = false;
  second.layers[0].visible = false;
  second.layers[1].opacity = 0.6;
  const CueTrack track({first, second}, kWidth_m);
  const CueMoment half = track.at(2.5);
  EXPECT_TRUE(half.layers[0].visible && half.layers[1].visible);
  EXPECT_NEAR(half.layers[0].opacity, 0.5, 1e-9);
  EXPECT_NEAR(half.layers[1].opacity, 0.3, 1e-9);
  EXPECT_EQ(track.at(3.0).layers, second.layers);
  EXPECT_EQ(track.at(0.0).layers, first.layers);
}

RC_GTEST_PROP(CueTrackLaws, AMomentIsThatOfAnyOtherTrackOfTheSameCues, ()) {
  const auto stops = any_stops();
  const CueTrack one(stops, kWidth_m), other(stops, kWidth_m);
  for (double s = 0.0; s < one.length_s(); s += 0.37) static_cast<void>(one.at(s));
  const double s = *rc::gen::inRange(0, 1000) / 1000.0 * one.length_s();
  const CueMoment a = one.at(s), b = other.at(s);
  RC_ASSERT(a.playhead_d == b.playhead_d && a.camera == b.camera && a.shown == b.shown && a.layers == b.layers);
}

RC_GTEST_PROP(CueTrackLaws, ACueNeverLeavesItsDaysAndPlaysThemInTheirOrder, ()) {
  const CueTrack track(any_stops(), kWidth_m);
  for (std::size_t cue = 0; cue < track.stops().size(); ++cue) {
    const CueStop& stop = track.stops()[cue];
    double before_d = stop.from_d;
    for (int step = 0; step <= 50; ++step) {
      const double s = track.begin_s(cue) + stop.travel_s + (stop.play_s + stop.dwell_s) * step / 51.0 + 1e-9;
      const double now_d = track.at(s).playhead_d;
      RC_ASSERT(now_d >= before_d && now_d <= stop.to_d);
      before_d = now_d;
    }
  }
}

RC_GTEST_PROP(CueTrackLaws, NothingJumpsWhereThereIsTimeToGoThere, ()) {
  auto stops = any_stops();
  for (CueStop& stop : stops) {
    stop.travel_s = std::max(stop.travel_s, 0.3);
    stop.is_linear = stop.is_card = false;
  }
  const CueTrack track(stops, kWidth_m);
  constexpr double kStep_s = 1e-3;
  const auto speed = [&](double s) { return (track.at(s + kStep_s).playhead_d - track.at(s).playhead_d) / kStep_s; };
  double before = speed(0.0);
  for (double s = kStep_s; s + kStep_s < track.length_s(); s += kStep_s) {
    const double now = speed(s);
    // The hastiest is a way of 900 days eased over 0.3 s, or 300 days played in 0.1 s with ramps of half of it.
    RC_ASSERT(std::abs(now - before) <= (6.0 * 900.0 / (0.3 * 0.3) + 4.0 * 300.0 / (0.1 * 0.1)) * kStep_s);
    before = now;
    RC_ASSERT(std::abs(track.at(s).shown.caption - track.at(s - kStep_s).shown.caption) < 0.1);
  }
}

}  // namespace
}  // namespace spreadmap::model
