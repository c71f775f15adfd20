// Exhibits that are not the built-in one: what their makers may write, and what the picture then has to be.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <set>

#include "base/hash.h"
#include "furniture_testing.h"
#include "offscreen_stage.h"
#include "scene/layout.h"
#include "scene/pick.h"
#include "scene/record_card.h"

namespace spreadmap::app {
namespace {

namespace fs = std::filesystem;

constexpr scene::SizePx kOwnSize{1920, 1080};

/// A layer of the rows of `OwnExhibit::stage`.
std::string layer_of_rows(const std::string& id, const std::string& label) {
  return fmt::format(R"([[layers]]
id = "{}"
kind = "partnerships"
label = "{}"
source = "rows.csv"
[layers.fields]
name = "name"
first_day = "day"
lon = "lon"
lat = "lat"
)",
                     id, label);
}

/// An exhibit on the states' land, with records of its own, in a folder of its own.
class OwnExhibit : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  std::unique_ptr<Stage> stage(const std::string& from, const std::string& to, const std::string& rows,
                               const std::string& more_keys = "", const std::string& more_layers = "",
                               const std::string& layers_before = "") {
    std::ofstream(folder_ / "rows.csv") << "name,day,lon,lat\n" << rows;
    std::ofstream(folder_ / "own.exhibit.toml") << fmt::format(
        R"(title = "Own"
{}
[map]
[[map.base]]
source = "{}/geodata/us.gpkg"
layer = "states"
role = "land"
[timeline]
from = {}
to = {}
{}
{}{}
)",
        more_keys, SPREADMAP_SOURCE_DIR, from, to, layers_before, layer_of_rows("rows", "Rows"), more_layers);
    auto made = offscreen_stage(folder_ / "own.exhibit.toml");
    EXPECT_TRUE(made) << made.error().message;
    return made ? std::move(*made) : nullptr;
  }

  /// An exhibit of one layer of partnerships that may end: name, first day, last day, longitude, latitude each.
  std::unique_ptr<Stage> partnerships(const std::string& rows, const std::string& map_keys = "",
                                      const std::string& file = "ends.csv", const std::string& more_fields = "") {
    if (!rows.empty()) std::ofstream(folder_ / file) << "name,day,end,lon,lat\n" << rows;
    std::ofstream(folder_ / "ends.exhibit.toml") << fmt::format(R"(title = "Ends"
[map]
{}
[timeline]
from = 2019-01-01
to = 2019-12-31
[[layers]]
id = "ends"
kind = "partnerships"
label = "Ends"
source = "{}"
fields = {{ name = "name", first_day = "day", last_day = "end", lon = "lon", lat = "lat"{} }}
)",
                                                                map_keys, file, more_fields);
    auto made = offscreen_stage(folder_ / "ends.exhibit.toml");
    EXPECT_TRUE(made) << made.error().message;
    return made ? std::move(*made) : nullptr;
  }

  /// A layer of circles with rows of its own: name, day, amount, longitude, latitude each.
  std::string money_layer(const std::string& rows) const {
    std::ofstream(folder_ / "money.csv") << "name,day,usd,lon,lat\n" << rows;
    return R"(
[[layers]]
id = "money"
kind = "subsidies"
label = "Money"
source = "money.csv"
fields = { name = "name", first_day = "day", amount_usd = "usd", lon = "lon", lat = "lat" }
)";
  }

  /// The left and right ends of the texts that share the axis labels' baseline, from left to right.
  static std::vector<std::pair<float, float>> axis_labels(Stage& stage) {
    stage.draw(stage.first_view(), kOwnSize, scene::px_per_pt_of(kOwnSize, 0.0));
    const scene::Frame& frame = stage.frame();
    const scene::Layout layout = scene::layout_of(kOwnSize, 1.0, stage.first_view().furniture);
    const auto baseline_px = static_cast<float>(layout.axis_y_pt + layout.axis_labels_pt);
    std::vector<std::pair<float, float>> spans;
    for (const scene::TextRun& run : frame.furniture_text.runs) {
      if (std::abs(run.origin.y_px - baseline_px) > 0.5F) continue;
      const auto text =
          std::string_view(frame.furniture_text.strings).substr(run.string_begin, run.string_end - run.string_begin);
      spans.emplace_back(run.origin.x_px, run.origin.x_px + stage.fonts().shape(text, run.style).width_px);
    }
    std::sort(spans.begin(), spans.end());
    return spans;
  }

  fs::path folder_ = fs::temp_directory_path() / ("spreadmap-own-" + std::to_string(getpid()));
};

