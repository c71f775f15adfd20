// Labels on the map of the built-in exhibit: while time plays, while the camera moves, in every script.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/export.h"
#include "scene/camera.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kLabelsSize{1920, 1080};

struct SetLabel {
  scene::PixelPoint at;  ///< where its baseline begins
  double width_px = 0.0;
  int opacity = 0;  ///< 0 to 255
  Srgb8 colour;
};

class Labels : public StageTest {
 protected:
  static const scene::Frame& framed(const model::ViewState& view, scene::SizePx size = kLabelsSize) {
    static scene::Frame frame;
    scene::build_frame(stage().inputs(view), view, size, scene::px_per_pt_of(size, 0.0), frame);
    return frame;
  }
  /// By its text and the point that it belongs to: amounts may say the same in several places.
  static std::vector<std::pair<std::string, SetLabel>> labels(const model::ViewState& view,
                                                              scene::SizePx size = kLabelsSize) {
    const scene::Frame& frame = framed(view, size);
    std::vector<std::pair<std::string, SetLabel>> found;
    for (const scene::TextList* list : {&frame.names, &frame.labels}) {
      for (const scene::TextRun& run : list->runs) {
        const std::string text = list->strings.substr(run.string_begin, run.string_end - run.string_begin);
        found.emplace_back(text,
                           SetLabel{run.origin, static_cast<double>(stage().fonts().shape(text, run.style).width_px),
                                    run.colour.a, run.colour});
      }
    }
    return found;
  }
  static bool is_money(const std::string& text) { return text.starts_with("$"); }
  /// An amount, or how many records one place holds: both say something else from day to day.
  static bool is_figure(const std::string& text) {
    return is_money(text) || (!text.empty() && text.front() >= '0' && text.front() <= '9');
  }
  static std::map<std::string, SetLabel> names(const model::ViewState& view) {
    std::map<std::string, SetLabel> found;
    for (const auto& [text, label] : labels(view)) {
      if (!is_figure(text)) found.emplace(text, label);
    }
    return found;
  }
};

TEST_F(Labels, NoNameMovesOrGoesWhileTimePlays) {
  for (const double zoom : {1.0, 3.0, 12.0}) {
    model::ViewState view = view_on("2018-03-01");
    view.camera.zoom = zoom;
    const auto first = names(view);
    EXPECT_GT(first.size(), zoom > 10.0 ? 0U : 15U);
    for (int day = 0; day < 930; day += 31) {
      view.playhead_d = position_d("2018-03-01") + day;
      const auto now = names(view);
      for (const auto& [text, label] : first) {
        const auto found = now.find(text);
        ASSERT_NE(found, now.end()) << text << " is gone on day " << day;
        EXPECT_EQ(found->second.at.x_px, label.at.x_px) << text;
        EXPECT_EQ(found->second.at.y_px, label.at.y_px) << text;
        EXPECT_EQ(found->second.opacity, label.opacity) << text;
      }
      ASSERT_EQ(now.size(), first.size());
    }
  }
}

TEST_F(Labels, AnAmountStaysOnceItIsThereAndSaysTheSum) {
  model::ViewState view = view_on("2018-01-01");
  view.camera.zoom = 12.0;
  const auto& table = stage().world().tables.layers[0];
  // Arcadia: 25,000 dollars in 2017 and as much again later.
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    if (table.name[row] == "Arcadia") view.camera.centre = stage().inputs(view).geometry.marks[0][row];
  }
  const auto says = [&](const char* day, const std::string& text) {
    view.playhead_d = position_d(day);
    const auto found = labels(view);
    return std::any_of(found.begin(), found.end(), [&](const auto& label) {
      return label.first == text && std::abs(label.second.at.x_px - 960.0F) < 400.0F;
    });
  };
  EXPECT_TRUE(says("2018-01-01", "$25,000"));
  EXPECT_TRUE(says("2020-06-01", "$50,000"));
}

