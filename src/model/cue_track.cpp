#include "model/cue_track.h"

#include <algorithm>
#include <cmath>

#include "base/assert.h"
#include "model/cue_way.h"
#include "time/easing.h"

namespace spreadmap::model {
namespace {

constexpr double kCardFade_s = 0.8;
constexpr double kCaptionFade_s = 0.4;
// A ramp is felt as a start and a stop; longer ones make a long play sluggish.
constexpr double kRamp_s = 1.2;

/// How far a way of that length is gone; one without length is.
double share_of(double into_s, double length_s) { return into_s < length_s ? into_s / length_s : 1.0; }

}  // namespace

double usual_travel_s(const CueStop& from, const CueStop& to, double width_m) {
  if (from.is_card || to.is_card) return kCardFade_s;
  const bool is_same = from.camera == to.camera && from.to_d == to.from_d && from.layers == to.layers;
  return is_same ? 0.0 : std::max(kCardFade_s, flight_to(from.camera, to.camera, width_m, 0.0).length_s);
}

CueTrack::CueTrack(std::vector<CueStop> stops, double width_m, double note_lines)
    : stops_(std::move(stops)), width_m_(width_m), note_lines_(note_lines) {
  SM_ASSERT(!stops_.empty(), "a track without a cue");
  stops_.front().travel_s = 0.0;  // there is nowhere to come from
  begins_s_.push_back(0.0);
  for (const CueStop& stop : stops_) {
    begins_s_.push_back(begins_s_.back() + stop.travel_s + stop.play_s + stop.dwell_s);
  }
}

std::size_t CueTrack::cue_at(double position_s) const {
  const auto next = std::upper_bound(begins_s_.begin(), begins_s_.end() - 1, std::max(position_s, 0.0));
  return static_cast<std::size_t>(next - begins_s_.begin()) - 1;
}

double CueTrack::playhead_d(const CueStop& stop, double played_s) {
  const double ramp = stop.is_linear ? 0.0 : std::min(kRamp_s / std::max(stop.play_s, 1e-9), 0.5);
  return std::lerp(stop.from_d, stop.to_d, time::ramped(share_of(played_s, stop.play_s), ramp));
}

CueShown CueTrack::shown(std::size_t cue, double into_s) const {
  const CueStop& stop = stops_[cue];
  CueShown shown{cue, 1.0, 0.0, 0.0};
  const double length_s = stop.travel_s + stop.play_s + stop.dwell_s;
  if (stop.is_card) {
    const bool is_after_card = cue > 0 && stops_[cue - 1].is_card;
    const double share = time::eased(share_of(into_s, stop.travel_s));
    // From card to card the ground stays, and the one text goes before the other comes.
    shown = {cue, 0.0, is_after_card ? 1.0 : share, share};
    if (is_after_card && into_s < stop.travel_s) {
      const double half = into_s / stop.travel_s * 2.0;
      shown.index = half < 1.0 ? cue - 1 : cue;
      shown.card_text = time::eased(std::abs(half - 1.0));
    }
    return shown;
  }
  const bool is_first = cue == 0, is_last = cue + 1 == stops_.size();
  // From a card the caption comes once the map is there.
  const double come_s = !is_first && stops_[cue - 1].is_card ? stop.travel_s : 0.0;
  const double fade_s = std::min(kCaptionFade_s, (length_s - come_s) / 2.0);
  if (!is_first) shown.caption = time::eased((into_s - come_s) / fade_s);
  if (!is_last) shown.caption = std::min(shown.caption, time::eased((length_s - into_s) / fade_s));
  if (into_s < stop.travel_s && stops_[cue - 1].is_card) {
    const double gone = time::eased(into_s / stop.travel_s);
    shown = {cue - 1, 0.0, 1.0 - gone, 1.0 - gone};
  }
  return shown;
}

CueMoment CueTrack::rest(std::size_t cue) const {
  const CueStop& stop = stops_[cue];
  const CueShown shown{cue, stop.is_card ? 0.0 : 1.0, stop.is_card ? 1.0 : 0.0, stop.is_card ? 1.0 : 0.0, note_lines_};
  return {shown, stop.camera, stop.to_d, stop.layers, &stop.filter};
}

CueMoment CueTrack::at(double position_s) const {
  const double within_s = std::clamp(position_s, 0.0, length_s());
  const std::size_t cue = cue_at(within_s);
  const CueStop& stop = stops_[cue];
  const double into_s = within_s - begins_s_[cue];
  CueMoment moment{{}, stop.camera, playhead_d(stop, std::max(into_s - stop.travel_s, 0.0)), stop.layers, &stop.filter};
  if (into_s < stop.travel_s)
    moment = map_on_the_way(rest(cue - 1), stop, stop.from_d, into_s, stop.travel_s, width_m_);
  moment.shown = shown(cue, into_s);
  moment.shown.note_lines = note_lines_;
  return moment;
}

time::PlayRange CueTrack::days() const {
  time::PlayRange days{stops_.front().from_d, stops_.front().from_d};
  for (const CueStop& stop : stops_) {
    days.from_d = std::min(days.from_d, stop.from_d);
    days.to_d = std::max(days.to_d, stop.to_d);
  }
  return days;
}

}  // namespace spreadmap::model
