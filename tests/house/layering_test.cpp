// The rule of the house: a folder of src/ includes only what the table of ARCHITECTURE.md lets it include.
#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;
using Rooms = std::set<std::string>;

const std::map<std::string, Rooms>& may_include() {
  static const std::map<std::string, Rooms> kTable{
      {"base", {}},
      {"style", {"base"}},
      {"geo", {"base"}},
      {"time", {"base"}},
      {"language", {"base", "time"}},
      {"exhibit", {"base", "geo", "time", "style"}},
      {"data", {"base", "geo", "time", "exhibit"}},
      {"model", {"base", "geo", "time", "data", "exhibit", "style"}},
      {"text", {"base"}},
      {"scene", {"base", "geo", "time", "style", "data", "exhibit", "model", "text", "language"}},
      {"gpu", {"base"}},
      {"render", {"base", "geo", "style", "text", "scene", "gpu"}},
      {"vector", {"base", "geo", "style", "text", "scene"}},
      {"media", {"base"}},
      {"platform", {"base", "gpu"}},
      {"ui", {"base", "geo", "time", "style", "data", "exhibit", "model", "text", "scene", "language"}},
      {"reader", {"base", "data"}},
      {"app",
       {"base", "style", "geo", "time", "language", "data", "exhibit", "model", "text", "scene", "gpu", "render",
        "vector", "media", "platform", "ui"}},
  };
  return kTable;
}

template <class Use>
void for_each_match(const fs::path& folder, const std::regex& pattern, Use use) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    std::string line;
    for (int number = 1; std::getline(file, line); ++number) {
      std::smatch match;
      if (std::regex_search(line, match, pattern)) use(entry.path(), number, match[1].str());
    }
  }
}

TEST(Layering, EveryRoomIncludesOnlyWhatTheTableLetsIt) {
  const fs::path src = fs::path(SPREADMAP_SOURCE_DIR) / "src";
  const std::regex include(R"re(^\s*#\s*include\s+"([a-z_]+)/)re");
  int seen = 0;
  for (const auto& entry : fs::directory_iterator(src)) {
    if (!entry.is_directory()) continue;
    const std::string room = entry.path().filename();
    ASSERT_TRUE(may_include().contains(room)) << room << " is not in the table";
    for_each_match(entry.path(), include, [&](const fs::path& file, int line, const std::string& included) {
      ++seen;
      if (included == room) return;
      EXPECT_TRUE(may_include().at(room).contains(included))
          << file << ":" << line << ": " << room << "/ may not include " << included << "/";
    });
  }
  EXPECT_GT(seen, 100) << "the search for includes finds nothing any more";
}

TEST(Layering, ForeignTypesAreSeenInOneRoomOnly) {
  struct Owner {
    const char* pattern;
    Rooms rooms;
  };
  const std::array owners{Owner{R"re(^\s*#\s*include\s+[<"](glad)/)re", {"gpu"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](gdal|ogr|cpl)[a-z_]*\.h)re", {"data"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](proj)\.h)re", {"geo"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](unicode)/)re", {"base", "language"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](hb|ft2build|fribidi)[a-z_.-]*)re", {"text"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](cairo)[a-z-]*\.h)re", {"vector"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](libav|libsw)[a-z]*/)re", {"media"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](SDL)[A-Za-z_]*\.h)re", {"platform"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](systemd)/)re", {"platform"}},
                          Owner{R"re(^\s*#\s*include\s+[<"](toml\+\+)/)re", {"exhibit"}}};
  const fs::path src = fs::path(SPREADMAP_SOURCE_DIR) / "src";
  for (const Owner& owner : owners) {
    for_each_match(src, std::regex(owner.pattern), [&](const fs::path& file, int line, const std::string& header) {
      const std::string room = *fs::relative(file, src).begin();
      EXPECT_TRUE(owner.rooms.contains(room))
          << file << ":" << line << ": " << header << " is not seen in " << room << "/";
    });
  }
}

TEST(Layering, TextsOfThePanelsGoToImGuiThroughOneDoor) {
  const fs::path ui = fs::path(SPREADMAP_SOURCE_DIR) / "src/ui";
  // AddText is left to those that cut their text first: they have it from lettered_within.
  const std::regex door(R"re(\b(TextUnformatted|TextWrapped|TextColored|PushTextWrapPos|CalcTextSize)\()re");
  for_each_match(ui, door, [&](const fs::path& file, int line, const std::string& called) {
    const std::string name = file.filename();
    EXPECT_TRUE(name == "lettering.cpp" || (name == "widgets.cpp" && called == "CalcTextSize"))
        << file << ":" << line << ": " << called << " draws what is not Latin as ?; see ui/lettering.h";
  });
}

}  // namespace