TEST_F(Labels, NoAmountComesOrGoesButWithItsMoney) {
  // A label stays where it is by the side, or the middle, that is next to its circle, whatever it says.
  const auto is_at = [](const SetLabel& a, const SetLabel& b) {
    const double left = static_cast<double>(a.at.x_px - b.at.x_px), right = left + a.width_px - b.width_px;
    const double least = std::min({std::abs(left), std::abs(right), std::abs(left + right) / 2.0});
    return a.at.y_px == b.at.y_px && least < 0.05;
  };
  const auto spots_of = [](const scene::Frame& frame) {
    std::set<std::uint32_t> spots;
    for (const scene::SpotFigure& figure : frame.storage.figures) {
      if (figure.layer == 0 && figure.there > 0.0) spots.insert(figure.spot);
    }
    return spots;
  };
  int came = 0;
  for (const double zoom : {1.0, 4.0, 12.0}) {
    model::ViewState view = view_on("2018-01-01");
    view.camera.zoom = zoom;
    view.layers[0].shows_low_confidence = true;
    // Arcadia, among most of the money.
    const auto& table = stage().world().tables.layers[0];
    for (std::uint32_t row = 0; row < table.row_count(); ++row) {
      if (zoom > 1.0 && table.name[row] == "Arcadia") view.camera.centre = stage().inputs(view).geometry.marks[0][row];
    }
    std::vector<std::pair<std::string, SetLabel>> before;
    std::set<std::uint32_t> money_before;
    for (int day = 0; day < 1000; day += std::getenv("SPREADMAP_LONG_TESTS") != nullptr ? 1 : 3) {
      view.playhead_d = day;
      auto now = labels(view);
      std::erase_if(now, [](const auto& label) { return !is_money(label.first); });
      const std::set<std::uint32_t> money = spots_of(framed(view));
      for (const auto& [text, label] : before) {
        const auto same = [&, at = label](const auto& other) { return is_at(other.second, at); };
        EXPECT_EQ(std::count_if(now.begin(), now.end(), same), 1)
            << text << " is gone on day " << day << ", zoom " << zoom;
      }
      if (day > 0) {
        std::vector<std::uint32_t> new_money;
        std::set_difference(money.begin(), money.end(), money_before.begin(), money_before.end(),
                            std::back_inserter(new_money));
        ASSERT_GE(now.size(), before.size());
        EXPECT_LE(now.size() - before.size(), new_money.size()) << "day " << day << ", zoom " << zoom;
        came += static_cast<int>(now.size() - before.size());
      }
      before = std::move(now);
      money_before = money;
    }
  }
  EXPECT_GT(came, 2);
}

TEST_F(Labels, ASlowZoomBringsLabelsSoftlyAndTakesNone) {
  model::ViewState view = view_on("2019-08-27");
  auto before = names(view);
  for (double zoom = 1.0; zoom < 30.0; zoom *= 1.004) {
    view.camera.zoom = zoom;
    const auto now = names(view);
    for (const auto& [text, label] : now) {
      const auto found = before.find(text);
      const int was = found == before.end() ? 0 : found->second.opacity;
      EXPECT_LT(label.opacity - was, 90) << text << " pops up at zoom " << zoom;
    }
    for (const auto& [text, label] : before) {
      const auto found = now.find(text);
      const int is = found == now.end() ? 0 : found->second.opacity;
      // What leaves the picture fades at its edge.
      EXPECT_LT(label.opacity - is, 90) << text << " drops out at zoom " << zoom;
    }
    before = now;
  }
}

