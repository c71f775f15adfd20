// Films that follow the built-in exhibit's cues: pictures, captions and the list of seconds are of one plan.
#include <fmt/ranges.h>

#include <algorithm>

#include "app/film_plan.h"
#include "app/film_texts.h"
#include "app/flash_bound.h"
#include "app/flash_check.h"
#include "furniture_testing.h"
#include "scene/camera.h"
#include "scene/counter_words.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class Cues : public StageTest {
 protected:
  static ExportOptions options_of(scene::SizePx size = {640, 360}, const std::string& language = "en") {
    ExportOptions options;
    options.common.language = language;
    options.kind = ExportKind::kFilm;
    options.out = "film.mp4";
    options.size = size;
    options.cues = true;
    options.fps_num = 10;
    return options;
  }
  static FilmPlan plan_of(const ExportOptions& options) {
    const auto places = find_places();
    EXPECT_TRUE(places);
    model::ViewState view = *stage().opening_view(options.common);
    view.furniture = options.furniture;
    auto plan = FilmPlan::make(stage(), *places, options, view);
    EXPECT_TRUE(plan) << plan.error().message;
    return *std::move(plan);
  }
  static const std::vector<exhibit::CueSpec>& cues() { return stage().world().exhibit.cues; }
  static std::size_t cue_called(std::string_view id) {
    const auto found = std::find_if(cues().begin(), cues().end(), [&](const auto& cue) { return cue.id == id; });
    EXPECT_NE(found, cues().end()) << id;
    return static_cast<std::size_t>(found - cues().begin());
  }
  /// The last frame of a cue.
  static int last_frame_of(const FilmPlan& plan, std::size_t cue) {
    int last = -1;
    for (int frame = 0; frame < plan.frame_count(); ++frame) {
      if (plan.cue_of(frame) == cue) last = frame;
    }
    EXPECT_GE(last, 0);
    return last;
  }
  static const scene::Frame& framed(const model::ViewState& view, scene::SizePx size) {
    static scene::Frame frame;
    scene::build_frame(stage().inputs(view), view, size, scene::px_per_pt_of(size, 0.0), frame);
    return frame;
  }
};

TEST_F(Cues, InATallPictureTheLegendSaysWhatMarksMean) {
  constexpr scene::SizePx kTall{1080, 1920};
  const FilmPlan plan = plan_of(options_of(kTall));
  for (const char* id : {"first-money", "growth", "letter"}) {
    const auto lines = set_lines(stage().fonts(), framed(plan.view_at(last_frame_of(plan, cue_called(id))), kTall));
    for (const char* text : {"Police partnership", "Joined in the last 14 days", "Only the month is known"})
      EXPECT_TRUE(std::ranges::any_of(lines, [&](const SetLine& line) { return line.text == text; }))
          << id << ": " << text;
  }
}

TEST_F(Cues, TheFilmIsAsLongAsItsCuesUnlessItIsToldOtherwise) {
  ExportOptions options = options_of();
  const FilmPlan plan = plan_of(options);
  ASSERT_NE(plan.cues(), nullptr);
  EXPECT_EQ(plan.frame_count(), std::lround(plan.cues()->length_s() * 10.0));
  options.seconds = 30.0;
  const FilmPlan shorter = plan_of(options);
  EXPECT_EQ(shorter.frame_count(), 300);
  EXPECT_EQ(shorter.view_at(150).playhead_d, shorter.cues()->at(shorter.cues()->length_s() / 2.0).playhead_d);
}

TEST_F(Cues, AFilmThatRestsShowsItsFirstAndItsLastPictureLonger) {
  for (const bool follows_cues : {true, false}) {
    ExportOptions options = options_of();
    options.cues = follows_cues;
    options.seconds = 12.0;
    const FilmPlan plan = plan_of(options);
    options.hold = {1.5, 3.0};
    const FilmPlan rests = plan_of(options);
    ASSERT_EQ(rests.frame_count(), 120 + 15 + 30);
    for (int frame = 0; frame < rests.frame_count(); ++frame) {
      const int played = std::clamp(frame - 15, 0, 119);
      ASSERT_EQ(rests.view_at(frame), plan.view_at(played)) << frame;
      ASSERT_EQ(rests.cue_of(frame), plan.cue_of(played)) << frame;
    }
    // What comes along is as long as the film: the last words and the last rows stay.
    EXPECT_DOUBLE_EQ(captions_of(stage(), rests).back().to_s, 16.5);
    EXPECT_NE(seconds_of(stage(), rests).find("\n16,160,"), std::string::npos);
    if (!follows_cues) {
      EXPECT_EQ(captions_of(stage(), rests).back().lines.front(), "30 September 2020");
    }
  }
}

TEST_F(Cues, AFrameAloneIsTheFrameInSequence) {
  const ExportOptions options = options_of();
  const FilmPlan plan = plan_of(options), other = plan_of(options);
  std::vector<std::pair<int, std::uint64_t>> in_sequence;
  for (int frame = 0; frame < plan.frame_count(); frame += 7)
    in_sequence.emplace_back(frame, picture_hash(plan.view_at(frame), options.size));
  for (std::size_t i = in_sequence.size(); i-- > 0; i -= std::min<std::size_t>(i, 8)) {
    stage().renderer().forget_caches();
    EXPECT_EQ(picture_hash(other.view_at(in_sequence[i].first), options.size), in_sequence[i].second)
        << "frame " << in_sequence[i].first;
  }
}

