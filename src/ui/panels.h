#pragma once
#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.h"
#include "exhibit/exhibit.h"
#include "model/command.h"
#include "model/selector.h"
#include "model/story.h"
#include "model/view_state.h"
#include "scene/record_card.h"
#include "style/theme.h"
#include "ui/carried.h"
#include "ui/cue_view.h"
#include "ui/export_view.h"
#include "ui/panel_state.h"

namespace spreadmap::ui {

/// A line of the help: which keys do what.
struct KeyHelp {
  std::string keys, action;
};

/// Which key does what a control does too, or leads to a field; empty: none.
struct KeyHints {
  std::string play, day_back, day_on, previous_event, next_event, date, find, panels, keys, save_cues;
};

/// A line over the map for a while; without text: none.
struct Notice {
  std::string text;
  bool is_failure = false;
};

/// A record's card, and where its mark lies (desktop points of the window), if it is on the map.
struct CardView {
  model::RecordRef record;
  scene::RecordCard card;
  std::optional<std::uint32_t> milestone = {};  ///< it is that milestone's, and `record` says nothing
  bool is_pinned = false;
  struct Mark {
    float x_pt = 0.0F, y_pt = 0.0F, radius_pt = 0.0F;
  };
  std::optional<Mark> mark;
  float room_right_pt = 0.0F, room_bottom_pt = 0.0F;  ///< the card stays left of and above these
};

/// One line of what was found.
struct FoundRow {
  std::string name, detail;
  std::optional<std::size_t> layer;  ///< of a record; nullopt: a place
};

/// What the panels show, all of it read only.
struct PanelInputs {
  const exhibit::Exhibit& exhibit;
  const data::Tables& tables;
  const model::Story& story;
  const model::Selector& selector;  ///< of the view
  const model::ViewState& view;
  const language::Language& language;         ///< that of the view
  const std::vector<std::string>& languages;  ///< tags of those that there are to choose from
  const style::Theme& theme;
  const std::vector<KeyHelp>& keys;
  const KeyHints& hints;
  const Notice& notice;
  const CardView* card = nullptr;  ///< nullptr: none
  const std::vector<FoundRow>& found;
  const std::vector<std::string>& saved_views;  ///< their names
  ImVec2 menu_foot;  ///< where the button that brings the panels stands, its middle and its lower edge; desktop points
  ImVec2 notice_foot;  ///< where a line over the map for a while stands, its middle and its lower edge; desktop points
  std::string automatic_crs;  ///< the one that is made for the records
  bool panels_open = true;
  bool keys_open = false;
  const ExportView& exporting;
  const CueView& cues;
};

/// A projection that the panel offers: its name in geo/choose_crs.h, and its label, to be spoken by a Language.
struct OfferedCrs {
  const char* asked;
  const char* name;
};
const std::array<OfferedCrs, 5>& offered_crs();
/// Whether a CRS is what a name stands for.
bool is_crs(std::string_view asked, std::string_view crs);

/// Width of the side panel with its margins, in desktop points at scale 1; the frame takes what is left.
inline constexpr float kPanelRoomPt = 360.0F;

/// ImGui's context, fonts and style. Fonts are the cuts of Inter that the picture has, from the folder `fonts`.
class Panels {
 public:
  explicit Panels(std::filesystem::path fonts);
  Panels(const Panels&) = delete;
  Panels& operator=(const Panels&) = delete;
  ~Panels();

  /// The theme (which outlives the panels) and the scale of what is shown next; before ImGui's NewFrame. Returns whether the fonts were made anew, so that
  /// their texture has to be.
  bool dress(const style::Theme& theme, float scale);
  /// Lays the panels out (between ImGui's NewFrame and Render) and returns what the visitor asked for.
  [[nodiscard]] std::vector<model::Command> show(const PanelInputs& inputs);
  /// Whether a point of the window (desktop points) lies on a panel as last shown: then the map does not take it. Asked of where the
  /// panels lie, not of ImGui, whose answer is as old as the last picture.
  [[nodiscard]] bool covers(float x_pt, float y_pt) const;

  /// Whether what was laid out is better laid out again before it is seen: letters are not there that `dress` alone loads, or a control is not yet
  /// where a hand holds it.
  [[nodiscard]] bool is_unfinished() const { return carried_.letters.lacks_some() || is_unsettled_; }
  /// Between ImGui's input and its picture: see Hold.
  void steady_pointer() { carried_.hold.steady_pointer(scale_); }

  /// The field to find in takes the keyboard with the next picture.
  void open_find() { state_.find.wants_keyboard = true; }
  /// Moves the list of keys where it is longer than the window; returns whether a chord does.
  bool scroll_keys(const std::string& chord);
  /// What was looked for is forgotten, and the other sections come back; returns whether anything was.
  bool close_find() { return state_.leaves_find = shows_found(); }
  /// The field to type a date into takes the keyboard with the next picture.
  void open_date() { state_.shows_playback = state_.date.wants_keyboard = true; }
  /// A key that no text field takes as a letter, pressed while one has the keyboard. Not left to ImGui, which looks at what is held down
  /// when a picture is made, and misses a key that was let go before.
  void take_key(const std::string& chord);
  /// The keyboard goes to the first control of the panels.
  void enter() { carried_.focus.enter(); }
  /// Whether a chord is for the panels: the keyboard is on one of their controls, or in one of their fields.
  [[nodiscard]] bool takes(const std::string& chord);
  /// The controls as they were last laid out.
  [[nodiscard]] const std::vector<Focus::Control>& controls() const { return carried_.focus.controls(); }
  /// Whether a text field has the keyboard, or is about to have it: then keys are letters, not actions.
  [[nodiscard]] bool is_typing();
  /// Whether it is one whose typing is undone with all else.
  [[nodiscard]] bool is_writing() const { return state_.cues.is_writing(); }

  struct Rect {
    float left_pt, top_pt, right_pt, bottom_pt;
  };

 private:
  [[nodiscard]] bool shows_found() const { return !state_.find.text.empty(); }
  std::filesystem::path fonts_;
  float scale_ = 0.0F;  ///< nothing has been dressed yet
  const style::Theme* theme_ = nullptr;
  std::vector<Rect> covered_;
  PanelState state_;
  Carried carried_;
  std::vector<std::string> keys_;  ///< pressed on controls since the last picture
  float card_height_ = 0.0F;
  bool is_unsettled_ = false;
};

}  // namespace spreadmap::ui
