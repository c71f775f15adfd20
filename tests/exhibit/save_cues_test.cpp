#include "exhibit/save_cues.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>

#include "exhibit/load_exhibit.h"

namespace spreadmap::exhibit {
namespace {

constexpr std::string_view kText = R"(# A story by hand
title = "T"
language = "en"

[map]
theme = "dark"

[timeline]
from = 2018-01-01
to = 2020-12-31

[[layers]]
id = "a"
kind = "partnerships"
source = "a.csv"
label = "A"
[layers.fields]
name = "n"
first_day = "d"
lat = "y"
lon = "x"

# It begins.
[[cues]]
id = "one"  # the first
title = { en = "One", es = "Uno" }
text = "Only English"
day = 2019-08-27
seconds = 7
[cues.camera]
place = "P, Q"  # a place
radius_km = 75

# Then it plays.
[[cues]]
from = 2019-01-01
to = 2019-08-27
play_seconds = 12
layers = ["a"]

[export]
crf = 20  # for the web
)";

LocalText by_language(std::map<std::string, std::string> texts) { return LocalText(std::move(texts)); }

std::vector<EditedCue> cues_of(std::string_view text) {
  const auto exhibit = parse_exhibit(text, "x.toml");
  EXPECT_TRUE(exhibit) << exhibit.error().message;
  std::vector<EditedCue> cues;
  for (std::size_t i = 0; exhibit && i < exhibit->cues.size(); ++i) cues.push_back({i, exhibit->cues[i]});
  return cues;
}

std::string saved(const std::vector<EditedCue>& cues) {
  auto text = with_cues(std::string(kText), cues, "en");
  EXPECT_TRUE(text) << text.error().message;
  return text ? *text : "";
}

std::string replaced(std::string_view from, std::string_view to) {
  std::string text(kText);
  return text.replace(text.find(from), from.size(), to);
}

TEST(SaveCues, UnchangedTheyAreTheSameText) { EXPECT_EQ(saved(cues_of(kText)), kText); }

TEST(SaveCues, OneWordChangedChangesOneWord) {
  auto cues = cues_of(kText);
  cues[0].cue.title = by_language({{"en", "One"}, {"es", "El uno"}});
  cues[0].cue.dwell_s = 4.5;
  cues[0].cue.camera->radius_km = 30.0;
  std::string wanted = replaced("\"Uno\"", "\"El uno\"");
  wanted.replace(wanted.find("seconds = 7"), 11, "seconds = 4.5");
  wanted.replace(wanted.find("radius_km = 75"), 14, "radius_km = 30");
  EXPECT_EQ(saved(cues), wanted);
}

TEST(SaveCues, APlainStringStaysOneUntilThereIsAnotherLanguage) {
  auto cues = cues_of(kText);
  cues[0].cue.text = by_language({{"en", "Other"}});
  EXPECT_EQ(saved(cues), replaced("\"Only English\"", "\"Other\""));
  cues[0].cue.text = by_language({{"en", "Other"}, {"es", "Otro"}});
  EXPECT_EQ(saved(cues), replaced("\"Only English\"", "{ en = \"Other\", es = \"Otro\" }"));
}

TEST(SaveCues, ReorderedAddedAndTakenOutTheyReadBack) {
  auto cues = cues_of(kText);
  std::swap(cues[0], cues[1]);
  CueSpec fresh;
  fresh.id = "fresh";
  fresh.notes = by_language({{"en", "Say \"so\"\nand go on"}});
  fresh.camera.emplace().extent = {-120.5, 30.0, -110.0, 40.0};
  fresh.filter.emplace().regions = {"CA", "TX"};
  fresh.filter->amount_usd = {1000.0, 2000.5};
  cues.insert(cues.begin() + 1, {std::nullopt, fresh});
  const std::string text = saved(cues);
  const auto back = cues_of(text);
  ASSERT_EQ(back.size(), 3U);
  EXPECT_EQ(back[1].cue.notes.in("en"), "Say \"so\"\nand go on");
  EXPECT_EQ(back[1].cue.camera->extent, fresh.camera->extent);
  EXPECT_EQ(back[1].cue.filter->amount_usd, fresh.filter->amount_usd);
  EXPECT_EQ(back[2].cue.id, "one");
  for (const char* comment : {"# It begins.\n[[cues]]\nid = \"one\"  # the first", "# Then it plays.\n[[cues]]\nfrom",
                              "place = \"P, Q\"  # a place", "crf = 20  # for the web"})
    EXPECT_NE(text.find(comment), std::string::npos) << comment << "\n" << text;
  EXPECT_EQ(cues_of(saved({})).size(), 0U);
}

RC_GTEST_PROP(SaveCuesLaws, WhatIsSavedIsReadBackAndAllElseStays, ()) {
  auto cues = cues_of(kText);
  const auto words = rc::gen::elementOf(std::vector<std::string>{"", "a", "ñ \"q\" #", "two\nlines", "= [x]", "'"});
  for (int change = *rc::gen::inRange(1, 8); change > 0; --change) {
    if (cues.empty() || *rc::gen::inRange(0, 5) == 0) {
      cues.insert(cues.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(cues.size()) + 1),
                  EditedCue{});
    }
    const auto at = *rc::gen::inRange<std::size_t>(0, cues.size());
    CueSpec& cue = cues[at].cue;
    switch (*rc::gen::inRange(0, 7)) {
      case 0:
        cue.text = by_language({{"en", *words}, {"es", *words}});
        break;
      case 1:
        cue.notes = by_language({{"en", *words}});
        break;
      case 2:
        cue.dwell_s = *rc::gen::inRange(1, 80) / 4.0;
        break;
      case 3:
        cue.camera.reset();
        if (*rc::gen::arbitrary<bool>()) cue.camera.emplace().region = "R";
        break;
      case 4:
        cue.from = cue.to = std::nullopt;
        cue.play_s.reset();
        cue.day = *time::parse_day("2019-03-04");
        break;
      case 5:
        std::swap(cues[at], cues.front());
        break;
      default:
        cues.erase(cues.begin() + static_cast<std::ptrdiff_t>(at));
        break;
    }
  }
  const auto text = with_cues(std::string(kText), cues, "en");
  RC_ASSERT(text.has_value());
  RC_LOG() << *text;
  const auto back = parse_exhibit(*text, "x.toml");
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->cues.size() == cues.size());
  for (std::size_t i = 0; i < cues.size(); ++i) {
    RC_ASSERT(back->cues[i].text.in("es") == cues[i].cue.text.in("es"));
    RC_ASSERT(back->cues[i].notes.in("en") == cues[i].cue.notes.in("en"));
    RC_ASSERT(back->cues[i].dwell_s == cues[i].cue.dwell_s);
    RC_ASSERT(back->cues[i].camera.has_value() == cues[i].cue.camera.has_value());
  }
  RC_ASSERT(text->find("# A story by hand\ntitle = \"T\"\n") == 0U);
  RC_ASSERT(text->find("[export]\ncrf = 20  # for the web\n") != std::string::npos);
  // Saving what was saved changes nothing.
  std::vector<EditedCue> again;
  for (std::size_t i = 0; i < back->cues.size(); ++i) again.push_back({i, back->cues[i]});
  RC_ASSERT(*with_cues(*text, again, "en") == *text);
}

}  // namespace
}  // namespace spreadmap::exhibit
