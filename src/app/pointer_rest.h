#pragma once
#include <optional>

namespace spreadmap::app {

/// The pointer over a picture that is looked at: hidden once it has rested, seen again when it is moved. Reads no clock.
class PointerRest {
 public:
  /// Long enough to look for it where a hand has just left it.
  static constexpr double kRests_s = 3.0;

  void move(double now_s) { moved_s_ = now_s; }
  [[nodiscard]] bool is_shown(double now_s) const { return now_s < moved_s_ + kRests_s; }
  /// How long it will be shown; nullopt: it is hidden.
  [[nodiscard]] std::optional<double> shown_s(double now_s) const {
    if (!is_shown(now_s)) return std::nullopt;
    return moved_s_ + kRests_s - now_s;
  }

 private:
  double moved_s_ = 0.0;
};

}  // namespace spreadmap::app
