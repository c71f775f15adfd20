#pragma once
#include <imgui.h>

#include <optional>
#include <vector>

#include "ui/focus.h"

namespace spreadmap::ui {

/// What scrolls of the side panel, as it was last laid out, in desktop points.
struct ScrolledPart {
  float top = 0.0F, bottom = 0.0F;  ///< of what is in sight, in the window
  float scroll = 0.0F;
  float content = 0.0F;              ///< how high all of it is, without the room below
  float room_below = 0.0F;           ///< below the last section, so that it can be scrolled as far as a hold asks for
  std::optional<float> next_scroll;  ///< where it is to be when it is laid out again
};

/// Keeps a control where it is while pressing it lays the panels out anew in another size, as far as it stays in sight there. A pointer that pressed it
/// and rests still means it, and nothing else that may have come to lie there.
class Hold {
 public:
  /// Takes hold of a control, `place`: its number among the panels' own, by which it is known again where its name changes.
  void take(const Focus::Control& control, std::optional<std::size_t> place, bool by_hand);
  /// Before ImGui begins a picture: a pointer that rests since it pressed the control stays on it, wherever that went; any other ends the hold.
  void steady_pointer(float scale);
  /// Once the panels are laid out: what is to be scrolled so that the control is where it was. Returns whether they are to be laid out again.
  bool settle(const std::vector<Focus::Control>& controls, ScrolledPart& part, float scale);
  void let_go() { is_on_ = false; }
  /// Whether a place (desktop points) is where the pointer holds a control.
  [[nodiscard]] bool holds(float x, float y, float scale) const;
  [[nodiscard]] bool is_settling() const { return pictures_left_ > 0; }

 private:
  bool is_on_ = false, by_hand_ = false, is_unsettled_ = false;
  Focus::Control control_;
  std::optional<std::size_t> place_;
  float share_ = 0.5F;     ///< where in its height it is held
  ImVec2 at_;              ///< where the hold is, in the window
  ImVec2 pointer_;         ///< where the pointer is, whatever ImGui is told
  int pictures_left_ = 0;  ///< in which what was asked for may still change the layout
  int tries_left_ = 0;     ///< to scroll
};

}  // namespace spreadmap::ui
