#include "data/csv_records.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace spreadmap::data {
namespace {

std::vector<std::uint32_t> lines_of(std::string_view text) {
  std::vector<std::uint32_t> lines;
  for (const CsvRecord& record : csv_records(text, ',')) lines.push_back(record.line);
  return lines;
}

using Lines = std::vector<std::uint32_t>;

TEST(CsvRecords, CountLinesOverQuotedLineEnds) {
  EXPECT_EQ(lines_of("a,b\n1,2\n3,4\n"), (Lines{1, 2, 3}));
  EXPECT_EQ(lines_of("a,b\n\"1\n1\n1\",2\n3,4"), (Lines{1, 2, 5}));
  EXPECT_EQ(lines_of("a,b\n\"1\"\"\n\",2\n3,4"), (Lines{1, 2, 4}));
}

TEST(CsvRecords, KnowAllLineEnds) {
  EXPECT_EQ(lines_of("a\r\n\"1\r\n1\"\r\n2\r\n"), (Lines{1, 2, 4}));
  EXPECT_EQ(lines_of("a\r1\r2"), (Lines{1, 2, 3}));
  EXPECT_EQ(lines_of("a\n\n1\n\n\n2\n"), (Lines{1, 3, 6}));
  EXPECT_EQ(lines_of(""), Lines{});
  EXPECT_EQ(lines_of("\xEF\xBB\xBF"), Lines{});
}

TEST(CsvRecords, CountFields) {
  const auto counts = [](std::string_view text) {
    const CsvRecord record = csv_records(text, ',').at(0);
    return std::pair(record.field_count, record.filled_count);
  };
  EXPECT_EQ(counts("a,b,c"), std::pair(3U, 3U));
  EXPECT_EQ(counts("\"a,b\",c"), std::pair(2U, 2U));
  EXPECT_EQ(counts("a,b,,"), std::pair(4U, 2U));
  EXPECT_EQ(counts(",,"), std::pair(3U, 0U));
  EXPECT_EQ(counts("a, ,\t"), std::pair(3U, 1U));
}

TEST(CsvRecords, SeeWhatCannotBeTrusted) {
  EXPECT_TRUE(csv_records("a,\"b\n", ',').at(0).has_open_quote);
  EXPECT_FALSE(csv_records("a,\"b\"\n", ',').at(0).has_open_quote);
  EXPECT_TRUE(csv_records(std::string_view("a\0b", 3), ',').at(0).has_nul);
}

TEST(CsvRecords, SeparatorIsTheOneThatFitsTheHeader) {
  EXPECT_EQ(csv_separator("a,b;c\n", 2), ',');
  EXPECT_EQ(csv_separator("a;b;\"c,d\"\n", 3), ';');
  EXPECT_EQ(csv_separator("\xEF\xBB\xBF"
                          "a\tb\n",
                          2),
            '\t');
  EXPECT_EQ(csv_separator("a|b", 7), ',');
}

// Law: lines never fall, and the text always comes to an end.
TEST(CsvRecords, TakeAnyBytes) {
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = "a,\"\n\r;\0 "[random() % 8];
    std::uint32_t last = 0;
    for (const CsvRecord& record : csv_records(text, ',')) {
      EXPECT_GT(record.line, last);
      EXPECT_LE(record.filled_count, record.field_count);
      last = record.line;
    }
  }
}

}  // namespace
}  // namespace spreadmap::data