struct Span {
  const char* from;
  const char* to;
  friend std::ostream& operator<<(std::ostream& out, const Span& span) { return out << span.from << "/" << span.to; }
};
class TimelineOf : public OwnExhibit, public testing::WithParamInterface<Span> {};

TEST_P(TimelineOf, HasAxisLabelsThatStandApart) {
  const auto stage = this->stage(GetParam().from, GetParam().to, fmt::format("a,{},-100,40\n", GetParam().from));
  ASSERT_TRUE(stage);
  const auto labels = axis_labels(*stage);
  ASSERT_GE(labels.size(), 2U);
  EXPECT_LE(labels.size(), 40U);
  for (std::size_t i = 1; i < labels.size(); ++i) EXPECT_GT(labels[i].first, labels[i - 1].second + 8.0F) << i;
}

INSTANTIATE_TEST_SUITE_P(Spans, TimelineOf,
                         testing::Values(Span{"2019-01-01", "2019-01-02"}, Span{"2019-01-01", "2019-01-09"},
                                         Span{"2019-01-01", "2019-03-10"}, Span{"2019-01-01", "2019-06-30"},
                                         Span{"2018-01-01", "2020-09-30"}, Span{"1990-01-01", "2020-12-31"},
                                         Span{"1803-05-02", "2020-12-31"}, Span{"0001-01-01", "9999-12-31"}));

constexpr const char* kTwoTowns = "Seattle,2019-02-01,-122.33,47.61\nMiami,2019-03-01,-80.19,25.76\n";

TEST_F(OwnExhibit, ARecordOnTheFarSideOfTheWorldMakesNoSpeckOfTheMap) {
  const auto near = stage("2019-01-01", "2019-12-31", kTwoTowns);
  const auto far = stage("2019-01-01", "2019-12-31", std::string(kTwoTowns) + "Berlin,2019-04-01,13.4,52.5\n");
  ASSERT_TRUE(near && far);
  EXPECT_EQ(near->first_sheet().geometry.fit.bounds.width_m(), far->first_sheet().geometry.fit.bounds.width_m());
  // It is counted all the same.
  EXPECT_EQ(far->world().story->whole(0).count(300.0).certain, 3);
}

TEST_F(OwnExhibit, LeavingOutMarksThatNobodySeesChangesNoPixel) {
  // Heaps of marks, some ended, some of a month alone, some beyond the map's edge when it is zoomed in.
  std::string rows;
  std::mt19937 random(3);
  std::normal_distribution<double> about(0.0, 1.0);
  for (int i = 0; i < 12'000; ++i) {
    const double spread = i % 3 == 0 ? 6.0 : 1.0;
    rows += fmt::format("{},2019-{:02}{},{:.4f},{:.4f}\n", i, 1 + i % 9,
                        i % 7 == 0 ? "" : fmt::format("-{:02}", 1 + i % 28), -97.0 + spread * about(random),
                        39.0 + spread * about(random));
  }
  const auto with = stage("2019-01-01", "2019-12-31", rows);
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  const auto hash = [&](bool culls) {
    with->renderer().set_keeping(culls);
    with->renderer().forget_caches();
    media::Image image;
    with->picture(view, {.size = kOwnSize, .px_per_pt = scene::px_per_pt_of(kOwnSize, 0.0)}, image);
    Fnv1a all;
    all.add(std::as_bytes(std::span(image.rgba)));
    return all.value();
  };
  std::set<std::uint64_t> pictures;
  for (const double day_d : {120.0, 300.0}) {
    for (const double zoom : {1.0, 6.0}) {
      for (const int window_days : {0, 90}) {
        view.playhead_d = day_d;
        view.camera.zoom = zoom;
        view.layers[0].window_days = window_days;
        const std::uint64_t culled = hash(true);
        EXPECT_EQ(culled, hash(false)) << "day " << day_d << ", zoom " << zoom << ", window " << window_days;
        pictures.insert(culled);
      }
    }
  }
  EXPECT_EQ(pictures.size(), 8U);
}

TEST_F(OwnExhibit, ARecordNearTheLandIsInTheFirstView) {
  const auto plain = stage("2019-01-01", "2019-12-31", kTwoTowns);
  const auto with_vancouver =
      stage("2019-01-01", "2019-12-31", std::string(kTwoTowns) + "V,2019-04-01,-123.12,49.28\n");
  ASSERT_TRUE(plain && with_vancouver);
  EXPECT_GT(with_vancouver->first_sheet().geometry.fit.bounds.max_y_m,
            plain->first_sheet().geometry.fit.bounds.max_y_m);
}

