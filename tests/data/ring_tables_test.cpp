#include <algorithm>
#include <cmath>
#include <string_view>

#include "data/build_tables.h"
#include "data/reader_child.h"
#include "exhibit/load_exhibit.h"

namespace spreadmap::data {
namespace {

// The shipped exhibit, read as the program reads it. Its figures are those that PROVENANCE.md states.
class RingTables : public ReaderTest {
 protected:
  void SetUp() override {
    ReaderTest::SetUp();
    const Result<exhibit::Exhibit> loaded =
        exhibit::load_exhibit(SPREADMAP_SOURCE_DIR "/geodata/ring/ring.exhibit.toml");
    ASSERT_TRUE(loaded) << loaded.error().message;
    exhibit_ = *loaded;
    Result<Tables> built = build_tables(exhibit_, answers_to(requests_of(exhibit_)));
    ASSERT_TRUE(built) << built.error().message;
    tables_ = *std::move(built);
  }

  const PointTable& layer(std::string_view id) const {
    const auto found =
        std::find_if(exhibit_.layers.begin(), exhibit_.layers.end(), [id](const auto& spec) { return spec.id == id; });
    return tables_.layers.at(static_cast<std::size_t>(found - exhibit_.layers.begin()));
  }

  exhibit::Exhibit exhibit_;
  Tables tables_;
};

std::size_t count_until(const PointTable& table, int year, unsigned month, unsigned day) {
  const time::Day until = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  return static_cast<std::size_t>(
      std::count_if(table.first_day.begin(), table.first_day.end(),
                    [until](const time::DayInterval& first) { return first.latest <= until; }));
}

TEST_F(RingTables, NoRowIsSetAside) {
  for (const RowProblem& problem : tables_.problems)
    ADD_FAILURE() << problem.source << ":" << problem.line << ": " << problem.column << ": " << problem.reason;
}

TEST_F(RingTables, Partnerships) {
  const PointTable& table = layer("partnerships");
  EXPECT_EQ(table.row_count(), 1501U);
  const auto exact =
      std::count_if(table.first_day.begin(), table.first_day.end(), [](const auto& day) { return day.is_exact(); });
  EXPECT_EQ(exact, 1331);
  EXPECT_EQ(count_until(table, 2019, 8, 27), 405U);  // the day before Ring announced 405
  EXPECT_EQ(count_until(table, 2019, 8, 28), 407U);
  EXPECT_EQ(count_until(table, 2020, 6, 11), 1331U);  // all that are dated to the day
  EXPECT_EQ(count_until(table, 2020, 9, 30), 1501U);
  EXPECT_EQ(table.name[0], "Greenfield Police Department");
  EXPECT_EQ(table.line[0], 2U);
}

TEST_F(RingTables, Subsidies) {
  const PointTable& table = layer("money");
  ASSERT_EQ(table.row_count(), 23U);
  std::size_t low = 0;
  std::size_t with_amount = 0;
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    low += table.confidence[row] == "low" ? 1U : 0U;
    with_amount += std::isnan(table.amount_usd[row]) ? 0U : 1U;
  }
  EXPECT_EQ(low, 5U);
  EXPECT_EQ(with_amount, 15U);
  EXPECT_EQ(table.name[1], "La Cañada Flintridge");
}

TEST_F(RingTables, Signatories) {
  const PointTable& table = layer("signatories");
  EXPECT_EQ(table.row_count(), 35U);
  EXPECT_EQ(std::count_if(table.lon_lat.begin(), table.lon_lat.end(),
                          [](const auto& point) { return !std::isnan(point.lon_deg); }),
            29);
}

TEST_F(RingTables, BaseAndPlaces) {
  ASSERT_EQ(tables_.base.size(), 4U);
  for (const Shapes& shapes : tables_.base) {
    EXPECT_GT(shapes.part_ends.size(), 50U);
    EXPECT_EQ(shapes.part_ends.back(), shapes.points.size());
  }
  ASSERT_GT(tables_.places.rank.size(), 300U);
  EXPECT_EQ(tables_.places.name[0], "New York City");
  EXPECT_TRUE(std::is_sorted(tables_.places.rank.rbegin(), tables_.places.rank.rend()));
  EXPECT_GE(tables_.places.rank.back(), 100000.0);
}

}  // namespace
}  // namespace spreadmap::data
