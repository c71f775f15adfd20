#include "model/story.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::model {

Story::Story(const exhibit::Exhibit& exhibit, const data::Tables& tables)
    : axis_{exhibit.timeline.from, exhibit.timeline.to, exhibit.timeline.play_from} {
  for (std::size_t layer = 0; layer < tables.layers.size(); ++layer) {
    layers_.emplace_back(tables.layers[layer], axis_);
    if (!counted_layer_ && exhibit.layers[layer].kind == exhibit::LayerKind::kPartnerships) counted_layer_ = layer;
    const auto& days = layers_.back().event_days();
    event_days_.insert(event_days_.end(), days.begin(), days.end());
  }
  for (const auto& milestone : exhibit.timeline.milestones) {
    if (milestone.day.is_exact()) event_days_.push_back(axis_.position_d(milestone.day.earliest));
  }
  std::sort(event_days_.begin(), event_days_.end());
  event_days_.erase(std::unique(event_days_.begin(), event_days_.end()), event_days_.end());
  if (exhibit.known_until) known_until_d_ = axis_.position_d(*exhibit.known_until);
}

double Story::event_beside(double position_d, int direction) const {
  const time::PlayRange whole = axis_.whole();
  const double day_d = std::floor(position_d);
  double found = direction > 0 ? whole.to_d : whole.from_d;
  if (direction > 0) {
    const auto next = std::upper_bound(event_days_.begin(), event_days_.end(), day_d);
    if (next != event_days_.end()) found = *next;
  } else {
    // Within a day, "previous" first goes back to the day's own beginning.
    const auto next = std::lower_bound(event_days_.begin(), event_days_.end(), position_d);
    if (next != event_days_.begin()) found = *std::prev(next);
  }
  return std::clamp(found, whole.from_d, whole.to_d);
}

ViewState Story::first_view(const exhibit::Exhibit& exhibit, geo::MapPoint fit_centre) const {
  ViewState view;
  view.playhead_d = axis_.film().from_d;
  view.playback.anchor_playhead_d = view.playhead_d;
  const time::PlayRange film = axis_.film();
  view.playback.speed_d_per_s = (film.to_d - film.from_d) / exhibit.timeline.seconds;
  view.camera = {fit_centre, 1.0};
  view.language = exhibit.language;
  for (const auto& layer : exhibit.layers) view.layers.push_back({layer.visible, false});
  return view;
}

}  // namespace spreadmap::model
