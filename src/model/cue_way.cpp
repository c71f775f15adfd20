#include "model/cue_way.h"

#include <cmath>
#include <vector>

#include "time/easing.h"

namespace spreadmap::model {

namespace {

/// What is shown of either fades over into the other; `share` 0 to 1.
std::vector<LayerView> layers_between(const std::vector<LayerView>& from, const std::vector<LayerView>& to,
                                      double share) {
  std::vector<LayerView> layers = to;
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const double before = from[i].visible ? from[i].opacity : 0.0, after = to[i].visible ? to[i].opacity : 0.0;
    if (before == after) continue;
    layers[i].visible = true;
    layers[i].opacity = std::lerp(before, after, share);
  }
  return layers;
}

}  // namespace

CueMoment map_on_the_way(const CueMoment& from, const CueStop& to, double at_d, double into_s, double length_s,
                         double width_m) {
  const bool is_covered = from.shown.card_ground >= 1.0;
  if (to.is_card && !is_covered) return from;
  CueMoment moment{from.shown, to.camera, at_d, to.layers, &to.filter};
  if (to.is_card || is_covered || into_s >= length_s) return moment;
  const double share = time::eased(into_s / length_s);
  Flight flight = flight_to(from.camera, to.camera, width_m, 0.0);
  flight.length_s = length_s;
  moment.camera = camera_at(flight, width_m, into_s);
  moment.playhead_d = std::lerp(from.playhead_d, at_d, share);
  moment.layers = layers_between(from.layers, to.layers, share);
  return moment;
}

}  // namespace spreadmap::model
