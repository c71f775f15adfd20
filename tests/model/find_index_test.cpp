#include "model/find_index.h"

#include <gtest/gtest.h>

#include "model_testing.h"

namespace spreadmap::model {
namespace {

class FindIndexTest : public testing::Test {
 protected:
  FindIndexTest() {
    for (const auto& [name, place, region] : {std::tuple("La Cañada Flintridge Police", "La Cañada Flintridge", "CA"),
                                              {"Peoria Police Department", "Peoria", "IL"},
                                              {"Peoria Police Department", "Peoria", "AZ"},
                                              {"East Peoria Police", "East Peoria", "IL"}}) {
      data::PointTable& table = layers_.front();
      add_row(table, {day(2020, 1, 1), day(2020, 1, 1)}, data::kNoEnd, region);
      names_.push_back_all(name, place);
    }
    layers_.front().name = names_.name;
    layers_.front().place = names_.place;
    for (const auto& [name, detail, region] : {std::tuple("Peoria", "", "AZ"),
                                               {"Peoria", "", "IL"},
                                               {"Peoria Heights", "", "IL"},
                                               {"Springfield", "", "IL"}}) {
      add(0, name, detail, region);
    }
    add(1, "61601", "Peoria", "IL");
    add(1, "61602", "Peoria", "IL");
  }
  void add(std::size_t table, const char* name, const char* detail, const char* region) {
    places_[table].name.push_back(name);
    places_[table].detail.push_back(detail);
    places_[table].region.push_back(region);
    places_[table].lon_lat.push_back({-90.0, 40.0});
  }
  std::vector<FindHit> find(std::string_view typed, std::size_t most = 6) {
    return FindIndex(layers_, places_).find(typed, most);
  }
  static FindHit record(std::uint32_t row) { return {true, {0, row}, 0, 0}; }
  static FindHit place(std::uint32_t table, std::uint32_t row) { return {false, {}, table, row}; }

  struct Names {
    data::StringColumn name, place;
    void push_back_all(std::string_view a, std::string_view b) {
      name.push_back(a);
      place.push_back(b);
    }
  };
  Names names_;
  std::vector<data::PointTable> layers_{1};
  std::vector<data::FindTable> places_{2};
};

TEST_F(FindIndexTest, RecordsComeFirstAndTheBestNamesFirstAmongEach) {
  EXPECT_EQ(find("peoria"), (std::vector{record(1), record(2), record(3), place(0, 0), place(0, 1), place(0, 2),
                                         place(1, 0), place(1, 1)}));
}

TEST_F(FindIndexTest, AccentsAndCaseDoNotMatter) {
  EXPECT_EQ(find("LA CANADA"), (std::vector{record(0)}));
  EXPECT_EQ(find("cañada"), (std::vector{record(0)}));
}

TEST_F(FindIndexTest, ARegionTellsPlacesOfOneNameApart) {
  EXPECT_EQ(find("peoria az"), (std::vector{record(2), place(0, 0)}));
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
