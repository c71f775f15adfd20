#include "exhibit/nearest.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace spreadmap::exhibit {
namespace {

TEST(EditDistance, CountsSingleEdits) {
  EXPECT_EQ(edit_distance("", ""), 0U);
  EXPECT_EQ(edit_distance("title", "title"), 0U);
  EXPECT_EQ(edit_distance("titel", "title"), 1U);  // a swap is one edit
  EXPECT_EQ(edit_distance("titl", "title"), 1U);
  EXPECT_EQ(edit_distance("tytle", "title"), 1U);
  EXPECT_EQ(edit_distance("", "title"), 5U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
}

std::string random_word(std::mt19937& random) {
  std::string word(random() % 9, ' ');
  for (char& c : word) c = static_cast<char>('a' + random() % 4);
  return word;
}

TEST(EditDistance, IsSymmetricAndBounded) {
  std::mt19937 random(7);
  for (int i = 0; i < 500; ++i) {
    const std::string a = random_word(random);
    const std::string b = random_word(random);
    const std::size_t distance = edit_distance(a, b);
    EXPECT_EQ(distance, edit_distance(b, a)) << a << " " << b;
    EXPECT_EQ(distance == 0, a == b);
    EXPECT_LE(distance, std::max(a.size(), b.size()));
    EXPECT_GE(distance, std::max(a.size(), b.size()) - std::min(a.size(), b.size()));
  }
}

TEST(Suggestion, NamesTheNearestOrAll) {
  const std::vector<std::string> known = {"title", "subtitle", "map"};
  EXPECT_EQ(suggestion("titel", known), "did you mean 'title'?");
  EXPECT_EQ(suggestion("subtitl", known), "did you mean 'subtitle'?");
  EXPECT_EQ(suggestion("zebra", known), "known here: title, subtitle, map");
  EXPECT_EQ(suggestion(std::string(100000, 'x'), known), "known here: title, subtitle, map");
  EXPECT_EQ(suggestion("zebra", std::vector<std::string>{""}), "none is known here");
  EXPECT_EQ(suggestion("x", std::vector<std::string>{""}), "none is known here");
  EXPECT_EQ(suggestion("zebra", std::vector<std::string>{"", "title"}), "known here: title");
}

TEST(Suggestion, CaseAndAccentsDivideLeast) {
  const std::vector<std::string> states = {"CA", "AL", "FL", "TX", "gl"};
  EXPECT_EQ(suggestion("fl", states), "did you mean 'FL'?");
  const std::vector<std::string> names = {"canada", "CANADA", "Cañada"};
  EXPECT_EQ(suggestion("CANADa", names), "did you mean 'CANADA'?")
      << "of those that are alike but for case the nearest letter by letter";
  EXPECT_EQ(suggestion("cañada", names), "did you mean 'Cañada'?");
}

}  // namespace
}  // namespace spreadmap::exhibit
