#pragma once
#include <imgui.h>

#include <string>
#include <vector>

#include "style/theme.h"

namespace spreadmap::ui {

/// Where the keyboard stands among the controls of the panels. ImGui's own navigation is not used: of version 1.86 Tab goes to text fields alone,
/// what is drawn by hand gets no frame, and a key that was let go before the next picture is missed.
class Focus {
 public:
  /// A control as it was last laid out, in desktop points of the window; parts of it may be scrolled out of sight.
  struct Control {
    std::string name;
    ImGuiID id = 0;
    ImVec2 min, max;
    bool is_on_card = false;
    bool scrolls = false;  ///< with the sections of the side panel
  };

  /// A picture begins: the chords that were pressed since the last one and that `takes`.
  void begin(const std::vector<std::string>& chords);
  /// Tells of the control that ImGui has just laid out. Draws the ring where the keyboard is on it; returns whether the keyboard presses it.
  /// `beside`: how far the control goes on at the right of that item, desktop points.
  bool control(const char* name, ImGuiID id, const style::Theme& theme, float scale, float beside = 0.0F);
  /// Whether the controls that follow are those of a card. They come before all others: it is what was last asked for.
  void on_card(bool is_on_card) { is_on_card_ = is_on_card; }
  /// Whether the controls that follow scroll with the sections of the side panel.
  void scroll(bool scrolls) { scrolls_ = scrolls; }
  /// A field has the keyboard, or has lost it to something that is no control.
  void type_into(ImGuiID id) { focused_ = id; }
  void leave_field(ImGuiID id);
  /// The control that was told of last, which has just been pressed, and its number among those that are on no card; whether a hand did it.
  [[nodiscard]] const Control& last() const { return coming_.back(); }
  [[nodiscard]] std::size_t last_place() const;
  [[nodiscard]] bool was_pressed_by_hand() const { return !(is_last_focused_ && presses_); }
  /// How far the keyboard turns the control that was told of last: -1, 0 or 1.
  [[nodiscard]] int turn() const { return is_last_focused_ ? turn_ : 0; }
  /// Whether the keyboard is on the control that was told of last.
  [[nodiscard]] bool is_here() const { return is_last_focused_; }
  /// The picture ends. Where the control that the keyboard was on is gone, it goes to what took its place on the same panel; with a card that is gone
  /// it leaves.
  void end();

  /// The keyboard goes to the first control, or leaves them.
  void enter();
  void leave() { focused_ = 0; }
  [[nodiscard]] bool is_on() const { return focused_ != 0; }
  /// Whether a chord is for the controls while the keyboard is on them.
  [[nodiscard]] static bool takes(const std::string& chord);
  [[nodiscard]] const std::vector<Control>& controls() const { return controls_; }
  /// The control that the keyboard is on, as it was last laid out; nullptr: none.
  [[nodiscard]] const Control* focused() const;

 private:
  void move(int steps);
  std::vector<Control> controls_, coming_;
  ImGuiID focused_ = 0;
  bool presses_ = false, has_moved_ = false, is_last_focused_ = false, is_on_card_ = false, scrolls_ = false;
  int turn_ = 0;
};

/// Of the panels whose picture is being laid out: ImGui carries it from `Panels` to the widgets.
Focus& focus();

}  // namespace spreadmap::ui
