// Title, counter, legend, strip and credits leave one another and the map alone, in every shape of picture, language and day.
#include <fmt/ranges.h>

#include <cstdlib>

#include "furniture_testing.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

class Furniture : public StageTest {
 protected:
  // What windows hold type at; an export lays out with 0.
  static constexpr double kOfWindows = 0.72;

  static void expect_sound(const model::ViewState& view, scene::SizePx size, double least_type) {
    stage().draw(view, size, scene::px_per_pt_of(size, least_type));
    const auto faults = furniture_faults(stage());
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
    stage().draw(view, {1920, 1080}, 1.0);
    const auto lines = set_lines(stage());
    return std::any_of(lines.begin(), lines.end(), [&](const SetLine& line) { return line.text == text; });
  };
  EXPECT_TRUE(says("Of 405 in all · FL"));
  EXPECT_TRUE(says("67"));
  view.filter = {};
  EXPECT_FALSE(says("Of 405 in all · FL"));
}

}  // namespace
}  // namespace spreadmap::app
