#include "model/talk.h"

#include <algorithm>
#include <cmath>

#include "base/assert.h"
#include "model/cue_way.h"
#include "time/easing.h"

namespace spreadmap::model {
namespace {

// A text goes before the next one comes: both at once can be read by nobody.
constexpr double kTextFade_s = 0.4;
// What may change where nothing flies: the words.
constexpr double kWordsAlone_s = 2.0 * kTextFade_s;

/// How long a way takes: what is seen of the old texts goes first, so none is shorter than that.
double way_s(const CueTrack& track, const TalkPlace& place, const CueMoment& from, std::size_t cue) {
  const CueStop& to = track.stops()[cue];
  const bool is_next = cue == place.cue + 1 && !place.from;
  if (is_next && to.travel_s > 0.0) return to.travel_s;
  CueStop left = to;
  left.camera = from.camera;
  left.from_d = left.to_d = from.playhead_d;
  left.layers = from.layers;
  left.is_card = from.shown.card_ground > 0.0;
  return usual_travel_s(left, to, track.width_m());
}

/// How far something has come that begins after so many seconds; all of it at once where there is no time.
double come(double into_s, double after_s, double length_s) {
  if (into_s <= after_s) return 0.0;
  return length_s > 0.0 ? time::eased((into_s - after_s) / length_s) : 1.0;
}

/// Of what covers the map, and what is written on it and below it, on the way to a cue.
CueShown shown_on_the_way(const CueShown& from, std::size_t cue, bool is_card, double into_s, double length_s) {
  const double ground = std::lerp(from.card_ground, is_card ? 1.0 : 0.0, come(into_s, 0.0, length_s));
  const bool is_same = from.index == cue;
  // The old words go in their own time, or with the card that they stand on.
  const double card_out_s = is_card ? kTextFade_s : length_s;
  const double out_s = is_same ? 0.0 : from.card_text > 0.0 ? card_out_s : from.caption > 0.0 ? kTextFade_s : 0.0;
  if (into_s < out_s) {
    const double left = 1.0 - come(into_s, 0.0, out_s);
    return {from.index, from.caption * left, ground, from.card_text * left};
  }
  CueShown shown{cue, 0.0, ground, 0.0};
  if (is_card) {
    shown.card_text =
        std::lerp(is_same ? from.card_text : 0.0, 1.0, come(into_s, out_s, std::max(length_s - out_s, 0.0)));
    shown.caption = is_same ? from.caption * (1.0 - come(into_s, 0.0, kTextFade_s)) : 0.0;
  } else {
    // From a card the words come once the map is there.
    const double after_s = from.card_ground > 0.0 ? std::max(out_s, length_s) : out_s;
    shown.caption = std::lerp(is_same ? from.caption : 0.0, 1.0, come(into_s, is_same ? 0.0 : after_s, kTextFade_s));
    shown.card_text = is_same ? from.card_text * (1.0 - come(into_s, 0.0, length_s)) : 0.0;
  }
  return shown;
}

double played_s(const TalkPlace& place, double now_s) { return now_s - place.start_s - place.length_s; }

}  // namespace

TalkPlace talk_at(std::size_t cue) { return {.cue = cue, .from = std::nullopt}; }

TalkPlace gone_to(const CueTrack& track, const TalkPlace& place, std::size_t cue, double now_s, bool is_at_once) {
  SM_ASSERT(cue < track.stops().size(), "cue {} of {}", cue, track.stops().size());
  if (cue == place.cue && !place.from) return place;
  CueMoment from = moment_of(track, place, now_s);
  const double length_s = is_at_once ? 0.0 : way_s(track, place, from, cue);
  const bool plays = cue > place.cue || (cue == place.cue && place.plays);
  return {.cue = cue, .from = std::move(from), .start_s = now_s, .length_s = length_s, .plays = plays};
}

CueMoment moment_of(const CueTrack& track, const TalkPlace& place, double now_s) {
  if (!is_under_way(track, place, now_s)) return track.rest(place.cue);
  const CueStop& stop = track.stops()[place.cue];
  const double into_s = std::max(now_s - place.start_s, 0.0);
  const double at_d = place.plays ? stop.from_d : stop.to_d;
  CueMoment moment = map_on_the_way(*place.from, stop, at_d, into_s, place.length_s, track.width_m());
  if (place.plays && into_s >= place.length_s) moment.playhead_d = CueTrack::playhead_d(stop, played_s(place, now_s));
  moment.shown = shown_on_the_way(place.from->shown, place.cue, stop.is_card, into_s, place.length_s);
  moment.shown.note_lines = track.note_lines();
  return moment;
}

bool is_under_way(const CueTrack& track, const TalkPlace& place, double now_s) {
  if (!place.from) return false;
  const CueStop& stop = track.stops()[place.cue];
  const double words_s =
      std::max(place.length_s + (place.from->shown.card_ground > 0.0 ? kTextFade_s : 0.0), kWordsAlone_s);
  return now_s - place.start_s < std::max(words_s, place.length_s + (place.plays ? stop.play_s : 0.0));
}

}  // namespace spreadmap::model
