#include "data/wire.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace spreadmap::data {
namespace {

std::string random_text(std::mt19937& random) {
  std::string text(random() % 12, ' ');
  for (char& c : text) c = static_cast<char>(random() % 256);
  return text;
}

RawTable random_table(std::mt19937& random) {
  RawTable table;
  table.source = random_text(random);
  const std::size_t row_count = random() % 8;
  for (std::size_t row = 0; row < row_count; ++row) table.line.push_back(static_cast<std::uint32_t>(random()));
  for (std::size_t i = random() % 4; i > 0; --i) {
    RawColumn& column = table.columns.emplace_back();
    column.name = random_text(random);
    for (std::size_t row = 0; row < row_count; ++row) column.values.push_back(random_text(random));
  }
  for (std::size_t row = 0; row < row_count && table.source.size() % 2 == 0; ++row) {
    RawGeometry& geometry = table.geometry;
    geometry.kind.push_back(static_cast<GeometryKind>(random() % 4));
    for (std::size_t part = random() % 3; part > 0; --part) {
      for (std::size_t i = random() % 5; i > 0; --i) geometry.points.push_back({static_cast<double>(random()), -1.5});
      geometry.part_ends.push_back(static_cast<std::uint32_t>(geometry.points.size()));
    }
    geometry.row_part_ends.push_back(static_cast<std::uint32_t>(geometry.part_ends.size()));
  }
  if (random() % 2 == 0) table.faults.push_back({static_cast<std::uint32_t>(random()), random_text(random)});
  return table;
}

std::vector<Result<RawTable>> random_answers(std::mt19937& random) {
  std::vector<Result<RawTable>> answers;
  for (std::size_t i = random() % 4; i > 0; --i) {
    if (random() % 4 == 0) {
      answers.emplace_back(tl::unexpected(Error{random_text(random)}));
    } else {
      answers.emplace_back(random_table(random));
    }
  }
  return answers;
}

std::vector<ReadRequest> random_requests(std::mt19937& random) {
  std::vector<ReadRequest> requests(random() % 4);
  for (ReadRequest& request : requests) {
    request.file = random_text(random);
    request.layer = random_text(random);
    request.where = random_text(random);
    for (std::size_t i = random() % 4; i > 0; --i) request.columns.push_back(random_text(random));
    request.with_columns = random() % 2 == 0;
    request.with_geometry = random() % 2 == 0;
  }
  return requests;
}

// Equal bytes are equal values: the encoding leaves nothing out and adds nothing.
TEST(Wire, AnswersComeBackAsTheyWere) {
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    const std::vector<Result<RawTable>> answers = random_answers(random);
    const std::vector<std::byte> bytes = encode_answers(answers);
    const Result<std::vector<Result<RawTable>>> decoded = decode_answers(bytes);
    ASSERT_TRUE(decoded) << decoded.error().message;
    ASSERT_EQ(decoded->size(), answers.size());
    EXPECT_EQ(encode_answers(*decoded), bytes);
    for (std::size_t k = 0; k < answers.size(); ++k) {
      ASSERT_EQ((*decoded)[k].has_value(), answers[k].has_value());
      if (!answers[k]) {
        EXPECT_EQ((*decoded)[k].error().message, answers[k].error().message);
        continue;
      }
      EXPECT_EQ((*decoded)[k]->source, answers[k]->source);
      EXPECT_EQ((*decoded)[k]->line, answers[k]->line);
      EXPECT_EQ((*decoded)[k]->columns.size(), answers[k]->columns.size());
      EXPECT_EQ((*decoded)[k]->geometry.points.size(), answers[k]->geometry.points.size());
    }
  }
}

TEST(Wire, RequestsComeBackAsTheyWere) {
  std::mt19937 random(12);
  for (int i = 0; i < 300; ++i) {
    const std::vector<ReadRequest> requests = random_requests(random);
    const std::vector<std::byte> bytes = encode_requests(requests);
    const Result<std::vector<ReadRequest>> decoded = decode_requests(bytes);
    ASSERT_TRUE(decoded) << decoded.error().message;
    ASSERT_EQ(decoded->size(), requests.size());
    EXPECT_EQ(encode_requests(*decoded), bytes);
    for (std::size_t k = 0; k < requests.size(); ++k) EXPECT_EQ((*decoded)[k].columns, requests[k].columns);
  }
}

TEST(Wire, EveryTruncationIsAnError) {
  std::mt19937 random(13);
  for (int i = 0; i < 40; ++i) {
    const std::vector<std::byte> answers = encode_answers(random_answers(random));
    for (std::size_t size = 0; size < answers.size(); ++size)
      EXPECT_FALSE(decode_answers(std::span(answers).first(size))) << size << " of " << answers.size();
    const std::vector<std::byte> requests = encode_requests(random_requests(random));
    for (std::size_t size = 0; size < requests.size(); ++size)
      EXPECT_FALSE(decode_requests(std::span(requests).first(size))) << size << " of " << requests.size();
  }
}

TEST(Wire, BytesBehindTheEndAreAnError) {
  std::mt19937 random(14);
  std::vector<std::byte> bytes = encode_answers(random_answers(random));
  bytes.push_back(std::byte{0});
  EXPECT_FALSE(decode_answers(bytes));
  EXPECT_FALSE(decode_requests(encode_answers({})));
  EXPECT_FALSE(decode_answers(encode_requests({})));
}

// What a decoded table promises: no index of it leads outside.
void expect_consistent(const RawTable& table) {
  for (const RawColumn& column : table.columns) {
    ASSERT_EQ(column.values.size(), table.row_count());
    std::size_t total = 0;
    for (std::size_t row = 0; row < table.row_count(); ++row) total += column.values[row].size();
    ASSERT_EQ(total, column.values.bytes.size());
  }
  const RawGeometry& geometry = table.geometry;
  for (const std::uint32_t end : geometry.row_part_ends) ASSERT_LE(end, geometry.part_ends.size());
  for (const std::uint32_t end : geometry.part_ends) ASSERT_LE(end, geometry.points.size());
}

TEST(Wire, ChangedBytesAreAnErrorOrAConsistentTable) {
  std::mt19937 random(15);
  std::size_t refused = 0;
  for (int i = 0; i < 20000; ++i) {
    std::vector<std::byte> bytes = encode_answers(random_answers(random));
    for (std::size_t changes = 1 + random() % 3; changes > 0; --changes)
      bytes[random() % bytes.size()] = static_cast<std::byte>(random() % 256);
    const Result<std::vector<Result<RawTable>>> decoded = decode_answers(bytes);
    if (!decoded) ++refused;
    if (!decoded) continue;
    for (const Result<RawTable>& answer : *decoded) {
      if (answer) expect_consistent(*answer);
    }
  }
  EXPECT_GT(refused, 1000U);
}

// A count of 2^61 elements in a message of a few bytes must not be believed, wherever it stands.
TEST(Wire, HugeCountsAllocateNothing) {
  const std::vector<std::byte> bytes = encode_answers(std::vector<Result<RawTable>>{RawTable{}});
  for (std::size_t at = 0; at + 8 <= bytes.size(); ++at) {
    std::vector<std::byte> changed = bytes;
    const std::uint64_t huge = std::uint64_t{1} << 61U;
    std::memcpy(changed.data() + at, &huge, sizeof huge);
    EXPECT_FALSE(decode_answers(changed)) << at;
  }
}

}  // namespace
}  // namespace spreadmap::data
