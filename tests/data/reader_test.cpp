#include "data/reader_child.h"

namespace spreadmap::data {
namespace {

using Values = std::vector<std::string>;
using Lines = std::vector<std::uint32_t>;

// ---- the process ----------------------------------------------------------------------------------------------------

TEST_F(ReaderTest, GarbageIsOneLineAndOne) {
  for (const std::string& garbage :
       {std::string(), std::string("hello"), std::string("SMASK001"), std::string(100000, '\xFF')}) {
    EXPECT_EQ(run_reader(garbage), 1);
    const std::string error = read("err");
    EXPECT_EQ(error.rfind("spreadmap-reader: ", 0), 0U) << error;
    EXPECT_EQ(error.find('\n'), error.size() - 1) << error;
    EXPECT_EQ(read("out"), "");
  }
}

TEST_F(ReaderTest, AnswersInOrderAndOneFaultLeavesTheOthers) {
  const std::string file = write("a.csv", "name,n\nA,1\n");
  const std::vector<ReadRequest> requests = {
      {.file = file}, {.file = path("none.csv")}, {.file = file, .columns = {"n"}}};
  const std::vector<Result<RawTable>> answers = answers_to(requests);
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_EQ(values_of(*answers[0], "name"), Values{"A"});
  EXPECT_EQ(answers[1].error().message, path("none.csv") + ": no such file; check the path");
  EXPECT_EQ(answers[2]->columns.size(), 1U);
  EXPECT_EQ(values_of(*answers[2], "n"), Values{"1"});
}

// ---- CSV ------------------------------------------------------------------------------------------------------------

TEST_F(ReaderTest, CsvIsTextThroughout) {
  const Result<RawTable> table =
      answer_to({.file = write("a.csv", "name,2019,day\n007,1.50,2019-08\n\"a, \"\"b\"\"\",,\n")});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(values_of(*table, "name"), (Values{"007", "a, \"b\""}));
  EXPECT_EQ(values_of(*table, "2019"), (Values{"1.50", ""}));
  EXPECT_EQ(values_of(*table, "day"), (Values{"2019-08", ""}));
  EXPECT_EQ(table->geometry.kind, (std::vector<GeometryKind>{GeometryKind::kNone, GeometryKind::kNone}));
}

TEST_F(ReaderTest, CsvLinesAreThoseOfTheFile) {
  const std::string text = "name,n\r\n\"a\r\nb\",1\r\n\r\nc,2\r\n   \r\nd,3\r\n";
  for (const std::string start : {"", "\xEF\xBB\xBF"}) {
    const Result<RawTable> table = answer_to({.file = write("a.csv", start + text)});
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(table->line, (Lines{2, 5, 7}));
    EXPECT_EQ(values_of(*table, "n"), (Values{"1", "2", "3"}));
    EXPECT_TRUE(table->faults.empty());
  }
}

TEST_F(ReaderTest, CsvLinesHoldUnderACondition) {
  const Result<RawTable> table =
      answer_to({.file = write("a.csv", "name,n\na,1\n\"b\n\",2\nc,1\n"), .where = "n = '1'"});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->line, (Lines{2, 5}));
}

TEST_F(ReaderTest, CsvRecordsOfAnotherWidthAreSetAside) {
  const Result<RawTable> table = answer_to({.file = write("a.csv", "name,n\na,1\nb\nc,2,3\nd,4,,\ne,5\n")});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(values_of(*table, "name"), (Values{"a", "d", "e"}));
  ASSERT_EQ(table->faults.size(), 2U);
  EXPECT_EQ(table->faults[0].line, 3U);
  EXPECT_EQ(table->faults[0].reason, "1 field, where the header has 2");
  EXPECT_EQ(table->faults[1].line, 4U);
}

TEST_F(ReaderTest, CsvQuoteThatIsNeverClosedIsToldAtItsLine) {
  const Result<RawTable> table = answer_to({.file = write("a.csv", "name,n\na,1\n\"b,2\nc,3\nd,4\n")});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(values_of(*table, "name"), Values{"a"});
  ASSERT_EQ(table->faults.size(), 1U);
  EXPECT_EQ(table->faults[0].line, 3U);
}

TEST_F(ReaderTest, CsvZeroBytesAreSetAside) {
  const Result<RawTable> table = answer_to({.file = write("a.csv", std::string_view("name,n\na\0x,1\nb,2\n", 17))});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(values_of(*table, "name"), Values{"b"});
  EXPECT_EQ(table->faults.size(), 1U);
}

TEST_F(ReaderTest, CsvSeparators) {
  for (const std::string separator : {",", ";", "\t"}) {
    const std::string file = write("a.csv", fmt::format("name{0}n\n\"a,;\t\"{0}1\nb\n", separator));
    const Result<RawTable> table = answer_to({.file = file});
    ASSERT_TRUE(table) << table.error().message;
    EXPECT_EQ(values_of(*table, "n"), Values{"1"});
    EXPECT_EQ(table->faults.size(), 1U);
  }
}

TEST_F(ReaderTest, CsvWithoutRows) {
  const Result<RawTable> table = answer_to({.file = write("a.csv", "name,n\n")});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(table->row_count(), 0U);
  EXPECT_EQ(table->columns.size(), 2U);
}

// ---- what is refused ------------------------------------------------------------------------------------------------

TEST_F(ReaderTest, FilesThatCannotBeRead) {
  const std::string empty = write("empty.csv", "");
  EXPECT_EQ(error_of({.file = empty}), empty + ": the file is empty");
  const std::string folder = path("");
  EXPECT_EQ(error_of({.file = folder}), folder + ": is a folder; name a file in it");
  EXPECT_EQ(error_of({.file = "/dev/zero"}), "/dev/zero: is not a plain file");
  EXPECT_EQ(error_of({.file = "/vsicurl/http://127.0.0.1/a.csv"}),
            "/vsicurl/http://127.0.0.1/a.csv: no such file; check the path");
  const std::string garbage = write("a.gpkg", "\x01\x02garbage");
  EXPECT_EQ(error_of({.file = garbage}).rfind(garbage + ": cannot be read: ", 0), 0U) << error_of({.file = garbage});
  const std::string utf16 = write("wide.csv", std::string_view("\xFF\xFEn\0a\0m\0e\0\n\0", 12));
  EXPECT_EQ(error_of({.file = utf16}), utf16 + ": is UTF-16; save it as UTF-8");
}

TEST_F(ReaderTest, UnknownLayersAndColumnsNameTheKnown) {
  const std::string file = write("agencies.csv", "agency,since\na,2019\n");
  EXPECT_EQ(error_of({.file = file, .layer = "agancies"}), file + ": no layer 'agancies'; did you mean 'agencies'?");
  EXPECT_EQ(error_of({.file = file, .columns = {"agensy"}}), file + ": no column 'agensy'; did you mean 'agency'?");
  EXPECT_EQ(error_of({.file = file, .columns = {"zip"}}), file + ": no column 'zip'; known here: agency, since");
  EXPECT_EQ(error_of({.file = write("b.csv", "n,n\n1,2\n"), .columns = {"n"}}),
            path("b.csv") + ": two columns are called 'n'; give each its own name");
}

TEST_F(ReaderTest, ConditionsAreRefusedInGdalsWords) {
  const std::string error = error_of({.file = write("a.csv", "name,n\na,1\n"), .where = "population > 5"});
  EXPECT_NE(error.find("the condition \"population > 5\" is refused: "), std::string::npos) << error;
  EXPECT_NE(error.find("\"population\" not recognised"), std::string::npos) << error;
}

// GDAL would go by content and open what the VRT names.
TEST_F(ReaderTest, VrtIsNotFollowed) {
  write("secret.csv", "name\nsecret\n");
  const std::string vrt = "<OGRVRTDataSource><OGRVRTLayer name=\"secret\"><SrcDataSource>" + path("secret.csv") +
                          "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
  EXPECT_EQ(error_of({.file = write("a.vrt", vrt)}).rfind(path("a.vrt") + ": cannot be read: ", 0), 0U);
  const Result<RawTable> as_csv = answer_to({.file = write("a.csv", vrt)});
  EXPECT_TRUE(!as_csv || as_csv->row_count() == 0U);
}

TEST_F(ReaderTest, NothingIsFetchedForAGeoJsonCrs) {
  const std::string file =
      write("a.geojson",
            R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/crs"}},
       "features":[{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[1,2]}}]})");
  const std::string error = error_of({.file = file});
  EXPECT_TRUE(error == "no error" || error.find("the network is not used") != std::string::npos) << error;
}

