// Title, counter, legend, strip and credits leave one another and the map alone, in every shape of picture, language and day.
#include <fmt/ranges.h>

#include <array>
#include <cstdlib>
#include <map>

#include "furniture_testing.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class Furniture : public StageTest {
 protected:
  // What windows hold type at; an export lays out with 0.
  static constexpr double kOfWindows = 0.72;

  static const scene::Frame& framed(const model::ViewState& view, scene::SizePx size, double least_type) {
    static scene::Frame frame;
    scene::build_frame(stage().inputs(view), view, size, scene::px_per_pt_of(size, least_type), frame);
    return frame;
  }
  static void expect_sound(const model::ViewState& view, scene::SizePx size, double least_type) {
    const scene::Frame& frame = framed(view, size, least_type);
    std::vector<std::string> faults = furniture_faults(stage().fonts(), frame);
    // A filter may be as long as one likes.
    if (view.filter == model::Filter{}) {
      for (const std::string& line : cut_lines(stage().fonts(), frame)) faults.push_back(line + " is cut");
    }
    EXPECT_TRUE(faults.empty()) << size.width_px << "x" << size.height_px << ", " << view.language << ", day "
                                << view.playhead_d << ": " << fmt::format("{}", fmt::join(faults, "; "));
  }
};

TEST_F(Furniture, NothingRunsOverAnything) {
  for (const char* language : {"en", "es"}) {
    // The short form asks on the days with the longest texts alone.
    const std::vector<const char*> days =
        std::getenv("SPREADMAP_LONG_TESTS") == nullptr
            ? std::vector{"2020-06-11", "2020-07-15"}
            : std::vector{"2018-01-01", "2018-03-22", "2019-08-27", "2020-06-11", "2020-07-15", "2020-09-30"};
    for (const char* day : days) {
      model::ViewState view = view_on(day);
      view.language = language;
      for (const scene::SizePx size : {scene::SizePx{1920, 1080},
                                       {1600, 900},
                                       {1280, 720},
                                       {920, 720},
                                       {1240, 1000},
                                       {1280, 1024},
                                       {1080, 1080},
                                       {1080, 1350},
                                       {1080, 1920},
                                       {3840, 2160}}) {
        expect_sound(view, size, 0.0);
        expect_sound(view, size, kOfWindows);
      }
    }
  }
}

/// Every layer, with what it needs read.
model::ViewState with_all_layers(Stage& stage, model::ViewState view) {
  for (model::LayerView& layer : view.layers) layer.visible = true;
  EXPECT_TRUE(stage.prepare(view));
  return view;
}

constexpr std::array<scene::SizePx, 7> kWindows{
    {{1024, 768}, {1280, 720}, {1600, 1000}, {1920, 1080}, {3840, 2160}, {1080, 1920}, {1080, 1080}}};

TEST_F(Furniture, NorAtAnyScaleOfTypeWithAllLayers) {
  for (const char* language : {"en", "es"}) {
    for (const char* day : {"2020-06-11", "2020-07-15"}) {
      model::ViewState view = with_all_layers(stage(), view_on(day));
      view.language = language;
      view.playback.is_directed = true;
      for (const double text_scale : {1.0, 1.25, 1.5, 2.0, 3.0}) {
        view.looks.text_scale = text_scale;
        for (const scene::SizePx size : kWindows) {
          SCOPED_TRACE(text_scale);
          expect_sound(view, size, kOfWindows);
        }
      }
    }
  }
}

TEST_F(Furniture, NorWithTwoDaysSideBySide) {
  model::ViewState view = view_on("2020-06-11");
  for (const char* language : {"en", "es"}) {
    view.language = language;
    for (const double text_scale : {1.0, 1.5, 2.0, 3.0}) {
      view.looks.text_scale = text_scale;
      for (const double share : {0.0, 0.5, 1.0}) {
        view.wipe = {position_d("2019-09-30"), share};
        for (const scene::SizePx size : kWindows) {
          const auto faults = furniture_faults(stage().fonts(), framed(view, size, kOfWindows), true);
          EXPECT_TRUE(faults.empty()) << size.width_px << "x" << size.height_px << " at " << text_scale << ": "
                                      << fmt::format("{}", fmt::join(faults, "; "));
        }
      }
    }
  }
}

