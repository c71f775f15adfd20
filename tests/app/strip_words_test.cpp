// Words near the lines of the strip, and near the counter's figures.
#include <algorithm>

#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class StripWords : public StageTest {
 protected:
  static std::string_view text_of(const scene::TextRun& run) {
    return std::string_view(stage().frame().furniture_text.strings)
        .substr(run.string_begin, run.string_end - run.string_begin);
  }
  static void lay_out(const model::ViewState& view, scene::SizePx size) {
    stage().draw(view, size, scene::px_per_pt_of(size, 0.0));
  }
  /// The playhead's line: it ends on the axis, two points wide.
  static const scene::Shape* playhead_line() {
    const scene::Frame& frame = stage().frame();
    const auto& shapes = frame.furniture;
    const exhibit::Exhibit& exhibit = stage().world().exhibit;
    const Srgb8 playhead = exhibit::theme_of(exhibit, exhibit.map.theme).playhead;
    const auto is_line = [&](const scene::Shape& shape) {
      const float bottom_px = shape.centre_y_px + shape.half_height_px;
      return shape.kind == scene::ShapeKind::kBox && shape.corner_px == 0.0F && shape.fill == playhead &&
             shape.half_width_px <= 2.0F * frame.px_per_pt && shape.half_height_px > 10.0F * frame.px_per_pt &&
             frame.strip_rect.contains({shape.centre_x_px, bottom_px});
    };
    const auto found = std::find_if(shapes.begin(), shapes.end(), is_line);
    return found == shapes.end() ? nullptr : &*found;
  }
};

TEST_F(StripWords, ThePlayheadsLineEndsBelowTheMilestonesThatStandAcrossIt) {
  std::size_t under = 0;
  for (const scene::SizePx size : {scene::SizePx{1920, 1080}, {1080, 1920}, {1080, 1080}}) {
    model::ViewState view = stage().first_view();
    for (view.playhead_d = 0.0; view.playhead_d < story().axis().whole().to_d; view.playhead_d += 3.0) {
      lay_out(view, size);
      const scene::Shape* line = playhead_line();
      ASSERT_NE(line, nullptr);
      const float top_px = line->centre_y_px - line->half_height_px;
      for (const scene::TextRun& run : stage().frame().furniture_text.runs) {
        const bool is_label =
            std::any_of(stage().frame().milestones.begin(), stage().frame().milestones.end(),
                        [&](const scene::MilestoneTarget& milestone) { return milestone.label.contains(run.origin); });
        const float right_px = run.origin.x_px + stage().fonts().shape(text_of(run), run.style).width_px;
        if (!is_label || line->centre_x_px < run.origin.x_px || line->centre_x_px > right_px) continue;
        ++under;
        EXPECT_GE(top_px, run.origin.y_px + 0.25F * run.style.size_px) << text_of(run) << ", day " << view.playhead_d;
      }
    }
  }
  EXPECT_GT(under, 100U);
}

TEST_F(StripWords, TheDateOfATallPictureStaysClearOfTheFiguresComma) {
  const model::ViewState view = view_on("2020-08-20");
  lay_out(view, {1080, 1920});
  const auto& runs = stage().frame().furniture_text.runs;
  const auto run_of = [&](std::string_view text) {
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const auto& run) { return text_of(run) == text; });
    EXPECT_NE(found, runs.end()) << text;
    return found == runs.end() ? scene::TextRun() : *found;
  };
  const scene::TextRun figures = run_of("1,429–1,464"), date = run_of("20 August 2020");
  // As the display face has its comma: 0.17 of its size below the line; figures are 0.73 high.
  const float comma_px = figures.origin.y_px + 0.17F * figures.style.size_px;
  EXPECT_GT(date.origin.y_px - 0.73F * date.style.size_px - comma_px, 6.0F * stage().frame().px_per_pt);
}

}  // namespace
}  // namespace spreadmap::app
