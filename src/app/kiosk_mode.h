#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/controls_report.h"
#include "app/cue_stops.h"
#include "app/finder.h"
#include "app/gestures.h"
#include "app/ghosts.h"
#include "app/kiosk_pin.h"
#include "app/mode.h"
#include "app/options.h"
#include "app/presenter.h"
#include "app/stage.h"
#include "app/visits.h"
#include "model/kiosk.h"
#include "scene/kiosk_controls.h"
#include "scene/pick.h"

namespace spreadmap::app {

/// The kiosk: the exhibit tells itself until somebody touches it, is theirs as long as they do, and then is as at the start. Nothing that a visitor
/// does ends it, or shows what lies behind it.
class KioskMode : public Mode {
 public:
  /// Seconds of a clock that never jumps.
  using Clock = std::function<double()>;
  /// All outlive it. Errors: a day, place or filter of the cues that is not there; a PIN's file that cannot be read.
  static Result<std::unique_ptr<KioskMode>> create(Stage& stage, const KioskOptions& options, const Places& places,
                                                   Clock clock);

  void drop_gl() override;
  void take(const platform::InputEvent& event) override;
  void step() override;
  [[nodiscard]] std::optional<double> timeout_s() const override;
  [[nodiscard]] ModeWish wish() const override { return wish_; }

  /// How many pictures it has put on the display, black ones too.
  [[nodiscard]] int presented() const { return presented_; }
  /// The next step puts the whole picture on the display anew, whether or not it has changed.
  void owe_picture();
  /// What it is at, for whoever looks after it: "telling, cue 3 of 9", "visited", "closed".
  [[nodiscard]] std::string at() const;

  /// What a test compares: with a visit over, they are as they were before it.
  [[nodiscard]] const model::KioskState& state() const { return state_; }
  [[nodiscard]] const model::ViewState& view() const { return view_; }
  /// How often the telling has begun, and how long ago, s.
  [[nodiscard]] int tellings() const { return turn_; }
  [[nodiscard]] double telling_s() const { return now_s() - state_.since_s; }
  /// What can be touched in the picture that was drawn last.
  [[nodiscard]] const std::vector<scene::KioskTarget>& targets() const { return targets_; }

 private:
  KioskMode(Stage& stage, const KioskOptions& options, const Places& places, model::ViewState opening, Clock clock);
  [[nodiscard]] double now_s() const { return clock_(); }
  Result<void> fit_window();
  /// The opening view and the track for the picture as large as it is, and where this turn has it.
  Result<void> lay_out();
  [[nodiscard]] scene::KioskSizes sizes() const;
  [[nodiscard]] model::CommandContext context();
  [[nodiscard]] const MapSheet& sheet() const { return stage_.sheet(view_); }
  [[nodiscard]] bool is_open() const;
  /// A hand on glass wavers by some millimetres.
  [[nodiscard]] float slop_px() const { return static_cast<float>(0.2 * sizes().control_px()); }
  void put_down(Gestures::FingerId finger, scene::PixelPoint at);
  void move(Gestures::FingerId finger, scene::PixelPoint to);
  void lift(Gestures::FingerId finger);
  /// Over the display that was chosen, as large as that is now.
  void fill_display();
  [[nodiscard]] bool is_in_corner(scene::PixelPoint at) const;
  void look_at_corner();
  void carry_out(const Gesture& gesture);
  void act(const scene::KioskAction& action);
  void change(const model::KioskCommand& command);
  void change_view(const model::ViewCommand& command);
  void tap_picture(scene::PixelPoint at);
  void drag_picture(const Dragged& drag);
  void choose_found(std::size_t index);
  /// To a place, which comes to lie in the middle of what the card that is open leaves of the map.
  model::FlyTo to_seen(geo::MapPoint point, std::optional<geo::MapPoint> beside = std::nullopt);
  void show_record(model::RecordRef record);
  void enter_pin();
  /// Everything as at the start, and the telling from its beginning.
  void begin_telling();
  /// What is shown now: the visitor's view, or what the telling has come to.
  [[nodiscard]] model::ViewState view_now();
  void begin_visit(const std::string& language);
  [[nodiscard]] bool is_moving() const;
  scene::KioskFacts facts();
  const std::vector<scene::KioskSource>& sources();
  void draw();
  void report();

  Stage& stage_;
  const KioskOptions& options_;
  const Places& places_;
  Clock clock_;
  model::ViewState opening_;  ///< of every visit
  model::KioskTimes times_;
  model::KioskState state_;
  model::ViewState view_;                 ///< what is shown
  std::optional<model::CueTrack> track_;  ///< what is told; nullopt: the exhibit has no cues, and its days play
  scene::SizePx size_;
  double px_per_pt_ = 1.0;
  int turn_ = 0;  ///< see scene::KioskSizes
  Gestures gestures_{1.0F};
  Ghosts ghosts_;
  /// A finger that was put down on a control, which it presses if it is lifted there.
  struct Press {
    Gestures::FingerId finger = 0;
    scene::KioskTarget target;
    scene::PixelPoint at;
    double since_s = 0.0;
  };
  std::optional<Press> press_;
  std::optional<double> corner_since_s_;  ///< a finger lies in the staff's corner
  Gestures::FingerId corner_finger_ = 0;
  bool plays_on_ = false;  ///< playing goes on when the strip is let go
  bool drags_strip_ = false;
  KioskPin pin_;
  bool pin_failed_ = false;
  Visits visits_;
  std::optional<Finder> finder_;
  std::string found_typed_;
  std::string preface_;  ///< of the card that answers for a place
  std::optional<scene::PickIndex> pick_index_;
  std::vector<scene::KioskTarget> targets_;
  std::vector<scene::KioskLanguage> languages_;
  std::optional<std::vector<scene::KioskSource>> sources_;
  std::string sources_language_;
  Presenter presenter_;
  ControlsReport report_;
  ModeWish wish_ = ModeWish::kStay;
  int frames_owed_ = 1;
  int presented_ = 0;
  double last_frame_s_ = 0.0;
  std::optional<int> shown_countdown_;
  bool is_dark_ = false;  ///< outside the opening hours
};

}  // namespace spreadmap::app
