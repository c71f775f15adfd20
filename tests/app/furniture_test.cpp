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
    scene::build_frame(stage().inputs(view), view, size, scene::px_per_pt_of(size, least_type, view.safe_area), frame);
    return frame;
  }
  static void expect_sound(const model::ViewState& view, scene::SizePx size, double least_type) {
    const scene::Frame& frame = framed(view, size, least_type);
    std::vector<std::string> faults = furniture_faults(stage().fonts(), frame, false, view.safe_area);
    // A filter may be as long as one likes.
    if (view.filter == model::Filter{}) {
      for (const std::string& line : cut_lines(stage().fonts(), frame)) faults.push_back(line + " is cut");
    }
    EXPECT_TRUE(faults.empty()) << size.width_px << "x" << size.height_px << ", " << view.language << ", day "
                                << view.playhead_d << ": " << fmt::format("{}", fmt::join(faults, "; "));
  }
};

TEST_F(Furniture, TheFlagsOfAStretchStandApartHoweverShortItIs) {
  model::ViewState view = view_on("2019-08-27");
  const double last_d = stage().world().story->axis().whole().to_d;
  for (const double length_d : {1.0, 3.0, 10.0, 20.0, 40.0, 300.0}) {
    for (const double from_d : {0.0, 600.0, last_d - length_d}) {
      view.stretch = time::PlayRange{from_d, from_d + length_d};
      for (const scene::SizePx size : {scene::SizePx{1600, 900}, {920, 720}, {1080, 1920}}) {
        SCOPED_TRACE(fmt::format("{} days from {}, {} px wide", length_d, from_d, size.width_px));
        const scene::Frame& frame = framed(view, size, kOfWindows);
        EXPECT_LE(frame.stretch_from_rect.right_px, frame.stretch_to_rect.left_px + 0.01F) << "one grasp, one end";
        const std::vector<SetLine> lines = set_lines(stage().fonts(), frame);
        const auto flag = [&lines](const char* name) {
          return std::find_if(lines.begin(), lines.end(), [name](const SetLine& line) { return line.text == name; });
        };
        const auto a = flag("A"), b = flag("B");
        ASSERT_TRUE(a != lines.end() && b != lines.end());
        EXPECT_LT(a->rect.right_px, b->rect.left_px);
        EXPECT_TRUE(frame.stretch_from_rect.contains({(a->rect.left_px + a->rect.right_px) / 2.0F, a->rect.bottom_px}));
        EXPECT_TRUE(frame.stretch_to_rect.contains({(b->rect.left_px + b->rect.right_px) / 2.0F, b->rect.bottom_px}));
      }
    }
  }
}

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
  int turn = 0;
  for (const char* language : {"en", "es"}) {
    for (const char* day : {"2020-06-11", "2020-07-15"}) {
      // The short form takes them by turns.
      if (std::getenv("SPREADMAP_LONG_TESTS") == nullptr && turn++ % 2 == (language == std::string_view("en") ? 0 : 1))
        continue;
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

constexpr std::array<scene::SizePx, 5> kFormats{{{1920, 1080}, {1080, 1920}, {1080, 1080}, {1080, 1350}, {2520, 1080}}};

TEST_F(Furniture, AllTextStaysInTheSafeAreaInEveryFormat) {
  model::ViewState view = view_on("2020-07-15");
  for (const char* language : {"en", "es"}) {
    view.language = language;
    for (const double text_scale : {1.0, 2.0}) {
      view.looks.text_scale = text_scale;
      for (const model::SafeArea safe :
           {model::SafeArea{}, {0.05, 0.05, 0.05, 0.05}, {0.06, 0.14, 0.06, 0.2}, {0.3, 0.0, 0.0, 0.1}}) {
        view.safe_area = safe;
        for (const scene::SizePx size : kFormats) {
          SCOPED_TRACE(fmt::format("{} {} {} {}", text_scale, safe.left, safe.top, safe.bottom));
          expect_sound(view, size, 0.0);
          const scene::Frame& frame = framed(view, size, 0.0);
          for (const SetLine& label : lines_on_map(stage().fonts(), frame)) {
            EXPECT_GE(label.rect.left_px, safe.left * size.width_px) << label.text;
            EXPECT_LE(label.rect.right_px, (1.0 - safe.right) * size.width_px) << label.text;
          }
        }
      }
    }
  }
}

TEST_F(Furniture, BeyondTheSafeAreaTheMapGoesOnWhereNothingIsWritten) {
  model::ViewState view = view_on("2019-08-27");
  constexpr scene::SizePx kSize{1080, 1920};
  const float usual_left_px = framed(view, kSize, 0.0).map_rect.left_px;
  view.safe_area = {0.2, 0.14, 0.1, 0.2};
  const scene::Frame& frame = framed(view, kSize, 0.0);
  EXPECT_NEAR(frame.map_rect.left_px, usual_left_px, 12.0F);
  EXPECT_GT(frame.map_room.left_px, 0.2F * 1080.0F);
  EXPECT_GT(frame.map_rect.right_px, 0.9F * 1080.0F);
  EXPECT_EQ(frame.map_rect.top_px, frame.map_room.top_px) << "the counter stands there";
  view.furniture = {false, false, false, false, false, false, false};
  EXPECT_LT(framed(view, kSize, 0.0).map_rect.top_px, 0.14F * 1920.0F);
}

/// Names on the map that stand under what else is written there.
std::vector<std::string> covered_labels(const text::FontSet& fonts, const scene::Frame& frame) {
  std::vector<std::string> covered;
  for (const SetLine& label : lines_on_map(fonts, frame)) {
    for (const scene::PixelRect& clear : frame.kept_clear) {
      if (label.rect.overlaps(clear)) covered.push_back(label.text);
    }
  }
  return covered;
}

TEST_F(Furniture, NoNameStandsUnderTheDaysTheLineOrTheHoldOfAWipe) {
  // Of an amount that the line cuts, another would be left to read.
  const auto cut_labels = [](const scene::Frame& frame, float line_px) {
    std::vector<std::string> cut;
    for (const SetLine& label : lines_on_map(stage().fonts(), frame)) {
      if (label.rect.left_px < line_px && line_px < label.rect.right_px) cut.push_back(label.text);
    }
    return cut;
  };
  model::ViewState view = view_on("2020-09-01");
  scene::Frame left;
  for (const double text_scale : {1.0, 3.0}) {
    view.looks.text_scale = text_scale;
    for (const double share : {0.1, 0.3, 0.5, 0.7}) {
      view.wipe = {position_d("2019-01-01"), share};
      for (const scene::SizePx size : {scene::SizePx{1920, 1080}, {1080, 1080}, {400, 800}}) {
        SCOPED_TRACE(fmt::format("{}x{} at {}, {}", size.width_px, size.height_px, text_scale, share));
        const scene::Frame& frame = framed(view, size, 0.0);
        ASSERT_GE(frame.kept_clear.size(), 1U);
        EXPECT_EQ(covered_labels(stage().fonts(), frame), std::vector<std::string>{});
        EXPECT_EQ(cut_labels(frame, *frame.wipe_px), std::vector<std::string>{});
        const model::ViewState left_view = scene::left_of_wipe(view);
        scene::build_frame(stage().inputs(left_view), left_view, size, scene::px_per_pt_of(size, 0.0), left,
                           frame.kept_clear);
        EXPECT_EQ(covered_labels(stage().fonts(), left), std::vector<std::string>{});
        EXPECT_EQ(cut_labels(left, *frame.wipe_px), std::vector<std::string>{});
      }
    }
  }
}

TEST_F(Furniture, EachDayOfAWipeStandsOnItsOwnSideOfTheLineOrNowhere) {
  model::ViewState view = view_on("2020-03-01");
  for (const double share : {0.0, 0.02, 0.5, 0.98, 1.0}) {
    view.wipe = {position_d("2018-06-01"), share};
    const scene::Frame& frame = framed(view, {1920, 1080}, 0.0);
    const float line_px = *frame.wipe_px;
    const auto stands = [&](const char* day) {
      for (const scene::TextRun& run : frame.furniture_text.runs) {
        const auto text =
            std::string_view(frame.furniture_text.strings).substr(run.string_begin, run.string_end - run.string_begin);
        if (text == day && run.origin.y_px < frame.map_rect.bottom_px && run.origin.x_px < frame.map_rect.right_px) {
          return std::optional(
              std::pair(run.origin.x_px, run.origin.x_px + stage().fonts().shape(text, run.style).width_px));
        }
      }
      return std::optional<std::pair<float, float>>();
    };
    const auto left = stands("1 June 2018"), right = stands("1 March 2020");
    EXPECT_EQ(left.has_value(), share >= 0.5) << share;
    EXPECT_EQ(right.has_value(), share <= 0.5) << share;
    EXPECT_LT(left.value_or(std::pair(0.0F, -1.0F)).second, line_px) << share;
    EXPECT_GT(right.value_or(std::pair(1e9F, 0.0F)).first, line_px) << share;
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

TEST_F(Furniture, EachOfManyConditionsIsSaidInTypeOfNotes) {
  const std::size_t counted = *story().counted_layer();
  for (const char* language : {"en", "es"}) {
    model::ViewState one = view_on("2019-08-28");
    one.language = language;
    one.filter.regions = {"CA"};
    model::ViewState many = one;
    many.filter.regions = {"CA", "TX", "FL", "NJ", "IL"};
    many.layers[counted].kinds = {"police", "sheriff"};
    many.filter.days = {*time::parse_day("2018-12-01"), *time::parse_day("2019-11-30")};
    many.filter.amount_usd = {13000.0, 68000.0};
    many.filter.precisions = {model::DatePrecision::kDay};
    many.filter.text = "county";
    const bool is_english = std::string_view(language) == "en";
    for (const double text_scale : {1.0, 1.5, 3.0}) {
      for (const scene::SizePx size : kWindows) {
        SCOPED_TRACE(fmt::format("{}x{} at {}, {}", size.width_px, size.height_px, text_scale, language));
        const auto size_of = [&](const model::ViewState& view) {
          const scene::TextList& list = framed(view, size, kOfWindows).furniture_text;
          for (const scene::TextRun& run : list.runs) {
            if (list.strings.substr(run.string_begin).starts_with(is_english ? "Of 40" : "De 40"))
              return run.style.size_px;
          }
          return 0.0F;
        };
        one.looks.text_scale = many.looks.text_scale = text_scale;
        const float usual_px = size_of(one);
        EXPECT_GT(usual_px, 0.0F);
        // Large type may give way a little, as that of the legend does.
        EXPECT_GE(size_of(many), (text_scale > 1.5 ? 0.65F : 0.999F) * usual_px);
        for (const char* day : {"2019-08-28", "2020-08-15"}) {
          many.playhead_d = position_d(day);
          expect_sound(many, size, kOfWindows);
        }
        const scene::Frame& frame = framed(many, size, kOfWindows);
        EXPECT_TRUE(cut_lines(stage().fonts(), frame).empty());
        std::string said;
        for (const SetLine& line : set_lines(stage().fonts(), frame)) said += line.text + "\n";
        for (const char* condition : {"CA", is_english ? "olice" : "olicía", "2018", "2019", "13", "68", "“county”",
                                      is_english ? "is known" : "Se conoce"}) {
          EXPECT_NE(said.find(condition), std::string::npos) << condition << " in " << said;
        }
        many.playhead_d = position_d("2019-08-28");
      }
    }
  }
}

TEST_F(Furniture, ALegendOfAreasSaysWhatNoneAndNoDataLookLike) {
  model::ViewState view = view_on("2019-08-28");
  for (std::size_t layer = 0; layer < view.layers.size(); ++layer) {
    const auto kind = stage().world().exhibit.layers[layer].kind;
    view.layers[layer].visible = kind == exhibit::LayerKind::kAreas || kind == exhibit::LayerKind::kDensity;
  }
  ASSERT_TRUE(stage().prepare(view));
  for (const double text_scale : {1.0, 1.5, 3.0}) {
    view.looks.text_scale = text_scale;
    for (const scene::SizePx size : kWindows) {
      SCOPED_TRACE(fmt::format("{}x{} at {}", size.width_px, size.height_px, text_scale));
      const scene::Frame& frame = framed(view, size, kOfWindows);
      const auto lines = set_lines(stage().fonts(), frame);
      EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const SetLine& line) { return line.text == "No data"; }));
      const bool has_stripes = std::any_of(frame.furniture.begin(), frame.furniture.end(),
                                           [](const scene::Shape& s) { return s.kind == scene::ShapeKind::kStripes; });
      EXPECT_TRUE(has_stripes);
    }
  }
}

TEST_F(Furniture, ASampleInTheLegendStandsInItsRow) {
  const model::ViewState view = view_on("2019-08-28");
  const scene::SceneInputs inputs = stage().inputs(view);
  exhibit::Exhibit large = inputs.exhibit;
  for (exhibit::LayerSpec& layer : large.layers) layer.style.radius_pt = 200.0;
  const scene::SceneInputs with_large{
      large,        inputs.tables,   inputs.story,      inputs.selection,  inputs.geometry,  inputs.theme,
      inputs.fonts, inputs.language, inputs.projection, inputs.glide_from, inputs.graticule, inputs.label_plans,
      inputs.areas, inputs.densities};
  scene::Frame frame;
  for (const scene::SizePx size : {scene::SizePx{1920, 1080}, {1080, 1080}, {1080, 1920}}) {
    scene::build_frame(with_large, view, size, scene::px_per_pt_of(size, 0.0), frame);
    for (const scene::Shape& shape : frame.furniture) {
      const bool is_round = shape.kind == scene::ShapeKind::kDiamond || shape.corner_px >= shape.half_width_px;
      if (!is_round || shape.kind == scene::ShapeKind::kStripes) continue;
      const scene::PixelRect rect{shape.centre_x_px - shape.half_width_px, shape.centre_y_px - shape.half_height_px,
                                  shape.centre_x_px + shape.half_width_px, shape.centre_y_px + shape.half_height_px};
      for (const SetLine& line : set_lines(stage().fonts(), frame)) {
        EXPECT_FALSE(rect.overlaps(line.rect)) << line.text << " in " << size.width_px << "x" << size.height_px;
      }
    }
  }
}

TEST_F(Furniture, WithLessMotionNoRingIsExplained) {
  model::ViewState view = view_on("2019-08-28");
  const auto explains = [&] {
    const auto lines = set_lines(stage().fonts(), framed(view, {1920, 1080}, 0.0));
    return std::any_of(lines.begin(), lines.end(),
                       [](const SetLine& line) { return line.text == "Joined in the last 14 days"; });
  };
  EXPECT_TRUE(explains());
  view.looks.reduces_motion = true;
  EXPECT_FALSE(explains());
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
