#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "exhibit/schema_exhibit.h"

namespace spreadmap::exhibit {
namespace {

// The keys in the manual's table: its rows begin with "| `key` |".
std::vector<std::string> documented_keys() {
  std::ifstream manual(std::string(SPREADMAP_SOURCE_DIR) + "/docs/exhibit.md");
  std::vector<std::string> keys;
  for (std::string line; std::getline(manual, line);) {
    if (line.rfind("| `", 0) == 0) keys.push_back(line.substr(3, line.find('`', 3) - 3));
  }
  return keys;
}

TEST(ExhibitKeys, ManualListsExactlyWhatTheParserKnowsInItsOrder) { EXPECT_EQ(documented_keys(), exhibit_keys()); }

TEST(ExhibitKeys, NoneStandsTwice) {
  const std::vector<std::string> keys = exhibit_keys();
  EXPECT_EQ(std::set<std::string>(keys.begin(), keys.end()).size(), keys.size());
}

}  // namespace
}  // namespace spreadmap::exhibit
