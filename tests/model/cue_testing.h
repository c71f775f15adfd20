// Cues for tests of films and talks.
#pragma once
#include <rapidcheck.h>

#include <vector>

#include "model/cue_track.h"

namespace spreadmap::model {

inline constexpr double kWidth_m = 4.8e6;

inline CueStop stop_on(double day_d, Camera camera = {{0.0, 0.0}, 1.0}) {
  CueStop stop;
  stop.camera = camera;
  stop.from_d = stop.to_d = day_d;
  stop.layers = {LayerView{}, LayerView{}};
  stop.travel_s = 1.0;
  stop.dwell_s = 2.0;
  return stop;
}

inline CueStop playing(double from_d, double to_d, double play_s) {
  CueStop stop = stop_on(from_d);
  stop.to_d = to_d;
  stop.play_s = play_s;
  return stop;
}

inline CueStop card() {
  CueStop stop = stop_on(0.0);
  stop.is_card = true;
  return stop;
}

/// Stops as an exhibit may have them, forwards and backwards in time, with cards among them.
inline std::vector<CueStop> any_stops() {
  std::vector<CueStop> stops;
  const int count = *rc::gen::inRange(1, 7);
  for (int i = 0; i < count; ++i) {
    CueStop stop =
        stop_on(*rc::gen::inRange(0, 900), {{*rc::gen::inRange(-9, 9) * 1e5, 0.0}, *rc::gen::inRange(1, 30) * 1.0});
    stop.is_card = *rc::gen::inRange(0, 4) == 0;
    stop.is_linear = *rc::gen::arbitrary<bool>();
    if (!stop.is_card && *rc::gen::arbitrary<bool>()) {
      stop.to_d = stop.from_d + *rc::gen::inRange(1, 300);
      stop.play_s = *rc::gen::inRange(1, 100) / 10.0;
    }
    stop.travel_s = *rc::gen::inRange(0, 30) / 10.0;
    stop.dwell_s = *rc::gen::inRange(1, 50) / 10.0;
    stop.layers[1].visible = *rc::gen::arbitrary<bool>();
    stops.push_back(stop);
  }
  return stops;
}

}  // namespace spreadmap::model
