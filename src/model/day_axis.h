#pragma once
#include <cmath>

#include "time/day.h"
#include "time/playback.h"

namespace spreadmap::model {

/// The data axis of one exhibit: f64 days since the timeline's first day.
struct DayAxis {
  time::Day epoch{};
  time::Day last{};
  time::Day play_from{};

  [[nodiscard]] double position_d(time::Day day) const { return static_cast<double>((day - epoch).count()); }
  /// The calendar day that a position lies on.
  [[nodiscard]] time::Day day_at(double position) const {
    return epoch + std::chrono::days(static_cast<int>(std::floor(position)));
  }
  /// The whole strip, and the part of it that a film plays.
  [[nodiscard]] time::PlayRange whole() const { return {0.0, position_d(last)}; }
  [[nodiscard]] time::PlayRange film() const { return {position_d(play_from), position_d(last)}; }
  /// What plays from a position: the film; from before it begins, the whole strip.
  [[nodiscard]] time::PlayRange playing_from(double position) const {
    return position < film().from_d ? whole() : film();
  }
};

}  // namespace spreadmap::model
