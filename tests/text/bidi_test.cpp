#include "text/bidi.h"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <string>

#include "text/code_points.h"

namespace spreadmap::text {
namespace {

/// The runs' texts with their directions, as they stand on the page: "abc>" runs right, "<fed" left.
std::vector<std::string> pieces(std::string_view utf8) {
  const std::vector<std::uint32_t> code_points = code_points_of(utf8);
  std::vector<std::string> pieces;
  for (const TextRun& run : visual_runs(code_points)) {
    pieces.push_back(std::to_string(run.begin) + "-" + std::to_string(run.end) + (run.is_right_to_left() ? "<" : ">"));
  }
  return pieces;
}

using Pieces = std::vector<std::string>;

TEST(Bidi, NothingHasNoRuns) { EXPECT_TRUE(visual_runs({}).empty()); }

TEST(Bidi, LatinIsOneRun) { EXPECT_EQ(pieces("Columbia, S.C. (2019)"), (Pieces{"0-21>"})); }

TEST(Bidi, ARightToLeftWordInsideALatinLineStandsWhereItIsRead) {
  EXPECT_EQ(pieces("abc שלום def"), (Pieces{"0-4>", "4-8<", "8-9>", "9-12>"}));
}

TEST(Bidi, TheFirstStrongCharacterDecidesTheLinesDirection) {
  EXPECT_EQ(pieces("שלום abc"), (Pieces{"5-8>", "0-5<"}));
  EXPECT_EQ(pieces("12 שלום").back(), "0-2>") << "figures are not strong: the line runs right to left";
}

TEST(Bidi, FiguresInARightToLeftLineKeepTheirOrder) {
  EXPECT_EQ(pieces("שלום 123 עולם"), (Pieces{"8-13<", "5-8>", "0-5<"}));
}

TEST(Bidi, ScriptsAreSplitAndCommonCharactersJoinTheOneBefore) {
  const std::vector<TextRun> runs = visual_runs(code_points_of("«abc» กขค, नम"));
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_EQ(runs[0].script, HB_SCRIPT_LATIN);
  EXPECT_EQ(runs[1].script, HB_SCRIPT_THAI);
  EXPECT_EQ(runs[2].script, HB_SCRIPT_DEVANAGARI);
  EXPECT_EQ(visual_runs(code_points_of("405")).front().script, HB_SCRIPT_LATIN);
}

/// Whatever the text, its runs are a permutation of stretches that cover it once.
TEST(Bidi, RunsCoverTheLineOnce) {
  const std::vector<std::uint32_t> alphabet{U'a',   U'1',   U' ',   U'(',   U')',   0x5d0,  0x627,  0xe01,
                                            0x202a, 0x202b, 0x202c, 0x202e, 0x2067, 0x2069, 0x0301, 0x2029};
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<std::uint32_t> line(random() % 60 + 1);
    for (std::uint32_t& code_point : line) code_point = alphabet[random() % alphabet.size()];
    std::vector<int> covered(line.size(), 0);
    for (const TextRun& run : visual_runs(line)) {
      ASSERT_LT(run.begin, run.end);
      ASSERT_LE(run.end, line.size());
      for (std::size_t i = run.begin; i < run.end; ++i) ++covered[i];
    }
    EXPECT_EQ(std::accumulate(covered.begin(), covered.end(), 0), static_cast<int>(line.size()));
    EXPECT_EQ(covered, std::vector<int>(line.size(), 1));
  }
}

}  // namespace
}  // namespace spreadmap::text
