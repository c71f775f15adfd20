#include <gtest/gtest.h>

#include "exhibit/load_exhibit.h"

namespace spreadmap::exhibit {
namespace {

constexpr std::string_view kExhibit =
    "title = \"T\"\n"                                                            // 1
    "[timeline]\n"                                                               // 2
    "from = 2018-01-01\n"                                                        // 3
    "to = 2020-01-01\n"                                                          // 4
    "[[layers]]\n"                                                               // 5
    "id = \"points\"\n"                                                          // 6
    "kind = \"partnerships\"\n"                                                  // 7
    "label = \"A\"\n"                                                            // 8
    "source = \"a.csv\"\n"                                                       // 9
    "fields = { name = \"n\", first_day = \"d\", lon = \"x\", lat = \"y\" }\n";  // 10

/// The exhibit with lines below it; they begin on line 11.
Result<Exhibit> with(std::string_view cues) {
  return parse_exhibit(std::string(kExhibit) + std::string(cues), "x.toml");
}
std::string error_of(std::string_view cues) {
  const auto exhibit = with(cues);
  return exhibit ? "no error" : exhibit.error().message;
}

TEST(CueSpecs, AreReadInTheirOrderWithTheirDefaults) {
  const auto exhibit = with(
      "[[cues]]\ncard = \"title\"\n"
      "[[cues]]\nid = \"b\"\ntitle = { en = \"B\", es = \"Be\" }\nnotes = \"say it\"\nfrom = 2018-02-01\nto = "
      "2019-02-01\n"
      "play_seconds = 9\nlayers = [\"points\"]\neasing = \"linear\"\ntravel_seconds = 0\nseconds = 0\n"
      "camera = { extent = [170, 50, -130, 72] }\n"
      "[cues.filter]\nregions = [\"CA\"]\namount_usd = [1, 2]\nprecisions = [\"month\"]\ndays = \"2019\"\n");
  ASSERT_TRUE(exhibit) << exhibit.error().message;
  ASSERT_EQ(exhibit->cues.size(), 2U);
  const CueSpec& card = exhibit->cues[0];
  EXPECT_EQ(card.card, CueCard::kTitle);
  EXPECT_EQ(card.dwell_s, 5.0);
  EXPECT_EQ(card.easing, CueEasing::kSmooth);
  EXPECT_FALSE(card.travel_s || card.play_s || card.day || card.camera || card.layers || card.filter);
  EXPECT_EQ(card.line, 11U);
  const CueSpec& cue = exhibit->cues[1];
  EXPECT_EQ(cue.title.in("es"), "Be");
  EXPECT_EQ(cue.notes.in("en"), "say it");
  EXPECT_EQ(cue.to, time::Day(std::chrono::year(2019) / 2 / 1));
  EXPECT_EQ(cue.play_s, 9.0);
  EXPECT_EQ(cue.travel_s, 0.0);
  EXPECT_EQ(cue.dwell_s, 0.0);
  EXPECT_EQ(cue.easing, CueEasing::kLinear);
  EXPECT_EQ(cue.layers, std::vector<std::string>{"points"});
  EXPECT_EQ(cue.camera->extent, (std::vector<double>{170, 50, -130, 72})) << "across the antimeridian";
  EXPECT_EQ(cue.filter->amount_usd, (std::vector<double>{1, 2}));
  EXPECT_EQ(cue.filter->days->latest, time::Day(std::chrono::year(2019) / 12 / 31));
}

TEST(CueSpecs, UnknownKeysAndWordsAreRefusedWithTheirLineAndTheNearest) {
  EXPECT_EQ(error_of("[[cues]]\ntitel = \"B\"\n"), "x.toml:12: unknown key 'titel'; did you mean 'title'?");
  EXPECT_EQ(error_of("[[cues]]\ncamera = { regoin = \"Ohio\" }\n"),
            "x.toml:12: unknown key 'regoin'; did you mean 'region'?");
  EXPECT_EQ(error_of("[[cues]]\ncard = \"titel\"\n"),
            "x.toml:12: 'cues[].card': unknown value 'titel'; did you mean 'title'?");
  EXPECT_EQ(error_of("[[cues]]\nlayers = [\"point\"]\n"),
            "x.toml:12: 'cues[].layers': no layer is called 'point'; did you mean 'points'?");
  EXPECT_EQ(error_of("[[cues]]\nfilter = { precisions = [\"months\"] }\n"),
            "x.toml:12: 'cues[].filter.precisions': unknown value 'months'; did you mean 'month'?");
}

TEST(CueSpecs, DaysLieInTheTimelineAndInTheirOrder) {
  EXPECT_EQ(error_of("[[cues]]\nday = 2017-12-31\n"),
            "x.toml:12: 'cues[].day': 2017-12-31 lies outside the timeline, 2018-01-01 to 2020-01-01");
  EXPECT_EQ(error_of("[[cues]]\nfrom = 2019-01-01\nto = 2021-01-01\n"),
            "x.toml:13: 'cues[].to': 2021-01-01 lies outside the timeline, 2018-01-01 to 2020-01-01");
  EXPECT_EQ(error_of("[[cues]]\nfrom = 2019-01-01\nto = 2018-06-01\n"),
            "x.toml:13: 'cues[].to': 2018-06-01 is not after 'from', 2019-01-01");
  EXPECT_EQ(error_of("[[cues]]\nto = 2018-06-01\n"), "x.toml:12: 'cues[]': 'from' and 'to' go together");
  EXPECT_EQ(error_of("[[cues]]\nday = 2018-06-01\nto = 2018-06-01\nfrom = 2018-05-01\n"),
            "x.toml:12: 'cues[].day': a day stands still, 'from' and 'to' play; leave out one of them");
}

TEST(CueSpecs, ACameraShowsSomething) {
  EXPECT_EQ(error_of("[[cues]]\ncamera = { extent = [-100, 40, -90, 40] }\n"),
            "x.toml:12: 'cues[].camera.extent': is empty: north must be more than south");
  EXPECT_EQ(error_of("[[cues]]\ncamera = { extent = [-100, 30, -100, 40] }\n"),
            "x.toml:12: 'cues[].camera.extent': is empty: west and east must differ");
  EXPECT_EQ(error_of("[[cues]]\ncamera = { extent = [-100, 30, -90] }\n"),
            "x.toml:12: 'cues[].camera.extent': expected four numbers: west, south, east, north, in degrees");
  EXPECT_EQ(error_of("[[cues]]\ncamera = { extent = [-100, 30, -90, 95] }\n"),
            "x.toml:12: 'cues[].camera.extent': south and north are latitudes from -90 to 90");
  EXPECT_EQ(error_of("[[cues]]\ncamera = { region = \"Ohio\", place = \"Akron\" }\n"),
            "x.toml:12: 'cues[].camera': extent, region and place are three ways of saying it; keep one");
  EXPECT_EQ(error_of("[[cues]]\ncamera = { radius_km = 5 }\n"),
            "x.toml:12: 'cues[].camera': shows nothing; give it an extent, a region or a place");
}

TEST(CueSpecs, ACueLastsAndACardCoversWhatItHas) {
  EXPECT_EQ(error_of("[[cues]]\nseconds = 0\n"),
            "x.toml:12: 'cues[].seconds': the cue would not be seen; give it a number above 0, or days that play");
  EXPECT_EQ(error_of("[[cues]]\nseconds = 4000\n"),
            "x.toml:12: 'cues[].seconds': expected a number from 0 to 3600, got 4000");
  EXPECT_EQ(error_of("[[cues]]\nplay_seconds = 4\n"),
            "x.toml:12: 'cues[].play_seconds': no days play; give 'from' and 'to' as well");
  EXPECT_EQ(error_of("[[cues]]\ncard = \"title\"\nlayers = []\n"),
            "x.toml:13: 'cues[].layers': a card covers the map; give it to the next cue");
  EXPECT_EQ(error_of("[[cues]]\nid = \"a\"\n[[cues]]\nid = \"a\"\n"),
            "x.toml:14: 'cues[].id': 'a' stands twice; give each cue its own");
}

}  // namespace
}  // namespace spreadmap::exhibit