TEST_F(OwnExhibit, FewRecordsHaveTheirNamesInTheFirstView) {
  const auto with = stage("2019-01-01", "2019-12-31", kTwoTowns, "", "[layers.style]\nlabel = \"name\"\n");
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.playhead_d = 300.0;
  with->draw(view, kOwnSize, 1.0);
  const std::string& texts = with->frame().labels.strings;
  EXPECT_NE(texts.find("Seattle"), std::string::npos);
  EXPECT_NE(texts.find("Miami"), std::string::npos);
}

TEST_F(OwnExhibit, AMarkWithRoomAboutItHasItsNameHoweverCrowdedOthersAre) {
  std::string rows = kTwoTowns;
  for (int i = 0; i < 300; ++i) {
    const int column = i % 20, row = i / 20;
    rows += fmt::format("Crowd {},2019-02-01,{:.3f},{:.3f}\n", i, -84.0 + 0.1 * column, 33.0 + 0.1 * row);
  }
  const auto with = stage("2019-01-01", "2019-12-31", rows, "", "[layers.style]\nlabel = \"name\"\n");
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.playhead_d = 300.0;
  with->draw(view, kOwnSize, 1.0);
  const std::string& texts = with->frame().labels.strings;
  EXPECT_NE(texts.find("Seattle"), std::string::npos);
  EXPECT_NE(texts.find("Miami"), std::string::npos);
  EXPECT_EQ(texts.find("Crowd"), std::string::npos);
}

TEST_F(OwnExhibit, WhatTheFirstViewDoesNotShowIsSaid) {
  std::string rows;
  for (int i = 0; i < 300; ++i) {
    const int column = i % 20, row = i / 20;
    rows += fmt::format("Near {},2019-02-01,{:.3f},{:.3f}\n", i, -98.0 + 0.1 * column, 38.0 + 0.1 * row);
  }
  rows += "Cape Town,2019-04-01,18.4,-33.9\n";
  const auto with = stage("2019-01-01", "2019-12-31", rows);
  ASSERT_TRUE(with);
  EXPECT_EQ(with->first_sheet().geometry.unseen[0].size(), 1U);
  model::ViewState view = with->first_view();
  const auto says_so = [&](double at_d) {
    view.playhead_d = at_d;
    with->draw(view, kOwnSize, 1.0);
    return with->frame().furniture_text.strings.find("1 beyond the picture") != std::string::npos;
  };
  EXPECT_FALSE(says_so(60.0));  // not there yet
  EXPECT_TRUE(says_so(300.0));
  view.camera.zoom = 4.0;  // whoever looks closer knows that there is more
  EXPECT_FALSE(says_so(300.0));
}

TEST_F(OwnExhibit, OnlyWhatIsCountedAndNotInSightIsBeyondThePicture) {
  // Towns in a narrow stretch from south to north, which leaves room at its sides; one that lies there, and two far away, of which
  // one has ended.
  std::string rows;
  for (int i = 0; i < 400; ++i)
    rows += fmt::format("Town {},2019-02-01,,{},{}\n", i, -100.0 + 0.05 * (i % 20), 38.0 + 0.01 * i);
  rows += "Beside,2019-02-01,,-97.0,40.0\nGone,2019-02-01,2019-04-01,10.0,50.0\nFar,2019-02-01,,11.0,51.0\n";
  const auto with = partnerships(rows, R"(crs = "web-mercator")");
  ASSERT_TRUE(with);
  EXPECT_EQ(with->first_sheet().geometry.unseen[0].size(), 3U);
  model::ViewState view = with->first_view();
  const auto said = [&](double at_d) {
    view.playhead_d = at_d;
    with->draw(view, kOwnSize, 1.0);
    const std::string& all = with->frame().furniture_text.strings;
    const std::size_t at = all.find(" beyond the picture");
    return at == std::string::npos || at == 0 ? '0' : all[at - 1];
  };
  EXPECT_EQ(said(50.0), '2');
  EXPECT_EQ(said(200.0), '1') << "what has ended is not counted, here or there";
}

