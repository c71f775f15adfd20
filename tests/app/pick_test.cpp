// The record under a finger, and what its card says.
#include "scene/pick.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "scene/camera.h"
#include "scene/nearest_record.h"
#include "scene/record_card.h"
#include "stage_testing.h"

namespace spreadmap::app {
namespace {

constexpr scene::SizePx kPickSize{1280, 720};

class Pick : public StageTest {
 protected:
  static std::optional<model::RecordRef> at(const model::ViewState& view, scene::PixelPoint point) {
    static const scene::PickIndex kIndex(stage().first_sheet().geometry);
    return scene::record_at(stage().inputs(view), view, stage().frame(), kIndex, point, 4.0F);
  }
  static void draw(const model::ViewState& view) { stage().draw(view, kPickSize, scene::px_per_pt_of(kPickSize, 0.0)); }

  /// The nearest mark of the counted layer that exists, asked one by one.
  static double nearest_px(const model::ViewState& view, scene::PixelPoint point) {
    const std::size_t layer = *story().counted_layer();
    const model::LayerIndex& index = stage().select(view).layer(layer);
    double nearest = 1e9;
    for (std::uint32_t entry = 0; entry < index.prefix(view.playhead_d); ++entry) {
      const geo::MapPoint mark = stage().first_sheet().geometry.marks[layer][index.row(entry)];
      if (!std::isfinite(mark.x_m)) continue;
      const scene::PixelPoint pixel = scene::pixel_from_map(mark, stage().frame().map);
      nearest = std::min(nearest, std::hypot(static_cast<double>(pixel.x_px - point.x_px),
                                             static_cast<double>(pixel.y_px - point.y_px)));
    }
    return nearest;
  }
  static model::RecordRef record_named(std::string_view name) {
    for (std::uint32_t layer = 0; layer < stage().world().tables.layers.size(); ++layer) {
      const auto& table = stage().world().tables.layers[layer];
      for (std::uint32_t row = 0; row < table.row_count(); ++row) {
        if (table.name[row] == name) return {layer, row};
      }
    }
    ADD_FAILURE() << "nobody is called " << name;
    return {};
  }
  static std::string fact(const scene::RecordCard& card, std::string_view what) {
    for (const auto& [name, value] : card.facts) {
      if (name == what) return value;
    }
    return {};
  }
};

class Nearest : public Pick {
 protected:
  static std::optional<scene::NearestRecord> answer(const model::ViewState& view, std::string_view name,
                                                    std::string_view detail, std::string_view region, geo::LonLat at) {
    const auto point = stage().first_sheet().projection.map_from_lon_lat(at);
    return scene::nearest_record(stage().inputs(view), *story().counted_layer(), {name, detail, region, at, *point});
  }
  static const data::PointTable& counted() { return stage().world().tables.layers[*story().counted_layer()]; }
  /// Over the chord between two points of a globe, which is another way than the one that is tested.
  static double km_between(geo::LonLat a, geo::LonLat b) {
    const auto on_globe = [](geo::LonLat at) {
      const double lon = at.lon_deg * M_PI / 180.0, lat = at.lat_deg * M_PI / 180.0;
      return std::array{std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
    };
    const auto [ax, ay, az] = on_globe(a);
    const auto [bx, by, bz] = on_globe(b);
    return 2.0 * 6371.0088 * std::asin(std::hypot(ax - bx, ay - by, az - bz) / 2.0);
  }
};

TEST_F(Nearest, ATownIsAnsweredByItsOwnRecordOrByTheNearestThatIsCalledSo) {
  const model::ViewState view = view_on("2019-08-27");
  // Beverly Hills has no row; Santa Monica has.
  for (const auto& [name, detail] : {std::pair("Beverly Hills", ""), {"90210", "Beverly Hills"}}) {
    const auto beverly_hills = answer(view, name, detail, "CA", {-118.4004, 34.0736});
    ASSERT_TRUE(beverly_hills);
    EXPECT_FALSE(beverly_hills->is_of_place);
    EXPECT_GT(beverly_hills->away_km, 1.0);
    EXPECT_LE(beverly_hills->away_km, 15.0);
  }
  const auto santa_monica = answer(view, "santa monica", "", "CA", {-118.4912, 34.0195});
  ASSERT_TRUE(santa_monica && santa_monica->is_of_place);
  EXPECT_EQ(counted().name[santa_monica->row], "Santa Monica Police Department");
}

TEST_F(Nearest, APostalCodeAtTheEdgeOfALargeTownIsOfTheTownAndANamesakeFarAwayIsNot) {
  const model::ViewState view = view_on("2020-09-30");
  const auto edge = answer(view, "85085", "Phoenix", "AZ", {-112.0865, 33.7514});
  ASSERT_TRUE(edge && edge->is_of_place);
  EXPECT_GT(edge->away_km, 30.0);
  EXPECT_EQ(counted().place[edge->row], "Phoenix");
  // Both in Indiana; the one beside Chicago has no record.
  const auto namesake = answer(view, "Highland", "", "IN", {-87.4520, 41.5536});
  EXPECT_FALSE(namesake->is_of_place);
}

TEST_F(Nearest, TheNearestIsToldHoweverFarItIsOnTheGround) {
  model::ViewState view = view_on("2019-08-27");
  int far = 0;
  for (const auto& filter : {model::Filter{}, model::Filter{.regions = {"FL"}}}) {
    view.filter = filter;
    // In Washington State, in a desert, and in Alaska, whose inset lies beside Texas.
    for (const geo::LonLat at : {geo::LonLat{-122.2221, 47.5707}, {-116.9325, 36.5323}, {-156.7887, 71.2906}}) {
      const auto nearest = answer(view, "Nowhere", "", "", at);
      ASSERT_TRUE(nearest);
      EXPECT_FALSE(nearest->is_of_place);
      const model::LayerIndex& left = stage().select(view).layer(*story().counted_layer());
      double least_km = 1e9;
      for (std::uint32_t row = 0; row < counted().row_count(); ++row) {
        if (left.entry_of(row)) least_km = std::min(least_km, km_between(at, counted().lon_lat[row]));
      }
      EXPECT_NEAR(nearest->away_km, least_km, 0.001 * least_km);
      EXPECT_TRUE(left.entry_of(nearest->row));
      far += least_km > 15.0 ? 1 : 0;
    }
  }
  EXPECT_EQ(far, 6) << "all of them are far from any";
  view.filter.text = "nobody is called so";
  EXPECT_FALSE(answer(view, "Mercer Island", "", "WA", {-122.2221, 47.5707}));
}

TEST_F(Pick, FindsTheNearestOfThePointsThatExistAndNoOther) {
  model::ViewState view = view_on("2019-08-27");
  const auto counted = static_cast<std::uint32_t>(*story().counted_layer());
  for (std::uint32_t layer = 0; layer < view.layers.size(); ++layer) view.layers[layer].visible = layer == counted;
  std::mt19937 random(7);
  for (const auto& filter : {model::Filter{}, model::Filter{.regions = {"FL"}}}) {
    view.filter = filter;
    draw(view);
    const scene::PixelRect map = stage().frame().map_rect;
    std::uniform_real_distribution<float> x(map.left_px, map.right_px), y(map.top_px, map.bottom_px);
    const double reach_px = static_cast<double>(stage().frame().marks[0].radius_px) + 4.0;
    int found = 0;
    for (int i = 0; i < 2000; ++i) {
      const scene::PixelPoint point{x(random), y(random)};
      const double nearest = nearest_px(view, point);
      if (std::abs(nearest - reach_px) < 0.01) continue;
      const auto record = at(view, point);
      ASSERT_EQ(record.has_value(), nearest < reach_px) << point.x_px << " " << point.y_px;
      if (!record) continue;
      ++found;
      const scene::PixelPoint mark = scene::mark_place(stage().inputs(view), stage().frame(), *record)->centre;
      const double away =
          std::hypot(static_cast<double>(mark.x_px - point.x_px), static_cast<double>(mark.y_px - point.y_px));
      EXPECT_NEAR(away, nearest, 0.02);
    }
    EXPECT_GT(found, 5);
  }
}

TEST_F(Pick, MarksOfOnePlaceStandApartFromNearAndEachIsFound) {
  model::ViewState view = view_on("2020-09-30");
  const auto counted = static_cast<std::uint32_t>(*story().counted_layer());
  for (std::uint32_t layer = 0; layer < view.layers.size(); ++layer) view.layers[layer].visible = layer == counted;
  const auto& geometry = stage().inputs(view).geometry;
  const auto& order = geometry.spots[counted].order;
  int stacked = 0;
  for (std::uint32_t row = 0; row < order.size() && stacked < 5; ++row) {
    if (order[row] < 2) continue;
    ++stacked;
    const model::RecordRef record{counted, row};
    view.camera = {geometry.marks[counted][row], 1.0};
    draw(view);
    const auto from_far = scene::mark_place(stage().inputs(view), stage().frame(), record);
    EXPECT_NEAR(from_far->centre.x_px, scene::pixel_from_map(view.camera.centre, stage().frame().map).x_px, 0.01F);
    view.camera.zoom = 60.0;
    draw(view);
    const auto place = scene::mark_place(stage().inputs(view), stage().frame(), record);
    EXPECT_EQ(at(view, place->centre), record);
    // Where it stands does not depend on who else is left.
    view.filter.text = stage().world().tables.layers[counted].name[row];
    draw(view);
    EXPECT_EQ(scene::mark_place(stage().inputs(view), stage().frame(), record)->centre.x_px, place->centre.x_px);
    view.filter = {};
  }
  EXPECT_EQ(stacked, 5);
}

TEST_F(Pick, WhatIsNotThereYetIsNotFound) {
  // The first of all, alone in its town.
  const model::RecordRef first{static_cast<std::uint32_t>(*story().counted_layer()), 0};
  model::ViewState view = view_on("2018-03-22");
  draw(view);
  const auto place = scene::mark_place(stage().inputs(view), stage().frame(), first);
  ASSERT_TRUE(place);
  EXPECT_EQ(at(view, place->centre), first);
  view.playhead_d = position_d("2018-03-21");
  draw(view);
  EXPECT_EQ(at(view, place->centre), std::nullopt);
}

TEST_F(Pick, SymbolsLieOverPointsAndPointsOverCircles) {
  model::ViewState view = view_on("2019-12-01");
  draw(view);
  // In Los Angeles all three lie on one another.
  const auto seat =
      scene::mark_place(stage().inputs(view), stage().frame(), record_named("National Immigration Law Center"));
  ASSERT_TRUE(seat);
  const auto kind_at = [&](scene::PixelPoint point) {
    draw(view);
    const auto record = at(view, point);
    return record ? stage().world().exhibit.layers[record->layer].id : "none";
  };
  EXPECT_EQ(kind_at(seat->centre), "signatories");
  view.layers[2].visible = false;
  EXPECT_EQ(kind_at(seat->centre), "partnerships");
  view.layers[1].visible = false;
  EXPECT_EQ(kind_at(seat->centre), "money");
  view.layers[0].visible = false;
  EXPECT_EQ(kind_at(seat->centre), "none");
}

TEST_F(Pick, TheCardSaysWhatTheTableSays) {
  model::ViewState view = view_on("2019-08-27");
  const auto card = scene::record_card(stage().inputs(view), view, record_named("Orlando Police Department"));
  EXPECT_EQ(card.subtitle, "Police · Orlando, FL");
  EXPECT_EQ(fact(card, "Active since"), "30 May 2018");
  EXPECT_EQ(fact(card, "County"), "Orange County");
  // Seven began on that day, of which none comes before another.
  EXPECT_TRUE(fact(card, "Order").ends_with(" of 405")) << fact(card, "Order");
  EXPECT_FALSE(card.source.empty());
  EXPECT_NE(scene::plain_text(card).find("Active since: 30 May 2018\n"), std::string::npos);
  view.language = "es";
  EXPECT_EQ(
      fact(scene::record_card(stage().inputs(view), view, record_named("Orlando Police Department")), "Activa desde"),
      "30 de mayo de 2018");
}

TEST_F(Pick, TheCardSaysWhatIsNotKnownOfAPlaceAndWhatTheMapLacks) {
  // From over the Atlantic the west of America is not to be seen.
  const std::string from_east = "+proj=ortho +lat_0=0 +lon_0=-20 +datum=WGS84";
  const auto brought = stage().sheets().bring(from_east);
  ASSERT_TRUE(brought) << brought.error().message;
  model::ViewState view = view_on("2019-12-01");
  for (const auto& [tag, unknown, not_here] :
       {std::tuple("en", "Place unknown", "Not on this map"), {"es", "Lugar desconocido", "No está en este mapa"}}) {
    view.language = tag;
    const auto seatless = scene::record_card(stage().inputs(view), view, record_named("RootsAction.org"));
    EXPECT_EQ(seatless.subtitle, unknown);
    EXPECT_EQ(fact(seatless, ""), "") << "that is said once";
    view.crs = from_east;
    const auto behind = scene::record_card(stage().inputs(view), view, record_named("OpenMedia"));
    EXPECT_TRUE(behind.subtitle.ends_with("Vancouver, BC"));
    EXPECT_EQ(fact(behind, ""), not_here);
    view.crs = stage().first_view().crs;
  }
}

TEST_F(Pick, AMonthIsNeverGivenADayNorAnOrder) {
  model::ViewState view = view_on("2020-09-30");
  const std::size_t layer = *story().counted_layer();
  const auto& table = stage().world().tables.layers[layer];
  int months = 0;
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    if (table.first_day[row].is_exact()) continue;
    const auto card = scene::record_card(stage().inputs(view), view, {static_cast<std::uint32_t>(layer), row});
    EXPECT_TRUE(fact(card, "Active since").ends_with(" 2020"));
    EXPECT_EQ(fact(card, "Active since").find_first_of("0123456789"), fact(card, "Active since").find("2020"));
    EXPECT_EQ(fact(card, ""), "Only the month is known");
    EXPECT_EQ(fact(card, "Order"), "");
    ++months;
  }
  EXPECT_EQ(months, 170);
}

TEST_F(Pick, NeighboursShareThePlaceBothWays) {
  const model::ViewState view = view_on("2020-09-30");
  const model::RecordRef police = record_named("Los Angeles Police Department");
  const scene::SceneInputs inputs = stage().inputs(view);
  const auto neighbours = scene::record_card(inputs, view, police).neighbours;
  EXPECT_GE(neighbours.size(), 2U);
  for (const model::RecordRef other : neighbours) {
    const auto back = scene::record_card(inputs, view, other).neighbours;
    EXPECT_NE(std::find(back.begin(), back.end(), police), back.end());
  }
}

TEST_F(Pick, NeighboursAreTheSameAsAskingEveryRecord) {
  model::ViewState view = view_on("2019-12-01");
  view.filter.regions = {"CA", "DC", "MA"};
  const scene::SceneInputs inputs = stage().inputs(view);
  const auto& layers = stage().world().tables.layers;
  int found = 0;
  for (std::uint32_t layer = 0; layer < layers.size(); ++layer) {
    for (std::uint32_t row = 0; row < layers[layer].row_count(); ++row) {
      const geo::LonLat at = layers[layer].lon_lat[row];
      std::vector<model::RecordRef> asked;
      for (std::uint32_t other = 0; other < layers.size(); ++other) {
        for (std::uint32_t each = 0; view.layers[other].visible && each < layers[other].row_count(); ++each) {
          const geo::LonLat point = layers[other].lon_lat[each];
          const bool is_here = point.lon_deg == at.lon_deg && point.lat_deg == at.lat_deg;
          const model::RecordRef record{other, each};
          if (is_here && record != model::RecordRef{layer, row} &&
              inputs.selection.layer(other).may_be_there(each, view.playhead_d)) {
            asked.push_back(record);
          }
        }
      }
      const auto neighbours = scene::record_card(inputs, view, {layer, row}).neighbours;
      ASSERT_EQ(neighbours.size(), asked.size());
      EXPECT_TRUE(std::equal(asked.begin(), asked.end(), neighbours.begin()));
      found += static_cast<int>(asked.size());
    }
  }
  EXPECT_GT(found, 30);
}

}  // namespace
}  // namespace spreadmap::app