TEST_F(Cues, NothingThatTheySayRunsOverAnythingInAnyShape) {
  for (const scene::SizePx size :
       {scene::SizePx{1920, 1080}, {1080, 1920}, {1080, 1080}, {1080, 1350}, {2520, 1080}, {1280, 720}}) {
    for (const char* language : {"en", "es"}) {
      const FilmPlan plan = plan_of(options_of(size, language));
      for (std::size_t cue = 0; cue < cues().size(); ++cue) {
        const bool is_card = cues()[cue].card != exhibit::CueCard::kNone;
        const model::ViewState view = plan.view_at(last_frame_of(plan, cue) - 5);
        const scene::Frame& frame = framed(view, size);
        std::vector<std::string> faults = furniture_faults(stage().fonts(), frame, is_card);
        for (const std::string& line : cut_lines(stage().fonts(), frame)) faults.push_back(line + " is cut");
        EXPECT_TRUE(faults.empty()) << size.width_px << "x" << size.height_px << " " << language << " "
                                    << cues()[cue].id << ": " << fmt::format("{}", fmt::join(faults, "; "));
      }
    }
  }
}

TEST_F(Cues, LargerTypeLeavesTheMapItsRoomAndTheCaptionItsOwn) {
  for (const double text_scale : {1.5, 2.0, 3.0}) {
    for (const scene::SizePx size : {scene::SizePx{1920, 1080}, {1080, 1920}, {1080, 1080}}) {
      ExportOptions options = options_of(size);
      options.common.text_scale = text_scale;
      const FilmPlan plan = plan_of(options);
      const scene::Frame& frame = framed(plan.view_at(last_frame_of(plan, cue_called("405")) - 5), size);
      const auto faults = furniture_faults(stage().fonts(), frame);
      EXPECT_TRUE(faults.empty()) << text_scale << " " << size.width_px << ": " << faults.front();
      EXPECT_GT(frame.map_rect.height_px(), 0.12F * static_cast<float>(size.height_px));
    }
  }
}

TEST_F(Cues, TheMapStaysWhereItIsFromCueToCue) {
  const scene::SizePx size{1920, 1080};
  const FilmPlan plan = plan_of(options_of(size));
  const scene::PixelRect room = framed(plan.view_at(0), size).map_rect;
  for (std::size_t cue = 0; cue < cues().size(); ++cue)
    EXPECT_EQ(framed(plan.view_at(last_frame_of(plan, cue)), size).map_rect, room) << cues()[cue].id;
  // Without captions it has their room.
  ExportOptions without = options_of(size);
  without.furniture.captions = false;
  EXPECT_GT(framed(plan_of(without).view_at(100), size).map_rect.height_px(), room.height_px() + 50.0F);
}

TEST_F(Cues, ACueShowsItsRegionWholeAndAsLargeAsItsRoomAllows) {
  const scene::SizePx size{1920, 1080};
  const FilmPlan plan = plan_of(options_of(size));
  const scene::Frame& frame = framed(plan.view_at(last_frame_of(plan, cue_called("first-agency"))), size);
  geo::MapBounds wisconsin;
  for (const geo::LonLat corner : {geo::LonLat{-92.77, 46.7}, {-86.9, 45.3}, {-90.6, 42.51}, {-87.8, 42.49}})
    wisconsin.include(*stage().first_sheet().projection.map_from_lon_lat(corner));
  const auto top_left = scene::pixel_from_map({wisconsin.min_x_m, wisconsin.max_y_m}, frame.map);
  const auto bottom_right = scene::pixel_from_map({wisconsin.max_x_m, wisconsin.min_y_m}, frame.map);
  EXPECT_TRUE(frame.map_rect.contains(top_left));
  EXPECT_TRUE(frame.map_rect.contains(bottom_right));
  EXPECT_GT(bottom_right.y_px - top_left.y_px, 0.7F * frame.map_rect.height_px());
}

TEST_F(Cues, TheyTellWhatTheTableSays) {
  const FilmPlan plan = plan_of(options_of());
  const auto says = [&](std::string_view id) {
    const model::ViewState view = plan.view_at(last_frame_of(plan, cue_called(id)));
    return scene::counter_words(stage().world().exhibit, story(), stage().select(view), view, stage().language("en"))
        ->figures;
  };
  EXPECT_EQ(says("first-agency"), "1");
  EXPECT_EQ(says("first-year"), "59");
  EXPECT_EQ(says("405"), "405");
  EXPECT_EQ(says("1331"), "1,331–1,372");
  // The growth of 2019, of which its caption speaks.
  const auto& index = story().whole(*story().counted_layer());
  EXPECT_EQ(index.count(position_d("2019-12-31")).certain - index.count(position_d("2018-12-31")).certain, 703);
}

