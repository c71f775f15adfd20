// Several records in one place: one mark from far that says so, side by side from near, each under the finger where it is drawn.
#include "scene/stacks.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>

#include "base/colour.h"
#include "scene/camera.h"
#include "scene/pick.h"
#include "scene/record_card.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

constexpr scene::SizePx kStacksSize{1280, 720};

struct SetText {
  std::string text;
  scene::TextRun run;
};

std::vector<SetText> labels_of(const scene::Frame& frame) {
  std::vector<SetText> found;
  for (const scene::TextRun& run : frame.labels.runs)
    found.push_back({frame.labels.strings.substr(run.string_begin, run.string_end - run.string_begin), run});
  return found;
}

class Stacks : public StageTest {
 protected:
  static constexpr std::uint32_t kLayer = 2;  // the signatories

  static void draw(const model::ViewState& view) {
    stage().draw(view, kStacksSize, scene::px_per_pt_of(kStacksSize, 0.0));
  }
  static const scene::Spots& spots() { return stage().first_sheet().geometry.spots[kLayer]; }
  /// The six seats in Washington.
  static std::vector<std::uint32_t> seats() {
    const auto& table = stage().world().tables.layers[kLayer];
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < table.row_count(); ++row) {
      if (table.place[row] == "Washington") rows.push_back(row);
    }
    EXPECT_EQ(rows.size(), 6U);
    return rows;
  }
  static model::ViewState view_of_seats(const char* day, double zoom) {
    model::ViewState view = view_on(day);
    for (std::uint32_t layer = 0; layer < view.layers.size(); ++layer) view.layers[layer].visible = layer == kLayer;
    view.camera = {stage().first_sheet().geometry.marks[kLayer][seats().front()], zoom};
    return view;
  }
  /// What stands near the seats in figures: "6".
  static std::vector<SetText> counts_of(const model::ViewState& view) {
    draw(view);
    const auto& frame = stage().frame();
    const auto at = scene::pixel_from_map(stage().first_sheet().geometry.marks[kLayer][seats().front()], frame.map);
    std::vector<SetText> found = labels_of(frame);
    std::erase_if(found, [&](const SetText& label) {
      return label.text.front() < '0' || label.text.front() > '9' ||
             std::hypot(label.run.origin.x_px - at.x_px, label.run.origin.y_px - at.y_px) > 30.0F;
    });
    return found;
  }
};

TEST_F(Stacks, FromFarAFigureSaysHowManyAndTheCardListsThem) {
  model::ViewState view = view_of_seats("2019-12-01", 1.0);
  for (const style::ThemeName theme : {style::ThemeName::kDark, style::ThemeName::kLight}) {
    view.looks.theme = theme;
    const auto counts = counts_of(view);
    ASSERT_EQ(counts.size(), 1U);
    EXPECT_EQ(counts[0].text, "6");
    EXPECT_EQ(counts[0].run.colour.a, 255);
    EXPECT_GE(contrast_ratio(counts[0].run.colour, style::theme_of(theme).land), style::kAaText);
    EXPECT_GE(contrast_ratio(counts[0].run.colour, style::theme_of(theme).ground), style::kAaText);
  }
  const auto card = scene::record_card(stage().inputs(view), view, {kLayer, seats().front()});
  std::set<std::uint32_t> listed{seats().front()};
  for (const model::RecordRef other : card.neighbours) listed.insert(other.row);
  const auto all = seats();
  EXPECT_EQ(listed, std::set<std::uint32_t>(all.begin(), all.end()));
}

TEST_F(Stacks, TheFigureIsOfTheDayAndTheFilter) {
  EXPECT_TRUE(counts_of(view_of_seats("2019-10-06", 1.0)).empty());
  model::ViewState view = view_of_seats("2019-12-01", 1.0);
  const auto& names = stage().world().tables.layers[kLayer].name;
  view.filter.text = std::string(names[seats().front()]);
  EXPECT_TRUE(counts_of(view).empty()) << "one alone is no stack";
}

TEST_F(Stacks, FromNearEachStandsAloneAndIsFoundWhereItIsDrawn) {
  const model::ViewState view = view_of_seats("2019-12-01", 40.0);
  EXPECT_TRUE(counts_of(view).empty());
  const auto& frame = stage().frame();
  const scene::PickIndex index(stage().first_sheet().geometry);
  std::vector<scene::PixelPoint> centres;
  for (const std::uint32_t row : seats()) {
    const model::RecordRef record{kLayer, row};
    const auto place = scene::mark_place(stage().inputs(view), frame, record);
    ASSERT_TRUE(place);
    EXPECT_EQ(scene::record_at(stage().inputs(view), view, frame, index, place->centre, 4.0F), record);
    const auto is_drawn = [&](const scene::Shape& shape) {
      return shape.kind == scene::ShapeKind::kDiamond && shape.centre_x_px == place->centre.x_px &&
             shape.centre_y_px == place->centre.y_px;
    };
    EXPECT_EQ(std::count_if(frame.symbols.begin(), frame.symbols.end(), is_drawn), 1);
    for (const scene::PixelPoint other : centres) {
      EXPECT_GT(std::hypot(other.x_px - place->centre.x_px, other.y_px - place->centre.y_px), 2.0F * place->radius_px);
    }
    centres.push_back(place->centre);
  }
}