TEST_F(ReaderTest, NothingIsWrittenBesideTheData) {
  write("a.geojson", R"({"type":"Point","coordinates":[1,2]})");
  answer_to({.file = path("a.geojson")});
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path(""))) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (Values{"a.geojson", "err", "in", "out"}));
}

// ---- geometry -------------------------------------------------------------------------------------------------------

std::string feature(std::string_view geometry, std::string_view properties = R"({"name":"a"})") {
  return fmt::format(R"({{"type":"Feature","properties":{},"geometry":{}}})", properties, geometry);
}

TEST_F(ReaderTest, ShapesLieFlat) {
  const std::string collection =
      R"({"type":"FeatureCollection","features":[)" + feature(R"({"type":"Point","coordinates":[1,2,300]})") + "," +
      feature("null") + "," +
      feature(
          R"({"type":"MultiPolygon","coordinates":[[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]],[[[5,5],[6,5],[6,6],[5,5]]]]})") +
      "," +
      feature(
          R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[7,7]},{"type":"LineString","coordinates":[[1,1],[2,2]]}]})") +
      "]}";
  const Result<RawTable> table = answer_to({.file = write("a.geojson", collection)});
  ASSERT_TRUE(table) << table.error().message;
  const RawGeometry& geometry = table->geometry;
  using enum GeometryKind;
  EXPECT_EQ(geometry.kind, (std::vector<GeometryKind>{kPoint, kNone, kPolygon, kLine}));
  EXPECT_EQ(geometry.row_part_ends, (Lines{1, 1, 4, 5}));
  EXPECT_EQ(geometry.part_ends, (Lines{1, 5, 9, 13, 15}));
  EXPECT_EQ(geometry.points[0].lon_deg, 1.0);
  EXPECT_EQ(geometry.points[0].lat_deg, 2.0);
  EXPECT_EQ(table->line, (Lines{1, 2, 3, 4}));
}

