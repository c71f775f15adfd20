// A cue of what is seen shows what was seen.
#include "app/cue_seen.h"

#include <fmt/ranges.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

#include "app/cue_stops.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class CueSeen : public StageTest {
 protected:
  static constexpr scene::SizePx kSize{1240, 1000};
  static PictureSpec picture_spec() { return {.size = kSize, .px_per_pt = scene::px_per_pt_of(kSize, 0.72)}; }
  static model::ViewState opening() { return *stage().opening_view({}); }
  static model::CueTrack track() {
    auto track = cue_track_of(stage(), *find_places(), picture_spec(), opening());
    EXPECT_TRUE(track) << track.error().message;
    return *std::move(track);
  }
  static exhibit::CueSpec seen(const model::ViewState& view, const model::CueTrack* track = nullptr) {
    const model::ViewState first = opening();
    const std::vector<exhibit::CueSpec> cues = stage().world().exhibit.cues;
    return seen_cue(stage(), *find_places(), {view, first, picture_spec(), cues, track});
  }
  /// What a cue shows when it is gone to, behind all others.
  static model::ViewState shown(const exhibit::CueSpec& cue) {
    const std::vector<exhibit::CueSpec> before = stage().world().exhibit.cues;
    std::vector<exhibit::CueSpec> with = before;
    with.push_back(cue);
    stage().set_cues(with);
    const model::CueTrack track = CueSeen::track();
    stage().set_cues(before);
    return view_at(opening(), track.rest(before.size()));
  }
};

TEST_F(CueSeen, DayLayersAndFilterComeBack) {
  model::ViewState view = view_on("2019-08-27");
  view.layers[0].visible = !view.layers[0].visible;
  view.filter = {.regions = {"CA", "TX"},
                 .days = {{*time::parse_day("2019-01-01"), *time::parse_day("2019-06-30")}},
                 .amount_usd = {{1000.0, 50000.0}},
                 .precisions = {model::DatePrecision::kMonth, model::DatePrecision::kLess},
                 .text = "police"};
  view.layers[*story().counted_layer()].kinds = {"police"};
  const model::ViewState back = shown(seen(view));
  EXPECT_EQ(back.playhead_d, view.playhead_d);
  EXPECT_EQ(back.layers, view.layers);
  EXPECT_EQ(back.filter, view.filter);
  EXPECT_EQ(back.camera, view.camera);
}

TEST_F(CueSeen, WhatTheExhibitOpensWithIsNotSaid) {
  const exhibit::CueSpec cue = seen(view_on("2019-08-27"));
  EXPECT_FALSE(cue.camera);
  EXPECT_FALSE(cue.layers);
  EXPECT_FALSE(cue.filter);
  EXPECT_EQ(cue.day, *time::parse_day("2019-08-27"));
}

TEST_F(CueSeen, AStretchPlays) {
  model::ViewState view = view_on("2019-08-27");
  view.stretch = time::PlayRange{position_d("2019-01-01"), position_d("2019-03-01")};
  const exhibit::CueSpec cue = seen(view);
  EXPECT_FALSE(cue.day);
  EXPECT_EQ(cue.from, *time::parse_day("2019-01-01"));
  EXPECT_EQ(cue.to, *time::parse_day("2019-03-01"));
}

TEST_F(CueSeen, APlaceOfTheExhibitsIsCalledAsItCallsIt) {
  const model::CueTrack cues = track();
  for (std::size_t at = 0; at < cues.stops().size(); ++at) {
    const exhibit::CueSpec& cue = stage().world().exhibit.cues[at];
    if (cue.card != exhibit::CueCard::kNone) continue;
    model::ViewState view = view_on("2019-08-27");
    view.camera = cues.stops()[at].camera;
    const auto words = seen(view, &cues).camera.value_or(exhibit::CueCameraSpec{});
    const auto own = cue.camera.value_or(exhibit::CueCameraSpec{});
    EXPECT_EQ(words.place, own.place) << at;
    EXPECT_EQ(words.region, own.region) << at;
    EXPECT_EQ(words.extent, own.extent) << at;
  }
}

TEST_F(CueSeen, AStateIsCalledByItsName) {
  exhibit::CueSpec texas;
  texas.day = *time::parse_day("2019-08-27");
  texas.camera.emplace().region = "TX";
  model::ViewState view = shown(texas);
  view.cue.reset();
  const exhibit::CueSpec cue = seen(view);
  ASSERT_TRUE(cue.camera);
  EXPECT_EQ(cue.camera->region, "Texas");
}

TEST_F(CueSeen, ACardTakesTheDayAloneAndDaysThatPlayedPlayOn) {
  model::ViewState view = view_on("2019-03-01");
  view.camera.zoom = 3.0;
  const exhibit::CueSpec now = seen(view);
  exhibit::CueSpec card;
  card.card = exhibit::CueCard::kTitle;
  EXPECT_EQ(shown_in_cue(card, now).day, now.day);
  EXPECT_FALSE(shown_in_cue(card, now).camera);
  exhibit::CueSpec plays;
  plays.from = *time::parse_day("2019-01-01");
  plays.to = *time::parse_day("2019-03-01");
  plays.play_s = 4.0;
  plays.notes = plays.notes.with("en", "Say it");
  const exhibit::CueSpec on = shown_in_cue(plays, now);
  EXPECT_EQ(on.from, plays.from);
  EXPECT_EQ(on.play_s, 4.0);
  EXPECT_EQ(on.camera, now.camera);
  EXPECT_EQ(on.notes, plays.notes);
  plays.to = *time::parse_day("2019-02-01");
  const exhibit::CueSpec stands = shown_in_cue(plays, now);
  EXPECT_FALSE(stands.from);
  EXPECT_FALSE(stands.play_s);
  EXPECT_EQ(stands.day, now.day);
}

TEST_F(CueSeen, TheCameraComesBackFromItsExtent) {
  // Round about the lower 48, and nearer than what a tenth of a degree tells, too.
  const auto at = [](double from, double to) {
    return from + (to - from) * static_cast<double>(*rc::gen::inRange(0, 1001)) / 1000.0;
  };
  const bool holds = rc::check("the camera of an extent is the one that is seen", [&] {
    model::ViewState view = view_on("2019-08-27");
    const auto centre = stage().first_sheet().projection.map_from_lon_lat({at(-118.0, -80.0), at(31.0, 46.0)});
    RC_ASSERT(centre.has_value());
    view.camera = {*centre, std::exp(at(std::log(1.5), std::log(600.0)))};
    const exhibit::CueSpec cue = seen(view);
    RC_ASSERT(cue.camera.has_value());
    RC_LOG() << fmt::format("{} zoom {}\n", fmt::join(cue.camera->extent, " "), view.camera.zoom);
    const model::Camera back = shown(cue).camera;
    const double width_m = stage().first_sheet().geometry.fit.bounds.width_m() / view.camera.zoom;
    const double off_m = std::hypot(back.centre.x_m - view.camera.centre.x_m, back.centre.y_m - view.camera.centre.y_m);
    RC_LOG() << fmt::format("back: zoom {}, off by {} of {}\n", back.zoom, off_m, width_m);
    // From afar the insets stand in the picture, and round them degrees have no one place.
    const double most = view.camera.zoom < 8.0 ? 0.2 : 0.02;
    // Where names would be half come in the camera of an extent stands up to a sixteenth of an octave farther off.
    const double nearer = std::log(back.zoom / view.camera.zoom);
    RC_ASSERT(nearer < most && nearer > -most - std::numbers::ln2 / 16.0);
    RC_ASSERT(off_m < most * width_m);
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace spreadmap::app