/// An exhibit of twelve organisations, five of them in one town, with labels.
class StacksWithLabels : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  std::unique_ptr<Stage> stage(const char* kind, const char* label) {
    std::ofstream rows(folder_ / "rows.csv");
    rows << "name,town,day,lon,lat\n";
    for (int i = 0; i < 5; ++i)
      rows << "Seat " << static_cast<char>('A' + i) << ",Denver,2019-0" << 1 + i << "-01,-104.99,39.74\n";
    for (int i = 0; i < 7; ++i)
      rows << "Lone " << static_cast<char>('A' + i) << ",Town" << i << ",2019-01-01," << -120 + 6 * i << ",36.0\n";
    rows.close();
    std::ofstream(folder_ / "own.exhibit.toml") << fmt::format(
        "title = \"Own\"\n[[map.base]]\nsource = \"{}/geodata/us.gpkg\"\nlayer = \"states\"\nrole = \"land\"\n"
        "[timeline]\nfrom = 2019-01-01\nto = 2019-12-31\n[[layers]]\nid = \"rows\"\nkind = \"{}\"\nlabel = \"Rows\"\n"
        "source = \"rows.csv\"\n[layers.fields]\nname = \"name\"\nplace = \"town\"\nfirst_day = \"day\"\nlon = "
        "\"lon\"\n"
        "lat = \"lat\"\n[layers.style]\nlabel = \"{}\"\n",
        SPREADMAP_SOURCE_DIR, kind, label);
    auto made = offscreen_stage(folder_ / "own.exhibit.toml");
    EXPECT_TRUE(made) << made.error().message;
    return made ? std::move(*made) : nullptr;
  }

  static std::vector<SetText> labels(Stage& stage, std::string_view day, double zoom) {
    model::ViewState view = stage.first_view();
    view.playhead_d = stage.world().story->axis().position_d(*time::parse_day(day));
    view.camera = {stage.first_sheet().geometry.marks[0].back(), zoom};
    const auto& table = stage.world().tables.layers[0];
    for (std::uint32_t row = 0; row < table.row_count(); ++row) {
      if (table.name[row] == "Seat A") view.camera.centre = stage.first_sheet().geometry.marks[0][row];
    }
    stage.draw(view, kStacksSize, scene::px_per_pt_of(kStacksSize, 0.0));
    return labels_of(stage.frame());
  }

  fs::path folder_ = fs::temp_directory_path() / ("spreadmap-stacks-" + std::to_string(getpid()));
};

TEST_F(StacksWithLabels, NamesFollowTheirMarksOnTheSpiral) {
  for (const char* kind : {"signatories", "partnerships"}) {
    const auto own = stage(kind, "name");
    ASSERT_TRUE(own);
    const auto is_seat = [](const SetText& label) { return label.text.starts_with("Seat"); };
    const auto from_far = labels(*own, "2019-12-31", 1.4);
    EXPECT_TRUE(std::none_of(from_far.begin(), from_far.end(), is_seat)) << "one name would be said of five";
    EXPECT_TRUE(
        std::any_of(from_far.begin(), from_far.end(), [](const auto& label) { return label.text == "Lone C"; }));
    auto from_near = labels(*own, "2019-12-31", 60.0);
    std::erase_if(from_near, [&](const SetText& label) { return !is_seat(label); });
    EXPECT_GE(from_near.size(), 3U) << kind;
    const auto& table = own->world().tables.layers[0];
    const auto inputs = own->inputs(own->first_view());
    for (const SetText& label : from_near) {
      // The mark that is nearest to a name is its own, and no mark lies under it.
      const float width_px = own->fonts().shape(label.text, label.run.style).width_px;
      const scene::PixelRect ink{label.run.origin.x_px, label.run.origin.y_px - 9.0F * own->frame().px_per_pt,
                                 label.run.origin.x_px + width_px, label.run.origin.y_px};
      std::string nearest;
      float least_px = 1e9F;
      for (std::uint32_t row = 0; row < table.row_count(); ++row) {
        const auto mark = scene::mark_place(inputs, own->frame(), {0, row});
        const float away_px = std::hypot(mark->centre.x_px - std::clamp(mark->centre.x_px, ink.left_px, ink.right_px),
                                         mark->centre.y_px - std::clamp(mark->centre.y_px, ink.top_px, ink.bottom_px));
        EXPECT_GT(away_px, 0.7F * mark->radius_px) << label.text << " runs over " << table.name[row];
        if (away_px < least_px) nearest = table.name[row];
        least_px = std::min(least_px, away_px);
      }
      EXPECT_EQ(nearest, label.text) << kind;
    }
  }
}

TEST_F(StacksWithLabels, ThePlaceIsSaidOnceWhicheverOfItsRecordsIsThere) {
  const auto own = stage("partnerships", "place");
  ASSERT_TRUE(own);
  model::ViewState view = own->first_view();
  for (const double zoom : {2.0, 60.0}) {
    const auto found = labels(*own, "2019-12-31", zoom);
    EXPECT_EQ(std::count_if(found.begin(), found.end(), [](const auto& label) { return label.text == "Denver"; }), 1);
  }
  // A window takes the first away; the others are still in Denver.
  view.layers[0].window_days = 20;
  view.camera = {own->first_sheet().geometry.marks[0].back(), 60.0};
  view.playhead_d = own->world().story->axis().position_d(*time::parse_day("2019-05-10"));
  own->draw(view, kStacksSize, 1.0);
  const auto found = labels_of(own->frame());
  EXPECT_EQ(std::count_if(found.begin(), found.end(), [](const auto& label) { return label.text == "Denver"; }), 1);
}

}  // namespace
}  // namespace spreadmap::app