TEST_F(Labels, InAViewThatIsAskedForEachIsWholeButAtTheEdge) {
  const auto places = find_places();
  ASSERT_TRUE(places);
  constexpr float kEdge_pt = 24.0F;
  constexpr int kWhole = 200;
  int whole = 0;
  const auto usual = names(view_on("2020-06-11"));
  const int whole_region = usual.at("MONTANA").opacity;
  for (const char* region : {"TX", "CA", "WI", "FL", "NY", "CO", "RI"}) {
    for (const scene::SizePx size :
         {scene::SizePx{1920, 1080}, {1080, 1920}, {1080, 1080}, {1080, 1350}, {2520, 1080}}) {
      ExportOptions options;
      options.day = *time::parse_day("2020-06-11");
      options.size = size;
      options.camera.emplace().region = region;
      auto view = export_view(stage(), options, *places);
      ASSERT_TRUE(view) << view.error().message;
      view->playhead_d = position_d("2020-06-11");
      const scene::Frame& frame = framed(*view, size);
      const scene::PixelRect& room = frame.map_room;
      const float edge_px = kEdge_pt * frame.px_per_pt;
      for (const auto& [text, label] : labels(*view, size)) {
        const bool is_region =
            std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; }) && !is_figure(text);
        const bool is_whole = label.opacity >= (is_region ? whole_region : kWhole);
        if (is_whole) ++whole;
        const float right_px = label.at.x_px + static_cast<float>(label.width_px);
        const bool is_at_edge = label.at.x_px < room.left_px + edge_px || right_px > room.right_px - edge_px ||
                                label.at.y_px < room.top_px + 2.0F * edge_px ||
                                label.at.y_px > room.bottom_px - edge_px;
        EXPECT_TRUE(is_at_edge || is_whole)
            << text << " is a ghost in " << region << " at " << size.width_px << "x" << size.height_px;
      }
    }
  }
  EXPECT_GT(whole, 200);
}

TEST_F(Labels, ASlowPanMovesAllAlikeAndFadesThemAtTheEdge) {
  model::ViewState view = view_on("2019-08-27");
  view.camera.zoom = 4.0;
  const double px_per_m = framed(view).map.px_per_m;
  auto before = names(view);
  for (int step = 0; step < 200; ++step) {
    view.camera.centre.x_m += 3.0 / px_per_m;
    const auto now = names(view);
    for (const auto& [text, label] : before) {
      const auto found = now.find(text);
      EXPECT_LT(std::abs(label.opacity - (found == now.end() ? 0 : found->second.opacity)), 90) << text;
      if (found == now.end()) continue;
      EXPECT_NEAR(found->second.at.x_px, label.at.x_px - 3.0F, 0.05F) << text;
      EXPECT_NEAR(found->second.at.y_px, label.at.y_px, 0.01F) << text;
    }
    for (const auto& [text, label] : now) {
      EXPECT_TRUE(before.contains(text) || label.opacity < 90) << text;
    }
    before = now;
  }
}

TEST_F(Labels, GreatCitiesAreNamedInEveryShapeOfPicture) {
  const model::ViewState view = view_on("2020-06-11");
  for (const scene::SizePx size : {scene::SizePx{1920, 1080}, {1280, 720}, {3840, 2160}, {1080, 1080}, {1080, 1920}}) {
    std::set<std::string> found;
    for (const auto& [text, label] : labels(view, size)) {
      if (label.opacity > 200) found.insert(text);
      EXPECT_GT(label.opacity, 150) << text << " reaches out of the map of the first view";
    }
    for (const char* city : {"Los Angeles", "Chicago", "Phoenix", "Dallas"}) {
      EXPECT_TRUE(found.contains(city)) << city << " at " << size.width_px << "x" << size.height_px;
    }
  }
}

TEST_F(Labels, NoLabelRunsOverAnother) {
  for (const scene::SizePx size : {scene::SizePx{1920, 1080}, {1080, 1920}}) {
    model::ViewState view = view_on("2020-06-11");
    for (double zoom = 0.6; zoom < 60.0; zoom *= 1.7) {
      view.camera.zoom = zoom;
      const auto found = labels(view, size);
      for (std::size_t i = 0; i < found.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          const SetLabel &a = found[i].second, &b = found[j].second;
          const bool is_apart = std::abs(a.at.y_px - b.at.y_px) > 10.0F ||
                                static_cast<double>(a.at.x_px) + a.width_px < static_cast<double>(b.at.x_px) ||
                                static_cast<double>(b.at.x_px) + b.width_px < static_cast<double>(a.at.x_px);
          EXPECT_TRUE(is_apart) << found[i].first << " and " << found[j].first << " at zoom " << zoom;
        }
      }
    }
  }
}

}  // namespace
}  // namespace spreadmap::app