TEST_F(OwnExhibit, LayersThatALegendHasNoRoomForAreCounted) {
  constexpr int kLayers = 30;
  std::string more;
  for (int i = 1; i < kLayers; ++i) {
    more += layer_of_rows(fmt::format("more{}", i), fmt::format("Kind {} of the many that are here", i));
  }
  const auto with = stage("2019-01-01", "2019-12-31", "a,2019-03-01,-100,40\n", "", more);
  ASSERT_TRUE(with);
  bool any_is_counted = false;
  for (const scene::SizePx size : {scene::SizePx{1920, 1080}, scene::SizePx{1080, 1080}, scene::SizePx{1080, 1920}}) {
    for (const double text_scale : {1.0, 1.5, 3.0}) {
      model::ViewState view = with->first_view();
      view.playhead_d = 200.0;
      view.looks.text_scale = text_scale;
      with->draw(view, size, 1.0);
      int named = 0, counted = 0;
      for (const SetLine& line : set_lines(with->fonts(), with->frame())) {
        // A long label may go on in a second line.
        if (line.text.starts_with("Kind ") || line.text == "Rows") ++named;
        if (line.text.starts_with("and ") && line.text.ends_with(" more")) counted = std::stoi(line.text.substr(4));
      }
      const bool has_legend = named + counted > 0;
      if (has_legend) {
        EXPECT_EQ(named + counted, kLayers) << size.width_px << " x " << size.height_px << ", " << text_scale;
      }
      any_is_counted |= counted > 0;
      EXPECT_TRUE(has_legend || text_scale > 1.0);
    }
  }
  EXPECT_TRUE(any_is_counted);
}

TEST_F(OwnExhibit, ALongTitleStandsWholeOnItsCard) {
  const auto with = stage("2019-01-01", "2019-12-31", "a,2019-03-01,-100,40\n", "", R"([[cues]]
id = "title"
card = "title"
seconds = 2
title = "Public libraries of Spain, and the buses and schools that lend books between them"
text = "As far as anybody has counted them"
)");
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.cue = model::CueShown{0, 0.0, 1.0, 1.0};
  for (const scene::SizePx size : {scene::SizePx{1920, 1080}, scene::SizePx{1080, 1080}, scene::SizePx{1080, 1350},
                                   scene::SizePx{1080, 1920}, scene::SizePx{2520, 1080}}) {
    for (const double text_scale : {1.0, 1.5}) {
      view.looks.text_scale = text_scale;
      with->draw(view, size, 1.0);
      EXPECT_TRUE(cut_lines(with->fonts(), with->frame()).empty())
          << size.width_px << " x " << size.height_px << ", " << text_scale;
      EXPECT_NE(with->frame().furniture_text.strings.find("between"), std::string::npos);
    }
  }
}

TEST_F(OwnExhibit, AnOrderIsOneOfAllThatHaveBegun) {
  const auto with = partnerships(
      "Alpha,2019-01-01,2019-02-10,-100,40\nBeta,2019-01-05,2019-02-11,-101,40\n"
      "Gamma,2019-02-01,,-102,40\nDelta,2019-02-05,,-103,40\n");
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.playhead_d = 150.0;
  const auto order_of = [&](std::uint32_t row) {
    for (const auto& [what, value] : scene::record_card(with->inputs(view), view, {0, row}).facts) {
      if (what == "Order") return value;
    }
    return std::string();
  };
  EXPECT_EQ(order_of(0), "1 of 4");
  EXPECT_EQ(order_of(3), "4 of 4");
  view.playhead_d = 33.0;  // 3 February: Delta has not begun
  EXPECT_EQ(order_of(2), "3 of 3");
}

TEST_F(OwnExhibit, WhatBeginsOnTheLastDayOfTheStripIsInItsLastNumber) {
  const auto with =
      stage("2019-01-01", "2019-12-31", "a,2019-03-01,-100,40\nb,2019-12-31,-101,40\nc,2019-12-31,-102,40\n");
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.playhead_d = 364.0;
  with->draw(view, kOwnSize, 1.0);
  std::vector<std::string> threes;
  for (const SetLine& line : set_lines(with->fonts(), with->frame())) {
    if (line.text == "3") threes.push_back(line.text);
  }
  EXPECT_EQ(threes.size(), 2U) << "the counter and the end of the strip's line";
}

TEST_F(OwnExhibit, ALongCounterStaysInThePictureWithoutATitle) {
  std::string rows;
  for (int i = 0; i < 1400; ++i)
    rows += fmt::format("Town {},{},{},{}\n", i, i < 1300 ? "2019-02-01" : "2019", -100.0 + 0.01 * i, 38.0 + 0.001 * i);
  const auto with = stage("2019-01-01", "2019-12-31", rows);
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.playhead_d = 100.0;
  for (const model::Furniture furniture : {model::Furniture{false, true, false, false, false, false},
                                           {false, true, true, true, false, false},
                                           {true, true, true, true, true, false}}) {
    view.furniture = furniture;
    with->draw(view, kOwnSize, 1.0);
    const auto faults = furniture_faults(with->fonts(), with->frame());
    EXPECT_TRUE(faults.empty()) << faults.front();
  }
}

