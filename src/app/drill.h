#pragma once
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

#include "app/controls_report.h"
#include "app/drill_options.h"
#include "app/stage.h"
#include "platform/clock.h"

namespace spreadmap::app {

/// A window that is tested while it goes on: SIGUSR1 destroys its context, and a file tells what it holds.
class Drill {
 public:
  Drill(const DrillOptions& options, Stage& stage);
  /// Where the window is: how often the telling has begun, and seconds into it.
  struct Place {
    int tellings = 0;
    double into_s = 0.0;
  };
  /// The kiosk's clock.
  [[nodiscard]] double now_s() const;
  /// How long the window waits that would wait so long; while facts are told not so long that they grow old, and not at all where turns make the time.
  [[nodiscard]] std::optional<double> waited_s(std::optional<double> wanted_s) const;
  /// Before the window's turn to look at its input and to draw, and after it.
  void begin_turn();
  void end_turn(Place place);

 private:
  const DrillOptions& options_;
  Stage& stage_;
  ControlsReport report_;
  std::vector<std::vector<std::byte>> leaked_;
  int losses_ = 0, turns_ = 0, tellings_ = 0;
  static constexpr long long kNoBlocks = std::numeric_limits<long long>::max();
  long long least_blocks_ = kNoBlocks;
  double clock_s_ = platform::now_s();  ///< where turns put it on
  double began_s_ = 0.0, worst_s_ = 0.0, told_s_ = 0.0;
};

}  // namespace spreadmap::app
