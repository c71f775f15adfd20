#pragma once
#include <optional>
#include <string>

#include "app/controls_report.h"
#include "app/cue_desk.h"
#include "app/export_desk.h"
#include "app/finder.h"
#include "app/key_words.h"
#include "app/keymap.h"
#include "app/mode.h"
#include "app/options.h"
#include "app/panel_looks.h"
#include "app/presenter.h"
#include "app/saved_views.h"
#include "app/stage.h"
#include "gpu/imgui_gl.h"
#include "model/cue_track.h"
#include "model/history.h"
#include "platform/folder_watch.h"
#include "platform/imgui_sdl.h"
#include "platform/input.h"
#include "scene/hit_test.h"
#include "scene/pick.h"
#include "style/theme.h"
#include "ui/panels.h"

namespace spreadmap::app {

/// The explore mode: turns input into Commands, Commands into the next view, and draws when something changed.
class Explorer : public Mode {
 public:
  /// All but `first_view` outlive it.
  Explorer(Stage& stage, const ExploreOptions& options, const Places& places, const Keymaps& keymaps,
           model::ViewState first_view);
  /// Before the first step. Errors: a folder of shaders that cannot be watched.
  Result<void> begin();
  /// What it shows.
  [[nodiscard]] const model::ViewState& view() const { return view_; }
  /// Another mode has the window, which is put over the whole screen.
  void leave();
  /// Has the window again, as large as it was, and goes to what was shown last.
  void enter(model::ViewState shown);
  /// Whether quitting would lose something that a hand has made.
  [[nodiscard]] bool asks_before_quitting() const;
  /// An export that runs is not stopped unasked, nor are cues lost that were edited: who quits again means it.
  void quit();
  /// No talk can be given.
  void refuse_talk(const Error& error);

  void drop_gl() override;
  void make_gl() override;
  void take(const platform::InputEvent& event) override;
  void step() override;
  [[nodiscard]] std::optional<double> timeout_s() const override;
  [[nodiscard]] ModeWish wish() const override { return wish_; }

 private:
  struct Drag {
    scene::HitTarget target = scene::HitTarget::kNothing;
    scene::PixelPoint last;
    bool has_moved = false;                ///< farther than a press wavers
    bool plays_on = false;                 ///< playing goes on when the strip is let go
    std::optional<double> stretch_from_d;  ///< a stretch is being drawn from there
  };
  // How far beside a mark a pointer still means it, and how far a press may waver before it is a drag.
  static constexpr double kTouchSlop_pt = 4.0;
  [[nodiscard]] model::CommandContext context() const;
  /// Of panels and least type, before the visitor's own wish: what was asked for at the start, else what the desktop says, and more in a
  /// window so large that usual panels would be lost in it.
  [[nodiscard]] double given_scale() const;
  [[nodiscard]] double scale() const { return given_scale() * view_.looks.text_scale; }
  /// Of the picture, as `--least-type` takes it.
  [[nodiscard]] double least_type_scale() const;
  [[nodiscard]] double panels_px() const;
  /// Where the button that brings the panels stands: over the one that plays, beside the strip, where no layout has anything.
  [[nodiscard]] ImVec2 menu_foot() const;
  /// Where lines over the map stand: at its foot, where no title is.
  [[nodiscard]] ImVec2 notice_foot() const;
  /// Whether the window is wide enough for the panels beside the map. Where it is not they are closed until asked for, and
  /// then lie over it.
  [[nodiscard]] bool has_room_for_panels() const;
  [[nodiscard]] bool shows_panels() const { return panels_asked_.value_or(has_room_for_panels()); }
  [[nodiscard]] scene::SizePx frame_size() const;
  [[nodiscard]] double px_per_pt(scene::SizePx size) const;
  [[nodiscard]] bool is_on_a_panel(scene::PixelPoint at) const;
  void press_key(const std::string& chord);
  void press(const platform::PointerPressed& pressed);
  /// A press on the strip: takes the playhead, draws a stretch (Shift), or moves what is shown (right button, or below the axis).
  void press_strip(const platform::PointerPressed& pressed);
  void move_strip(scene::PixelPoint to);
  void turn_wheel(const platform::Wheel& wheel);
  void move_map(const model::MoveMap& by);
  void zoom_map(const model::ZoomMap& by);
  void release();
  /// The record under the pointer, or none.
  [[nodiscard]] std::optional<model::RecordRef> record_under(scene::PixelPoint at);
  /// The card of what is pinned, or else of what the pointer lies on; nullopt: none.
  std::optional<ui::CardView> card();
  [[nodiscard]] ui::CardView card_of_milestone(std::uint32_t milestone);
  /// Opens the card of the milestone that came last, or of the first.
  void show_milestone();
  void move(scene::PixelPoint to);
  /// Finds the record and the milestone that the pointer lies on, in the frame that was drawn last.
  void look_under_pointer();
  void carry_out(const model::Command& command);
  void carry_out_app(const model::AppCommand& command);
  void save_picture();
  // ---- cues: explorer_cues.cpp
  /// What a track of cues depends on.
  struct CuePicture {
    model::CueListHeld cues;
    scene::SizePx size;
    double px_per_pt = 1.0;
    std::string crs, language;
    double text_scale = 1.0;
    bool operator==(const CuePicture& other) const;
  };
  [[nodiscard]] CuePicture cue_picture() const;
  /// What is shown where a cue says nothing of it.
  Result<model::ViewState> cue_opening();
  /// The cues' track in the window's picture; false: there is none, and the desk knows why.
  bool bring_cue_track();
  /// How long they take is known a moment after the last edit.
  void look_at_cues();
  void put_cues(model::CueListHeld list);
  void tell_export_of_cues();
  void edit_cues(const model::CueCommand& command);
  void tell_removed(std::size_t at);
  void take_up_after(model::CueList after, std::size_t at);
  void go_to_cue(std::size_t at);
  /// What is seen now as a cue.
  std::optional<exhibit::CueSpec> cue_of_view();
  void wish_for_talk();
  /// What is asked of the panel that edits cues; whether the command is one of those.
  bool carry_out_cues(const model::AppCommand& command);
  void open_cues(bool opens);
  void tell_saved(bool is_saved);

