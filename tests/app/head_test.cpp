// What stands at the head of a picture and at its foot, with texts of any length: titles, the counter and its noun, lines that wrap.
#include <array>
#include <cmath>
#include <map>

#include "furniture_testing.h"
#include "scene/words.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr std::array<scene::SizePx, 5> kHeadSizes{
    {{1920, 1080}, {1080, 1920}, {1080, 1080}, {1080, 1350}, {2520, 1080}}};
constexpr std::array kHeadScales{1.0, 1.2, 1.5, 1.6, 2.0};
constexpr const char* kLongTitle =
    "How a doorbell company reached more than a thousand police departments in the United States";

exhibit::LocalText in_english(const std::string& text) {
  return exhibit::LocalText(std::map<std::string, std::string>{{"en", text}});
}

class Head : public StageTest {
 protected:
  /// A frame of the built-in exhibit with other texts.
  static const scene::Frame& framed(const exhibit::Exhibit& exhibit, const model::ViewState& view, scene::SizePx size) {
    static scene::Frame frame;
    const scene::SceneInputs own = stage().inputs(view);
    const scene::SceneInputs inputs{exhibit,        own.tables,     own.story,     own.selection,
                                    own.geometry,   own.theme,      own.fonts,     own.language,
                                    own.projection, own.glide_from, own.graticule, own.label_plans,
                                    own.areas,      own.densities,  own.sources,   own.logo};
    scene::build_frame(inputs, view, size, scene::px_per_pt_of(size, 0.0, view.safe_area), frame);
    return frame;
  }
  /// Views on the last day of each cue's kind: none told, and one.
  static std::vector<model::ViewState> views(std::string_view day) {
    std::vector<model::ViewState> views;
    for (const char* language : {"en", "es"}) {
      for (const double text_scale : kHeadScales) {
        for (const bool has_cue : {false, true}) {
          model::ViewState view = view_on(day);
          view.language = language;
          view.looks.text_scale = text_scale;
          if (has_cue) view.cue = model::CueShown{2};
          views.push_back(view);
        }
      }
    }
    return views;
  }
  static std::string name_of(const model::ViewState& view, scene::SizePx size) {
    return fmt::format("{}x{} {} {}{}", size.width_px, size.height_px, view.language, view.looks.text_scale,
                       view.cue ? " with a cue" : "");
  }
};

TEST_F(Head, ALongTitleIsAllThereAtEveryScaleOfType) {
  exhibit::Exhibit exhibit = stage().world().exhibit;
  exhibit.title = in_english(kLongTitle);
  for (const model::ViewState& view : views("2019-08-27")) {
    for (const scene::SizePx size : kHeadSizes) {
      SCOPED_TRACE(name_of(view, size));
      const scene::Frame& frame = framed(exhibit, view, size);
      std::string said;
      int lines = 0;
      for (const SetLine& line : set_lines(stage().fonts(), frame)) {
        if (said.size() >= std::string_view(kLongTitle).size()) break;
        if (std::string_view(kLongTitle).substr(said.size()).find(line.text) > 1) continue;
        said += (said.empty() ? "" : " ") + line.text;
        ++lines;
      }
      EXPECT_EQ(said, kLongTitle);
      EXPECT_LE(lines, 3);
      EXPECT_EQ(furniture_faults(stage().fonts(), frame), std::vector<std::string>{});
    }
  }
}

TEST_F(Head, ALongTitleLeavesTheLegendWhatItSaysOfMarks) {
  exhibit::Exhibit exhibit = stage().world().exhibit;
  exhibit.title = in_english(kLongTitle);
  for (const double text_scale : kHeadScales) {
    for (const scene::SizePx size : {scene::SizePx{1080, 1920}, {1080, 1350}, {1920, 1080}}) {
      model::ViewState view = view_on("2019-08-27");
      view.looks.text_scale = text_scale;
      const std::vector<SetLine> lines = set_lines(stage().fonts(), framed(exhibit, view, size));
      for (const char* text : {"Joined in the last 14 days", "Only the month is known"}) {
        EXPECT_TRUE(std::ranges::any_of(lines, [&](const SetLine& line) { return line.text == text; }))
            << name_of(view, size) << ": " << text;
      }
    }
  }
}

