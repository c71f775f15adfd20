#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "app/controls_report.h"
#include "app/drill_options.h"
#include "app/stage.h"

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
  /// So many seconds of the window's clock as they are waited for; while facts are told not so long that they grow old.
  [[nodiscard]] std::optional<double> waited_s(std::optional<double> by_clock_s) const;
  /// Before the window's turn to look at its input and to draw, and after it.
  void begin_turn();
  void end_turn(Place place);

 private:
  const DrillOptions& options_;
  Stage& stage_;
  ControlsReport report_;
  std::vector<std::unique_ptr<std::byte[]>> leaked_;
  int losses_ = 0, turns_ = 0, tellings_ = 0;
  double began_s_ = 0.0, worst_s_ = 0.0, told_s_ = 0.0;
};

}  // namespace spreadmap::app
