#include "exhibit/toml_edit.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <sstream>

namespace spreadmap::exhibit {
namespace {

constexpr std::string_view kText = R"(# An exhibit by hand
title = { en = "Añb", es = "x" }  # two languages

[map]  # where
crs = 'auto'
extent = [1, 2,
  3]   # on two lines

# The beginning.
[[cues]]
id = "one"   # first
text = """
Two
lines"""
day = 2019-08-27
  [cues.camera]
  place = "P"
  radius_km = 0x10

[[cues]]
id = "two"

# What is for films alone.
[export]
seconds = 30
)";

TomlEdit edit() {
  auto edit = TomlEdit::of(std::string(kText));
  EXPECT_TRUE(edit);
  return std::move(*edit);
}

/// The text with one part put in place of another, which stands there once.
std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kText);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  EXPECT_EQ(text.find(from, at + 1), std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

const toml::table& cue(const TomlEdit& edit, std::size_t index) {
  return *edit.root().get_as<toml::array>("cues")->get(index)->as_table();
}

toml::value<std::string> string(const char* text) { return toml::value<std::string>(text); }

TEST(TomlEdit, WithoutAChangeItIsTheSameText) { EXPECT_EQ(edit().text(), kText); }

TEST(TomlEdit, AValueAloneIsReplaced) {
  TomlEdit one = edit();
  one.set(cue(one, 0), "id", string("uno"));
  EXPECT_EQ(one.text(), replaced("id = \"one\"   # first", "id = \"uno\"   # first"));
  TomlEdit lines = edit();
  lines.set(cue(lines, 0), "text", string("a \"b\" ñ"));
  const auto back = toml::parse(lines.text());
  EXPECT_EQ(back["cues"][0]["text"].value<std::string>(), "a \"b\" ñ");
  EXPECT_NE(lines.text().find("day = 2019-08-27\n  [cues.camera]\n"), std::string::npos);
  TomlEdit array = edit();
  array.set(*array.root().get_as<toml::table>("map"), "extent", toml::array{1.5, -2.0});
  EXPECT_EQ(array.text(), replaced("[1, 2,\n  3]", "[1.5, -2.0]"));
}

TEST(TomlEdit, InAnInlineTableOnlyWhatDiffersChanges) {
  TomlEdit other = edit();
  other.set(other.root(), "title", toml::table{{"en", "Añb"}, {"es", "y"}});
  EXPECT_EQ(other.text(), replaced("es = \"x\"", "es = \"y\""));
  TomlEdit less = edit();
  less.set(less.root(), "title", toml::table{{"en", "Añb"}});
  EXPECT_EQ(less.text(), replaced("{ en = \"Añb\", es = \"x\" }", "{ en = \"Añb\" }"));
  TomlEdit without_first = edit();
  without_first.set(without_first.root(), "title", toml::table{{"es", "x"}});
  EXPECT_EQ(without_first.text(), replaced("{ en = \"Añb\", es = \"x\" }", "{ es = \"x\" }"));
  TomlEdit more = edit();
  more.set(more.root(), "title", toml::table{{"en", "Añb"}, {"es", "x"}, {"pt-BR", "z"}});
  EXPECT_EQ(more.text(), replaced("es = \"x\" }", "es = \"x\", pt-BR = \"z\" }"));
}

TEST(TomlEdit, ANewKeyStandsBehindTheTablesOwn) {
  TomlEdit one = edit();
  one.set(cue(one, 0), "seconds", toml::value<double>(4.5));
  EXPECT_EQ(one.text(), replaced("day = 2019-08-27\n", "day = 2019-08-27\nseconds = 4.5\n"));
  TomlEdit under = edit();
  under.set(*cue(under, 0).get_as<toml::table>("camera"), "region", string("R"));
  EXPECT_EQ(under.text(), replaced("  radius_km = 0x10\n", "  radius_km = 0x10\n  region = \"R\"\n"));
  TomlEdit last = edit();
  last.set(*last.root().get_as<toml::table>("export"), "crf", toml::value<std::int64_t>(18));
  EXPECT_EQ(last.text(), std::string(kText) + "crf = 18\n");
}

TEST(TomlEdit, WhatIsTakenOutGoesWithItsLines) {
  TomlEdit one = edit();
  one.remove(cue(one, 0), "text");
  EXPECT_EQ(one.text(), replaced("text = \"\"\"\nTwo\nlines\"\"\"\n", ""));
  TomlEdit camera = edit();
  camera.remove(cue(camera, 0), "camera");
  EXPECT_EQ(camera.text(), replaced("  [cues.camera]\n  place = \"P\"\n  radius_km = 0x10\n\n", ""));
}

TEST(TomlEdit, TablesChangePlacesWithTheirCommentsAndWhatStandsUnderThem) {
  const auto turned = arranged(std::string(kText), "cues", {std::size_t{1}, std::size_t{0}});
  ASSERT_TRUE(turned) << turned.error().message;
  const auto back = toml::parse(*turned);
  EXPECT_EQ(back["cues"][0]["id"].value<std::string>(), "two");
  EXPECT_EQ(back["cues"][1]["camera"]["place"].value<std::string>(), "P");
  EXPECT_NE(turned->find("# The beginning.\n[[cues]]\nid = \"one\""), std::string::npos);
  EXPECT_NE(turned->find("# What is for films alone.\n[export]"), std::string::npos);
  EXPECT_EQ(*arranged(std::string(kText), "cues", {std::size_t{0}, std::size_t{1}}), kText);
}

TEST(TomlEdit, ATableIsAddedAndAnotherTakenOut) {
  const auto more = arranged(std::string(kText), "cues", {std::size_t{0}, "[[cues]]\nid = \"new\"\n", std::size_t{1}});
  ASSERT_TRUE(more) << more.error().message;
  EXPECT_EQ(toml::parse(*more)["cues"][1]["id"].value<std::string>(), "new");
  const auto less = arranged(*more, "cues", {std::size_t{0}, std::size_t{2}});
  EXPECT_EQ(*less, kText);
  const auto none = arranged(std::string(kText), "cues", {});
  EXPECT_FALSE(toml::parse(*none).contains("cues"));
  EXPECT_NE(none->find("# What is for films alone.\n[export]\nseconds = 30\n"), std::string::npos);
  const auto first = arranged("title = \"t\"", "cues", {"[[cues]]\nid = \"new\"\n"});
  EXPECT_EQ(*first, "title = \"t\"\n\n[[cues]]\nid = \"new\"\n");
}

TEST(TomlEdit, SaysWhatIsNotToml) {
  const auto broken = TomlEdit::of("a = 1\nb = = 2\n");
  ASSERT_FALSE(broken);
  EXPECT_TRUE(broken.error().message.starts_with("2: not TOML")) << broken.error().message;
}

/// A value of any kind, with signs that have to be spelled otherwise.
toml::table any_value() {
  toml::table box;
  switch (*rc::gen::inRange(0, 5)) {
    case 0:
      // A sign cut in two is none.
      box.insert("v",
                 *rc::gen::elementOf(std::vector<std::string>{"", "ñ", "a \"b\"", "line\nline", "\\ # = '", "tab\t"}));
      break;
    case 1:
      box.insert("v", *rc::gen::inRange(-1000, 1000) / 8.0);
      break;
    case 2:
      box.insert("v", *rc::gen::arbitrary<bool>());
      break;
    case 3:
      box.insert("v", toml::date{2019, *rc::gen::inRange<std::uint8_t>(1, 13), 7});
      break;
    default:
      box.insert("v", toml::array{"x", "y, ]", 3});
      break;
  }
  return box;
}

std::string json_of(const toml::table& table) {
  std::ostringstream out;
  out << toml::json_formatter(table);
  return out.str();
}

RC_GTEST_PROP(TomlEditLaws, AnyChangeReadsBackAndEveryCommentStays, ()) {
  TomlEdit one = edit();
  toml::table wanted = toml::parse(kText);
  const toml::table& own = cue(one, 0);
  toml::table& own_wanted = *wanted["cues"][0].as_table();
  for (const char* key : {"id", "day", "notes", "new key", "seconds"}) {
    const toml::table box = any_value();
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        one.set(own, key, *box.get("v"));
        own_wanted.insert_or_assign(key, *box.get("v"));
        break;
      case 1:
        // Its line goes, with what stands behind it.
        if (std::string_view(key) == "id") break;
        one.remove(own, key);
        own_wanted.erase(key);
        break;
      default:
        break;
    }
  }
  const std::string text = one.text();
  RC_LOG() << text;
  RC_ASSERT(json_of(toml::parse(text)) == json_of(wanted));
  for (const char* comment : {"# An exhibit by hand", "# two languages", "# where", "# on two lines",
                              "# The beginning.", "# first", "# What is for films alone."})
    RC_ASSERT(text.find(comment) != std::string::npos);
}

}  // namespace
}  // namespace spreadmap::exhibit
