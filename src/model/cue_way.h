#pragma once
#include "model/cue_track.h"

namespace spreadmap::model {

/// What the map shows on the way from one moment to where a cue begins: `at_d` is its day there. A card that is there or comes covers the
/// map, so what it covers changes while it does. `shown` of the result is that of `from`. `width_m`: what zoom 1 shows across; see Flight.
CueMoment map_on_the_way(const CueMoment& from, const CueStop& to, double at_d, double into_s, double length_s,
                         double width_m);

}  // namespace spreadmap::model