TEST_F(OwnExhibit, TheCardSaysAnyAmountThatIsKnown) {
  std::ofstream(folder_ / "paid.csv")
      << "name,day,end,lon,lat,usd\nPaid,2019-02-01,,-100,40,12500\nUnpaid,2019-02-02,,-101,40,\n";
  const auto with = partnerships("", "", "paid.csv", ", amount_usd = \"usd\"");
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.playhead_d = 100.0;
  const auto text_of = [&](std::uint32_t row) {
    return scene::plain_text(scene::record_card(with->inputs(view), view, {0, row}));
  };
  EXPECT_NE(text_of(0).find("Amount: $12,500\n"), std::string::npos) << text_of(0);
  EXPECT_EQ(text_of(1).find("mount"), std::string::npos) << text_of(1);
}

TEST_F(OwnExhibit, ASmallerMarkIsTouchedThroughACircleOverIt) {
  const std::string money = money_layer("Grant,2019-02-01,1000000,-122.33,47.61\n");
  const auto with =
      stage("2019-01-01", "2019-12-31", std::string(kTwoTowns) + "Tacoma,2019-02-01,-122.44,47.25\n", "", money);
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.playhead_d = 300.0;
  with->draw(view, kOwnSize, 1.0);
  const scene::PickIndex index(with->first_sheet().geometry);
  ASSERT_EQ(with->frame().targets.size(), 1U);
  const scene::PickTarget circle = with->frame().targets[0];
  const auto at = [&](scene::PixelPoint point) {
    return scene::record_at(with->inputs(view), view, with->frame(), index, point, 2.0F);
  };
  for (const std::size_t first : {0U, 1U}) {
    view.layer_order = {first, 1 - first};
    with->draw(view, kOwnSize, 1.0);
    const std::uint32_t rows_layer = circle.record.layer == 0 ? 1 : 0;
    // Seattle's mark in the middle, Tacoma's beside it, and the circle itself where there is no mark.
    EXPECT_EQ(at(circle.centre)->layer, rows_layer) << first;
    const auto tacoma = scene::mark_place(with->inputs(view), with->frame(), {rows_layer, 1});
    ASSERT_TRUE(tacoma);
    EXPECT_EQ(at(tacoma->centre)->layer, rows_layer) << first;
    EXPECT_EQ(at({circle.centre.x_px - 0.8F * circle.radius_px, circle.centre.y_px})->layer, circle.record.layer)
        << first;
  }
}

TEST_F(OwnExhibit, MoneyAloneIsCountedAndHasBars) {
  const std::string money = money_layer("a,2019-02-01,1000,-100,40\nb,2019-05-01,2000,-90,40\n");
  std::ofstream(folder_ / "money.exhibit.toml") << R"(title = "Money"
counted = "grants"
[timeline]
from = 2019-01-01
to = 2019-12-31
)" << money;
  auto with = offscreen_stage(folder_ / "money.exhibit.toml");
  ASSERT_TRUE(with) << with.error().message;
  model::ViewState view = (*with)->first_view();
  view.playhead_d = 300.0;
  (*with)->draw(view, kOwnSize, 1.0);
  const std::string& texts = (*with)->frame().furniture_text.strings;
  EXPECT_NE(texts.find("grants"), std::string::npos);
  const auto before = (*with)->frame().furniture.size();
  view.layers[0].visible = false;
  (*with)->draw(view, kOwnSize, 1.0);
  EXPECT_LT((*with)->frame().furniture.size(), before);  // without bars
  EXPECT_EQ((*with)->frame().furniture_text.strings.find("grants"), std::string::npos);
}

TEST_F(OwnExhibit, MarksLargerThanADriversPointsAreRoundToo) {
  const auto with = stage("2019-01-01", "2019-12-31", "Middle,2019-02-01,-98.6,39.8\n", "",
                          "[layers.style]\nradius_pt = 180\ncolour = \"#ff0000\"\n");
  ASSERT_TRUE(with);
  model::ViewState view = with->first_view();
  view.playhead_d = 300.0;
  view.furniture = {false, false, false, false, false, false};
  media::Image image;
  with->picture(view, {.size = kOwnSize, .px_per_pt = 1.0}, image);
  int red = 0, left_px = kOwnSize.width_px, right_px = 0, top_px = kOwnSize.height_px, bottom_px = 0;
  for (int y = 0; y < kOwnSize.height_px; ++y) {
    for (int x = 0; x < kOwnSize.width_px; ++x) {
      const std::uint8_t* pixel = image.rgba.data() + 4 * (static_cast<std::ptrdiff_t>(y) * kOwnSize.width_px + x);
      if (pixel[0] < 200 || pixel[1] > 60) continue;
      ++red;
      left_px = std::min(left_px, x), right_px = std::max(right_px, x);
      top_px = std::min(top_px, y), bottom_px = std::max(bottom_px, y);
    }
  }
  EXPECT_NEAR(right_px - left_px, 360, 6);
  EXPECT_NEAR(bottom_px - top_px, 360, 6);
  constexpr double kPi = 3.14159265358979323846;
  EXPECT_NEAR(red, kPi * 180.0 * 180.0, 2500.0) << "a disc, and no box";
}

