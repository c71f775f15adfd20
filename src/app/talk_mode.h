#pragma once
#include <memory>
#include <optional>

#include "app/controls_report.h"
#include "app/cue_stops.h"
#include "app/keymap.h"
#include "app/mode.h"
#include "app/options.h"
#include "app/pointer_rest.h"
#include "app/presenter.h"
#include "app/speaker_window.h"
#include "app/stage.h"
#include "model/command.h"
#include "model/talk_state.h"

namespace spreadmap::app {

/// The talk: the exhibit's cues over the whole window, one after the other as the speaker asks for them.
class TalkMode : public Mode {
 public:
  /// All but `seen`, how the window is looked at, outlive it. Errors: what is wrong with the cues.
  static Result<std::unique_ptr<TalkMode>> create(Stage& stage, const Places& places, const ExploreOptions& options,
                                                  const Keymap& keymap, const model::ViewState& seen);
  /// Has the window, at the cue where it was left, in the language and the looks of what was seen there.
  void enter(const model::ViewState& seen);
  /// Gives the window back; what the wall showed, without what only a talk has.
  [[nodiscard]] model::ViewState leave();

  void drop_gl() override;
  /// The speaker's window, where it is open.
  [[nodiscard]] const platform::GlWindow* beside() const override { return speaker_ ? &speaker_->window() : nullptr; }
  void take(const platform::InputEvent& event) override;
  void take_beside(const platform::InputEvent& event) override;
  void step() override;
  [[nodiscard]] std::optional<double> timeout_s() const override;
  [[nodiscard]] ModeWish wish() const override { return wish_; }

 private:
  TalkMode(Stage& stage, const Places& places, const ExploreOptions& options, const Keymap& keymap,
           model::ViewState opening);
  void carry_out(const model::Command& command);
  /// Cues look at other parts of the map in a window of another form; and they may have been edited.
  Result<void> fit_window();
  [[nodiscard]] double px_per_pt() const;
  [[nodiscard]] model::ViewState view_now() const;
  void draw();
  /// Whether the wall becomes another picture without anyone asking.
  [[nodiscard]] bool is_moving(double now_s) const;
  /// A pixel of the wall, and the same as shares of its sides.
  void point_at(scene::PixelPoint at);
  void point(double x, double y);
  void press(bool is_secondary);
  /// Of the wall's window: an arrow that rests is no part of the picture, and none is beside a light.
  void show_or_hide_pointer();
  void open_speaker_window();
  /// The wall on the display that was chosen, or else on the second, or the one that is left; the notes on another, where there is one.
  void take_displays();
  [[nodiscard]] int wall_display() const;
  [[nodiscard]] int notes_display() const;
  void show_speaker();
  [[nodiscard]] scene::SpeakerFacts facts() const;
  /// For tests: where the talk is, where the panels' controls are written else.
  void report();

  Stage& stage_;
  const Places& places_;
  const ExploreOptions& options_;
  const Keymap& keymap_;
  model::ViewState opening_;
  scene::SizePx size_;
  int cues_version_ = 0;  ///< of the stage, which the track is of
  std::optional<model::CueTrack> track_;
  model::TalkState state_;
  Presenter presenter_;
  ModeWish wish_ = ModeWish::kStay;
  int frames_owed_ = 1;  ///< that are drawn whatever is to be seen
  double last_frame_s_ = 0.0;
  std::optional<SpeakerWindow> speaker_;
  double started_s_ = 0.0;        ///< when the talk began
  double last_mirrored_s_ = 0.0;  ///< when the speaker's window showed the wall last
  bool must_mirror_ = true;
  PointerRest pointer_;
  bool is_pointer_beside_ = false;  ///< over the speaker's window, where it is always seen
  bool is_pointer_shown_ = true;
  ControlsReport report_;
};

}  // namespace spreadmap::app