TEST_F(Head, ANounStandsCloseToItsNumber) {
  for (const char* day : {"2018-03-22", "2019-02-01", "2019-08-27", "2020-05-31"}) {
    for (const model::ViewState& view : views(day)) {
      const scene::SceneInputs inputs = stage().inputs(view);
      const std::string figures =
          scene::count_text(inputs.selection.layer(*story().counted_layer()).count(view.playhead_d), inputs.language);
      const auto& exhibit = stage().world().exhibit;
      for (const scene::SizePx size : kHeadSizes) {
        SCOPED_TRACE(name_of(view, size) + " " + day);
        const std::vector<SetLine> lines = set_lines(stage().fonts(), framed(exhibit, view, size));
        const SetLine *number = nullptr, *noun = nullptr;
        for (const SetLine& line : lines) {
          const auto height_px = [](const SetLine* of) { return of == nullptr ? 0.0F : of->rect.height_px(); };
          if (line.text == figures && line.rect.height_px() > height_px(number)) number = &line;
          if (line.text == exhibit.counted.in(view.language) || line.text == exhibit.counted_one.in(view.language)) {
            if (line.rect.height_px() > height_px(noun)) noun = &line;
          }
        }
        ASSERT_TRUE(number != nullptr && noun != nullptr);
        const float across_px =
            std::max({0.0F, noun->rect.left_px - number->rect.right_px, number->rect.left_px - noun->rect.right_px});
        const float down_px = std::max(0.0F, noun->rect.top_px - number->rect.bottom_px);
        EXPECT_LT(std::hypot(across_px, down_px), 0.5F * number->rect.height_px());
      }
    }
  }
}

TEST_F(Head, FiguresBesideTheTitleBeginWhereItsCapitalsDo) {
  for (const bool is_long : {false, true}) {
    exhibit::Exhibit exhibit = stage().world().exhibit;
    if (is_long) exhibit.title = in_english(kLongTitle);
    for (const model::ViewState& view : views("2020-06-11")) {
      for (const scene::SizePx size : kHeadSizes) {
        SCOPED_TRACE(name_of(view, size));
        const std::vector<SetLine> lines = set_lines(stage().fonts(), framed(exhibit, view, size));
        const SetLine *figures = nullptr, *title = nullptr;
        for (const SetLine& line : lines) {
          if (line.text.find("–1") == std::string::npos) {
            if (title == nullptr && exhibit.title.in(view.language).starts_with(line.text)) title = &line;
          } else if (figures == nullptr || line.rect.height_px() > figures->rect.height_px()) {
            figures = &line;
          }
        }
        ASSERT_TRUE(title != nullptr && figures != nullptr);
        if (figures->rect.left_px < title->rect.right_px) continue;  // below it
        EXPECT_NEAR(figures->rect.top_px, title->rect.top_px, 1.5F);
      }
    }
  }
}

TEST_F(Head, NoLineBeginsWithTheDotBetweenTwoThings) {
  exhibit::Exhibit exhibit = stage().world().exhibit;
  std::string credits = "Sources";
  for (int i = 0; i < 30; ++i)
    credits += fmt::format(" · {} {}", std::string(static_cast<std::size_t>(3 + i % 7), 'n'), i);
  exhibit.credits = in_english(credits);
  int ends = 0;
  for (const model::ViewState& view : views("2019-08-27")) {
    for (const scene::SizePx size : kHeadSizes) {
      for (const SetLine& line : set_lines(stage().fonts(), framed(exhibit, view, size))) {
        EXPECT_FALSE(line.text.starts_with("·")) << name_of(view, size) << ": " << line.text;
        ends += line.text.ends_with("·") ? 1 : 0;
      }
    }
  }
  EXPECT_GT(ends, 20) << "nothing wraps at a dot, so this says nothing";
}

TEST_F(Head, ThePlayheadGoesThroughNoNumberOfTheStrip) {
  int seen = 0, faded = 0;
  for (const scene::SizePx size : kHeadSizes) {
    for (double at_d = position_d("2020-04-01"); at_d <= story().axis().whole().to_d; at_d += 1.0) {
      model::ViewState view = stage().first_view();
      view.playhead_d = at_d;
      if (size.height_px > size.width_px) view.safe_area = {0.06, 0.14, 0.06, 0.2};
      const scene::Frame& frame = framed(stage().world().exhibit, view, size);
      const time::PlayRange& shown = frame.strip_shown;
      const auto share = static_cast<float>((at_d - shown.from_d) / shown.length_d());
      const float half_px = 0.99F * frame.px_per_pt;
      const float line_px = std::lerp(frame.strip_rect.left_px, frame.strip_rect.right_px, share);
      const std::vector<SetLine> lines = set_lines(stage().fonts(), frame);
      bool is_there = false;
      for (const SetLine& line : lines) {
        const bool is_in_strip = line.rect.overlaps(frame.strip_rect) && line.text.find("–1") != std::string::npos;
        is_there = is_there || is_in_strip;
        EXPECT_FALSE(is_in_strip && line.rect.left_px < line_px + half_px && line_px - half_px < line.rect.right_px)
            << name_of(view, size) << " " << line.text << ", day " << at_d << ": " << line.rect.left_px << " "
            << line_px << " " << line.rect.right_px;
      }
      ++(is_there ? seen : faded);
    }
  }
  EXPECT_GT(seen, 100);
  EXPECT_GT(faded, 20);
}

}  // namespace
}  // namespace spreadmap::app