  /// What is asked of the panel that exports; whether the command is one of those.
  bool carry_out_export(const model::AppCommand& command);
  /// Brings that panel up to date, and draws its small pictures.
  void look_at_export();
  void toggle_full_screen();
  /// Closes what was opened last: the keys, what was found, the card, full screen.
  void dismiss();
  [[nodiscard]] model::Moment moment() const { return {view_, saved_views_.list(), cue_desk_.list()}; }
  /// Another moment of the history, its playback going on from there.
  void take_back_to(std::optional<model::Moment> moment);
  void go_to_found(std::size_t index);
  /// What is said above the card of a record that answers for another place.
  struct Told {
    model::RecordRef record;
    std::string text;
  };
  std::optional<Told> told_;
  /// Opens a record's card and shows its mark: its layer, its day, its place.
  void go_to_record(model::RecordRef record);
  /// To a place from near; `beside`: what is to be in sight with it, where it is not too far.
  void fly_to(geo::MapPoint point, std::optional<geo::MapPoint> beside = std::nullopt);
  /// Draws the map in another CRS; says why where that cannot be.
  void change_crs(const std::string& asked);
  [[nodiscard]] std::string next_crs() const;
  [[nodiscard]] const MapSheet& sheet() const { return stage_.sheet(view_); }
  /// Of the sheet that is shown.
  const scene::PickIndex& pick_index();
  void notify(ui::Notice notice);
  /// What went wrong, in the visitor's language; in the log all that is known of it, in English.
  void notify_failure(const std::string& text, const Error& error);
  [[nodiscard]] std::string words_of(const SheetError& error, const std::string& asked) const;
  /// While developing: shaders that were written are read again.
  void look_at_shaders();
  void save_view(const std::string& name);
  void notify_unsaved(const Error& error);
  void open_view(std::size_t index);
  void forget_view(std::size_t index);
  void name_saved_views();
  /// Layers of areas are read when they are first shown.
  void bring_areas();
  [[nodiscard]] const PanelLook& panel_look() {
    return panel_looks_.of(stage_.world(), view_.looks.theme, view_.looks.seen_with);
  }
  /// Begins a picture of ImGui's and lays the panels out; returns what the visitor asked for.
  std::vector<model::Command> show_panels();
  void draw();
  /// While benchmarking: counts the frame that was drawn, and ends after the last.
  void set_timed_day();
  void time_frames();
  /// For tests, which press what a visitor would: where each control of the panels lies.
  void report_controls();
  bool needs_map_drawn();

  Stage& stage_;
  const ExploreOptions& options_;
  const Places& places_;
  const Keymaps& keymaps_;
  model::ViewState view_;
  model::History history_;
  ui::Panels panels_;
  PanelLooks panel_looks_;
  std::string automatic_crs_;  ///< what `auto` stands for with these records
  Finder finder_;
  ExportDesk export_desk_;
  CueDesk cue_desk_;
  std::optional<model::CueTrack> cue_track_;
  std::optional<CuePicture> cues_shown_;   ///< what the track is of, or would be were nothing wrong
  std::optional<double> cue_track_due_s_;  ///< when it is to be made anew; nullopt: nobody has asked
  SavedViews saved_views_;
  std::vector<std::string> saved_names_;
  platform::ImGuiSdl imgui_sdl_;
  std::optional<gpu::ImGuiGl> imgui_gl_{std::in_place};  ///< nullopt: while there is no context
  Presenter presenter_;
  SpokenKeys spoken_keys_;
  Drag drag_;
  bool pressed_axis_labels_ = false;                   ///< by the last press on the strip
  std::optional<platform::FolderWatch> shader_watch_;  ///< only when shaders are read from a folder
  ui::Notice notice_;
  double notice_until_s_ = 0.0;
  std::optional<bool> panels_asked_;  ///< what the user last wanted; nullopt: nothing yet
  bool keys_open_ = false, is_full_screen_ = false;
  bool was_full_screen_ = false;  ///< before another mode had the window
  ModeWish wish_ = ModeWish::kStay;
  bool was_asked_to_quit_ = false;            ///< while an export runs, or cues are not saved
  std::optional<scene::PixelPoint> pointer_;  ///< where it was last; nullopt: it has not moved yet
  std::optional<model::RecordRef> hovered_;
  std::optional<std::uint32_t> hovered_milestone_;
  std::optional<scene::PickIndex> pick_index_;  ///< made when a pointer first moves over the map
  std::string picked_crs_;                      ///< of the index
  int frames_owed_ = 3;                         ///< ImGui needs a frame or two after an event to settle
  std::optional<model::ViewState> drawn_view_;
  scene::SizePx drawn_size_;
  double last_frame_s_ = 0.0;
  ControlsReport report_;
  int frames_drawn_ = 0;
  double timed_from_s_ = 0.0;
};

}  // namespace spreadmap::app
