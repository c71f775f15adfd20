// A kiosk from its first touch to the next visitor, on a clock of the test's own.
#include "app/kiosk_mode.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <malloc.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>

#include "app/kiosk_pin.h"
#include "app/stage.h"

namespace spreadmap::app {
namespace {

/// A kiosk on a hidden window, and hands.
class Room {
 public:
  explicit Room(scene::SizePx size, bool has_pin = false) {
    folder_ = std::filesystem::temp_directory_path() / ("spreadmap-room-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    options_.common.language = "en";  // whatever the environment speaks
    options_.visits = folder_ / "visits.csv";
    options_.pin = folder_ / "pin";
    EXPECT_TRUE(!has_pin || set_pin(options_.pin, "2468"));
    auto places = find_places();
    EXPECT_TRUE(places);
    places_ = *places;
    auto stage =
        Stage::create({.title = "test", .width_pt = size.width_px, .height_pt = size.height_px, .is_offscreen = true},
                      places_.built_in_exhibit, places_, {}, true);
    EXPECT_TRUE(stage) << (stage ? "" : stage.error().message);
    stage_ = std::move(*stage);
    auto kiosk = KioskMode::create(*stage_, options_, places_, [this] { return now_s; });
    EXPECT_TRUE(kiosk) << (kiosk ? "" : kiosk.error().message);
    kiosk_ = std::move(*kiosk);
    kiosk_->step();
  }
  Room(const Room&) = delete;
  Room& operator=(const Room&) = delete;
  ~Room() {
    kiosk_.reset();
    stage_.reset();
    std::filesystem::remove_all(folder_);
  }

  KioskMode& kiosk() { return *kiosk_; }
  [[nodiscard]] const scene::Frame& frame() const { return stage_->frame(); }
  [[nodiscard]] scene::SceneInputs inputs() const { return stage_->inputs(kiosk_->view()); }
  void wait(double seconds) {
    now_s += seconds;
    kiosk_->step();
  }
  void tap(scene::PixelPoint at, std::int64_t finger = 1) {
    kiosk_->take(platform::FingerDown{finger, at.x_px, at.y_px});
    now_s += 0.1;
    kiosk_->take(platform::FingerUp{finger});
    kiosk_->step();
  }
  [[nodiscard]] const scene::KioskTarget* target(const std::string& name) const {
    for (const scene::KioskTarget& target : kiosk_->targets()) {
      if (target.name == name) return &target;
    }
    return nullptr;
  }
  void press(const std::string& name) {
    const scene::KioskTarget* found = target(name);
    ASSERT_NE(found, nullptr) << name;
    tap(middle(found->rect));
  }
  static scene::PixelPoint middle(const scene::PixelRect& rect) {
    return {(rect.left_px + rect.right_px) / 2.0F, (rect.top_px + rect.bottom_px) / 2.0F};
  }

  double now_s = 1000.0;

 private:
  std::filesystem::path folder_;
  KioskOptions options_;
  Places places_;
  std::unique_ptr<Stage> stage_;
  std::unique_ptr<KioskMode> kiosk_;
};

/// All of a view but where this turn has what stands still: see scene::KioskSizes::turn.
model::ViewState but_for_the_turn(model::ViewState view) {
  view.safe_area = {};
  return view;
}

/// Under a sanitizer all is slower.
#if defined(__SANITIZE_ADDRESS__)
constexpr double kSlower = 10.0;
#else
constexpr double kSlower = 1.0;
#endif

constexpr scene::SizePx kPortrait{540, 960}, kLandscape{960, 540};

TEST(KioskMode, TellsItselfUntilTouchedInALanguageAndEndsWhenLeft) {
  Room room(kPortrait);
  EXPECT_FALSE(room.kiosk().state().is_visited);
  const model::ViewState first = room.kiosk().view();
  room.wait(12.0);
  EXPECT_NE(room.kiosk().view(), first) << "it tells the cues";
  room.press("Toca para empezar");
  EXPECT_TRUE(room.kiosk().state().is_visited);
  EXPECT_EQ(room.kiosk().view().language, "es");
  EXPECT_TRUE(room.kiosk().view().playback.playing);
  room.wait(89.0);
  EXPECT_TRUE(room.kiosk().state().is_visited);
  room.wait(5.0);
  EXPECT_TRUE(room.kiosk().state().is_visited) << "it counts down";
  EXPECT_EQ(room.kiosk().targets().size(), 0U) << "and nothing but that can be touched";
  room.wait(11.5);
  EXPECT_FALSE(room.kiosk().state().is_visited);
  EXPECT_EQ(but_for_the_turn(room.kiosk().view()), but_for_the_turn(first));
}

TEST(KioskMode, ATouchStopsTheCountdownAndDoesNothingElse) {
  Room room(kLandscape);
  room.press("Touch to begin");
  room.wait(95.0);
  const model::ViewState before = room.kiosk().view();
  room.tap({480.0F, 200.0F});
  EXPECT_EQ(room.kiosk().view().pinned, before.pinned);
  EXPECT_EQ(room.kiosk().view().camera, before.camera);
  room.wait(60.0);
  EXPECT_TRUE(room.kiosk().state().is_visited);
}

TEST(KioskMode, ACountdownIsReadOverWhateverItCovers) {
  for (const scene::SizePx size : {kPortrait, kLandscape}) {
    for (const char* language : {"Touch to begin", "Toca para empezar"}) {
      Room room(size);
      room.press(language);
      room.wait(95.0);
      const scene::Frame& frame = room.frame();
      ASSERT_EQ(frame.controls_text.runs.size(), 4U);
      const auto card =
          std::ranges::find_if(frame.controls, [](const scene::Shape& shape) { return shape.fill.a == 255; });
      ASSERT_NE(card, frame.controls.end()) << "nothing shines through what it stands on";
      for (const scene::TextRun& run : frame.controls_text.runs) {
        const float end_px = run.origin.x_px + frame.controls_text.glyphs[run.glyph_end - 1].x_px + run.style.size_px;
        EXPECT_GT(run.origin.x_px, card->centre_x_px - card->half_width_px);
        EXPECT_LT(end_px, card->centre_x_px + card->half_width_px);
        EXPECT_GT(run.origin.y_px - run.style.size_px, card->centre_y_px - card->half_height_px);
        EXPECT_LT(run.origin.y_px, card->centre_y_px + card->half_height_px);
      }
    }
  }
}

TEST(KioskMode, TheCodesOfSourcesStandOnPlatesOfOneSizeInColumns) {
  for (const scene::SizePx size : {kPortrait, kLandscape}) {
    Room room(size);
    room.press("Touch to begin");
    room.press("Sources");
    std::vector<float> lefts;
    float side_px = 0.0F;
    for (const scene::Shape& shape : room.frame().controls) {
      if (shape.fill != Srgb8{255, 255, 255}) continue;
      if (side_px == 0.0F) side_px = shape.half_width_px;
      EXPECT_EQ(shape.half_width_px, side_px);
      EXPECT_EQ(shape.half_height_px, side_px);
      lefts.push_back(shape.centre_x_px);
    }
    EXPECT_GT(lefts.size(), 3U);
    std::ranges::sort(lefts);
    const auto columns = std::unique(lefts.begin(), lefts.end()) - lefts.begin();
    EXPECT_LE(columns, size == kPortrait ? 1 : 2);
  }
}

TEST(KioskMode, FindsATownAndAnswers) {
  Room room(kPortrait);
  room.press("Touch to begin");
  room.press("Find your town");
  for (const char* letter : {"o", "r", "l", "a", "n", "d", "o"}) room.press(letter);
  EXPECT_EQ(room.kiosk().state().typed, "orlando");
  room.press("Orlando Police Department");
  ASSERT_TRUE(room.kiosk().view().pinned);
  EXPECT_FALSE(room.kiosk().view().playback.playing) << "an answer stays";
  EXPECT_EQ(room.kiosk().state().sheet, model::KioskSheet::kNone);
  room.wait(3.0);
  EXPECT_GT(room.kiosk().view().camera.zoom, 5.0);
  room.press("Close");
  EXPECT_FALSE(room.kiosk().view().pinned);
}

TEST(KioskMode, ATownThatIsFoundLiesBesideItsCard) {
  for (const char* town : {"orlando", "seattle"}) {
    Room room(kLandscape);
    room.press("Touch to begin");
    room.press("Find your town");
    for (const char* letter = town; *letter != '\0'; ++letter) room.press(std::string(1, *letter));
    const auto& targets = room.kiosk().targets();
    const auto first = std::ranges::find_if(targets, [](const scene::KioskTarget& target) {
      return target.action && std::holds_alternative<scene::ChooseFound>(*target.action);
    });
    ASSERT_NE(first, targets.end()) << town;
    room.tap(Room::middle(first->rect));
    ASSERT_TRUE(room.kiosk().view().pinned) << town;
    room.wait(4.0);
    const auto card =
        std::ranges::find_if(room.kiosk().targets(), [](const scene::KioskTarget& target) { return !target.action; });
    ASSERT_NE(card, room.kiosk().targets().end()) << town;
    const scene::PixelRect& map = room.frame().map_room;
    // The flight went to the town, which comes to lie amid what the card leaves; its name needs some room beside it.
    const auto place = scene::mark_place(room.inputs(), room.frame(), *room.kiosk().view().pinned);
    ASSERT_TRUE(place) << town;
    EXPECT_GT(place->centre.x_px, map.left_px + 0.15F * map.width_px()) << town;
    EXPECT_LT(place->centre.x_px, card->rect.left_px - 0.15F * map.width_px()) << town;
  }
}

TEST(KioskMode, FingersMoveTheMapAndTime) {
  Room room(kPortrait);
  room.press("Touch to begin");
  room.press("Pause");
  KioskMode& kiosk = room.kiosk();
  const auto at = Room::middle(room.frame().map_rect);
  const double zoom = kiosk.view().camera.zoom;
  kiosk.take(platform::FingerDown{1, at.x_px - 50.0F, at.y_px});
  kiosk.take(platform::FingerDown{2, at.x_px + 50.0F, at.y_px});
  for (int step = 1; step <= 10; ++step) {
    const auto by = static_cast<float>(step * 10);
    kiosk.take(platform::FingerMoved{1, at.x_px - 50.0F - by, at.y_px});
    kiosk.take(platform::FingerMoved{2, at.x_px + 50.0F + by, at.y_px});
  }
  kiosk.take(platform::FingerUp{1});
  kiosk.take(platform::FingerUp{2});
  room.wait(0.1);
  EXPECT_NEAR(kiosk.view().camera.zoom / zoom, 3.0, 1e-4);
  const double before_d = kiosk.view().playhead_d;
  kiosk.take(platform::FingerDown{1, at.x_px - 50.0F, at.y_px});
  kiosk.take(platform::FingerDown{2, at.x_px, at.y_px});
  for (int step = 1; step <= 10; ++step) {
    kiosk.take(platform::FingerMoved{1, at.x_px - 50.0F + static_cast<float>(step * 8), at.y_px});
    kiosk.take(platform::FingerMoved{2, at.x_px + static_cast<float>(step * 8), at.y_px});
  }
  kiosk.take(platform::FingerUp{1});
  kiosk.take(platform::FingerUp{2});
  EXPECT_GT(kiosk.view().playhead_d, before_d + 30.0);
}

TEST(KioskMode, NothingButThePinAndASignalEndsIt) {
  Room room(kPortrait, true);
  for (const char* chord : {"Esc", "Escape", "Ctrl+Q", "Alt+F4", "F11", "Ctrl+Alt+Delete"})
    room.kiosk().take(platform::KeyPressed{chord});
  room.kiosk().take(platform::CloseAsked{});
  room.kiosk().take(platform::QuitAsked{});
  room.wait(0.1);
  EXPECT_EQ(room.kiosk().wish(), ModeWish::kStay);
  room.kiosk().take(platform::FingerDown{4, 10.0F, 10.0F});
  room.wait(4.1);
  ASSERT_EQ(room.kiosk().state().sheet, model::KioskSheet::kPin);
  room.kiosk().take(platform::FingerUp{4});
  for (const char* figure : {"1", "2", "3", "4", "Enter"}) room.press(figure);
  EXPECT_EQ(room.kiosk().wish(), ModeWish::kStay);
  for (const char* figure : {"2", "4", "6", "8", "Enter"}) room.press(figure);
  EXPECT_EQ(room.kiosk().wish(), ModeWish::kQuit);
}

TEST(KioskMode, WithoutAPinTheCornerIsACornerLikeAny) {
  Room room(kPortrait);
  room.kiosk().take(platform::FingerDown{4, 10.0F, 10.0F});
  room.wait(30.0);
  EXPECT_EQ(room.kiosk().state().sheet, model::KioskSheet::kNone);
}

/// Whatever is on it, it can be met by a finger, lies in the picture, and no control lies under another's.
void expect_touchable(const Room& room, KioskMode& kiosk, scene::SizePx size) {
  const double least_px = 0.062 * std::min(size.width_px, size.height_px);
  std::vector<const scene::KioskTarget*> controls;
  for (const scene::KioskTarget& target : kiosk.targets()) {
    if (target.action) controls.push_back(&target);
  }
  ASSERT_FALSE(controls.empty());
  for (const auto* control : controls) {
    EXPECT_GE(control->rect.width_px(), least_px) << control->name;
    EXPECT_GE(control->rect.height_px(), least_px * 0.98) << control->name;
    EXPECT_GE(control->rect.left_px, 0.0F) << control->name;
    EXPECT_GE(control->rect.top_px, 0.0F) << control->name;
    EXPECT_LE(control->rect.right_px, static_cast<float>(size.width_px)) << control->name;
    EXPECT_LE(control->rect.bottom_px, static_cast<float>(size.height_px)) << control->name;
    EXPECT_FALSE(control->name.empty());
    for (const auto* other : controls) {
      EXPECT_TRUE(other == control || !control->rect.overlaps(other->rect)) << control->name << " and " << other->name;
    }
  }
  (void)room;
}

TEST(KioskMode, EveryControlIsMetByAFinger) {
  for (const scene::SizePx size : {kPortrait, kLandscape}) {
    Room room(size, true);
    expect_touchable(room, room.kiosk(), size);
    for (const char* language : {"Touch to begin", "Toca para empezar"}) {
      room.press(language);
      expect_touchable(room, room.kiosk(), size);
      const bool is_english = room.kiosk().view().language == "en";
      room.press(is_english ? "Sources" : "Fuentes");
      expect_touchable(room, room.kiosk(), size);
      room.press(is_english ? "Close" : "Cerrar");
      room.press(is_english ? "Find your town" : "Busca tu ciudad");
      for (const char* letter : {"s", "a", "n", is_english ? "Space" : "Espacio"}) room.press(letter);
      expect_touchable(room, room.kiosk(), size);
      room.press(is_english ? "Close" : "Cerrar");
      room.press(is_english ? "Start over" : "Empezar de nuevo");
      EXPECT_FALSE(room.kiosk().state().is_visited);
    }
  }
}

TEST(KioskMode, AFingerThatNeverGoesUpDoesNotHoldItAwake) {
  for (const bool is_on_control : {true, false}) {
    Room room(kPortrait);
    room.press("Touch to begin");
    room.press("Pause");
    const auto at =
        is_on_control ? Room::middle(room.target("Find your town")->rect) : Room::middle(room.frame().map_rect);
    room.kiosk().take(platform::FingerDown{7, at.x_px, at.y_px});
    // A drag, and then a pen that somebody leaned against the glass: it wavers, and is told at each picture.
    for (int step = 1; step <= 10; ++step)
      room.kiosk().take(platform::FingerMoved{7, at.x_px, at.y_px - static_cast<float>(is_on_control ? 0 : 4 * step)});
    const float y_px = at.y_px - (is_on_control ? 0.0F : 40.0F);
    double left_s = 0.0;
    while (room.kiosk().state().is_visited && left_s < 400.0) {
      room.kiosk().take(platform::FingerMoved{7, at.x_px + std::fmod(static_cast<float>(left_s) * 7.0F, 3.0F), y_px});
      room.wait(0.5);
      left_s += 0.5;
    }
    EXPECT_FALSE(room.kiosk().state().is_visited) << is_on_control;
    EXPECT_LT(left_s, 90.0 + 15.0 + 2.0 * Gestures::kStuck_s) << is_on_control;
    // And who comes then is met as ever.
    room.press("Touch to begin");
    EXPECT_TRUE(room.kiosk().state().is_visited);
    room.press("Sources");
    EXPECT_EQ(room.kiosk().state().sheet, model::KioskSheet::kSources);
  }
}

TEST(KioskMode, TouchesThatTheGlassMakesUpDoNotHoldItAwake) {
  Room room(kPortrait);
  room.press("Touch to begin");
  const auto at = Room::middle(room.frame().map_rect);
  double left_s = 0.0;
  while (room.kiosk().state().is_visited && left_s < 1000.0) {
    room.tap({at.x_px + std::fmod(static_cast<float>(left_s), 2.0F), at.y_px});
    room.wait(4.9);
    left_s += 5.0;
  }
  EXPECT_FALSE(room.kiosk().state().is_visited);
  EXPECT_GT(left_s, 5.0 * Ghosts::kMost) << "a child may tap often";
}

/// Seconds of a processor that this thread has used, or all of the process' with those that draw.
double used_s(clockid_t whose = CLOCK_THREAD_CPUTIME_ID) {
  timespec now{};
  ::clock_gettime(whose, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

/// The longest time that anything took between two pictures.
struct Longest {
  double taking_s = 0.0;  ///< what came in
  double frame_s = 0.0;   ///< that, and the picture with all that draws it
};

/// Fingers, keys, wheel and closing, all at once and out of order: a thousand of them a second, or none, for so long by the kiosk's clock. What is drawn is
/// drawn once, however many there were.
Longest longest_with(int events_per_s, Room& room, int seconds, std::mt19937& random) {
  const auto number = [&](int below) { return static_cast<int>(random() % static_cast<unsigned>(below)); };
  Longest longest;
  constexpr int kTurns_per_s = 20;
  for (int turn = 0; turn < seconds * kTurns_per_s; ++turn) {
    const double before_s = used_s(), before_all_s = used_s(CLOCK_PROCESS_CPUTIME_ID);
    for (int event = 0; event < events_per_s / kTurns_per_s; ++event) {
      const auto x_px = static_cast<float>(number(kPortrait.width_px + 200) - 100),
                 y_px = static_cast<float>(number(kPortrait.height_px + 200) - 100);
      const std::int64_t finger = number(14);
      const std::array<platform::InputEvent, 10> any{
          platform::FingerDown{finger, x_px, y_px},
          platform::FingerMoved{finger, x_px, y_px},
          platform::FingerUp{finger},
          platform::PointerPressed{.x_px = x_px, .y_px = y_px, .is_secondary = finger == 1, .clicks = 3},
          platform::PointerMoved{x_px, y_px},
          platform::PointerReleased{},
          platform::Wheel{x_px, y_px, y_px, x_px},
          platform::KeyPressed{finger % 2 == 0 ? "Ctrl+Q" : "Esc"},
          platform::CloseAsked{},
          platform::Exposed{}};
      room.kiosk().take(any.at(static_cast<std::size_t>(number(static_cast<int>(any.size())))));
    }
    longest.taking_s = std::max(longest.taking_s, used_s() - before_s);
    room.wait(1.0 / kTurns_per_s);
    longest.frame_s = std::max(longest.frame_s, used_s(CLOCK_PROCESS_CPUTIME_ID) - before_all_s);
  }
  return longest;
}

/// Nobody touches it until it is as at the start.
void leave(Room& room) {
  room.wait(200.0);
  room.wait(0.0);
  if (room.kiosk().state().is_visited) room.wait(200.0);
}

/// What is allocated where nobody touches it: the least over some pictures, since the driver's threads hold what belongs to one that is being made.
double held_bytes(Room& room) {
  leave(room);
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (int picture = 0; picture < 60; ++picture) {
    room.wait(1.0);
    least = std::min(least, mallinfo2().uordblks);
  }
  return static_cast<double>(least);
}

TEST(KioskMode, NonsenseNeitherEndsItNorSlowsItNorMakesItGrow) {
  Room room(kPortrait, true);
  std::mt19937 random(405);
  // What a visit needs is made first: sheets, cards, letters.
  for (const char* name : {"Touch to begin", "Sources", "Close", "Find your town", "Close", "Start over"})
    room.press(name);
  const bool is_long = std::getenv("SPREADMAP_LONG_TESTS") != nullptr;
  (void)longest_with(1000, room, is_long ? 60 : 3, random);
  const double before_bytes = held_bytes(room);
  const Longest longest = longest_with(1000, room, is_long ? 600 : 4, random);
  EXPECT_EQ(room.kiosk().wish(), ModeWish::kStay);
  EXPECT_LT(longest.taking_s, 0.05 * kSlower);
  // What is kept to be used again fills up within a minute.
  const double after_bytes = held_bytes(room);
  fmt::print("{:.0f} bytes held, then {:.0f}\n", before_bytes, after_bytes);
  if (is_long) {
    EXPECT_LT(after_bytes, before_bytes + 4e6);
  }
  EXPECT_FALSE(room.kiosk().state().is_visited);
  // Untouched it flies from cue to cue by itself: no picture that anybody asks for takes much longer than those (the long form: all cues).
  const Longest alone = longest_with(0, room, is_long ? 130 : 40, random);
  fmt::print("longest frame {:.1f} ms of all processors, untouched {:.1f} ms\n", 1e3 * longest.frame_s,
             1e3 * alone.frame_s);
  EXPECT_LT(longest.frame_s, alone.frame_s + 0.05 * kSlower);
}

/// What a class of ten-year-olds does, and then nobody: the next visitor finds what the first one found.
TEST(KioskModeLaws, WhateverWasDoneTheNextVisitorBeginsAtTheStart) {
  Room room(kPortrait, true);
  const model::ViewState first = room.kiosk().view();
  room.press("Touch to begin");
  const model::ViewState first_visit = room.kiosk().view();
  EXPECT_TRUE(rc::check([&] {
    const int steps = *rc::gen::inRange(1, 60);
    for (int i = 0; i < steps; ++i) {
      const auto finger = *rc::gen::inRange<std::int64_t>(0, 12);
      const auto x_px = static_cast<float>(*rc::gen::inRange(0, kPortrait.width_px)),
                 y_px = static_cast<float>(*rc::gen::inRange(0, kPortrait.height_px));
      switch (*rc::gen::inRange(0, 5)) {
        case 0:
        case 1:
          room.kiosk().take(platform::FingerDown{finger, x_px, y_px});
          break;
        case 2:
          room.kiosk().take(platform::FingerMoved{finger, x_px, y_px});
          break;
        case 3:
          room.kiosk().take(platform::FingerUp{finger});
          break;
        default:
          room.wait(*rc::gen::inRange(0, 2000) / 1000.0);
      }
    }
    RC_ASSERT(room.kiosk().wish() == ModeWish::kStay);
    room.wait(200.0);
    room.wait(0.0);
    if (room.kiosk().state().is_visited) room.wait(200.0);
    RC_ASSERT(!room.kiosk().state().is_visited);
    RC_ASSERT(room.kiosk().state() == model::unattended(room.kiosk().state().since_s));
    // The telling goes on; where it began it began as the first one did.
    room.kiosk().take(platform::FingerDown{99, 270.0F, 400.0F});
    room.kiosk().take(platform::FingerUp{99});
    RC_ASSERT(room.kiosk().state().is_visited);
    model::ViewState visit = room.kiosk().view();
    visit.playback.anchor_s = first_visit.playback.anchor_s;
    RC_LOG() << fmt::format("{} and {}, at {} and {}, from {} and {}\n", visit.language, first_visit.language,
                            visit.playhead_d, first_visit.playhead_d, visit.playback.anchor_playhead_d,
                            first_visit.playback.anchor_playhead_d);
    RC_ASSERT(but_for_the_turn(visit) == but_for_the_turn(first_visit));
    room.wait(0.0);
    room.press("Start over");
    RC_ASSERT(but_for_the_turn(room.kiosk().view()) == but_for_the_turn(first));
  }));
}

}  // namespace
}  // namespace spreadmap::app