TEST_F(OwnExhibit, WhatIsNotShownIsNotCounted) {
  const auto stage = this->stage("2019-01-01", "2019-12-31", kTwoTowns);
  ASSERT_TRUE(stage);
  model::ViewState view = stage->first_view();
  view.playhead_d = 300.0;
  const auto says = [&](std::string_view text) {
    stage->draw(view, kOwnSize, 1.0);
    const auto& list = stage->frame().furniture_text;
    return std::any_of(list.runs.begin(), list.runs.end(), [&](const scene::TextRun& run) {
      return list.strings.substr(run.string_begin, run.string_end - run.string_begin) == text;
    });
  };
  EXPECT_TRUE(says("2"));
  EXPECT_TRUE(says("28 October 2019"));
  view.layers[0].visible = false;
  EXPECT_FALSE(says("2"));
  EXPECT_TRUE(says("28 October 2019"));
  EXPECT_FALSE(says("SHOWN"));
}

TEST_F(OwnExhibit, NoTextRunsOutOfItsRoom) {
  const std::string much = "Long words follow one another without an end in sight ";
  std::string endless;
  for (int i = 0; i < 30; ++i) endless += much;
  const auto stage = this->stage("2019-01-01", "2019-12-31", kTwoTowns,
                                 fmt::format("subtitle = \"{0}\"\ncounted = \"{0}\"\ncredits = \"{0}\"\n"
                                             "known_until = 2019-06-01\nknown_until_reason = \"{0}\"\n",
                                             endless));
  ASSERT_TRUE(stage);
  model::ViewState view = stage->first_view();
  view.playhead_d = 300.0;
  for (const scene::SizePx size : {kOwnSize, scene::SizePx{1080, 1080}, scene::SizePx{1080, 1920}}) {
    const double px_per_pt = scene::px_per_pt_of(size, 0.0);
    stage->draw(view, size, px_per_pt);
    const auto& list = stage->frame().furniture_text;
    for (const scene::TextRun& run : list.runs) {
      const auto text = std::string_view(list.strings).substr(run.string_begin, run.string_end - run.string_begin);
      const float right_px = run.origin.x_px + stage->fonts().shape(text, run.style).width_px;
      EXPECT_GE(run.origin.x_px, 0.0F) << text;
      EXPECT_LE(right_px, static_cast<float>(size.width_px)) << text;
      EXPECT_LE(run.origin.y_px, static_cast<float>(size.height_px)) << text;
      // A corner of the line, since a round of the map's own names is not furniture.
      const scene::PixelPoint middle{(run.origin.x_px + right_px) / 2.0F, run.origin.y_px - 2.0F};
      EXPECT_FALSE(stage->frame().map_rect.contains(middle)) << text;
    }
  }
}

TEST_F(OwnExhibit, CirclesWithoutAStyleHaveALegendThatCanBeRead) {
  const std::string money = money_layer("a,2019-02-01,100000,-100,40\nb,2019-03-01,,-90,40\n");
  const auto stage = this->stage("2019-01-01", "2019-12-31", kTwoTowns, "", money);
  ASSERT_TRUE(stage);
  model::ViewState view = stage->first_view();
  view.playhead_d = 300.0;
  stage->draw(view, kOwnSize, 1.0);
  EXPECT_EQ(furniture_faults(stage->fonts(), stage->frame()), std::vector<std::string>{});
  // An amount of a hundred thousand must not be less than one that nobody knows.
  ASSERT_EQ(stage->frame().symbols.size(), 2U);
  EXPECT_GT(stage->frame().symbols[0].half_width_px, stage->frame().symbols[1].half_width_px);
}

