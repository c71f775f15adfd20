#include "exhibit/whole_paths.h"

#include <gtest/gtest.h>

#include "exhibit/load_exhibit.h"

namespace spreadmap::exhibit {
namespace {

TEST(WholePaths, EveryPathAndNothingElseIsWrittenWhole) {
  const std::string text = R"(title = "data/a.csv"  # the title, not a path
[brand]
logo = "../logo.png"
[timeline]
from = 2018-01-01
to = 2020-12-31
[[timeline.milestones]]
day = 2019-01-01
label = "Then"
source = "data/a.csv"
[[map.base]]
role = "land"
source = "data/land.gpkg"  # drawn here
[[layers]]
id = "a"
kind = "partnerships"
label = "A"
source = "/whole/b.csv"
fields = { name = "n", first_day = "d", lat = "y", lon = "x" }
[[layers]]
id = "b"
kind = "partnerships"
label = "B"
source = "data/a.csv"
[layers.fields]
name = "n"
first_day = "d"
lat = "y"
lon = "x"
)";
  const auto whole = with_whole_paths(text, "/exhibits/one/x.toml");
  ASSERT_TRUE(whole) << whole.error().message;
  std::string wanted = text;
  const auto put = [&wanted](std::string_view from, std::string_view to, std::size_t after) {
    const std::size_t at = wanted.find(from, after);
    ASSERT_NE(at, std::string::npos) << from;
    wanted.replace(at, from.size(), to);
  };
  put("../logo.png", "/exhibits/logo.png", 0);
  put("data/land.gpkg", "/exhibits/one/data/land.gpkg", 0);
  put("data/a.csv", "/exhibits/one/data/a.csv", wanted.find("id = \"b\""));
  EXPECT_EQ(*whole, wanted);
  // From any folder it is the same exhibit.
  const auto here = parse_exhibit(text, "/exhibits/one/x.toml"), there = parse_exhibit(*whole, "/else/y.toml");
  ASSERT_TRUE(here && there);
  EXPECT_EQ(here->layers[1].source.file, there->layers[1].source.file);
  EXPECT_EQ(here->map.base[0].source.file, there->map.base[0].source.file);
  EXPECT_EQ(here->brand.logo.file, there->brand.logo.file);
}

TEST(LocalTextOfOne, AnEditChangesOneLanguageAlone) {
  const LocalText both(std::map<std::string, std::string>{{"en", "One"}, {"es", "Uno"}});
  EXPECT_EQ(both.with("es", "El uno").in("en"), "One");
  EXPECT_EQ(both.with("es-MX", "El uno").in("es"), "El uno");
  EXPECT_EQ(both.with("es", "").languages(), std::vector<std::string>{"en"});
  EXPECT_EQ(both.own("fr"), "");
  EXPECT_EQ(both.with("fr", "Un").own("fr"), "Un");
  EXPECT_EQ(LocalText().with("en", "One").in("en"), "One");
}

}  // namespace
}  // namespace spreadmap::exhibit
