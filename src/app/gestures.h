#pragma once
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "scene/frame.h"

namespace spreadmap::app {

/// What hands on a touchscreen mean. Framebuffer pixels.
struct Tapped {
  scene::PixelPoint at;
};
/// One finger, from where to where since the last of these; `began`: where it was put down.
struct Dragged {
  scene::PixelPoint began, from, to;
};
/// Several fingers, apart or together: the point in their middle went from where to where, and their spread grew by a factor.
struct Pinched {
  scene::PixelPoint from, to;
  double factor = 1.0;
};
/// Several fingers side by side along the picture: time goes with them.
struct TimeDragged {
  float right_px = 0.0F;
};
/// The last finger of a drag left the glass.
struct LetGo {};
using Gesture = std::variant<Tapped, Dragged, Pinched, TimeDragged, LetGo>;

/// Fingers on the glass, to gestures. Reads no clock. What is no gesture of anybody's is none: fingers beyond the tenth, a finger that is told
/// twice, one that was never put down, and one that does no more than waver so long that it is dirt or an elbow: others then act as if it were not there.
class Gestures {
 public:
  using FingerId = std::int64_t;
  /// `slop_px`: how far a finger that stays wavers.
  explicit Gestures(float slop_px) : slop_px_(slop_px) {}
  void set_slop_px(float slop_px) { slop_px_ = slop_px; }

  void put_down(FingerId id, scene::PixelPoint at, double now_s);
  [[nodiscard]] std::optional<Gesture> move(FingerId id, scene::PixelPoint to, double now_s);
  [[nodiscard]] std::optional<Gesture> lift(FingerId id, double now_s);
  /// All of them, without meaning anything.
  void forget() { fingers_.clear(); }

  /// How long a finger may lie on the same spot and count, s.
  static constexpr double kStuck_s = 20.0;
  /// Longer than that it is no tap.
  static constexpr double kTap_s = 1.5;
  static constexpr std::size_t kMostFingers = 10;

 private:
  struct Finger {
    FingerId id = 0;
    scene::PixelPoint began, at;
    scene::PixelPoint rest;              ///< about which it has wavered since it moved last
    double down_s = 0.0, moved_s = 0.0;  ///< `moved_s`: when it came there
    bool has_moved = false;
    bool was_alone = true;  ///< all the time
  };
  /// What several fingers do, once that is plain.
  enum class Together : std::uint8_t { kUndecided, kPinch, kTime };
  struct Spread {
    scene::PixelPoint middle;
    double radius_px = 0.0;  ///< mean distance from the middle
  };
  Finger* find(FingerId id);
  [[nodiscard]] bool is_stuck(const Finger& finger, double now_s) const;
  void let_go_of_stuck(double now_s);
  [[nodiscard]] Spread spread() const;
  [[nodiscard]] std::optional<Gesture> move_together();
  void begin_together();

  float slop_px_;
  std::vector<Finger> fingers_;
  Together together_ = Together::kUndecided;
  Spread before_;  ///< of several, when the last gesture was made
};

}  // namespace spreadmap::app
