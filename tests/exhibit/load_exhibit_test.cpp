#include "exhibit/load_exhibit.h"

#include <gtest/gtest.h>

#include <fstream>

namespace spreadmap::exhibit {
namespace {

using std::chrono::August;

// The smallest exhibit; line numbers in the tests below count its lines.
constexpr std::string_view kSmallest =
    "title = \"T\"\n"            // 1
    "[timeline]\n"               // 2
    "from = 2018-01-01\n"        // 3
    "to = 2020-01-01\n"          // 4
    "[[layers]]\n"               // 5
    "id = \"a\"\n"               // 6
    "kind = \"partnerships\"\n"  // 7
    "label = \"A\"\n"            // 8
    "source = \"a.csv\"\n"       // 9
    "[layers.fields]\n"          // 10
    "name = \"agency\"\n"        // 11
    "first_day = \"since\"\n"    // 12
    "lon = \"lon\"\n"            // 13
    "lat = \"lat\"\n";           // 14

std::string with(std::string_view part, std::string_view replacement) {
  std::string text(kSmallest);
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return text.replace(at, part.size(), replacement);
}

std::string error_of(std::string_view toml) {
  const Result<Exhibit> exhibit = parse_exhibit(toml, "x.toml");
  return exhibit ? "no error" : exhibit.error().message;
}

TEST(ParseExhibit, SmallestGetsDefaults) {
  const Result<Exhibit> exhibit = parse_exhibit(kSmallest, "/some/where/x.toml");
  ASSERT_TRUE(exhibit) << exhibit.error().message;
  EXPECT_EQ(exhibit->language, "en");
  EXPECT_EQ(exhibit->title.in("en"), "T");
  EXPECT_EQ(exhibit->map.crs, "auto");
  EXPECT_FALSE(exhibit->known_until);
  EXPECT_EQ(exhibit->timeline.play_from, exhibit->timeline.from);
  ASSERT_EQ(exhibit->layers.size(), 1U);
  EXPECT_EQ(exhibit->layers[0].source.file, "/some/where/a.csv");
  EXPECT_EQ(exhibit->layers[0].source.line, 9U);
  EXPECT_EQ(exhibit->layers[0].style.colour, srgb(0xffb454));
  EXPECT_TRUE(exhibit->layers[0].visible);
}

TEST(ParseExhibit, PathsStartAtTheFileAndAreTidied) {
  const Result<Exhibit> exhibit = parse_exhibit(with("a.csv", "../b/a.csv"), "/some/where/x.toml");
  ASSERT_TRUE(exhibit);
  EXPECT_EQ(exhibit->layers[0].source.file, "/some/b/a.csv");
  EXPECT_EQ(parse_exhibit(with("a.csv", "/b/a.csv"), "/some/x.toml")->layers[0].source.file, "/b/a.csv");
  EXPECT_EQ(parse_exhibit(kSmallest, "x.toml")->layers[0].source.file, "a.csv");
}

TEST(ParseExhibit, PlainTextIsInTheExhibitsLanguage) {
  const Result<Exhibit> exhibit =
      parse_exhibit("language = \"es\"\n" + with("\"A\"", "{ en = \"Police\", es = \"Policía\" }"), "x.toml");
  ASSERT_TRUE(exhibit) << exhibit.error().message;
  EXPECT_EQ(exhibit->title.in("es"), "T");
  EXPECT_EQ(exhibit->title.in("fr"), "T");
  EXPECT_EQ(exhibit->layers[0].label.in("es"), "Policía");
  EXPECT_EQ(exhibit->layers[0].label.in("fr"), "Police");
  EXPECT_EQ(exhibit->subtitle.in("en"), "");
}

TEST(ParseExhibit, ValuesAndNotesAreSpokenInOtherLanguages) {
  const std::string more =
      "notes = { en = \"n\", es = \"n_es\" }\nsource = \"s\"\n[layers.values.kind]\n"
      "police = { es = \"policía\" }\nUS = { en = \"United States\", es = \"Estados Unidos\" }\n";
  const Result<Exhibit> exhibit = parse_exhibit(std::string(kSmallest) + more, "x.toml");
  ASSERT_TRUE(exhibit) << exhibit.error().message;
  const LayerSpec& layer = exhibit->layers[0];
  EXPECT_EQ(layer.fields.at("notes"), "n");
  EXPECT_EQ(layer.fields_in.at("es").at("notes"), "n_es");
  EXPECT_FALSE(layer.fields_in.at("es").contains("source"));
  EXPECT_EQ(value_text(layer, "kind", "police", "es-MX"), "policía");
  EXPECT_EQ(value_text(layer, "kind", "police", "en"), "police") << "a language without a text has the value";
  EXPECT_EQ(value_text(layer, "kind", "police", "de"), "police");
  EXPECT_EQ(value_text(layer, "kind", "US", "en"), "United States");
  EXPECT_EQ(value_text(layer, "kind", "sheriff", "es"), "sheriff");
  EXPECT_EQ(value_text(layer, "region", "police", "es"), "police") << "of another column";
}

TEST(ParseExhibitFaults, SpokenValues) {
  const auto after = [](std::string_view more) { return error_of(std::string(kSmallest) + std::string(more)); };
  EXPECT_EQ(after("[layers.values.kinds]\na = \"b\"\n"), "x.toml:15: unknown key 'kinds'; did you mean 'kind'?");
  EXPECT_EQ(after("[layers.values.kind]\na = 3\n").substr(0, 35), "x.toml:16: 'layers[].values.kind.a'");
  EXPECT_EQ(after("notes = { es = \"n\" }\n"),
            "x.toml:15: missing key 'layers[].fields.notes.en': the column in the exhibit's language");
  EXPECT_EQ(after("notes = { en = \"n\", Spanish = \"m\" }\n"),
            "x.toml:15: 'layers[].fields.notes': 'Spanish' is not a language tag (en, es, pt-BR)");
  EXPECT_EQ(after("notes = { en = \"\" }\n"),
            "x.toml:15: 'layers[].fields.notes.en': expected the name of a column, got ''");
}

TEST(ParseExhibit, DaysAreDatesOrStrings) {
  const auto play_from = [](std::string_view value) {
    return parse_exhibit(with("to = 2020", "play_from = " + std::string(value) + "\nto = 2020"), "x.toml")
        ->timeline.play_from;
  };
  const time::Day day = std::chrono::year(2019) / August / 28;
  EXPECT_EQ(play_from("2019-08-28"), day);
  EXPECT_EQ(play_from("\"2019-08-28\""), day);
}

TEST(ParseExhibit, MilestonesMayBeImprecise) {
  const std::string milestone =
      "[[timeline.milestones]]\nday = \"2019-08\"\nlabel = \"L\"\nsource = \"S\"\n[[layers]]\n";
  const Result<Exhibit> exhibit = parse_exhibit(with("[[layers]]\n", milestone), "x.toml");
  ASSERT_TRUE(exhibit) << exhibit.error().message;
  const time::DayInterval month{std::chrono::year(2019) / August / 1, std::chrono::year(2019) / August / 31};
  EXPECT_EQ(exhibit->timeline.milestones.at(0).day, month);
  EXPECT_TRUE(exhibit->timeline.milestones.at(0).total.is_empty());
}

// ---- faults: the line, what, and what to do -------------------------------------------------------------------------

TEST(ParseExhibitFaults, UnknownKeysNameTheNearest) {
  EXPECT_EQ(error_of(with("title =", "titel =")), "x.toml:1: unknown key 'titel'; did you mean 'title'?");
  EXPECT_EQ(error_of(with("from =", "form =")), "x.toml:3: unknown key 'form'; did you mean 'from'?");
  EXPECT_EQ(error_of(with("first_day =", "firstday =")),
            "x.toml:12: unknown key 'firstday'; did you mean 'first_day'?");
  EXPECT_EQ(error_of(with("from =", "begins_on =")),
            "x.toml:3: unknown key 'begins_on'; known here: from, to, play_from, seconds, milestones, director");
  EXPECT_EQ(error_of(with("name =", "[layers.stile]\nname =")),
            "x.toml:11: unknown key 'stile'; did you mean 'style'?");
}

TEST(ParseExhibitFaults, WrongTypes) {
  EXPECT_EQ(error_of(with("from = 2018-01-01", "from = 2018")),
            "x.toml:3: 'timeline.from': expected a date (2019-08-28), got an integer");
  EXPECT_EQ(error_of(with("from = 2018-01-01", "from = \"spring\"")),
            "x.toml:3: 'timeline.from': expected a date (2019-08-28), got 'spring'");
  EXPECT_EQ(error_of(with("from = 2018-01-01", "from = 2018-01-01T10:00:00")),
            "x.toml:3: 'timeline.from': expected a date (2019-08-28), got a date with a time of day");
  EXPECT_EQ(error_of(with("\"T\"", "7")).substr(0, 35), "x.toml:1: 'title': expected a text,");
  EXPECT_EQ(error_of(with("\"T\"", "{ english = \"T\" }")),
            "x.toml:1: 'title': 'english' is not a language tag (en, es, pt-BR)");
  EXPECT_EQ(error_of(with("id = \"a\"", "id = 5")), "x.toml:6: 'layers[].id': expected a string, got an integer");
  EXPECT_EQ(error_of(with("id =", "visible = 1\nid =")),
            "x.toml:6: 'layers[].visible': expected true or false, got an integer");
  EXPECT_EQ(error_of(with("[[layers]]", "[layers]")), "x.toml:5: 'layers': expected an array of tables, got a table");
  EXPECT_EQ(error_of(with("\"since\"", "[]")),
            "x.toml:12: 'layers[].fields.first_day': expected a string, got an array");
  EXPECT_EQ(error_of(with("to =", "seconds = \"60\"\nto =")),
            "x.toml:4: 'timeline.seconds': expected a number, got a string");
}

TEST(ParseExhibitFaults, MissingKeys) {
  EXPECT_EQ(error_of(with("title = \"T\"", "")), "x.toml:1: missing key 'title'");
  EXPECT_EQ(error_of(with("to = 2020-01-01\n", "")), "x.toml:2: missing key 'timeline.to'");
  EXPECT_EQ(error_of(with("source = \"a.csv\"\n", "")), "x.toml:5: missing key 'layers[].source'");
  EXPECT_EQ(error_of(with("name = \"agency\"\n", "")),
            "x.toml:10: 'layers[].fields': missing key 'name': the column that names a record");
  EXPECT_EQ(error_of("title = \"T\"\nlayers = []\n[timeline]\nfrom = 2018-01-01\nto = 2019-01-01\n"),
            "x.toml:2: 'layers': expected at least one layer");
}

TEST(ParseExhibitFaults, ValuesOutOfRange) {
  EXPECT_EQ(error_of(with("\"partnerships\"", "\"partnership\"")),
            "x.toml:7: 'layers[].kind': unknown value 'partnership'; did you mean 'partnerships'?");
  EXPECT_EQ(error_of(with("\"partnerships\"", "\"crowds\"")),
            "x.toml:7: 'layers[].kind': unknown value 'crowds'; known here: partnerships, subsidies, signatories, "
            "areas, density");
  const auto style = [](std::string_view line) {
    return error_of(std::string(kSmallest) + "[layers.style]\n" + std::string(line));
  };
  EXPECT_EQ(style("colour = \"teal\""), "x.toml:16: 'layers[].style.colour': expected a colour (#3ddbb4), got 'teal'");
  EXPECT_EQ(style("colour = \"#3ddbbg\""),
            "x.toml:16: 'layers[].style.colour': expected a colour (#3ddbb4), got '#3ddbbg'");
  EXPECT_EQ(style("colour = \"#3DDBB480\""), "no error");
  EXPECT_EQ(style("fill_opacity = 2"),
            "x.toml:16: 'layers[].style.fill_opacity': expected a number from 0 to 1, got 2");
  EXPECT_EQ(style("radius_pt = 0"),
            "x.toml:16: 'layers[].style.radius_pt': expected a number above 0, up to 200, got 0");
  EXPECT_EQ(style("radius_pt = 1e300"),
            "x.toml:16: 'layers[].style.radius_pt': expected a number above 0, up to 200, got 1e+300");
  EXPECT_EQ(style("ring_days = 1e9"),
            "x.toml:16: 'layers[].style.ring_days': expected a number from 0 to 3660, got 1000000000");
  EXPECT_EQ(style("radius_pt = nan"), "x.toml:16: 'layers[].style.radius_pt': expected a number, got 'nan'");
  EXPECT_EQ(style("rim_pt = -1"), "x.toml:16: 'layers[].style.rim_pt': expected a number from 0 to 200, got -1");
}

TEST(ParseExhibitFaults, WhatMustHoldBetweenKeys) {
  EXPECT_EQ(error_of(with("to = 2020", "to = 2017")),
            "x.toml:4: 'timeline.to': 2017-01-01 is not after 'timeline.from', 2018-01-01");
  EXPECT_EQ(error_of(with("to =", "play_from = 2017-12-31\nto =")),
            "x.toml:4: 'timeline.play_from': 2017-12-31 is not a day from 2018-01-01 on and before 2020-01-01");
  EXPECT_EQ(error_of(with("id =", "day = 2019-10-07\nid =")),
            "x.toml:6: 'layers[].day': is of no use beside 'fields.first_day'; keep one of the two");
  EXPECT_EQ(error_of(with("first_day = \"since\"\n", "")),
            "x.toml:10: 'layers[].fields': missing key 'first_day'; or give the layer a 'day' for all rows");
  EXPECT_EQ(error_of(with("lat = \"lat\"\n", "")), "x.toml:10: 'layers[].fields': 'lon' and 'lat' go together");
  EXPECT_EQ(error_of(with("id =", "confidence_hidden = [\"low\"]\nid =")),
            "x.toml:6: 'layers[].confidence_hidden': needs 'fields.confidence', the column that holds it");
  const std::string layer(kSmallest.substr(kSmallest.find("[[layers]]")));
  EXPECT_EQ(error_of(std::string(kSmallest) + layer),
            "x.toml:16: 'layers[].id': 'a' stands twice; give each layer its own");
}

TEST(ParseExhibitFaults, Density) {
  const auto density = [](std::string_view keys) {
    const std::string layer = "[[layers]]\nid = \"d\"\nkind = \"density\"\nlabel = \"D\"\n";
    return error_of(std::string(kSmallest) + layer + std::string(keys));
  };
  EXPECT_EQ(density("counts = \"a\"\nmax = 5\n[layers.style]\nbandwidth_pt = 12"), "no error");
  EXPECT_EQ(density(""), "x.toml:17: 'layers[].kind': needs 'counts', the id of the layer whose records are counted");
  EXPECT_EQ(density("counts = \"b\""),
            "x.toml:19: 'layers[].counts': no layer of records is called 'b'; did you mean 'a'?");
  EXPECT_EQ(density("counts = \"d\""),
            "x.toml:19: 'layers[].counts': no layer of records is called 'd'; did you mean 'a'?");
  EXPECT_EQ(density("counts = \"a\"\nmax = 0"),
            "x.toml:20: 'layers[].max': expected a number above 0, up to 1e15, got 0");
  EXPECT_EQ(density("counts = \"a\"\n[layers.style]\nbandwidth_pt = 3"),
            "x.toml:21: 'layers[].style.bandwidth_pt': expected a number from 4 to 200, got 3");
  EXPECT_EQ(density("counts = \"a\"\nsource = \"a.csv\""),
            "x.toml:20: 'layers[].source': means nothing in a layer of the kind 'density'");
  EXPECT_EQ(error_of(with("id =", "max = 5\nid =")),
            "x.toml:6: 'layers[].max': means nothing in a layer of the kind 'partnerships'");
}

TEST(ParseExhibitFaults, NotToml) {
  EXPECT_EQ(error_of(with("2018-01-01", "2018-02-30")).substr(0, 20), "x.toml:3: not TOML: ");
  EXPECT_EQ(error_of(with("to = ", "to : ")).substr(0, 20), "x.toml:4: not TOML: ");
  EXPECT_EQ(error_of(with("label", "id")).substr(0, 20), "x.toml:8: not TOML: ");
  EXPECT_EQ(error_of(""), "x.toml: the file is empty");
  EXPECT_EQ(error_of(" \n\n"), "x.toml: the file is empty");
  EXPECT_EQ(error_of(with("\"agency\"", "\"Ca\xF1\x61\x64\x61\"")),
            "x.toml:11: not UTF-8; save the file with that encoding");
}

// Whatever is cut off or garbled, the answer is an exhibit or one line, never a crash.
TEST(ParseExhibitFaults, EveryCutAndEveryChangedByteIsAnswered) {
  for (std::size_t size = 0; size < kSmallest.size(); ++size) {
    const std::string error = error_of(kSmallest.substr(0, size));
    EXPECT_EQ(error.find('\n'), std::string::npos) << error;
  }
  for (std::size_t i = 0; i < kSmallest.size(); ++i) {
    for (const char c : {'"', '[', '\0', '\x80', '='}) {
      std::string text(kSmallest);
      text[i] = c;
      EXPECT_EQ(error_of(text).find('\n'), std::string::npos) << error_of(text);
    }
  }
}

// ---- files ----------------------------------------------------------------------------------------------------------

TEST(LoadExhibit, FilesThatAreNone) {
  EXPECT_EQ(load_exhibit("/nowhere/x.toml").error().message,
            "/nowhere/x.toml: cannot be opened: No such file or directory");
  const std::string folder = testing::TempDir();
  EXPECT_EQ(load_exhibit(folder).error().message, folder + ": is a folder; name the exhibit file in it");
}

TEST(LoadExhibit, ShippedOne) {
  const std::filesystem::path file = std::filesystem::path(SPREADMAP_SOURCE_DIR) / "geodata/ring/ring.exhibit.toml";
  const Result<Exhibit> exhibit = load_exhibit(file);
  ASSERT_TRUE(exhibit) << exhibit.error().message;
  EXPECT_EQ(exhibit->known_until, time::Day(std::chrono::year(2020) / 6 / 11));
  EXPECT_EQ(exhibit->title.in("es"), "Cómo Ring llegó a la policía");
  EXPECT_EQ(exhibit->map.base.size(), 4U);
  EXPECT_EQ(exhibit->map.base[2].role, BaseRole::kStateLine);
  ASSERT_EQ(exhibit->layers.size(), 6U);
  EXPECT_EQ(exhibit->layers[0].style.colour, srgb(0x3ddbb4));
  EXPECT_EQ(exhibit->layers[2].day, time::Day(std::chrono::year(2019) / 10 / 7));
  for (const LayerSpec& layer : exhibit->layers) {
    if (layer.kind == LayerKind::kDensity) continue;  // it has no source
    EXPECT_TRUE(std::filesystem::exists(layer.source.file)) << layer.source.file;
  }
  for (const MilestoneSpec& milestone : exhibit->timeline.milestones) EXPECT_FALSE(milestone.source_url.empty());
}

}  // namespace
}  // namespace spreadmap::exhibit
