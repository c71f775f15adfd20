#pragma once
#include <map>
#include <optional>
#include <utility>

#include "app/stage.h"
#include "model/cue_track.h"
#include "platform/gl_window.h"
#include "scene/speaker_frame.h"

namespace spreadmap::app {

/// The speaker's own window: notes, this cue and the next, the clock and how long the talk has lasted. The wall's picture is in it as it is seen.
class SpeakerWindow {
 public:
  /// Errors: it cannot be opened.
  static Result<SpeakerWindow> open(Stage& stage, int display);

  [[nodiscard]] const platform::GlWindow& window() const { return window_; }
  /// The cues or how they are looked at are others.
  void forget_pictures() { pictures_.clear(); }
  /// After the displays have become others.
  void move_to_display(int display) {
    window_.look_at_displays();
    window_.move_to_display(display);
  }
  /// Where on the wall a point of this window lies, as shares of the wall's sides; nullopt: not on the wall's picture.
  [[nodiscard]] std::optional<std::pair<double, double>> on_wall(scene::PixelPoint at) const {
    const scene::PixelRect& wall = frame_.now;
    if (!wall.contains(at)) return std::nullopt;
    return std::pair((at.x_px - wall.left_px) / wall.width_px(), (at.y_px - wall.top_px) / wall.height_px());
  }
  /// What it shows is lost, or of another size.
  void forget() { shown_.reset(); }
  /// The context is lost, and all that was drawn in it.
  void drop_gl() {
    target_ = {};
    forget_pictures();
    forget();
  }
  /// Draws it where something is another than before. `wall`: the wall's picture, and whether it is another than the last that was shown here; while
  /// it is at rest there is time to draw those of the next cue and the one after it, which takes the renderer's caches.
  void show(Stage& stage, const scene::SpeakerFacts& facts, const model::CueTrack& track,
            const model::ViewState& opening, const gpu::Target& wall, bool has_wall_changed, bool is_wall_at_rest);

 private:
  explicit SpeakerWindow(platform::GlWindow window) : window_(std::move(window)) {}
  /// What decides how it looks, beside the wall.
  struct Shown {
    std::size_t cue = 0;
    long long second = 0;
    std::string clock, typed;
    bool is_covered = false;
    scene::SizePx size;
    bool operator==(const Shown&) const = default;
  };
  void draw_cue(Stage& stage, const model::CueTrack& track, const model::ViewState& opening, std::size_t cue,
                scene::SizePx wall_size);

  platform::GlWindow window_;
  gpu::Target target_;
  std::map<std::size_t, gpu::Target> pictures_;  ///< of cues, small
  std::optional<Shown> shown_;
  scene::SpeakerFrame frame_;
};

}  // namespace spreadmap::app