TEST_F(Cues, EveryCueIsInBothLanguages) {
  for (const exhibit::CueSpec& cue : cues()) {
    for (const exhibit::LocalText& text : {cue.title, cue.text}) {
      if (text.is_empty()) continue;
      EXPECT_EQ(text.languages(), (std::vector<std::string>{"en", "es"})) << cue.id;
      EXPECT_NE(text.in("en").empty(), true);
    }
  }
}

TEST_F(Cues, CaptionsSayWhatThePictureSays) {
  const ExportOptions options = options_of({1920, 1080}, "es");
  const FilmPlan plan = plan_of(options);
  const std::vector<Caption> captions = captions_of(stage(), plan);
  ASSERT_FALSE(captions.empty());
  EXPECT_EQ(captions.front().from_s, 0.0);
  EXPECT_EQ(captions.back().to_s, plan.second_of(plan.frame_count()));
  for (std::size_t i = 0; i < captions.size(); ++i) {
    const Caption& caption = captions[i];
    EXPECT_LT(caption.from_s, caption.to_s);
    if (i > 0) {
      EXPECT_EQ(captions[i - 1].to_s, caption.from_s) << "one after the other";
      EXPECT_NE(captions[i - 1].lines, caption.lines);
    }
    const int frame = static_cast<int>(std::lround(caption.from_s * 10.0));
    EXPECT_DOUBLE_EQ(plan.second_of(frame), caption.from_s) << "begins with a frame";
    const model::ViewState view = plan.view_at(frame);
    if (view.cue->card_ground > 0.0) continue;
    const auto lines = set_lines(stage().fonts(), framed(view, options.size));
    const auto is_set = [&](const std::string& text) {
      return std::any_of(lines.begin(), lines.end(), [&](const SetLine& line) { return line.text == text; });
    };
    EXPECT_TRUE(is_set(caption.lines.at(0))) << caption.lines[0];
    const std::string& counter = caption.lines.at(1);
    EXPECT_TRUE(is_set(counter.substr(0, counter.find(' ')))) << counter;
  }
}

TEST_F(Cues, OfATimelineCaptionsBeginWithSeconds) {
  ExportOptions options = options_of();
  options.cues = false;
  options.seconds = 12.0;
  options.fps_num = 30000;
  options.fps_den = 1001;
  const FilmPlan plan = plan_of(options);
  EXPECT_EQ(plan.cues(), nullptr);
  const std::vector<Caption> captions = captions_of(stage(), plan);
  // One for each second, and one for the last frame.
  ASSERT_EQ(captions.size(), 13U);
  EXPECT_NEAR(captions.back().from_s, plan.second_of(plan.frame_count() - 1), 1e-9);
  for (const Caption& caption : captions) {
    const double frame = caption.from_s * 30000.0 / 1001.0;
    EXPECT_NEAR(frame, std::round(frame), 1e-9);
    if (&caption == &captions.back()) continue;
    EXPECT_LT(caption.from_s - std::floor(caption.from_s), 1.0 / 29.0) << "the first frame of its second";
  }
}

TEST_F(Cues, ThePlanOfATimelineIsItsCourse) {
  ExportOptions options = options_of();
  options.cues = false;
  options.seconds = 3.0;
  const FilmPlan plan = plan_of(options);
  EXPECT_EQ(plan.frame_count(), 30);
  EXPECT_EQ(plan.view_at(0).playhead_d, story().axis().film().from_d);
  EXPECT_EQ(plan.view_at(29).playhead_d, story().axis().film().to_d);
  EXPECT_FALSE(plan.view_at(3).cue);
  EXPECT_FALSE(plan.cue_of(3));
}

TEST_F(Cues, WithReducedMotionNothingFlies) {
  ExportOptions options = options_of();
  options.common.reduces_motion = true;
  const FilmPlan plan = plan_of(options);
  for (int frame = 0; frame < plan.frame_count(); ++frame) {
    const auto& stops = plan.cues()->stops();
    const model::Camera camera = plan.view_at(frame).camera;
    EXPECT_TRUE(std::any_of(stops.begin(), stops.end(), [&](const auto& stop) { return stop.camera == camera; }))
        << frame;
  }
}

TEST_F(Cues, TheFilmDoesNotFlashAndCalmFramesAreSeenToBeCalm) {
  ExportOptions options = options_of();
  options.fps_num = 30;
  const FilmPlan plan = plan_of(options);
  Progress unheard(ProgressKind::kNone);
  EXPECT_TRUE(flashes_in(stage(), plan, options, unheard).empty());
  const std::vector<bool> calm = calm_frames(stage(), plan, options);
  const auto calm_count = std::count(calm.begin(), calm.end(), true);
  EXPECT_GT(calm_count, plan.frame_count() / 3) << "much of it stands still";
  EXPECT_LT(calm_count, plan.frame_count());
  EXPECT_FALSE(calm.at(static_cast<std::size_t>(plan.cues()->begin_s(1) * 30.0) + 5)) << "a card goes";
}

}  // namespace
}  // namespace spreadmap::app