TEST_F(Furniture, LargerTypeLeavesTheMapItsShare) {
  model::ViewState view = view_on("2019-08-27");
  for (const double text_scale : {1.0, 2.0, 3.0}) {
    view.looks.text_scale = text_scale;
    for (const scene::SizePx size : kWindows) {
      const scene::PixelRect& map = framed(view, size, kOfWindows).map_rect;
      const double share = static_cast<double>(map.width_px() * map.height_px()) / (size.width_px * size.height_px);
      constexpr scene::SizePx kUsual{1600, 1000};
      EXPECT_GE(share, size == kUsual ? 0.35 : 0.27) << size.width_px << "x" << size.height_px << " at " << text_scale;
    }
  }
}

TEST_F(Furniture, InLargeTypeWhatMattersIsThereAndLarge) {
  model::ViewState view = with_all_layers(stage(), view_on("2019-08-27"));
  float px_per_pt = 1.0F;
  const auto sizes_by_text = [&](scene::SizePx size, double text_scale) {
    view.looks.text_scale = text_scale;
    const scene::Frame& frame = framed(view, size, kOfWindows);
    px_per_pt = frame.px_per_pt;
    const scene::TextList& list = frame.furniture_text;
    std::map<std::string, float> sizes;
    for (const scene::TextRun& run : list.runs)
      sizes[list.strings.substr(run.string_begin, run.string_end - run.string_begin)] = run.style.size_px;
    return sizes;
  };
  for (const scene::SizePx size : kWindows) {
    const auto usual = sizes_by_text(size, 1.0);
    for (const double text_scale : {2.0, 3.0}) {
      const auto large = sizes_by_text(size, text_scale);
      SCOPED_TRACE(fmt::format("{}x{} at {}", size.width_px, size.height_px, text_scale));
      const auto grown = [&](const char* said) { return large.at(said) / usual.at(said); };
      for (const char* said : {"405", "agencies", "27 Aug 2019", "2018", "2020"})
        EXPECT_TRUE(large.contains(said)) << said;
      EXPECT_NEAR(static_cast<double>(grown("2018")), text_scale, 1e-4);
      EXPECT_GE(grown("agencies"), text_scale == 2.0 ? 1.4F : 1.9F);
      EXPECT_GE(grown("How Ring reached the police"), 1.0F);
      // A line for each layer that is on, at least so much larger than the usual; in two lines where it is long.
      const float least_px = (text_scale == 2.0 ? 1.3F : 1.4F) * 17.0F * px_per_pt;
      for (const auto& layer : stage().world().exhibit.layers) {
        const std::string label = layer.label.in("en"), begins = label.substr(0, label.find(' '));
        const bool is_said = std::any_of(large.begin(), large.end(), [&](const auto& line) {
          return line.first.starts_with(begins) && line.second >= least_px;
        });
        EXPECT_TRUE(is_said) << label;
      }
    }
  }
}

TEST_F(Furniture, SoItIsWhereRecordsAreFilteredOut) {
  for (const char* language : {"en", "es"}) {
    for (const char* day : {"2019-08-27", "2020-06-11", "2020-07-15"}) {
      model::ViewState view = view_on(day);
      view.language = language;
      view.filter.regions = {"CA", "FL", "IL", "TX", "NJ", "NY"};
      view.filter.days = {*time::parse_day("2018-05-03"), *time::parse_day("2020-08-31")};
      view.filter.text = "police department";
      for (const scene::SizePx size : {scene::SizePx{1920, 1080}, {920, 720}, {1080, 1080}, {1080, 1920}}) {
        expect_sound(view, size, kOfWindows);
      }
    }
  }
}

TEST_F(Furniture, AFilterIsSaidInThePicture) {
  model::ViewState view = view_on("2019-08-27");
  view.filter.regions = {"FL"};
  const auto says = [&](std::string_view text) {
    const auto lines = set_lines(stage().fonts(), framed(view, {1920, 1080}, 0.0));
    return std::any_of(lines.begin(), lines.end(), [&](const SetLine& line) { return line.text == text; });
  };
  EXPECT_TRUE(says("Of 405 in all · FL"));
  EXPECT_TRUE(says("67"));
  view.filter = {};
  EXPECT_FALSE(says("Of 405 in all · FL"));
}

}  // namespace
}  // namespace spreadmap::app