TEST_F(ReaderTest, OtherCrsIsBroughtToWgs84LongitudeFirst) {
  // Washington, D.C., in Web Mercator.
  const std::string file = write(
      "a.geojson",
      R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[)" +
          feature(R"({"type":"Point","coordinates":[-8575605.0,4707174.0]})") + "]}");
  const Result<RawTable> table = answer_to({.file = file});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_NEAR(table->geometry.points.at(0).lon_deg, -77.036, 0.001);
  EXPECT_NEAR(table->geometry.points.at(0).lat_deg, 38.897, 0.01);
}

TEST_F(ReaderTest, TypedDatesComeAsIso) {
  const std::string properties = R"({"day":"2019/08/28","time":"2019-08-28T10:00:00Z","n":5,"x":0.25,"none":null})";
  const Result<RawTable> table =
      answer_to({.file = write("a.geojson", feature(R"({"type":"Point","coordinates":[1,2]})", properties))});
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(values_of(*table, "day"), Values{"2019-08-28"});
  EXPECT_EQ(values_of(*table, "time"), Values{"2019-08-28"});
  EXPECT_EQ(values_of(*table, "n"), Values{"5"});
  EXPECT_EQ(values_of(*table, "x"), Values{"0.25"});
  EXPECT_EQ(values_of(*table, "none"), Values{""});
}

TEST_F(ReaderTest, ColumnsAndGeometryOnlyOnDemand) {
  const std::string us = SPREADMAP_SOURCE_DIR "/geodata/us.gpkg";
  const std::vector<ReadRequest> requests = {
      {.file = us, .layer = "states", .with_columns = false},
      {.file = us, .layer = "states", .columns = {"name"}, .with_geometry = false},
      {.file = us, .layer = "states", .where = "name = 'Texas'"},
      {.file = us, .layer = "stats"}};
  const std::vector<Result<RawTable>> answers = answers_to(requests);
  ASSERT_EQ(answers.size(), 4U);
  ASSERT_TRUE(answers[0] && answers[1] && answers[2]);
  EXPECT_TRUE(answers[0]->columns.empty());
  EXPECT_GT(answers[0]->geometry.points.size(), 1000U);
  EXPECT_EQ(answers[1]->row_count(), answers[0]->row_count());
  EXPECT_TRUE(answers[1]->geometry.kind.empty());
  EXPECT_EQ(values_of(*answers[2], "name"), Values{"Texas"});
  EXPECT_NE(answers[3].error().message.find("no layer 'stats'; did you mean 'states'?"), std::string::npos);
}

// Whatever is cut from a GeoPackage, the reader says so or gives less, and lives.
TEST_F(ReaderTest, DamagedGeoPackageIsAnError) {
  std::ifstream stream(SPREADMAP_SOURCE_DIR "/geodata/us.gpkg", std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(stream), {}};
  ASSERT_GT(whole.size(), 100000U);
  for (const std::size_t size : {std::size_t{100}, whole.size() / 4, whole.size() / 2, whole.size() - 5000}) {
    const std::string file = write("a.gpkg", whole.substr(0, size));
    EXPECT_EQ(error_of({.file = file, .layer = "states", .with_columns = false}).rfind(file + ": ", 0), 0U) << size;
  }
}

}  // namespace
}  // namespace spreadmap::data
