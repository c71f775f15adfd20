#include "model/find_index.h"

#include <gtest/gtest.h>

#include <array>

#include "model_testing.h"

namespace spreadmap::model {
namespace {

class FindIndexTest : public testing::Test {
 protected:
  FindIndexTest() {
    for (const auto& [name, place, region] : {std::tuple("La Cañada Flintridge Police", "La Cañada Flintridge", "CA"),
                                              {"Peoria Police Department", "Peoria", "IL"},
                                              {"Peoria Police Department", "Peoria", "AZ"},
                                              {"East Peoria Police", "East Peoria", "IL"},
                                              {"Peoria Heights Police", "Peoria Heights", "IL"},
                                              {"Oakland County Sheriff", "Pontiac", "MI"}}) {
      add_record(kCounted, name, place, region);
    }
    for (const auto& [name, place, region] : {std::tuple("Peoria", "Peoria", "IL"),
                                              {"Tri-County Watch", "Peoria", "IL"},
                                              {"Two Bridges", "New York", "NY"},
                                              {"La Cañada Flintridge", "La Cañada Flintridge", "CA"},
                                              {"Rancho Palos Verdes", "Rancho Palos Verdes", "CA"}}) {
      add_record(kOther, name, place, region);
    }
    for (const auto& [name, detail, region] : {std::tuple("Peoria", "", "AZ"),
                                               {"Peoria", "", "IL"},
                                               {"Peoria Heights", "", "IL"},
                                               {"Springfield", "", "IL"},
                                               {"New York", "", "NY"},
                                               {"Oakland", "", "CA"},
                                               {"Rancho Palos Verdes", "", "CA"}}) {
      add(0, name, detail, region);
    }
    add(1, "61601", "Peoria", "IL");
    add(1, "61602", "Peoria", "IL");
  }
  void add_record(std::size_t layer, const char* name, const char* place, const char* region) {
    data::PointTable& table = layers_[layer];
    add_row(table, {day(2020, 1, 1), day(2020, 1, 1)}, data::kNoEnd, region);
    names_[layer].name.push_back(name);
    names_[layer].place.push_back(place);
    table.name = names_[layer].name;
    table.place = names_[layer].place;
  }
  void add(std::size_t table, const char* name, const char* detail, const char* region) {
    places_[table].name.push_back(name);
    places_[table].detail.push_back(detail);
    places_[table].region.push_back(region);
    places_[table].lon_lat.push_back({-90.0, 40.0});
  }
  std::vector<FindHit> find(std::string_view typed, std::size_t most = 6) {
    return FindIndex(layers_, kCounted, places_).find(typed, most);
  }
  static FindHit record(std::uint32_t row) { return {true, {kCounted, row}, 0, 0}; }
  static FindHit other(std::uint32_t row) { return {true, {kOther, row}, 0, 0}; }
  static FindHit place(std::uint32_t table, std::uint32_t row) { return {false, {}, table, row}; }

  // Not the first layer, as money lies under the points.
  static constexpr std::uint32_t kOther = 0, kCounted = 1;
  struct Names {
    data::StringColumn name, place;
  };
  std::array<Names, 2> names_;
  std::vector<data::PointTable> layers_{2};
  std::vector<data::FindTable> places_{2};
};

TEST_F(FindIndexTest, ApostrophesAreTypedOrLeftOut) {
  add(0, "Coeur d'Alene", "", "ID");
  add(0, "Nukuʻalofa", "", "TO");
  const auto alene = static_cast<std::uint32_t>(places_[0].name.size() - 2);
  for (const char* typed : {"coeur d'alene", "Coeur d’Alene", "coeur dalene", "alene", "coeur d alene"})
    EXPECT_EQ(find(typed), std::vector{place(0, alene)}) << typed;
  for (const char* typed : {"nukualofa", "Nuku'alofa", "nukuʻalofa", "alofa"})
    EXPECT_EQ(find(typed), std::vector{place(0, alene + 1)}) << typed;
}

TEST_F(FindIndexTest, ATownIsAnsweredByTheCountedRecordsOfItThenByItselfThenByWhatElseIsCalledSo) {
  EXPECT_EQ(find("peoria", 10), (std::vector{record(1), record(2), place(0, 0), place(0, 1), record(4), other(0),
                                             place(0, 2), record(3), other(1), place(1, 0), place(1, 1)}));
  EXPECT_EQ(find("oakland"), (std::vector{place(0, 5), record(5)})) << "whoever is called after a town is not of it";
  EXPECT_EQ(find("oakland c"), (std::vector{record(5), place(0, 5)})) << "a longer beginning is a record's again";
  EXPECT_EQ(find("rancho palos verdes"), (std::vector{place(0, 6), other(4)})) << "money says nothing of joining";
}

TEST_F(FindIndexTest, ATownWithItsRegionIsThatTownAndNotWhoeverSitsThere) {
  EXPECT_EQ(find("new york ny"), (std::vector{place(0, 4), other(2)}));
  EXPECT_EQ(find("new york"), find("new york ny"));
}

TEST_F(FindIndexTest, AccentsAndCaseDoNotMatter) {
  EXPECT_EQ(find("LA CANADA"), (std::vector{record(0), other(3)}));
  EXPECT_EQ(find("cañada"), (std::vector{record(0), other(3)}));
}

TEST_F(FindIndexTest, ARegionTellsPlacesOfOneNameApart) {
  EXPECT_EQ(find("peoria az"), (std::vector{place(0, 0), record(2)}));
  EXPECT_EQ(find("Peoria, AZ"), find("peoria az"));
}

TEST_F(FindIndexTest, APostalCodeIsFoundFromItsBeginning) {
  EXPECT_EQ(find("61601"), (std::vector{place(1, 0)}));
  EXPECT_EQ(find("6160"), (std::vector{place(1, 0), place(1, 1)}));
  EXPECT_TRUE(find("1601").empty()) << "a word is found from its beginning only";
}

TEST_F(FindIndexTest, NothingTypedAndNothingThereFindNothing) {
  for (const char* typed : {"", " ", ",.-", "zebra", "peoria zebra"}) EXPECT_TRUE(find(typed).empty()) << typed;
}

TEST_F(FindIndexTest, NoMoreThanAskedForOfEach) {
  const auto hits = find("peoria", 1);
  EXPECT_EQ(hits, (std::vector{record(1), place(0, 0)}));
}

}  // namespace
}  // namespace spreadmap::model
