#include "app/saved_views.h"

#include <fstream>

#include "killed_testing.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

class SavedViewsTest : public StageTest {
 protected:
  void SetUp() override {
    // Tests run side by side, each in a process of its own.
    const std::string own = testing::UnitTest::GetInstance()->current_test_info()->name();
    file_ = fs::path(testing::TempDir()) / ("spreadmap-views-" + own) / "views.json";
    fs::remove_all(file_.parent_path());
  }
  void TearDown() override { fs::remove_all(file_.parent_path()); }
  [[nodiscard]] SavedViews open() const {
    return {file_, stage().world().exhibit, story().axis(), stage().first_view()};
  }
  [[nodiscard]] std::string contents() const {
    std::ifstream in(file_);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const char* text) const {
    fs::create_directories(file_.parent_path());
    std::ofstream(file_) << text;
  }
  static model::ViewState rich_view() {
    model::ViewState view = view_on("2019-08-27");
    view.camera = {{1.25e5, -3.5e5}, 7.5};
    view.strip = time::PlayRange{100.25, 400.5};
    view.stretch = time::PlayRange{200.0, 260.0};
    view.wipe = model::Wipe{120.0, 0.3};
    view.graticule = true;
    view.layers[0].visible = false;
    view.layers[1].opacity = 0.4;
    view.layers[1].kinds = {"sheriff"};
    view.layers[1].window_days = 90;
    std::swap(view.layer_order[0], view.layer_order[1]);
    view.filter = {.regions = {"FL", "TX"},
                   .days = {{*time::parse_day("2019-01-01"), *time::parse_day("2019-06-30")}},
                   .amount_usd = {{1000.0, 50000.0}},
                   .precisions = {model::DatePrecision::kMonth},
                   .text = "ñandú \"quoted\""};
    return view;
  }
  fs::path file_;
};

TEST_F(SavedViewsTest, AreWholeWheneverTheProgramIsKilled) {
  ASSERT_TRUE(open().save({"North", rich_view()}));
  SavedViews saving = open();
  expect_whole_whenever_killed(
      [&](int round) {
        (void)saving.save({round % 2 == 0 ? "South" : "West", rich_view()});
      },
      [&] {
        const SavedViews now = open();
        EXPECT_EQ(now.fault(), "");
        ASSERT_GE(now.views().size(), 1U);
        EXPECT_EQ(now.views()[0].name, "North");
      });
}

TEST_F(SavedViewsTest, AViewComesBackAsItWas) {
  ASSERT_TRUE(open().save({"North", rich_view()}));
  const SavedViews again = open();
  ASSERT_EQ(again.views().size(), 1U) << again.fault();
  EXPECT_EQ(again.views()[0].name, "North");
  EXPECT_TRUE(again.views()[0].view == [] {
    model::ViewState view = rich_view();
    view.playback = stage().first_view().playback;
    return view;
  }());
}

TEST_F(SavedViewsTest, TimesStayOnTheTimelineAndOlderFilesHaveNone) {
  ASSERT_TRUE(open().save({"a", rich_view()}));
  const std::string text = contents();
  const auto with = [&](const std::string& part, const std::string& replacement) {
    const std::size_t begin = text.find("\"" + part + "\": ["), end = text.find(']', begin);
    EXPECT_NE(begin, std::string::npos);
    write((text.substr(0, begin) + "\"" + replacement + text.substr(end + 1)).c_str());
    const SavedViews views = open();
    EXPECT_EQ(views.fault(), "");
    return views.views().at(0).view;
  };
  const double last_d = story().axis().whole().to_d;
  EXPECT_EQ(with("stretch", "stretch\": [0, 1e9]").stretch, (time::PlayRange{0.0, last_d})) << "cut to the timeline";
  EXPECT_EQ(with("stretch", "stretch\": [1e8, 1e9]").stretch, std::nullopt) << "all of it lies outside";
  EXPECT_EQ(with("strip", "strip\": [0, 1e9]").strip, std::nullopt) << "that is all there is";
  EXPECT_EQ(with("wipe", "wipe\": [1e9, 7]").wipe, (model::Wipe{last_d, 1.0}));
  EXPECT_EQ(with("strip", "other\": []").strip, std::nullopt);
}

TEST_F(SavedViewsTest, OneOfTheSameNameTakesItsPlaceAndAForgottenOneIsGone) {
  SavedViews views = open();
  ASSERT_TRUE(views.save({"a", view_on("2019-01-01")}));
  ASSERT_TRUE(views.save({"b", view_on("2019-02-01")}));
  ASSERT_TRUE(views.save({"a", view_on("2019-03-01")}));
  ASSERT_EQ(views.views().size(), 2U);
  EXPECT_EQ(views.views()[0].view.playhead_d, position_d("2019-03-01"));
  ASSERT_TRUE(views.forget(0));
  EXPECT_EQ(open().views().at(0).name, "b");
}

TEST_F(SavedViewsTest, AFileThatIsNoneStaysAsItIs) {
  for (const char* text : {"not json", "[1, 2]", "{", "\xff\xfe"}) {
    write(text);
    SavedViews views = open();
    EXPECT_NE(views.fault().find("views.json"), std::string::npos);
    EXPECT_FALSE(views.save({"a", view_on("2019-01-01")}));
    EXPECT_EQ(contents(), text);
  }
}

TEST_F(SavedViewsTest, AnEntryOfAnotherShapeIsAFaultAndNothingIsLost) {
  const std::string key = fs::weakly_canonical(stage().world().exhibit.file).string();
  const std::string text = "{\"" + key + R"(": [{"name": 7}]})";
  write(text.c_str());
  SavedViews views = open();
  EXPECT_FALSE(views.fault().empty());
  EXPECT_FALSE(views.save({"a", view_on("2019-01-01")}));
  EXPECT_EQ(contents(), text);
}

TEST_F(SavedViewsTest, ViewsOfOtherExhibitsAndLayersThatAreGoneAreLeftAlone) {
  const std::string key = fs::weakly_canonical(stage().world().exhibit.file).string();
  ASSERT_TRUE(open().save({"a", rich_view()}));
  std::string text = contents();
  const std::string id = "\"" + stage().world().exhibit.layers[1].id + "\"";
  text.replace(text.find(id), id.size(), "\"gone\"");
  text.insert(text.find('{') + 1, R"("/other/exhibit.toml": [{"name": "theirs"}],)");
  write(text.c_str());
  SavedViews views = open();
  ASSERT_EQ(views.views().size(), 1U) << views.fault();
  EXPECT_EQ(views.views()[0].view.layers[1].opacity, stage().first_view().layers[1].opacity);
  ASSERT_TRUE(views.forget(0));
  EXPECT_NE(contents().find("theirs"), std::string::npos);
}

}  // namespace
}  // namespace spreadmap::app
