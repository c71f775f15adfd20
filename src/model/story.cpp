#include "model/story.h"

#include <algorithm>
#include <cmath>

namespace spreadmap::model {

Story::Story(const exhibit::Exhibit& exhibit, const data::Tables& tables)
    : axis_{exhibit.timeline.from, exhibit.timeline.to, exhibit.timeline.play_from} {
  for (std::size_t layer = 0; layer < tables.layers.size(); ++layer) {
    rows_.push_back(layer_rows_of(tables.layers[layer], axis_));
    whole_.emplace_back(rows_.back(), axis_);
    hidden_confidences_.push_back(exhibit.layers[layer].confidence_hidden);
    is_ground_.push_back(exhibit::is_ground(exhibit.layers[layer].kind));
    ground_layers_ += is_ground_.back() ? 1U : 0U;
    counted_by_.push_back(exhibit.layer_index(exhibit.layers[layer].counts));
  }
  // What spread; else the first records that there are.
  const auto first_layer = [&](const auto& is_wanted) -> std::optional<std::size_t> {
    const auto found = std::find_if(exhibit.layers.begin(), exhibit.layers.end(),
                                    [&](const auto& spec) { return is_wanted(spec.kind); });
    if (found == exhibit.layers.end()) return std::nullopt;
    return static_cast<std::size_t>(found - exhibit.layers.begin());
  };
  counted_layer_ = first_layer([](exhibit::LayerKind kind) { return kind == exhibit::LayerKind::kPartnerships; });
  if (!counted_layer_) counted_layer_ = first_layer([](exhibit::LayerKind kind) { return !exhibit::is_ground(kind); });
  for (const auto& milestone : exhibit.timeline.milestones) {
    if (milestone.day.is_exact()) milestone_days_.push_back(axis_.position_d(milestone.day.earliest));
  }
  std::sort(milestone_days_.begin(), milestone_days_.end());
  std::vector<time::Pacing::Bin> bins;
  if (counted_layer_) {
    // Every week, those without records too, from before the axis on.
    const double first_d = axis_.position_d(time::week_of(axis_.epoch));
    for (double week_d = first_d; week_d < axis_.whole().to_d; week_d += 7.0) bins.push_back({week_d, 0.0});
    for (const WeekBar& week : whole_[*counted_layer_].weeks()) {
      const double bin = (week.from_d - first_d) / 7.0;
      if (bin >= 0.0 && bin < static_cast<double>(bins.size())) bins[static_cast<std::size_t>(bin)].count = week.count;
    }
  }
  const auto& director = exhibit.timeline.director;
  pacing_.emplace(time::Pacing::Rules{director.linger_seconds, director.event_weight}, axis_.whole(), milestone_days_,
                  bins);
  if (exhibit.known_until) known_until_d_ = axis_.position_d(*exhibit.known_until);
}

bool Story::shows_records_of(const ViewState& view, std::size_t layer) const {
  for (std::size_t shown = 0; shown < view.layers.size() && shown < counted_by_.size(); ++shown) {
    if (view.layers[shown].visible && (shown == layer || counted_by_[shown] == layer)) return true;
  }
  return false;
}

ViewState Story::first_view(const exhibit::Exhibit& exhibit, geo::MapPoint fit_centre) const {
  ViewState view;
  view.playhead_d = axis_.film().from_d;
  view.playback.anchor_playhead_d = view.playhead_d;
  const time::PlayRange film = axis_.film();
  view.playback.speed_d_per_s = (film.to_d - film.from_d) / exhibit.timeline.seconds;
  view.playback.is_directed = exhibit.timeline.director.on;
  view.camera = {fit_centre, 1.0};
  view.graticule = exhibit.map.graticule;
  view.scale_bar = exhibit.map.scale_bar;
  view.language = exhibit.language;
  view.looks.theme = exhibit.map.theme;
  for (const auto& layer : exhibit.layers) {
    view.layer_order.push_back(view.layers.size());
    view.layers.push_back(
        {layer.visible, false, {}, layer.style.opacity, static_cast<int>(std::lround(layer.style.window_days))});
  }
  std::stable_partition(view.layer_order.begin(), view.layer_order.end(),
                        [&](std::size_t layer) { return is_ground_[layer]; });
  return view;
}

}  // namespace spreadmap::model
