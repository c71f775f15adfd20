// The speaker's window: in any size the notes are there, below two pictures that have the wall's form.
#include "scene/speaker_frame.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <string>

#include "text/test_fonts.h"

namespace spreadmap::scene {
namespace {

std::string words(int count) {
  static const std::vector<std::string> kWords{"agencies", "in", "Wisconsin", "on", "the", "portal", "¿dónde?", "2019"};
  std::string text;
  for (int i = 0; i < count; ++i) text += (i > 0 ? " " : "") + kWords[static_cast<std::size_t>(i) % kWords.size()];
  return text;
}

exhibit::LocalText english(const std::string& text) {
  std::map<std::string, std::string> by_language;
  if (!text.empty()) by_language["en"] = text;
  return exhibit::LocalText(std::move(by_language));
}

class SpeakerWindow {
 public:
  SpeakerWindow(int cues, int note_words) {
    for (int i = 0; i < cues; ++i) {
      exhibit::CueSpec cue;
      cue.title = english("Cue number " + std::to_string(i + 1));
      cue.text = english(words(20));
      cue.notes = english(words(note_words));
      exhibit_.cues.push_back(cue);
    }
  }
  const SpeakerFrame& drawn(std::size_t cue, SizePx wall, SizePx size) {
    build_speaker_frame(exhibit_, style::dark_theme(), text::fonts(), language_,
                        {.cue = cue, .clock = "14:05", .typed = ""}, wall, size, out_);
    return out_;
  }

 private:
  exhibit::Exhibit exhibit_;
  language::Language language_{"en", {}};
  SpeakerFrame out_;
};

TEST(SpeakerFrame, SaysHowLongATalkHasLasted) {
  EXPECT_EQ(elapsed_text(0.0), "0:00");
  EXPECT_EQ(elapsed_text(425.9), "7:05");
  EXPECT_EQ(elapsed_text(4025.0), "1:07:05");
  EXPECT_EQ(elapsed_text(-3.0), "0:00");
}

TEST(SpeakerFrame, TheLastCueHasNoNextPicture) {
  SpeakerWindow window(2, 10);
  EXPECT_TRUE(window.drawn(0, {1920, 1080}, {1280, 720}).next);
  EXPECT_FALSE(window.drawn(1, {1920, 1080}, {1280, 720}).next);
}

RC_GTEST_PROP(SpeakerFrameLaws, NotesAreWholeBelowPicturesOfTheWallsForm, ()) {
  const auto any = [](int from, int to) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to)); };
  const SizePx size{any(640, 2600), any(400, 1900)};
  const SizePx wall = *rc::gen::elementOf(std::vector<SizePx>{{1920, 1080}, {1080, 1920}, {1024, 768}, {2520, 1080}});
  const int note_words = any(1, 70);
  SpeakerWindow window(3, note_words);
  const SpeakerFrame& drawn = window.drawn(0, wall, size);
  const auto is_inside = [&](const PixelRect& box) {
    return box.left_px >= 0.0F && box.top_px >= 0.0F && box.right_px <= static_cast<float>(size.width_px) &&
           box.bottom_px <= static_cast<float>(size.height_px);
  };
  RC_ASSERT(drawn.next.has_value());
  for (const PixelRect& box : {drawn.now, *drawn.next}) {
    RC_ASSERT(is_inside(box));
    const float form = static_cast<float>(wall.width_px) / static_cast<float>(wall.height_px);
    RC_ASSERT(std::abs(box.width_px() - form * box.height_px()) <= 1.0F + form);
    RC_ASSERT(box.width_px() >= 60.0F);
  }
  RC_ASSERT(!drawn.now.overlaps(*drawn.next));
  std::string notes;
  for (const TextRun& run : drawn.frame.furniture_text.runs) {
    RC_ASSERT(run.origin.y_px <= static_cast<float>(size.height_px) && run.origin.x_px >= 0.0F);
    if (run.origin.y_px <= drawn.now.bottom_px) continue;
    notes += drawn.frame.furniture_text.strings.substr(run.string_begin, run.string_end - run.string_begin) + " ";
  }
  // A usual length of notes is read to its last word in any window.
  const std::string whole = words(note_words);
  std::string squeezed;
  for (const char c : notes) {
    if (c != ' ' || (!squeezed.empty() && squeezed.back() != ' ')) squeezed += c;
  }
  RC_ASSERT(squeezed.find(whole.substr(whole.size() > 12 ? whole.size() - 12 : 0)) != std::string::npos);
}

}  // namespace
}  // namespace spreadmap::scene
