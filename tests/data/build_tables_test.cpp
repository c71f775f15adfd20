#include "data/build_tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "exhibit/load_exhibit.h"

namespace spreadmap::data {
namespace {

using Columns = std::vector<std::pair<std::string, std::vector<std::string>>>;

// A table as a CSV gives it: the first row of records stands on line 2.
RawTable table_of(const Columns& columns) {
  RawTable table;
  table.source = "a.csv";
  for (std::size_t row = 0; row < columns.at(0).second.size(); ++row)
    table.line.push_back(static_cast<std::uint32_t>(row + 2));
  for (const auto& [name, values] : columns) {
    RawColumn& column = table.columns.emplace_back();
    column.name = name;
    for (const std::string& value : values) column.values.push_back(value);
  }
  return table;
}

void add_shape(RawTable& table, GeometryKind kind, const std::vector<std::vector<geo::LonLat>>& parts) {
  table.line.push_back(static_cast<std::uint32_t>(table.line.size() + 1));
  table.geometry.kind.push_back(kind);
  for (const std::vector<geo::LonLat>& part : parts) {
    table.geometry.points.insert(table.geometry.points.end(), part.begin(), part.end());
    table.geometry.part_ends.push_back(static_cast<std::uint32_t>(table.geometry.points.size()));
  }
  table.geometry.row_part_ends.push_back(static_cast<std::uint32_t>(table.geometry.part_ends.size()));
}

exhibit::Exhibit exhibit_of(exhibit::LayerKind kind = exhibit::LayerKind::kPartnerships) {
  exhibit::Exhibit exhibit;
  exhibit.file = "x.toml";
  exhibit::LayerSpec& layer = exhibit.layers.emplace_back();
  layer.id = "a";
  layer.kind = kind;
  layer.source.file = "a.csv";
  layer.source.line = 9;
  layer.fields = {{"name", "name"},      {"first_day", "since"}, {"last_day", "until"},
                  {"amount_usd", "usd"}, {"lon", "lon"},         {"lat", "lat"}};
  return exhibit;
}

// One record with one value changed.
Columns one_record(std::string_view column = "", const std::string& value = "") {
  Columns columns = {{"name", {"N"}}, {"since", {"2019-08-28"}}, {"until", {""}},
                     {"usd", {""}},   {"lon", {"-118.5"}},       {"lat", {"34.25"}}};
  for (auto& [name, values] : columns) {
    if (name == column) values[0] = value;
  }
  return columns;
}

std::vector<Result<RawTable>> answers_of(RawTable table) {
  std::vector<Result<RawTable>> answers;
  answers.emplace_back(std::move(table));
  return answers;
}

Tables tables_of(const exhibit::Exhibit& exhibit, RawTable raw) {
  Result<Tables> tables = build_tables(exhibit, answers_of(std::move(raw)));
  EXPECT_TRUE(tables) << tables.error().message;
  return tables ? *std::move(tables) : Tables{};
}

// `line column: reason` of the one problem that a changed value makes; empty where it makes none.
std::string problem_of(std::string_view column, const std::string& value) {
  const Tables tables = tables_of(exhibit_of(), table_of(one_record(column, value)));
  EXPECT_EQ(tables.problems.size() + tables.layers[0].row_count(), 1U);
  if (tables.problems.empty()) return "";
  return fmt::format("{} {}: {}", tables.problems[0].line, tables.problems[0].column, tables.problems[0].reason);
}

TEST(BuildTables, KeepsAGoodRow) {
  const Tables tables = tables_of(exhibit_of(), table_of(one_record()));
  ASSERT_EQ(tables.layers[0].row_count(), 1U);
  EXPECT_EQ(tables.layers[0].name[0], "N");
  EXPECT_EQ(tables.layers[0].place[0], "");
  EXPECT_DOUBLE_EQ(tables.layers[0].lon_lat[0].lon_deg, -118.5);
  EXPECT_DOUBLE_EQ(tables.layers[0].lon_lat[0].lat_deg, 34.25);
  EXPECT_TRUE(tables.layers[0].first_day[0].is_exact());
  EXPECT_EQ(tables.layers[0].last_day[0], kNoEnd);
  EXPECT_TRUE(std::isnan(tables.layers[0].amount_usd[0]));
  EXPECT_EQ(tables.layers[0].line[0], 2U);
}

TEST(BuildTables, SetsBadRowsAsideWithLineAndColumn) {
  EXPECT_EQ(problem_of("since", ""), "2 since: no date");
  EXPECT_EQ(problem_of("since", "2019-02-30"), "2 since: \"2019-02-30\" is not a date: February 2019 has no day 30");
  EXPECT_EQ(problem_of("since", "28/08/2019").substr(0, 8), "2 since:");
  EXPECT_EQ(problem_of("until", "2019-08-27"), "2 until: ends on 2019-08-27, before it begins");
  EXPECT_EQ(problem_of("until", "2019-08"), "");
  EXPECT_EQ(problem_of("usd", "5000.50"), "");
  EXPECT_EQ(problem_of("usd", " 5000 "), "");
  EXPECT_EQ(problem_of("usd", "$5,000"), "2 usd: not a number: '$5,000'");
  EXPECT_EQ(problem_of("usd", "nan"), "2 usd: not a number: 'nan'");
  EXPECT_EQ(problem_of("usd", "1e999"), "2 usd: not a number: '1e999'");
  EXPECT_EQ(problem_of("usd", "-1"), "2 usd: -1 is less than nothing");
  EXPECT_EQ(problem_of("lon", "-181"), "2 lon: longitude -181 is not between -180 and 360");
  EXPECT_EQ(problem_of("lon", "184.8"), "");  // beyond the antimeridian, counted on
  EXPECT_EQ(problem_of("lat", "91"), "2 lat: latitude 91 is not between -90 and 90");
  EXPECT_EQ(problem_of("lat", "here"), "2 lat: not a number: 'here'");
  EXPECT_EQ(problem_of("lat", ""), "2 lat: no latitude");
  EXPECT_EQ(problem_of("name", "Ca\xF1\x61\x64\x61"), "2 name: not UTF-8");
  EXPECT_EQ(problem_of("usd", std::string(100, 'x')), "2 usd: not a number: '" + std::string(40, 'x') + "…'");
}

TEST(BuildTables, OnlySignatoriesGoWithoutAPlace) {
  Columns columns = one_record("lon", "");
  columns[5].second[0] = "";
  const Tables partnerships = tables_of(exhibit_of(), table_of(columns));
  ASSERT_EQ(partnerships.problems.size(), 1U);
  EXPECT_EQ(partnerships.problems[0].reason, "no place");
  const Tables signatories = tables_of(exhibit_of(exhibit::LayerKind::kSignatories), table_of(columns));
  EXPECT_TRUE(signatories.problems.empty());
  EXPECT_TRUE(std::isnan(signatories.layers[0].lon_lat[0].lat_deg));
}

TEST(BuildTables, OneDayForAllRowsWhereTheSourceHasNone) {
  exhibit::Exhibit exhibit = exhibit_of();
  exhibit.layers[0].fields.erase("first_day");
  const time::Day day = std::chrono::year(2019) / 10 / 7;
  exhibit.layers[0].day = day;
  EXPECT_EQ(tables_of(exhibit, table_of(one_record())).layers[0].first_day[0], (time::DayInterval{day, day}));
}

// Law: every row that was read is either in the table or among the problems, and the table is in the order of
// (earliest, line).
TEST(BuildTables, SortsStablyAndLosesNothing) {
  std::mt19937 random(5);
  for (int round = 0; round < 30; ++round) {
    Columns columns = one_record();
    for (auto& [name, values] : columns) values.clear();
    const std::size_t row_count = random() % 60;
    for (std::size_t row = 0; row < row_count; ++row) {
      constexpr std::array kDays = {"2019", "2019-03", "2019-03-01", "2019-02-28", "", "soon", "2018-12/2019-03"};
      for (auto& [name, values] : columns) {
        if (name == "since") values.emplace_back(kDays[random() % kDays.size()]);
        if (name != "since") values.emplace_back(name == "lon" || name == "lat" ? "1" : "");
      }
    }
    const Tables tables = tables_of(exhibit_of(), table_of(columns));
    const PointTable& table = tables.layers[0];
    EXPECT_EQ(table.row_count() + tables.problems.size(), row_count);
    for (std::size_t row = 1; row < table.row_count(); ++row) {
      const auto before = std::pair(table.first_day[row - 1].earliest, table.line[row - 1]);
      EXPECT_LT(before, std::pair(table.first_day[row].earliest, table.line[row]));
    }
  }
}

TEST(BuildTables, RecordsThatTheReaderRefusedAreProblems) {
  RawTable raw = table_of(one_record());
  raw.faults.push_back({17, "9 fields, where the header has 6"});
  const Tables tables = tables_of(exhibit_of(), raw);
  ASSERT_EQ(tables.problems.size(), 1U);
  EXPECT_EQ(tables.problems[0].line, 17U);
}

TEST(BuildTables, ErrorsSayWhereTheExhibitNamesTheSource) {
  const exhibit::Exhibit exhibit = exhibit_of();
  std::vector<Result<RawTable>> answers;
  answers.emplace_back(tl::unexpected(Error{"a.csv: no such file; check the path"}));
  EXPECT_EQ(build_tables(exhibit, answers).error().message, "x.toml:9: a.csv: no such file; check the path");
  Columns columns = one_record();
  columns[1].first = "sinse";
  EXPECT_EQ(build_tables(exhibit, answers_of(table_of(columns))).error().message,
            "x.toml:9: 'fields.first_day': a.csv: no column 'since'; did you mean 'sinse'?");
  columns[1].first = "active from";
  EXPECT_EQ(
      build_tables(exhibit, answers_of(table_of(columns))).error().message,
      "x.toml:9: 'fields.first_day': a.csv: no column 'since'; known here: name, active from, until, usd, lon, lat");
  EXPECT_FALSE(build_tables(exhibit, {}));
}

TEST(BuildTables, PositionsMayBeTheSourcesOwnPoints) {
  exhibit::Exhibit exhibit = exhibit_of();
  exhibit.layers[0].fields = {{"name", "name"}, {"first_day", "since"}};
  RawTable raw = table_of({{"name", {"a", "b", "c", "d"}}, {"since", {"2019", "2019", "2019", "2019"}}});
  raw.line.clear();
  add_shape(raw, GeometryKind::kPoint, {{{-100.0, 40.0}}});
  add_shape(raw, GeometryKind::kPoint, {{{-100.0, 40.0}}, {{-101.0, 40.0}}});
  add_shape(raw, GeometryKind::kNone, {});
  add_shape(raw, GeometryKind::kPoint, {{{-100.0, 1e308}}});
  const Tables tables = tables_of(exhibit, raw);
  ASSERT_EQ(tables.layers[0].row_count(), 1U);
  EXPECT_EQ(tables.layers[0].lon_lat[0].lon_deg, -100.0);
  ASSERT_EQ(tables.problems.size(), 3U);
  EXPECT_EQ(tables.problems[0].reason, "not a single point");
  EXPECT_EQ(tables.problems[1].reason, "no place");
  RawTable without = table_of({{"name", {"a"}}, {"since", {"2019"}}});
  EXPECT_EQ(build_tables(exhibit, answers_of(without)).error().message,
            "x.toml:9: a.csv: holds no places; map 'fields.lon' and 'fields.lat' to columns of it");
}

TEST(BuildTables, BaseLayersBecomeShapes) {
  exhibit::Exhibit exhibit;
  exhibit.map.base.push_back({{"us.gpkg", "states", "", 3}, exhibit::BaseRole::kLand});
  RawTable raw;
  add_shape(raw, GeometryKind::kPolygon, {{{0, 0}, {1, 0}, {1, 1}}, {{5, 5}, {6, 5}, {6, 6}, {5, 6}}});
  add_shape(raw, GeometryKind::kLine, {{{0, 0}, {1, 0}}});
  add_shape(raw, GeometryKind::kPolygon, {{{0, 0}, {361, 0}, {1, 1}}});
  add_shape(raw, GeometryKind::kPolygon, {{{7, 7}, {8, 7}, {8, 8}}});
  const Tables tables = tables_of(exhibit, raw);
  EXPECT_EQ(tables.base.at(0).part_ends, (std::vector<std::uint32_t>{3, 7, 10}));
  EXPECT_EQ(tables.base[0].points[7].lon_deg, 7.0);
  EXPECT_EQ(tables.problems.size(), 2U);
  EXPECT_FALSE(build_tables(exhibit, answers_of(RawTable{})));
}

TEST(BuildTables, PlacesAreLargestFirst) {
  exhibit::Exhibit exhibit;
  exhibit.map.places = exhibit::PlaceLabelSpec{{"p.gpkg", "", "", 5}, "name", "population"};
  RawTable raw = table_of({{"name", {"A", "B", "", "D", "E"}}, {"population", {"5", "9", "7", "many", "9"}}});
  raw.line.clear();
  for (int i = 0; i < 5; ++i) add_shape(raw, GeometryKind::kPoint, {{{1.0 * i, 2.0}}});
  const Tables tables = tables_of(exhibit, raw);
  ASSERT_EQ(tables.places.name.size(), 3U);
  EXPECT_EQ(tables.places.name[0], "B");
  EXPECT_EQ(tables.places.name[1], "E");  // equals as the source has them
  EXPECT_EQ(tables.places.name[2], "A");
  EXPECT_EQ(tables.problems.size(), 2U);
}

TEST(BuildTables, RegionsKeepTheirShapesByRank) {
  exhibit::Exhibit exhibit;
  exhibit.map.regions = exhibit::RegionLabelSpec{{"r.gpkg", "", "", 5}, "name", "short", "weight"};
  RawTable raw =
      table_of({{"name", {"A", "B", "", "D"}}, {"short", {"a", "b", "c", ""}}, {"weight", {"1", "7", "3", ""}}});
  raw.line.clear();
  add_shape(raw, GeometryKind::kPolygon, {{{0, 0}, {1, 0}, {1, 1}}, {{5, 5}, {6, 5}, {6, 6}}});
  add_shape(raw, GeometryKind::kPoint, {{{3, 3}}});
  add_shape(raw, GeometryKind::kPolygon, {{{0, 0}, {1, 0}, {1, 1}}});
  add_shape(raw, GeometryKind::kPolygon, {{{8, 8}, {9, 8}, {9, 9}}});
  const Tables tables = tables_of(exhibit, raw);
  ASSERT_EQ(tables.regions.name.size(), 3U);
  EXPECT_EQ(tables.regions.name[0], "B");
  EXPECT_EQ(tables.regions.name[2], "D");  // without a rank
  EXPECT_EQ(tables.regions.code[0], "b");
  EXPECT_EQ(tables.regions.code[2], "");
  EXPECT_EQ(tables.regions.shapes.feature_part_ends, (std::vector<std::uint32_t>{1, 3, 4}));
  EXPECT_EQ(tables.regions.shapes.points[1].lon_deg, 0.0);
  EXPECT_EQ(tables.problems.size(), 1U);
}

TEST(RequestsOf, AsksForWhatIsNeededOnly) {
  exhibit::Exhibit exhibit = exhibit_of();
  exhibit.layers[0].fields["place"] = "name";  // two fields from one column
  exhibit.map.base.push_back({{"us.gpkg", "states", "", 3}, exhibit::BaseRole::kLand});
  exhibit.map.places = exhibit::PlaceLabelSpec{{"p.gpkg", "", "population >= 1", 5}, "name", "population"};
  const std::vector<ReadRequest> requests = requests_of(exhibit);
  ASSERT_EQ(requests.size(), 3U);
  EXPECT_EQ(requests[0].columns, (std::vector<std::string>{"lat", "lon", "name", "since", "until", "usd"}));
  EXPECT_FALSE(requests[0].with_geometry);
  EXPECT_FALSE(requests[1].with_columns);
  EXPECT_TRUE(requests[1].with_geometry);
  EXPECT_EQ(requests[2].where, "population >= 1");
}

}  // namespace
}  // namespace spreadmap::data