TEST_F(OwnExhibit, TheStripsLastNumberStandsBesideAHighLastBar) {
  std::string rows;
  for (int month = 1; month < 12; ++month) rows += fmt::format("a{0},2019-{0:02}-08,-100,40\n", month);
  for (int i = 0; i < 4; ++i) rows += fmt::format("b{},2019-12-27,-9{},41\n", i, i);
  const auto stage = this->stage("2019-01-01", "2019-12-31", rows);
  ASSERT_TRUE(stage);
  model::ViewState view = stage->first_view();
  view.playhead_d = 100.0;
  const exhibit::Exhibit& exhibit = stage->world().exhibit;
  const Srgb8 bar_ahead = exhibit::theme_of(exhibit, exhibit.map.theme).bar_ahead;
  for (const scene::SizePx size : {kOwnSize, scene::SizePx{1080, 1920}}) {
    stage->draw(view, size, scene::px_per_pt_of(size, 0.0));
    const scene::Frame& frame = stage->frame();
    const auto& list = frame.furniture_text;
    const auto number = std::find_if(list.runs.begin(), list.runs.end(), [&](const scene::TextRun& run) {
      return std::string_view(list.strings).substr(run.string_begin, run.string_end - run.string_begin) == "15";
    });
    ASSERT_NE(number, list.runs.end());
    const float right_px = number->origin.x_px + stage->fonts().shape("15", number->style).width_px;
    const scene::PixelRect words{number->origin.x_px, number->origin.y_px - 0.7F * number->style.size_px, right_px,
                                 number->origin.y_px};
    std::size_t high = 0;
    for (const scene::Shape& shape : frame.furniture) {
      const scene::PixelRect box{shape.centre_x_px - shape.half_width_px, shape.centre_y_px - shape.half_height_px,
                                 shape.centre_x_px + shape.half_width_px, shape.centre_y_px + shape.half_height_px};
      if (shape.fill != bar_ahead) continue;
      EXPECT_FALSE(box.overlaps(words)) << box.left_px;
      if (box.top_px < words.bottom_px && box.left_px >= words.left_px) ++high;
    }
    EXPECT_EQ(high, 1U) << "the last bar";
  }
}

TEST_F(OwnExhibit, LargeCirclesByTheCoastAreWholeInTheFirstView) {
  const std::string money = money_layer(
      "Seattle,2019-02-01,1000000,-122.33,47.61\n"
      "Miami,2019-02-01,700000,-80.19,25.76\n"
      "Miami again,2019-03-01,700000,-80.19,25.76\n"
      "Eastport,2019-04-01,800000,-66.98,44.91\n");
  const auto stage = this->stage("2019-01-01", "2019-12-31", kTwoTowns, "",
                                 money + "style = { radius_pt = 24, amount_at_radius = 100000 }\n");
  ASSERT_TRUE(stage);
  model::ViewState view = stage->first_view();
  view.playhead_d = 364.0;
  for (const scene::SizePx size : {kOwnSize, scene::SizePx{1080, 1920}, scene::SizePx{1080, 1080}}) {
    stage->draw(view, size, scene::px_per_pt_of(size, 0.0));
    const scene::PixelRect& room = stage->frame().map_rect;
    ASSERT_EQ(stage->frame().symbols.size(), 3U);
    for (const auto& circle : stage->frame().symbols) {
      EXPECT_GE(circle.centre_x_px - circle.half_width_px, room.left_px);
      EXPECT_LE(circle.centre_x_px + circle.half_width_px, room.right_px);
      EXPECT_GE(circle.centre_y_px - circle.half_width_px, room.top_px);
      EXPECT_LE(circle.centre_y_px + circle.half_width_px, room.bottom_px);
    }
  }
}

TEST_F(OwnExhibit, AnAreaAcrossTheAntimeridianMayCountOnTo360) {
  std::ofstream(folder_ / "areas.geojson") << R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"name": "Fiji"}, "geometry":
 {"type": "Polygon", "coordinates": [[[176, -20], [183, -20], [183, -15], [176, -15], [176, -20]]]}}]})";
  const auto stage =
      this->stage("2019-01-01", "2019-12-31",
                  "Suva,2019-02-01,178.4,-18.1\nLomaloma,2019-02-01,181,-17.3\nApia,2019-02-01,-171.8,-13.8\n", "", R"(
[[layers]]
id = "areas"
kind = "areas"
label = "Areas"
source = "areas.geojson"
counts = "rows"
fields = { name = "name" }
)");
  ASSERT_TRUE(stage);
  model::ViewState view = stage->first_view();
  view.playhead_d = 364.0;
  ASSERT_TRUE(stage->prepare(view));
  const scene::SceneInputs inputs = stage->inputs(view);
  const auto& layers = inputs.exhibit.layers;
  const auto areas = std::find_if(layers.begin(), layers.end(), [](const auto& layer) { return layer.id == "areas"; });
  ASSERT_NE(areas, layers.end());
  const auto& counts = inputs.areas[static_cast<std::size_t>(areas - layers.begin())].counts;
  ASSERT_NE(counts, nullptr);
  EXPECT_EQ(counts->count(0, view.playhead_d).certain, 2);
  EXPECT_EQ(counts->count(1, view.playhead_d).certain, 1);  // in none
}

