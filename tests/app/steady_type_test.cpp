// While time plays nothing jumps: the figures and the date have one size, one form and one place on all days.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "furniture_testing.h"
#include "scene/words.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr std::array<scene::SizePx, 6> kSizes{
    {{1920, 1080}, {1080, 1920}, {1080, 1080}, {1080, 1350}, {2520, 1080}, {640, 1136}}};

class SteadyType : public StageTest {
 protected:
  /// Days on which the count has one figure to four, is open, and is not known any more; of short months' names and of long ones.
  static std::vector<double> days() {
    std::vector<double> days;
    const time::PlayRange whole = story().axis().whole();
    for (double at_d = whole.from_d; at_d <= whole.to_d; at_d += 23.0) days.push_back(at_d);
    for (const char* day : {"2018-03-22", "2019-09-28", "2020-05-31", "2020-06-11", "2020-09-28"})
      days.push_back(position_d(day));
    return days;
  }
  static const scene::Frame& framed(const model::ViewState& view, scene::SizePx size) {
    static scene::Frame frame;
    scene::build_frame(stage().inputs(view), view, size, scene::px_per_pt_of(size, 0.0, view.safe_area), frame);
    return frame;
  }
  /// The largest line that says so; the strip and notes may say it too.
  static const scene::TextRun* run_of(const scene::Frame& frame, std::string_view text) {
    const scene::TextRun* found = nullptr;
    for (const scene::TextRun& run : frame.furniture_text.runs) {
      const auto said =
          std::string_view(frame.furniture_text.strings).substr(run.string_begin, run.string_end - run.string_begin);
      if (said == text && (found == nullptr || run.style.size_px > found->style.size_px)) found = &run;
    }
    return found;
  }
};

TEST_F(SteadyType, OfFiguresAndDateOnAllDays) {
  for (const char* tag : {"en", "es"}) {
    for (const double text_scale : {1.0, 1.5, 2.0}) {
      for (const scene::SizePx size : kSizes) {
        SCOPED_TRACE(fmt::format("{}x{} {} {}", size.width_px, size.height_px, tag, text_scale));
        model::ViewState view = stage().first_view();
        view.language = tag;
        view.looks.text_scale = text_scale;
        std::set<float> figure_sizes, figure_lines, date_sizes, date_lines, rooms;
        std::set<bool> is_long;
        for (const double at_d : days()) {
          view.playhead_d = at_d;
          const scene::Frame& frame = framed(view, size);
          const auto inputs = stage().inputs(view);
          const auto count = inputs.selection.layer(*story().counted_layer()).count(at_d);
          const scene::TextRun* figures = run_of(frame, scene::count_text(count, inputs.language));
          ASSERT_NE(figures, nullptr);
          figure_sizes.insert(figures->style.size_px);
          figure_lines.insert(figures->origin.y_px);
          const time::Day day = story().axis().day_at(at_d);
          const scene::TextRun* date = run_of(frame, inputs.language.long_day(day));
          // In May both forms are the same.
          if (inputs.language.long_day(day) != inputs.language.medium_day(day)) is_long.insert(date != nullptr);
          if (date == nullptr) date = run_of(frame, inputs.language.medium_day(day));
          ASSERT_NE(date, nullptr);
          date_sizes.insert(date->style.size_px);
          date_lines.insert(date->origin.y_px);
          rooms.insert(frame.map_rect.top_px);
          rooms.insert(-frame.map_rect.bottom_px);
        }
        EXPECT_EQ(figure_sizes.size(), 1U) << *figure_sizes.begin() << " to " << *figure_sizes.rbegin();
        EXPECT_EQ(figure_lines.size(), 1U);
        EXPECT_EQ(date_sizes.size(), 1U) << *date_sizes.begin() << " to " << *date_sizes.rbegin();
        EXPECT_EQ(date_lines.size(), 1U);
        EXPECT_EQ(is_long.size(), 1U) << "long dates and short ones";
        EXPECT_EQ(rooms.size(), 2U) << "the map moves";
      }
    }
  }
}

TEST_F(SteadyType, TheDateStandsStillWhileTheCountGrows) {
  for (const scene::SizePx size : kSizes) {
    std::set<float> lefts, rights;
    for (const char* day : {"2018-03-22", "2018-12-22", "2019-09-22", "2020-06-22"}) {
      const model::ViewState view = view_on(day);
      const scene::Frame& frame = framed(view, size);
      const std::string text = stage().inputs(view).language.long_day(*time::parse_day(day));
      const scene::TextRun* date = run_of(frame, text);
      ASSERT_NE(date, nullptr) << size.width_px;
      lefts.insert(std::round(date->origin.x_px));
      rights.insert(std::round(date->origin.x_px + stage().fonts().shape(text, date->style).width_px));
    }
    EXPECT_TRUE(lefts.size() == 1 || rights.size() == 1) << size.width_px << "x" << size.height_px;
  }
}

TEST_F(SteadyType, AFilterLeavesItsSize) {
  for (const scene::SizePx size : kSizes) {
    model::ViewState view = view_on("2020-06-11");
    const float usual_px = run_of(framed(view, size), "1,331–1,372")->style.size_px;
    view.filter.regions = {"WI"};
    const auto inputs = stage().inputs(view);
    const auto count = inputs.selection.layer(*story().counted_layer()).count(view.playhead_d);
    const scene::TextRun* few = run_of(framed(view, size), scene::count_text(count, inputs.language));
    ASSERT_NE(few, nullptr);
    EXPECT_EQ(few->style.size_px, usual_px);
  }
}

}  // namespace
}  // namespace spreadmap::app