TEST_F(OwnExhibit, WhatHasEndedIsInTheLegendAndInNoState) {
  std::ofstream(folder_ / "ends.csv")
      << "name,state,day,end,lon,lat\na,CA,2019-02-01,,-118,34\nb,OH,2019-02-01,2019-04-10,-83,40\n";
  const auto stage = this->stage("2019-01-01", "2019-12-31", kTwoTowns, "", "", R"(
[[layers]]
id = "ends"
kind = "partnerships"
label = "Ends"
source = "ends.csv"
fields = { name = "name", region = "state", first_day = "day", last_day = "end", lon = "lon", lat = "lat" }
)");
  ASSERT_TRUE(stage);
  model::ViewState view = stage->first_view();
  const model::LayerIndex& index = stage->select(view).layer(0);
  const auto position_d = [&](const char* day) {
    return stage->world().story->axis().position_d(*time::parse_day(day));
  };
  EXPECT_EQ(index.regions(position_d("2019-04-10")), 2);
  EXPECT_EQ(index.regions(position_d("2019-04-11")), 1);
  view.playhead_d = position_d("2019-06-01");
  stage->draw(view, kOwnSize, 1.0);
  const auto lines = set_lines(stage->fonts(), stage->frame());
  EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const SetLine& line) { return line.text == "Ended"; }));
  EXPECT_TRUE(std::none_of(lines.begin(), lines.end(),
                           [](const SetLine& line) { return line.text == "The day is not known"; }));
}

TEST_F(OwnExhibit, IsDrawnInItsOwnFontAndColours) {
  constexpr const char* kFont = SPREADMAP_BUILD_DIR "/assets/fonts/NotoSans-Regular.ttf";
  const std::string rows = "One,2019-02-01,-90,40\nTwo,2019-03-01,-100,35\n";
  const auto own = stage("2019-01-01", "2019-12-31", rows,
                         fmt::format("[brand]\nfont = \"{}\"\n[brand.colours]\nground = \"#2a0a12\"\n", kFont));
  ASSERT_TRUE(own);
  own->draw(own->first_view(), kOwnSize, 1.0);
  const scene::Frame& frame = own->frame();
  EXPECT_EQ(frame.base.ground, srgb(0x2a0a12));
  EXPECT_GT(relative_luminance(frame.base.land), relative_luminance(frame.base.ground));
  std::size_t letters = 0;
  for (const text::PlacedGlyph& glyph : frame.furniture_text.glyphs)
    letters += own->fonts().font_file(glyph.font) == kFont ? 1U : 0U;
  EXPECT_EQ(letters, frame.furniture_text.glyphs.size());
  EXPECT_TRUE(furniture_faults(own->fonts(), frame).empty());
  model::ViewState light = own->first_view();
  light.looks.theme = style::ThemeName::kLight;
  own->draw(light, kOwnSize, 1.0);
  EXPECT_EQ(own->frame().base.ground, style::light_theme().ground) << "colours are of the theme that the exhibit names";
}

TEST_F(OwnExhibit, SpeaksTheLanguagesThatItHasTextsIn) {
  exhibit::Exhibit exhibit;
  exhibit.language = "pt-BR";
  exhibit.title = exhibit::LocalText({{"pt-BR", "Mapa"}, {"de", "Karte"}});
  const Languages languages(SPREADMAP_BUILD_DIR "/assets/translations", exhibit);
  EXPECT_EQ(languages.choice(), (std::vector<std::string>{"de", "en", "es", "pt-BR"}));
  ::setenv("LC_ALL", "C", 1);
  EXPECT_EQ(*languages.first(""), "pt-BR");
  ::setenv("LC_ALL", "fr_FR.UTF-8", 1);
  EXPECT_EQ(*languages.first(""), "pt-BR");
  ::setenv("LC_ALL", "es_MX.UTF-8", 1);
  EXPECT_EQ(*languages.first(""), "es-MX");
  EXPECT_EQ(*languages.first("pt-BR"), "pt-BR");
  EXPECT_EQ(*languages.first("de-AT"), "de-AT");
  EXPECT_EQ(*languages.first("es_ES.UTF-8"), "es-ES");
  const auto refused = languages.first("fr");
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("de, en, es, pt-BR"), std::string::npos) << refused.error().message;
}

}  // namespace
}  // namespace spreadmap::app
